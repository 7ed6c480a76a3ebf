"""Sources: where cables come from. One small reader a format; each yields telegrams with their origin.

A reader is a function from a `SourceFile` to `RawTelegram`s and `Finding`s (see `reading`). It reads bytes,
makes text of them and cuts that into telegrams; it knows nothing of what a telegram says. What it yields is raw:
only the redaction room may import this one.
"""

from generator.sources.discovery import Discovery, SourceFile, find_sources
from generator.sources.raw import RawTelegram
from generator.sources.reading import read_telegrams

__all__ = ["Discovery", "RawTelegram", "SourceFile", "find_sources", "read_telegrams"]
