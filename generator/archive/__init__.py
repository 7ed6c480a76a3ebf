"""The archive: one SQLite file outside the printed site, and the heart of the house.

Ingest puts telegrams in and parses only what changed (`ingest_sources`); linking works out what follows from all of
them together (`link_cables`); printing asks for what pages show (`Archive`). It holds nothing that must not be
published, and may be deleted at any time.
"""

import lazy_loader

# What there is to import is in `__init__.pyi`; it is loaded when it is asked for, as a build often needs little of it.
__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
