"""Sources: where cables come from. One small reader a format; each yields telegrams with their origin.

A reader is a function from a `Piece` of a file to `RawTelegram`s and `Finding`s (see `reading`). It is given bytes,
makes text of them and cuts that into telegrams; it knows nothing of what a telegram says. What it yields is raw:
only the redaction room may import the readers. Which files there are, and whether they have changed (`discovery`,
`stamps`), tells no text, so others may ask it.
"""

import lazy_loader

# What there is to import is in `__init__.pyi`; it is loaded when it is asked for, as a build often needs little of it.
__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
