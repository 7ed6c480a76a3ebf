"""What a site sets of its looks without a theme of its own: colours, fonts, a logo, a footer."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, fields
from typing import Any

from generator.setting_checks import WrongValueError, check_path, setting

_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_FAMILIES = re.compile(r"""[\w\s,.'"-]+""")
_PICTURES = (".svg", ".png", ".webp", ".jpg", ".jpeg")
FONT_ENDING = ".woff2"


def whole_colour(value: str) -> str:
    """Give a colour with six small digits, of which three may be short for."""
    digits = value.lower().removeprefix("#")
    return "#" + (digits if len(digits) == len("rrggbb") else "".join(digit * 2 for digit in digits))


def is_font_file(value: str) -> bool:
    """Tell the path of a font from names of fonts."""
    return value.lower().endswith(FONT_ENDING)


def check_colour(value: str) -> str:
    """Give a colour as ``#`` and six small digits; empty for the theme's own."""
    if value and not _COLOUR.fullmatch(value):
        raise WrongValueError(f"{value!r} is not a colour; write one such as '#0b4a5c', in quotes")
    return whole_colour(value) if value else ""


def check_logo(value: str) -> str:
    """Give the path of a picture, or an empty one."""
    if value and not value.lower().endswith(_PICTURES):
        raise WrongValueError(f"{value!r} is no picture that a page shows; it must end in {', '.join(_PICTURES)}")
    return check_path(value) if value else ""


def check_font(value: str) -> str:
    """Give the path of a font, or names of fonts as CSS has them, or nothing."""
    if is_font_file(value):
        return str(check_path(value))
    if value and (not _FAMILIES.fullmatch(value) or value.count('"') % 2 or value.count("'") % 2):
        raise WrongValueError(
            f"{value!r} are no names of fonts; write some such as 'Georgia, serif', or a {FONT_ENDING} file"
        )
    return " ".join(value.split())


class _Chosen:
    """Settings of which each may be left to the theme."""

    __slots__ = ()

    def chosen(self) -> dict[str, str]:
        """Give those that are set, by name."""
        return {each.name: value for each in fields(self) if (value := getattr(self, each.name))}  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours(_Chosen):
    """Colours of one scheme, by what they are for (docs/theme.md); an empty one is the theme's own.

    Attributes:
        paper: behind everything.
        wash: behind what is set apart.
        line: between parts.
        ink: the text.
        quiet: what is said in passing.
        link: what leads somewhere, and the bars of charts.
        mark: behind words that a search marked.
        focus: around what the keyboard is at.
    """

    paper: str = setting("", check_colour)
    wash: str = setting("", check_colour)
    line: str = setting("", check_colour)
    ink: str = setting("", check_colour)
    quiet: str = setting("", check_colour)
    link: str = setting("", check_colour)
    mark: str = setting("", check_colour)
    focus: str = setting("", check_colour)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fonts(_Chosen):
    """Fonts, as names or as files.

    Attributes:
        serif: of what the cables say.
        sans: of what the site says.
        mono: of what the wire said.
    """

    serif: str = setting("", check_font)
    sans: str = setting("", check_font)
    mono: str = setting("", check_font)

    def files(self) -> dict[str, str]:
        """Give the paths of those that are files, by name."""
        return {name: font for name, font in self.chosen().items() if is_font_file(font)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a site changes of its theme's looks.

    Attributes:
        logo: a picture beside the title, on every page.
        footer: what stands at the end of every page, in Markdown.
        light: colours where a reader's system is light.
        dark: colours where it is dark.
        fonts: what text is set in.
    """

    logo: str = setting("", check_logo)
    footer: str = setting("")
    light: Colours = field(default_factory=Colours)
    dark: Colours = field(default_factory=Colours)
    fonts: Fonts = field(default_factory=Fonts)

    def files(self) -> list[str]:
        """Give the paths of the files that it names."""
        return [*([self.logo] if self.logo else []), *self.fonts.files().values()]


SECTIONS: dict[str, type[Any]] = {"look": Look, "light": Colours, "dark": Colours, "fonts": Fonts}
"""The settings here that are lists of settings themselves."""
