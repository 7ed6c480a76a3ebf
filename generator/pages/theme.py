"""Themes: templates and assets, a site's own before those that come with Cablepress."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.errors import ThemeError
from generator.sitefile import SiteFile
from generator.wording import BUNDLED

DEFAULT = "default"
_ASSETS = "assets"
STYLE, _MORE_STYLE = "assets/style.css", "assets/theme.css"


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
        """Yield the theme's assets (style sheets, scripts, fonts), the first place of each winning.

        A theme's ``theme.css`` goes behind the style sheet, so that it need say only what is another.
        """
        found: dict[str, Path] = {}
        for folder in self.folders:
            for path in sorted((folder / _ASSETS).rglob("*")):
                if path.is_file() and not path.name.startswith("."):
                    found.setdefault(path.relative_to(folder).as_posix(), path)
        more = found.pop(_MORE_STYLE, None)
        for address, path in sorted(found.items()):
            content = path.read_bytes()
            yield SiteFile(address, content + more.read_bytes() if more and address == STYLE else content)


def find_theme(name: str, site_root: Path) -> Theme:
    """Find a theme by name.

    Raises:
        ThemeError: neither the site nor Cablepress has a theme of that name.
    """
    own, bundled = site_root / "themes", BUNDLED
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
