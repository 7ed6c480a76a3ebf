"""Makes sure that a site's places do not get into each other's way, before anything is written to any of them."""

from __future__ import annotations

import os
from pathlib import Path

from generator.config import Config
from generator.errors import OutputError
from generator.output import check_target


def check_places(config: Config, output: Path) -> None:
    """Make sure that a site can be printed where it is to be.

    Args:
        config: the site's settings.
        output: the folder to print into, absolute and without links.

    Raises:
        OutputError: that folder, or the archive, is mixed up with what the site is made from, or is somebody else's.
    """
    root = _real(config.root)
    sources = [*_cables(config), *(_real(config.path(each)) for each in ("pages", "notes"))]
    check_target(output, [root, root / "themes", *sources], sources)
    check_archive_place(config, output)


def check_archive_place(config: Config, output: Path) -> None:
    """Make sure that the archive is neither published nor read as a source; arguments and errors as above."""
    archive = _real(config.path("archive"))
    if output in archive.parents:
        raise OutputError(
            "the archive is inside the output folder, where everybody could load it",
            where=config.shown(config.path("archive")),
            remedy="Keep the two apart: change 'paths: archive' or 'paths: output' in site.yaml, or --output.",
        )
    for place in _cables(config):
        if place in archive.parents and not any(part.startswith(".") for part in archive.relative_to(place).parts):
            raise OutputError(
                "the archive is inside a folder of cables: it would be taken for one",
                where=config.shown(config.path("archive")),
                remedy="Set 'paths: archive' in site.yaml to another place, such as .cablepress/archive.sqlite.",
            )


def _cables(config: Config) -> list[Path]:
    return [_real(config.path("cables")), *(_real(config.root / entry.path) for entry in config.sources)]


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))
