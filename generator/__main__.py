"""``python -m generator`` and the ``cablepress`` command.

Workers import this module too, as processes do that are started afresh, and need nothing of the command line.
"""

from __future__ import annotations


def main() -> None:
    """Run the command line; see `generator.cli`."""
    from generator.cli import main as run  # noqa: PLC0415 - not in workers

    run()


if __name__ == "__main__":
    main()
