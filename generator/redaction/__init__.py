"""Redaction: raw telegram in, clean telegram out. Nothing above this room can see raw text.

For now nothing is redacted: only the seam is here. It is the one door between the sources and the rest of the
house, so that what is removed here is removed everywhere, the archive included.
"""

from generator.redaction.clean import CleanTelegram, read_clean, read_letters, redact_telegram
from generator.sources import SourcePart, cut_source

__all__ = ["CleanTelegram", "SourcePart", "cut_source", "read_clean", "read_letters", "redact_telegram"]
