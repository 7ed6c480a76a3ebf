"""The one way to read a source: `read_telegrams` picks the reader for a file and runs it.

A reader is called with the file and the size from which a file is too large for one cable. It yields telegrams and
findings in the order of the source and raises nothing: a source that cannot be read is a finding.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.findings import Finding
from generator.sources.discovery import SourceFile
from generator.sources.raw import RawTelegram
from generator.sources.text import read_text_file

Reader = Callable[[SourceFile, int], Iterator[RawTelegram | Finding]]

_READERS: dict[str, Reader] = {".txt": read_text_file, ".md": read_text_file}


def read_telegrams(file: SourceFile, max_bytes: int) -> Iterator[RawTelegram | Finding]:
    """Read all telegrams of a file.

    Args:
        file: one that `find_sources` found.
        max_bytes: the size from which a file is taken for something else than one cable.
    """
    return _READERS[file.path.suffix.lower()](file, max_bytes)
