"""SHA256SUMS: what a build printed.

Readers verify a copy with it (``sha256sum -c SHA256SUMS``); we tell our files from others by it.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

FILE_NAME = "SHA256SUMS"
NOTHING_PRINTED = "# Printed by Cablepress. To verify a copy: sha256sum -c SHA256SUMS\n"
"""The list of a folder that is ours, though nothing in it is."""
_OURS = "# Printed by Cablepress"


def encode_checksums(printed: Iterable[tuple[str, str]]) -> str:
    """Write addresses and their SHA-256 in the form of sha256sum, sorted by address."""
    return NOTHING_PRINTED + "".join(f"{sha256}  {address}\n" for address, sha256 in sorted(printed))


def read_printed(folder: Path) -> set[str] | None:
    """Give the addresses of all files that a build printed into a folder; None if the folder is none of ours."""
    try:
        text = (folder / FILE_NAME).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    if text and not text.startswith(_OURS):  # an empty one was about to be written when a build was killed
        return None
    lines = text.split("\n")
    return {line.partition("  ")[2] for line in lines if not line.startswith("#")} | {FILE_NAME}


def printed_before(folder: Path) -> set[str]:
    """Give the addresses of all files that an earlier build printed into a folder; none if it is none of ours."""
    return read_printed(folder) or set()
