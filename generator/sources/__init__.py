"""Sources: where cables come from. One small reader a format; each yields telegrams with their origin.

A reader is a function from a `Piece` of a file to `RawTelegram`s and `Finding`s (see `reading`). It is given bytes,
makes text of them and cuts that into telegrams; it knows nothing of what a telegram says. What it yields is raw:
only the redaction room may import this one.
"""

from generator.sources.discovery import Discovery, SourceFile, find_sources
from generator.sources.parts import SourcePart, cut_source
from generator.sources.raw import RawTelegram
from generator.sources.reading import read_part, read_telegrams
from generator.sources.repair import repair_text

__all__ = [
    "Discovery",
    "RawTelegram",
    "SourceFile",
    "SourcePart",
    "cut_source",
    "find_sources",
    "read_part",
    "read_telegrams",
    "repair_text",
]
