"""Pages: what readers see. The archive in, HTML out, no disk.

A page is a view: a frozen record with everything that the page shows, neighbours and counts included
(`views`). Modules named after kinds of pages make views of what the archive says; a `Press` renders a view with
the theme's template, which has no logic worth testing.
"""

import lazy_loader

# What there is to import is in `__init__.pyi`; it is loaded when it is asked for, as a build often needs little of it.
__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
