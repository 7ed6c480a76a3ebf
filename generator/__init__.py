"""Cablepress prints a folder of diplomatic cables as a static web site.

The package is a house with one-way stairs: ``cli`` sees ``press``, which sees ``output``, and so on down to the
records that everyone may know. ``docs/architecture.md`` has the plan; ``tests/test_architecture.py`` holds it.
"""

__version__ = "0.1.0"
