"""The made-up cables as a Pelican site: Markdown with a head of metadata, and a bare theme like Hugo's."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks.markdown_site import write_body, write_markdown_site

if TYPE_CHECKING:
    from benchmarks.reading import Telegram

THEME: Final = Path(__file__).parent / "pelican"


def write_pelican_site(site: Path, folder: Path) -> None:
    """Writes all that Pelican needs to print the cables of `site` into `folder`."""
    write_markdown_site(site, folder, THEME, lambda telegram, _: f"{write_head(telegram)}\n{write_body(telegram)}")


def write_head(telegram: Telegram) -> str:
    """What the bare theme shows of a cable beside its text; a sender is a category, as each cable has one."""
    return (
        f"Title: {telegram.subject}\nDate: {telegram.sent:%Y-%m-%d %H:%M}\nCategory: {telegram.sender}\n"
        f"Tags: {', '.join(telegram.tags)}\nSlug: {telegram.id}\n"
    )
