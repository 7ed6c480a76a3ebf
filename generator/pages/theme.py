"""Themes: templates and assets, a site's own before those that come with Cablepress."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.errors import ThemeError
from generator.sitefile import SiteFile

DEFAULT = "default"
_ASSETS = "assets"
_PACKAGE = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Theme:
    """Where a theme's files are, the first place winning.

    Attributes:
        name: as the settings give it.
        folders: the site's own folder of that name, the one that comes with Cablepress, and the default theme's.
    """

    name: str
    folders: tuple[Path, ...]

    def assets(self) -> Iterator[SiteFile]:
        """Yield the theme's assets (style sheets, scripts, fonts), the first place of each winning."""
        found: dict[str, Path] = {}
        for folder in self.folders:
            for path in sorted((folder / _ASSETS).rglob("*")):
                if path.is_file() and not path.name.startswith("."):
                    found.setdefault(path.relative_to(folder).as_posix(), path)
        for address, path in sorted(found.items()):
            yield SiteFile(address, path.read_bytes())


def find_theme(name: str, site_root: Path) -> Theme:
    """Find a theme by name.

    Raises:
        ThemeError: neither the site nor Cablepress has a theme of that name.
    """
    own, bundled = site_root / "themes", _bundled_themes()
    folders = [themes / name for themes in (own, bundled) if (themes / name).is_dir()]
    if not folders:
        there = sorted(
            {path.name for themes in (own, bundled) if themes.is_dir() for path in themes.iterdir() if path.is_dir()}
        )
        raise ThemeError(
            f"there is no theme '{name}'",
            where="site.yaml",
            remedy=f"Make the folder themes/{name}, or set 'theme' to one of: {', '.join(there)}.",
        )
    return Theme(name, tuple(dict.fromkeys([*folders, bundled / DEFAULT])))


def _bundled_themes() -> Path:
    """Give the folder of the themes that come with Cablepress.

    It is inside an installed package, and beside the package in a checkout.
    """
    inside = _PACKAGE / "themes"
    return inside if inside.is_dir() else _PACKAGE.parent / "themes"
