"""A folder for what a build needs on disk while it runs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def scratch_folder(folder: Path) -> Iterator[Path]:
    """Make an empty folder, and clear it away at the end; what a killed build left in it is cleared away first.

    Only files named as those of the index's runs are ever deleted.
    """
    _clear(folder)
    folder.mkdir(parents=True, exist_ok=True)
    try:
        yield folder
    finally:
        _clear(folder)


def _clear(folder: Path) -> None:
    with suppress(OSError):  # not there; or, on Windows, a file of it is still open: the next build clears it
        for file in folder.glob("*.run"):
            file.unlink()
        folder.rmdir()
