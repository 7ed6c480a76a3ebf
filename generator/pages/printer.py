"""Renders views with a theme's templates."""

from __future__ import annotations

import traceback

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

from generator.errors import ThemeError
from generator.pages.filters import make_filters
from generator.pages.templates import QuickEnvironment, ThemeEnvironment
from generator.pages.theme import Theme
from generator.pages.views import View
from generator.sitefile import SiteFile
from generator.wording import ENGLISH, Wording, open_wording

_FRAME = "base.html"


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


def _place_in_template(error: Exception) -> str:
    """Give the file and line of a template where something went wrong; empty if that cannot be told."""
    if isinstance(error, TemplateSyntaxError):
        return f"{error.filename or error.name}:{error.lineno}"
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.endswith(".html")]
    return f"{frames[-1].filename}:{frames[-1].lineno}" if frames else ""
