"""REF: the earlier messages that a cable builds on.

Only finding happens here: which pieces of the text are references, and which reference id each means. Whether
such a cable is in the collection is for the archive to resolve, and how it looks is for the pages.
"""

from __future__ import annotations

import re

from generator.cable import Reference, ReferenceKind
from generator.record import Record
from generator.telegram.identity import ReferenceId, station_code
from generator.telegram.lines import squeeze, without_page_lines

_LABEL = re.compile(r"\A\s*(?:REF\(S\)|REFTELS?|REFERENCES?|REFS?)(?![A-Za-z])\s?[:;]?\s*", re.IGNORECASE)
_ITEM = re.compile(
    r"(?:(?<=\s)|(?<=,)|(?<=;)|^)(?:\((?P<a>[A-Z])\)|¶?(?P<b>[A-Z])(?:\.(?![A-Z]\.)|[):])|(?P<c>[A-Z]) -)\s?(?=\S)"
)
_MOST_LETTERS_SKIPPED = 2
_NO_STATION = (
    "AND THE SEE ALSO OUR YOUR MY PREVIOUS FROM TO ON IN AT BY FOR DATED DATE DTG NO NOTAL REF REFTEL CABLE CABLES "
    "PARA PARAS PARAGRAPH PAGE SECTION JAN FEB MAR APR MAY JUN JUL AUG SEP SEPT OCT NOV DEC JANUARY FEBRUARY MARCH "
    "APRIL JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER"
)
"""Words that no station's name holds: a number behind one is no serial."""
_YEAR = r"(?:(?P<year>(?:19|20)\d{2}|\d{2}|O\d)[\s-]*)?"
_WORD = rf"(?!(?:{_NO_STATION.replace(' ', '|')})\b)(?:ST\.|[A-Z](?:[A-Z]|['’](?=[A-Z])|\.(?=[A-Z.]))+)"
_STATION = rf"(?P<station>(?!OF\b){_WORD}(?:\s{_WORD}){{0,2}})"
_SERIAL = r"(?P<serial>\d{1,7})(?![\d/.]{0,9}[A-Z]|\d|/\d)"
_YEAR_AFTER = r"(?:\s?\((?P<year_after>(?:19|20)\d{2})\)|-(?P<short_after>\d{2})(?!\d))?"
_CABLE = re.compile(rf"(?<![\w/.'’]){_YEAR}{_STATION}[\s-]{{0,2}}{_SERIAL}{_YEAR_AFTER}")
_MORE_SERIALS = re.compile(rf"\s?(?:,|AND|&)\s?{_SERIAL}(?![\s-]*(?!AND\b)[A-Z]{{2}}){_YEAR_AFTER}")
_SERIAL_FIRST = re.compile(rf"\A(?P<serial>(?!(?:19|20)\d\d )\d{{3,7}}) {_STATION}(?: \(NOTAL\))?\Z")
_NO_CABLE = re.compile(
    r"\b(?:E-?MAILS?|PHONE|PHONECON|TELCON|TELEPHONE|CONVERSATION|MEMO|MEMORANDUM|LETTER|FAX|REPORT|NOTE|MEETING|FAM|FAH|"
    r"CFR|U\.?S\.?C|TD-?\d*|DIIR|IIR|WEB ?SITE|NEWSPAPER|PRESS RELEASE|MESSAGE OF)\b"
)


class Item(Record, frozen=True):
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
    value = _LABEL.sub("", without_page_lines(text), count=1)
    return tuple(reference for item in find_items(value) for reference in _read_item(item, own))


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
    mentions = list(_CABLE.finditer(plain)) or list(_SERIAL_FIRST.finditer(plain))
    targets = list(dict.fromkeys(target for mention in mentions for target in _targets(mention, plain, own)))
    if own is not None and str(own) in targets:
        targets.remove(str(own))
    if not targets:
        return [Reference(letter=item.letter, text=item.text, target="", kind=ReferenceKind.UNCLEAR)]
    return [Reference(letter=item.letter, text=item.text, target=t, kind=ReferenceKind.CABLE) for t in targets]


def _targets(mention: re.Match[str], text: str, own: ReferenceId | None) -> list[str]:
    """Give the ids that one mention of a station with serials means; none where the year cannot be told."""
    station = station_code(mention["station"])
    numbers = [mention]
    while more := _MORE_SERIALS.match(text, numbers[-1].end()):
        numbers.append(more)
    ids = (_read_number(number, mention, station, own) for number in numbers)
    return [str(each) for each in ids if each is not None]


def _read_number(
    number: re.Match[str], mention: re.Match[str], station: str, own: ReferenceId | None
) -> ReferenceId | None:
    """Read a serial with its own year, or that of the mention, or that of the cable which cites it."""
    serial = int(number["serial"])
    if not serial:
        return None
    given = next((year for year in map(_given_year, (number, mention)) if year), None)
    if given is not None:
        return ReferenceId(int(given.replace("O", "0")) % 100, station, serial)
    if own is None:
        return None
    in_the_future = station == own.station and serial > own.serial
    return ReferenceId((own.year - in_the_future) % 100, station, serial)


def _given_year(number: re.Match[str]) -> str | None:
    groups = number.groupdict()
    return groups.get("year") or groups.get("year_after") or groups.get("short_after")
