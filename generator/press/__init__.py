"""The press: what a person can have done, one function each. They return reports; they print nothing."""

import lazy_loader

# What there is to import is in `__init__.pyi`; it is loaded when it is asked for, as a build often needs little of it.
__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
