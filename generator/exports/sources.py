"""The text that each cable's page was made from, as a download."""

from __future__ import annotations

from collections.abc import Iterator

from generator import addresses
from generator.archive import FiledCable
from generator.sitefile import SiteFile


def source_files(filed: FiledCable) -> Iterator[SiteFile]:
    """Give the texts of a cable, one a version, in UTF-8 with line feeds."""
    for version in filed.versions:
        yield SiteFile(addresses.source_text(filed.address, version.number), version.text.encode())
