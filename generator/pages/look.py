"""A site's own colours and fonts as the end of its style sheet, and whether they can be read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from generator.findings import Finding
from generator.look import FONT_ENDING, Colours, Look, is_font_file, whole_colour

_LEAST_CONTRAST = 4.5
"""WCAG 2.2, success criterion 1.4.3, for text of normal size."""
_GENERIC = {"serif": "serif", "sans": "sans-serif", "mono": "monospace"}
_READ = ("ink", "quiet", "link")
_ON = ("paper", "wash")
_TOKEN = re.compile(r"--(\w+): (#[0-9a-fA-F]{3,6});")
_DARK = re.compile(r"prefers-color-scheme: dark\) \{\s*:root \{(.*?)\}", re.DOTALL)


def font_address(name: str) -> str:
    """Give the address that a font's file has in the printed site: ``serif`` is what cables are set in."""
    return f"assets/fonts/{name}{FONT_ENDING}"


def logo_address(path: str) -> str:
    """Give the address that the logo has in the printed site."""
    return f"assets/logo{PurePosixPath(path).suffix.lower()}"


def write_style(look: Look) -> str:
    """Write what comes behind the theme's style sheet; empty if nothing is set. On paper colours stay the theme's."""
    fonts = "".join(_write_font(name, font) for name, font in look.fonts.chosen().items())
    colours = (_write_colours(scheme, own.chosen()) for scheme, own in (("light", look.light), ("dark", look.dark)))
    return fonts + "".join(colours)


def _write_font(name: str, font: str) -> str:
    if not is_font_file(font):
        return f":root {{ --{name}: {font}; }}\n"
    place = font_address(name).removeprefix("assets/")
    return (
        f'@font-face {{ font-family: "site-{name}"; src: url("{place}"); font-display: swap; }}\n'
        f':root {{ --{name}: "site-{name}", {_GENERIC[name]}; }}\n'
    )


def _write_colours(scheme: str, colours: Mapping[str, str]) -> str:
    tokens = " ".join(f"--{name}: {colour};" for name, colour in colours.items())
    return f"@media screen and (prefers-color-scheme: {scheme}) {{ :root {{ {tokens} }} }}\n" if tokens else ""


def check_contrast(look: Look, style: str) -> Iterator[Finding]:
    """Find colours of a site that cannot be read well on each other.

    Args:
        look: what the site sets.
        style: the theme's style sheet, whose tokens stand where nothing is set.
    """
    light = dict(_TOKEN.findall(style.split("@media", maxsplit=1)[0]))
    dark = {**light, **dict(_TOKEN.findall(found[1] if (found := _DARK.search(style)) else ""))}
    for scheme, tokens, own in (("light", light, look.light), ("dark", dark, look.dark)):
        yield from _check_scheme(scheme, tokens, own)


def _check_scheme(scheme: str, tokens: Mapping[str, str], own: Colours) -> Iterator[Finding]:
    chosen = own.chosen()
    colours = {**tokens, **chosen}
    for text in _READ:
        for ground in _ON:
            if {text, ground} & set(chosen) and {text, ground} <= set(colours):
                contrast = contrast_of(colours[text], colours[ground])
                if contrast < _LEAST_CONTRAST:
                    pair = f"look.{scheme}: {text} {colours[text]} on {ground} {colours[ground]}"
                    message = f"{pair} has a contrast of {contrast:.1f}, less than {_LEAST_CONTRAST}"
                    yield Finding("site.yaml", 0, "look.contrast", message)


def contrast_of(one: str, other: str) -> float:
    """Give the contrast of two colours, from 1 to 21 (WCAG 2.2, contrast ratio)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """Give the relative luminance of a colour, from 0 to 1 (WCAG 2.2)."""
    digits = whole_colour(colour).removeprefix("#")
    red, green, blue = (int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4))
    return 0.2126 * _linear(red) + 0.7152 * _linear(green) + 0.0722 * _linear(blue)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - sRGB's own numbers
