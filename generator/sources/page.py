"""Reads one cable from the HTML page on which it was first published.

The page has the subject in a heading, a table of what is known beside the telegram, and the telegram in two ``<pre>``
elements, header and body; where there is one, it is the body. Of the markup nothing is kept but text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, islice
from typing import Any

from lxml import etree, html

from generator.findings import Finding
from generator.sources.decoding import Decoded
from generator.sources.making import Cut, Piece, head_lines, make_telegram
from generator.sources.raw import RawTelegram
from generator.sources.text import decode_or_refuse

_TITLE = re.compile(r"\s{0,40}Viewing cable\s{1,10}(?P<id>[^\s,]{1,80})\s{0,10}(?:,(?P<subject>.*))?\Z", re.DOTALL)
_COLUMNS = ("id", "created", "released", "classification", "origin")
_ATTRIBUTE_OF_COLUMN = {"id": "id", "created": "date", "classification": "classification", "origin": "sender"}
_OPENS = re.compile(r"<pre\b[^>]{0,300}>", re.IGNORECASE)
_BREAK = re.compile(r"\n|&#(?:x0{0,6}A|0{0,6}10);|<br\b", re.IGNORECASE)
_DECLARATION = re.compile(r"\s{0,100}<\?xml[^>]{0,300}>", re.IGNORECASE)
_PARAGRAPH_AHEAD = re.compile(r"\s{0,3}\d{1,3}\s?[.)](?!\d)")


def read_page(piece: Piece) -> Iterator[RawTelegram | Finding]:
    """Read the telegram of a published page; see `generator.sources.reading` for the interface."""
    decoded = decode_or_refuse(piece)
    if isinstance(decoded, Finding):
        yield decoded
        return
    root, findings = _parse(decoded.text, piece)
    blocks = [] if root is None else [each for each in root.iter("pre") if each.find(".//pre") is None]
    cells, media = ([], []) if root is None else _read_table(root)
    if not blocks or not (cells or _looks_like_telegram(blocks)):
        message = "the page holds no telegram: it has no table of class 'cable' with a text below"
        yield Finding(piece.file.name, 0, "source.not-a-cable", message)
        return
    named, subject = _read_names(cells, root)
    head = head_lines([*named.items(), ("subject", subject), *(("media", link) for link in media)])
    texts = [_text_of(block) for block in blocks]
    lines, numbers = _join(head, texts, decoded.text)
    text = _clean("\n".join(lines))
    attributes = {_ATTRIBUTE_OF_COLUMN[name]: value for name, value in named.items() if name in _ATTRIBUTE_OF_COLUMN}
    attributes |= {"subject": subject, "media": "\n".join(media), "format": "page"}
    if len(texts) == 1:
        attributes["only_body"] = "yes"
    yield make_telegram(
        piece.file,
        Cut(
            data=piece.data,
            line=1,
            decoded=Decoded(text, decoded.remark, 0),
            start=len(head) + 1,
            line_numbers=tuple(numbers),
            fields={},
            attributes={name: value for name, value in attributes.items() if value},
            findings=findings,
        ),
    )


def _parse(text: str, piece: Piece) -> tuple[Any, list[Finding]]:
    """Parse a page; where the parser gives up before the end, a finding says so."""
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(_DECLARATION.sub("", text, count=1).encode(), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None, []
    fatal = next((entry for entry in parser.error_log if entry.level_name == "FATAL"), None)
    if fatal is None:
        return root, []
    message = f"the page's markup cannot be read to its end: {fatal.message.partition(',')[0].lower()}"
    return root, [Finding(piece.file.name, fatal.line, "source.broken-page", message)]


def _read_table(root: Any) -> tuple[list[str], list[str]]:  # noqa: ANN401 - an element of lxml, which is not typed
    """Give the cells of the row that describes the cable, and the media links of the row that spans the table."""
    cells: list[str] = []
    media: list[str] = []
    for row in root.xpath("//tr[ancestor::table[@class='cable']]"):  # each once, however deep tables stand in tables
        columns = row.findall("td")
        if any(column.get("colspan") for column in columns):
            media += [link.get("href", "").strip() for link in row.iterfind(".//a[@href]")]
        elif columns and not cells:
            # A link's own text, never its title, which can be another cable's.
            cells = [" ".join(column.text_content().split()) for column in columns]
    return cells, list(dict.fromkeys(link for link in media if link.startswith(("http://", "https://"))))


def _read_names(cells: Sequence[str], root: Any) -> tuple[dict[str, str], str]:  # noqa: ANN401 - see above
    """Name the cells, and take the subject, and the id where there are no cells, from the heading."""
    named = {name: value for name, value in zip(_COLUMNS, cells, strict=False) if value}
    for heading in root.iter("h1", "h2", "h3"):
        found = _TITLE.match(heading.text_content())
        if found:
            named.setdefault("id", found["id"])
            return named, " ".join((found["subject"] or "").split())
    return named, ""


def _text_of(block: Any) -> str:  # noqa: ANN401 - see above
    """Give the text of a ``<pre>``.

    The site put a pilcrow, in an anchor, before everything that looked to it like a paragraph. It stays before numbers,
    where it agrees with the telegram; before letters, as in a REF block, it says nothing.
    """
    for line_break in block.iter("br"):
        line_break.tail = "\n" + (line_break.tail or "")
    for anchor in block.iter("a"):
        if (anchor.text or "").strip() == "¶" and not len(anchor) and not _PARAGRAPH_AHEAD.match(anchor.tail or ""):
            anchor.text = ""
    return str(block.text_content()).replace("\r\n", "\n").replace("\r", "\n")


def _looks_like_telegram(blocks: Sequence[Any]) -> bool:
    """A page without the table is a cable's where its text says so."""
    text = str(blocks[0].text_content())[:5000]
    return any(sign in text for sign in ("VZCZC", "SUBJECT:", "TAGS:", "E.O. ", "UNCLAS", "C O N F I D E N T I A L"))


def _join(head: Sequence[str], texts: Sequence[str], page: str) -> tuple[list[str], list[int]]:
    """Put head and texts together, an empty line between two, with the line of the page on which each line stands."""
    lines = list(head)
    numbers = [1] * len(head)
    opens = _OPENS.finditer(page)
    for index, text in enumerate(texts):
        if index:
            lines.append("")
            numbers.append(numbers[-1])
        own = text.split("\n")
        lines += own
        opened = next(opens, None)
        numbers += _lines_in_page(page, opened.end() if opened else len(page), len(own))
    return lines, numbers


def _lines_in_page(page: str, start: int, count: int) -> list[int]:
    """Give the line of the page for each line of a text that begins at an index; breaks may be entities."""
    first = page.count("\n", 0, start) + 1
    breaks = (int(each[0] == "\n") for each in islice(_BREAK.finditer(page, start), count - 1))
    numbers = list(accumulate(breaks, initial=first))
    return numbers + [numbers[-1]] * (count - len(numbers))


def _clean(text: str) -> str:
    """An entity can make a control character or half of a pair; neither belongs into a text."""
    return text if text.isprintable() else _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text)


_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
