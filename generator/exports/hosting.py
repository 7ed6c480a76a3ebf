"""Files that hosts look for."""

from __future__ import annotations

from collections.abc import Iterator

from generator.sitefile import SiteFile


def hosting_files() -> Iterator[SiteFile]:
    """Give ``.nojekyll``, by which GitHub Pages serves the folder as it is."""
    yield SiteFile(".nojekyll", b"")
