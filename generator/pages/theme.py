"""Themes: templates and assets, a site's own before those that come with Cablepress."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

from generator.errors import ThemeError
from generator.pages.filters import make_filters
from generator.pages.templates import QuickEnvironment, ThemeEnvironment
from generator.pages.views import View
from generator.sitefile import SiteFile
from generator.wording import BUNDLED, ENGLISH, Wording, open_wording

DEFAULT = "default"
_FRAME = "base.html"
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


class Printer:
    """Renders views with a theme's templates.

    Args:
        theme: where the templates are.
        wording: the words of the interface; English without.
        lang: the attribute that says what language cables are in; empty if it is the interface's.
    """

    def __init__(self, theme: Theme, wording: Wording | None = None, lang: str = "") -> None:
        self._quick, self._careful = QuickEnvironment(theme.folders), ThemeEnvironment(theme.folders)
        self._need_care: set[str] = set()
        filters = make_filters(wording or open_wording(ENGLISH), lang)
        for environment in (self._quick, self._careful):
            environment.filters.update(filters)

    def get_ready(self, *templates: str) -> None:
        """Compile templates, before there is anything to print.

        Raises:
            TemplateError: one is missing or is not valid, which `render` would explain.
        """
        for template in (_FRAME, *templates):
            self._quick.get_template(template)

    def render(self, template: str, view: View) -> SiteFile:
        """Render a view.

        Args:
            template: the template's name, such as ``cable.html``.
            view: what it shows; the template knows it as ``view``, its frame as ``frame``, and what every link
                begins with as ``root``.

        Raises:
            ThemeError: the template is missing, is not valid, or asks for something that the view has not.
        """
        try:
            html = self._write(template, view)
        except TemplateNotFound as error:
            raise ThemeError(
                f"the theme has no template '{error.name}'",
                where=f"themes/…/{template}",
                remedy="Add it, or remove what includes it: missing templates come from the default theme.",
            ) from error
        except Exception as error:  # a template can do anything wrong that a program can
            message = error.message if isinstance(error, TemplateError) else f"{type(error).__name__}: {error}"
            raise ThemeError(
                message or type(error).__name__,
                where=_place_in_template(error) or f"themes/…/{template}",
                remedy="Mend the template, or delete it to have the default theme's.",
            ) from error
        return SiteFile(view.frame.address, html.encode())

    def _write(self, template: str, view: View) -> str:
        """Write a page, the quick way if that can be."""
        frame = view.frame
        names = {"view": view, "frame": frame, "root": frame.root}
        if template not in self._need_care:
            try:
                return self._quick.get_template(template).render(names)
            except AttributeError:
                self._need_care.add(template)
        return self._careful.get_template(template).render(names)


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


def _place_in_template(error: Exception) -> str:
    """Give the file and line of a template where something went wrong; empty if that cannot be told."""
    if isinstance(error, TemplateSyntaxError):
        return f"{error.filename or error.name}:{error.lineno}"
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.endswith(".html")]
    return f"{frames[-1].filename}:{frames[-1].lineno}" if frames else ""
