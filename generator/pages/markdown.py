"""The engine for what the publisher writes: CommonMark with tables, and HTML in it off.

A page asks no other host for anything, so pictures from elsewhere become links. What stands on pages in several
folders (notes, the footer) has a gap before its own addresses, which each page fills with its way to the site's folder.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from generator.findings import Finding

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_OWN_ADDRESS = re.compile(r'((?:href|src)=")\{root\}')
"""No text has such a sequence: CommonMark writes quotes in texts, and braces in addresses, as codes."""
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|[/#]", re.IGNORECASE)
_OTHER_HOST = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_WEB = re.compile(r"(?:https?:)?//", re.IGNORECASE)
_BREAKS = {"softbreak", "hardbreak"}


@cache
def markdown() -> MarkdownIt:
    """Give the engine, made once."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 - workers print cables and lists, and can do without it

    return MarkdownIt("commonmark", {"html": False}).enable("table")


def read_markdown(text: str, path: str, line: int) -> tuple[list[Token], tuple[Finding, ...]]:
    """Read a publisher's text.

    Args:
        text: in CommonMark.
        path: of its file.
        line: in it, of the first line of the text; 0 where that is not known.

    Returns:
        The text's parts, and a finding for each picture that another host has: in its place is a link to it.
    """
    tokens = markdown().parse(text)
    findings = []
    for token in tokens:
        place = line + token.map[0] if line and token.map else line
        for address in _link_pictures(token):
            message = f"the picture {address[:60]!r} is on another host, so a link stands in its place"
            findings.append(Finding(path, place, "page.foreign-picture", message))
    return tokens, tuple(findings)


def write_markdown(tokens: Sequence[Token]) -> str:
    """Write HTML of what `read_markdown` gave."""
    return str(markdown().renderer.render(tokens, markdown().options, {}))


def text_of(token: Token) -> str:
    """Give the words of a heading or paragraph as they are read, without what marks them up."""
    children = token.children or ()
    return "".join(" " if each.type in _BREAKS else text_of(each) or each.content for each in children).strip()


def lead_from_root(tokens: Sequence[Token]) -> None:
    """Put a gap before all addresses that begin at the site's own folder; `fill_root` fills it."""
    for child in (child for token in tokens for child in token.children or ()):
        name = {"link_open": "href", "image": "src"}.get(child.type)
        if name and not _ELSEWHERE.match(str(child.attrs[name])):
            child.attrs[name] = f"{{root}}{child.attrs[name]}"


def fill_root(html: str, root: str) -> str:
    """Give what `lead_from_root` prepared, for a page whose links begin with ``root``."""
    return _OWN_ADDRESS.sub(lambda found: f"{found[1]}{root}", html)


def _link_pictures(inline: Token) -> Iterator[str]:
    """Make links of the pictures in a text that other hosts have, and yield their addresses."""
    children: list[Token] = []
    depth = 0
    for child in inline.children or ():
        depth += {"link_open": 1, "link_close": -1}.get(child.type, 0)
        address = str(child.attrs.get("src", ""))
        if child.type == "image" and _OTHER_HOST.match(address):
            yield address
            children += _link(address, text_of(child), is_inside_link=depth > 0)
        else:
            children.append(child)
    if inline.children:
        inline.children = children


def _link(address: str, text: str, *, is_inside_link: bool) -> Iterator[Token]:
    """Yield the parts of a link; its text alone inside of another one, or where no page has the address."""
    from markdown_it.token import Token  # noqa: PLC0415 - as above

    is_page = bool(_WEB.match(address))
    is_link = is_page and not is_inside_link
    if is_link:
        yield Token("link_open", "a", 1, attrs={"href": address})
    yield Token("text", "", 0, content=text or (address if is_page else ""))
    if is_link:
        yield Token("link_close", "a", -1)
