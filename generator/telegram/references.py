"""REF: the earlier messages that a cable builds on.

Only finding happens here: which pieces of the text are references, and which reference id each means. Whether
such a cable is in the collection is for the archive to resolve, and how it looks is for the pages.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.cable import Reference, ReferenceKind
from generator.telegram.identity import ReferenceId, station_code
from generator.telegram.lines import squeeze

_LABEL = re.compile(r"\s*(?:REF\(S\)|REFTELS?|REFERENCES?|REFS?)\s?[:;]?\s*", re.IGNORECASE)
_ITEM = re.compile(r"(?:(?<=\s)|(?<=,)|(?<=;)|^)(?:\((?P<a>[A-Z])\)|¶?(?P<b>[A-Z])[.)]|(?P<c>[A-Z]) -)\s?(?=\S)")
_MOST_LETTERS_SKIPPED = 2
_YEAR = r"(?:(?P<year>(?:19|20)\d{2}|\d{2}|O\d)[\s-]*)?"
_STATION = r"(?P<station>[A-Z][A-Z'’.]+(?:\s[A-Z][A-Z'’.]+){0,2})"
_CABLE = re.compile(
    rf"(?<![A-Z0-9/.]){_YEAR}{_STATION}[\s-]{{0,2}}(?P<serial>\d{{1,7}})(?![\d/.]*[A-Z])"
    r"(?:\s?\((?P<year_after>(?:19|20)\d{2})\)|-(?P<short_after>\d{2})(?!\d))?"
)
_MORE_SERIALS = re.compile(r"\s?(?:,|AND|&)\s?(\d{1,7})\b(?!\s*[A-Z]{3})")
_NO_CABLE = re.compile(
    r"\b(?:E-?MAILS?|PHONE|PHONECON|TELCON|TELEPHONE|CONVERSATION|MEMO|MEMORANDUM|LETTER|FAX|REPORT|NOTE|MEETING|FAM|FAH|"
    r"CFR|U\.?S\.?C|TD-?\d*|DIIR|IIR|WEB ?SITE|NEWSPAPER|PRESS RELEASE|MESSAGE OF|DATED)\b"
)
_NO_STATION = frozenset(
    "AND OF THE DATED DATE TO FROM ON IN AT BY FOR PARA PARAS PARAGRAPH PAGE SECTION NO NOTAL REF REFTEL CABLE CABLES "
    "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC JANUARY FEBRUARY MARCH APRIL JUNE JULY AUGUST SEPTEMBER "
    "OCTOBER NOVEMBER DECEMBER".split()
)


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a REF block: its letter (or none) and its text."""

    letter: str
    text: str


def parse_references(text: str, own: ReferenceId | None) -> tuple[Reference, ...]:
    """Read a REF part, with its label or without.

    Args:
        text: the part's text.
        own: the id of the cable that cites. It gives the year where a reference has none; None leaves such
            references unclear.
    """
    return tuple(reference for item in find_items(_LABEL.sub("", text, count=1)) for reference in _read_item(item, own))


def find_items(text: str) -> list[Item]:
    """Cut a REF block at its letters, which go up from one item to the next (``A. … B. …``)."""
    value = squeeze(text)
    marks: list[re.Match[str]] = []
    last = ""
    for mark in _ITEM.finditer(value):
        letter = _letter(mark)
        if not last or 0 < ord(letter) - ord(last) <= 1 + _MOST_LETTERS_SKIPPED:
            marks.append(mark)
            last = letter
    items = [Item("", value[: marks[0].start()] if marks else value)]
    for mark, following in zip(marks, [*marks[1:], None], strict=False):
        items.append(Item(_letter(mark), value[mark.end() : following.start() if following else len(value)]))
    return [Item(item.letter, item.text.strip(" ,;")) for item in items if item.text.strip(" ,;.")]


def _letter(mark: re.Match[str]) -> str:
    return mark["a"] or mark["b"] or mark["c"]


def _read_item(item: Item, own: ReferenceId | None) -> list[Reference]:
    """Read one item, which may name several cables: ``BAKU 1 AND 13``."""
    plain = item.text.upper()
    if _NO_CABLE.search(plain):
        return [Reference(letter=item.letter, text=item.text, target="", kind=ReferenceKind.OTHER)]
    targets = list(dict.fromkeys(target for found in _CABLE.finditer(plain) for target in _targets(found, plain, own)))
    if own is not None and str(own) in targets:
        targets.remove(str(own))
    if not targets:
        return [Reference(letter=item.letter, text=item.text, target="", kind=ReferenceKind.UNCLEAR)]
    return [Reference(letter=item.letter, text=item.text, target=t, kind=ReferenceKind.CABLE) for t in targets]


def _targets(found: re.Match[str], text: str, own: ReferenceId | None) -> list[str]:
    """Give the ids that one mention of a station with serials means; none where the year cannot be told."""
    if any(word in _NO_STATION for word in found["station"].split()):
        return []
    station = station_code(found["station"])
    serials = [int(found["serial"])]
    position = found.end()
    while more := _MORE_SERIALS.match(text, position):
        serials.append(int(more[1]))
        position = more.end()
    given = found["year"] or found["year_after"] or found["short_after"]
    ids = (_with_year(given, station, serial, own) for serial in serials if serial)
    return [str(each) for each in ids if each is not None]


def _with_year(given: str | None, station: str, serial: int, own: ReferenceId | None) -> ReferenceId | None:
    if given is not None:
        return ReferenceId(int(given.replace("O", "0")) % 100, station, serial)
    if own is None:
        return None
    in_the_future = station == own.station and serial > own.serial
    return ReferenceId((own.year - in_the_future) % 100, station, serial)
