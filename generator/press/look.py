"""Reads what a site sets of its looks: the files that it names, and whether its colours can be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rcssmin import cssmin  # type: ignore[import-untyped]

from generator.config import FILE_NAME, Config
from generator.findings import Finding
from generator.pages import Theme
from generator.pages.look import check_contrast, font_address, logo_address, write_style
from generator.pages.markdown import lead_from_root, read_markdown, write_markdown
from generator.pages.theme import STYLE
from generator.sitefile import SiteFile


@dataclass(frozen=True, slots=True)
class OwnLook:
    """What a site changes of its theme's looks, ready to be printed.

    Attributes:
        style: what comes behind the theme's style sheet.
        files: the logo, and fonts.
        logo: the address of the logo; empty if there is none.
        footer: HTML for the end of every page, as `generator.pages.markdown.lead_from_root` prepares it.
        findings: what was wrong.
    """

    style: str
    files: tuple[SiteFile, ...]
    logo: str
    footer: str
    findings: tuple[Finding, ...]


def read_look(config: Config, theme: Theme) -> OwnLook:
    """Read the files that the settings name; one that cannot be read is left out, and told."""
    look = config.look
    logo = logo_address(look.logo) if look.logo else ""
    wanted = [(look.logo, logo)] if look.logo else []
    wanted += [(font, font_address(name)) for name, font in look.fonts.files().items()]
    files: list[SiteFile] = []
    findings: list[Finding] = []
    for path, address in wanted:
        try:
            files.append(SiteFile(address, (config.root / path).read_bytes()))
        except OSError as error:
            findings.append(Finding(FILE_NAME, 0, "look.unreadable", f"'{path}' cannot be read: {error.strerror}"))
    style = write_style(look)
    if style:
        sheets = [file.content.decode() for file in theme.assets() if file.address == STYLE]
        findings += check_contrast(look, "".join(sheets))
    footer, pictures = read_markdown(look.footer, FILE_NAME, 0)
    lead_from_root(footer)
    return OwnLook(
        style=style,
        files=tuple(files),
        logo=logo if any(file.address == logo for file in files) else "",
        footer=write_markdown(footer),
        findings=(*findings, *pictures),
    )


def dress(assets: Iterable[SiteFile], look: OwnLook) -> Iterator[SiteFile]:
    """Yield a theme's assets with what the site changes of them.

    Style sheets are made small: every reader loads them.
    """
    added = {file.address for file in look.files}
    for file in assets:
        if file.address.endswith(".css"):
            own = look.style.encode() if file.address == STYLE else b""
            yield SiteFile(file.address, cssmin(file.content + own))
        elif file.address not in added:
            yield file
    yield from look.files
