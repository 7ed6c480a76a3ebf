"""The publisher's notes on cables: ``content/notes/ID.md`` in CommonMark, with HTML in them off."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, TypeVar

from markupsafe import Markup

from generator import addresses
from generator.archive import Note, PressLink
from generator.findings import Finding
from generator.frontmatter import read_front_matter
from generator.pages.markdown import fill_root, lead_from_root, read_markdown, text_of, write_markdown
from generator.record import Record
from generator.setting_checks import WrongValueError, check_web_address
from generator.telegram.identity import read_reference_id
from generator.wording import Wording

if TYPE_CHECKING:
    from markdown_it.token import Token

_FIELDS = ("title", "author", "date", "press")
_OF_PRESS = ("title", "url", "outlet", "date")
_DEEPER = 2
"""On a cable's page, a note is a section, and its title a heading in it."""
_DEEPEST = 6

Value = TypeVar("Value")


class NoteView(Record, frozen=True, kw_only=True):
    """A note as a cable's page shows it; ``byline`` is who wrote it and when, as far as that is said."""

    title: str
    byline: str
    content: Markup


class PressView(Record, frozen=True):
    """A link to what was published elsewhere, and by whom and when, as far as that is said."""

    title: str
    address: str
    source: str


def read_note(text: str, path: str) -> tuple[Note, tuple[Finding, ...]]:
    """Read a note.

    Args:
        text: the file's whole text.
        path: the file; its name gives the id of the cable, in any spelling.

    Returns:
        The note, and what was wrong with its front matter, which is left out, or its pictures.
    """
    front = read_front_matter(text)
    stem = PurePosixPath(path).stem
    read = read_reference_id(stem)
    wrong = [Finding(path, front.mistake_line, "note.front-matter", front.mistake)] if front.mistake else []

    def tell(message: str) -> None:
        wrong.append(Finding(path, 0, "note.front-matter", message))

    def take(name: str, make: Callable[[object], Value], default: Value) -> Value:
        try:
            return make(front.fields[name]) if name in front.fields else default
        except WrongValueError as error:
            tell(f"'{name}': {error}")
            return default

    for name in front.fields:
        if name not in _FIELDS:
            tell(f"there is no field '{name}'")
    tokens, pictures = read_markdown(text[front.end :], path, front.end_line)
    heading = text_of(tokens[1]) if tokens and tokens[0].tag == "h1" else ""
    title = take("title", _text, "")
    if heading and title in {"", heading}:
        del tokens[:3]
    note = Note(
        cable_id=str(read) if read else addresses.slug(stem),
        path=path,
        title=title or heading,
        author=take("author", _text, ""),
        written=take("date", _date, None),
        html=_write(tokens),
        press=take("press", lambda value: tuple(_read_press(value, tell)), ()),
    )
    return note, (*wrong, *pictures)


def view_note(note: Note, root: str, wording: Wording) -> NoteView | None:
    """Make the view of a note on a page; None where it says nothing but what the press wrote.

    Args:
        note: as `read_note` gives it.
        root: what every link on the page begins with.
        wording: the words of the interface.
    """
    if not (note.html or note.title):
        return None
    byline = _write_byline(note.author, note.written, wording)
    html = fill_root(note.html, root)
    return NoteView(title=note.title, byline=byline, content=Markup(html))  # noqa: S704 - CommonMark, HTML off


def view_press(press: Sequence[PressLink], wording: Wording) -> tuple[PressView, ...]:
    """Make the views of what the press wrote, in the publisher's order."""
    return tuple(PressView(each.title, each.url, _write_byline(each.outlet, each.published, wording)) for each in press)


def _write_byline(who: str, day: date | None, wording: Wording) -> str:
    """Write who published something and when, as far as that is said."""
    return ", ".join(filter(None, (who, wording.long_date(day) if day else "")))


def _write(tokens: Sequence[Token]) -> str:
    """Write what a note says: its headings below the page's, its own addresses from the site's folder on."""
    lead_from_root(tokens)
    for token in tokens:
        if token.type in {"heading_open", "heading_close"}:
            token.tag = f"h{min(int(token.tag[1:]) + _DEEPER, _DEEPEST)}"
        for child in token.children or ():
            if child.type == "link_open" and ":" in str(child.attrs["href"]):
                child.attrs["rel"] = "external noreferrer"
    return write_markdown(tokens)


def _read_press(entries: object, tell: Callable[[str], None]) -> Iterator[PressLink]:
    """Yield the links of what the press wrote; an entry that cannot be one is told and left out."""
    if not isinstance(entries, list):
        raise WrongValueError("it must be a list of entries with 'title', 'url', 'outlet' and 'date'")
    for number, entry in enumerate(entries, start=1):
        try:
            yield _read_press_link(entry)
        except WrongValueError as error:
            tell(f"'press', entry {number}: {error}")


def _read_press_link(entry: object) -> PressLink:
    if not isinstance(entry, dict) or not {"url"} <= set(entry) <= set(_OF_PRESS):
        raise WrongValueError("it has 'url', and as you like 'title', 'outlet' and 'date'")
    url = check_web_address(_text(entry["url"]), "https://example.org/article.html")
    title = _text(entry.get("title", "")) or url.partition("://")[2].rstrip("/")
    published = _date(entry["date"]) if entry.get("date") else None
    return PressLink(title=title, url=url, outlet=_text(entry.get("outlet", "")), published=published)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise WrongValueError("it must be text on one line")
    return " ".join(value.split())


def _date(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise WrongValueError(f"'{value}' is no date such as 2011-09-02") from None
