"""The addressees of TO and INFO: ``[ROUTE/]NAME [PRECEDENCE] [number]``, one a line (5 FAH-2 H-320).

In the wild a line wraps, or several addressees share one; page lines and repeated classifications stand in between;
and ``XMT`` excludes several posts at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from msgspec.structs import replace

from generator.cable import Addressee
from generator.telegram.any_case import addressee_in_capitals
from generator.telegram.lines import BARE_LEVEL, PAGE_LINE, Line, squeeze
from generator.vocabulary import closest_precedence

_POST = r"(?:AMEMBASSY|AMEMB|AMCONSUL|AMCONGEN|AMCON|USMISSION|USDEL|USINT|USLO|SECSTATE|SECDEF)\b"
_INDICATOR = r"(?:R[B-DF-HJ-NP-TU-Z][A-Z\d]{2,7}|UEH[A-Z]{1,4})"
_SLASH = r" ?[/\\](?!/) ?(?=\S|\Z)"
_ROUTE = rf"(?:(?:ZEN ?[/\\] ?)?{_INDICATOR}{_SLASH}|ZEN{_SLASH})"
_LABEL = re.compile(r"\A(?:TO|INFO)(?:\s*[:.]\s*|\s+|\Z|(?=RUE|RH[EM]|AMEMB|AMCON|USMISSION|SECSTATE))")
_ROUTED = re.compile(rf"(?P<route>{_ROUTE}|R(?:UE|HE|HM|UC)[A-Z]{{2,5}} (?={_POST}))")
_BEGINS = re.compile(rf"(?<![\w\\'])(?:(?P<routed>{_ROUTE})|{_POST})")
_WHOLE = re.compile(
    r"(?:[/,;&]|\b(?:AND|FLASH|IMMEDIATE|PRIORITY|ROUTINE|NIACT|WASHDC|DC|COLLECTIVE|POSTS|POUCH)|\d{4})\s*\Z"
)
_NAMED_POST = re.compile(rf"(?:XMT )?{_POST}\s+\S")
_BETWEEN = re.compile(
    r"(?<=\s)(?:FLASH|IMMEDIATE|PRIORITY|ROUTINE)(?: \d{3,7})? ?[/,;]? (?=[A-Z]{2,20}(?:[ /]|\Z))"
    r"(?!BY |VIA |POUCH|NIACT|FLASH|IMMED|PRIOR|ROUT|XMT|ZE[LN]\b|ZFF)"
)
_NEVER_A_SERIAL = re.compile(
    r"\b(?:APO(?: [A-Z]{2})?|FPO(?: [A-Z]{2})?|BOX|ROOM|RM|SUITE|PSC|UNIT|BLDG|BUILDING|STREET|AVENUE|CONFERENCE|"
    r"SUMMIT|OLYMPICS|EXERCISE|UNGA|SESSION|AE|AP|AA)\Z"
)
_PLAIN_NUMBER = re.compile(r"\d{4,9}\Z")
_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(r"\s#?(?P<number>\d{4,9})[.,;]?\Z")
_GLUED_NUMBER = re.compile(r"(?<=[A-Z]{2})(?<=DC|TY|TE|NE|SH)(?=\d{4,7}\Z)")
_SHORT_NUMBER = re.compile(r"(?<=\s)(?P<precedence>FLASH|IMMEDIATE|PRIORITY|ROUTINE) #?(?P<number>\d{1,3})\Z")
_NUMBER_BEFORE = re.compile(
    r"\s(?P<number>\d{4,7})(?P<precedence> (?:NIACT )?(?:FLASH|IMMEDIATE|PRIORITY|ROUTINE|NIACT))\Z"
)
_NOTE = re.compile(r"[\s(/,-]{1,3}(?P<note>(?:BY |VIA |SENT BY )?POUCH(?:ED)?|BY HAND|ZE[LN]|ZFF-?\d|ZDK)\)?\Z")
_PRECEDENCE_IN_FRONT = re.compile(
    rf"(?P<precedence>(?:NIACT )?(?:FLASH|IMMEDIATE|PRIORITY|ROUTINE)):? (?={_ROUTE}|{_POST})"
)
_EXCLUDED = re.compile(r"(?P<route>[A-Z]{4,8}\s?/\s?)?XMT\b:?\s*")
_BEFORE_EXCLUDED = re.compile(r"\s(?=XMT\b)")
_EXCLUDED_LIST = re.compile(r"\s*[,;/]\s*|\s+AND\s+")
_ONLY_THE_END = re.compile(
    r"(?:(?:NIACT\s+)?(?:FLASH|IMMEDIATE|PRIORITY|ROUTINE)\b|NIACT\b)?\s*#?\d*(?:\s*(?:BY )?POUCH)?\Z"
)
_ONLY_AN_END = re.compile(r"(?:POSTS|COLLECTIVE|WASHDC|WASHINGTON|DC)\b|//")
_HANGING = re.compile(
    r"\A(?:R[A-Z]{4,7}/)?(?:AMEMBASSY|AMEMB|AMCONSUL|AMCONGEN|AMCON|USMISSION|USINT|USLO)\Z|\b(?:OF|AND|FOR|THE|IN|AT|TO)\Z|[-/\\]\Z"
)
_LONGEST_WITHOUT_WRAP = 55
_MOST_WRAPS = 3
_LONGEST_PRECEDENCE = 12
_ENDS = " ,;.-"
_FIRST_OF_LEVEL = "TSCLU"
_closest_precedence = lru_cache(maxsize=4096)(closest_precedence)


def parse_addressees(lines: Iterable[Line]) -> tuple[Addressee, ...]:
    """Read the lines of a TO or INFO part, its label included."""
    return tuple(map(parse_addressee, _excluded(_unwrapped(lines))))


def parse_addressee(entry: str) -> Addressee:
    """Read one addressee: ``RUEHC/SECSTATE WASHDC PRIORITY 3456``."""
    # The same posts come again and again, each time with another number behind them.
    entry = squeeze(entry)
    post, _, number = entry.rpartition(" ")
    if _PLAIN_NUMBER.match(number) and (read := _parse_post(post)) is not None:
        return replace(read, number=number)
    return _parse_addressee(entry)


@lru_cache(maxsize=4096)
def _parse_post(post: str) -> Addressee | None:
    """Read what stands before a number; None where the number may belong to it."""
    if _DIGIT.search(post) or _NEVER_A_SERIAL.search(post):
        return None
    read = _parse_addressee(post)
    return read if read.name and not read.note else None


@lru_cache(maxsize=4096)
def _parse_addressee(text: str) -> Addressee:
    excluded = _EXCLUDED.match(text)
    text = (excluded["route"] or "") + text[excluded.end() :] if excluded else text
    early = _PRECEDENCE_IN_FRONT.match(text)
    text = text[early.end() :] if early else text
    route = _ROUTED.match(text)
    text = text[route.end() :] if route else text
    note = _NOTE.search(text)
    text = text[: note.start()] if note else text
    text, number = _split_number(text)
    name, precedence = _split_precedence(text)
    return Addressee(
        name=name,
        route=re.sub(r"[ \\]", "", route["route"]).rstrip("/") if route else "",
        precedence=precedence or (early["precedence"] if early else ""),
        number=number,
        excluded=excluded is not None,
        note=note["note"] if note else "",
    )


def _split_number(text: str) -> tuple[str, str]:
    """Cut the serial off the end: four digits or more, or fewer behind a precedence; no box, room or year of a name."""
    if not text[-1:].isdecimal() and not text[-2:-1].isdecimal():
        found = _NUMBER_BEFORE.search(text)
        return (text[: found.start()] + found["precedence"], found["number"]) if found else (text, "")
    text = _GLUED_NUMBER.sub(" ", text, count=1)
    found = _NUMBER.search(text)
    if found:
        name = text[: found.start()]
        return (text, "") if _NEVER_A_SERIAL.search(name) else (name, found["number"])
    short = _SHORT_NUMBER.search(text)
    return (text[: short.end("precedence")], short["number"]) if short else (text, "")


def _split_precedence(text: str) -> tuple[str, str]:
    """Cut a precedence off the end of an addressee; a misspelt one is read as what it means."""
    name, _, last = text.rstrip(_ENDS).rpartition(" ")
    word = last.strip("()/,.;")
    precedence = _closest_precedence(word) if name and len(word) <= _LONGEST_PRECEDENCE else ""
    if not precedence:
        return text.rstrip(" ,;"), ""
    name = name.rstrip(_ENDS)
    if name.endswith(f" {precedence}"):  # doubled
        name = name.removesuffix(f" {precedence}").rstrip(_ENDS)
    if name.endswith(" NIACT"):
        return name.removesuffix(" NIACT").rstrip(_ENDS), f"NIACT {precedence}"
    before, _, other = name.rpartition(" ")
    if precedence == "NIACT" and before and _closest_precedence(other) == other != "":
        return before.rstrip(_ENDS), f"NIACT {other}"
    return name, precedence


def _unwrapped(lines: Iterable[Line]) -> list[str]:
    """Give one entry an addressee: labels cut off, lines between pages dropped, wrapped lines put together."""
    entries: list[str] = []
    length = joined = 0
    for line in lines:
        text = line.text.strip()
        text = text if text.isupper() else addressee_in_capitals(text)
        if not text or _stands_between_pages(text):
            continue
        if text[0] in "TI" and (label := _LABEL.match(text)):
            text = text[label.end() :]
        if not text:
            continue
        if entries and _ONLY_THE_END.match(text):
            entries[-1] += f" {text}"
        elif entries and joined < _MOST_WRAPS and _goes_on(entries[-1], text, length):
            joined += 1
            more = _split_line(text)
            entries[-1] += more[0] if entries[-1].endswith(("/", "\\")) else f" {more[0]}"
            entries += more[1:]
        else:
            joined = 0
            entries += _split_line(squeeze(text))
        length = len(line.text)
    return entries


def _goes_on(entry: str, text: str, length: int) -> bool:
    """Tell whether a line goes on with the addressee before it, whose line was so long."""
    if _BEGINS.match(text) or _EXCLUDED.match(text):
        return _ROUTED.fullmatch(entry) is not None  # the route stands alone
    if _ONLY_AN_END.match(text) and not _WHOLE.search(entry):
        return True
    if _HANGING.search(entry) and not entry.endswith("//"):
        return True
    return length >= _LONGEST_WITHOUT_WRAP and _ROUTED.match(entry) is not None and not _WHOLE.search(entry)


def _stands_between_pages(text: str) -> bool:
    if "PAGE" in text and PAGE_LINE.match(text):
        return True
    return text[0] in _FIRST_OF_LEVEL and BARE_LEVEL.match(text) is not None


def _split_line(text: str) -> tuple[str, ...]:
    """Cut a line at the addressees that begin within it; the posts behind an ``XMT`` are all excluded."""
    post, _, number = text.rpartition(" ")
    if _PLAIN_NUMBER.match(number) and _cut_line(post) == (post,):
        return (text,)
    return _cut_line(text)


@lru_cache(maxsize=4096)
def _cut_line(text: str) -> tuple[str, ...]:
    pieces: list[str] = []
    for piece in _BEFORE_EXCLUDED.split(text):
        posts = _split_posts(piece)
        excluded = _EXCLUDED.match(piece) is not None
        pieces += [
            f"XMT {post}" if excluded and at and not _ROUTED.match(post) else post for at, post in enumerate(posts)
        ]
    return tuple(pieces) or (text,)


def _split_posts(text: str) -> list[str]:
    cuts = [0]
    for found in _BEGINS.finditer(text, 1):
        before = text[cuts[-1] : found.start()].strip()
        if not before or _ROUTED.fullmatch(before) or before == "XMT" or _ONLY_THE_END.match(before):
            continue
        route = _ROUTED.match(before)
        named = before[route.end() :] if route else before
        if found["routed"] or _WHOLE.search(before) or _NAMED_POST.match(named):
            cuts.append(found.start())
    pieces: list[str] = []
    for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True):
        pieces += _split_after_precedence(text[start:end])
    return [piece for piece in (*map(_without_separator, pieces[:-1]), pieces[-1].strip()) if piece]


def _split_after_precedence(text: str) -> list[str]:
    """Cut behind each precedence that another name follows."""
    pieces: list[str] = []
    start = 0
    for found in _BETWEEN.finditer(text, 1):
        if text[start : found.start()].strip() not in {"", "NIACT"}:
            pieces.append(text[start : found.end()])
            start = found.end()
    return [*pieces, text[start:]]


def _without_separator(text: str) -> str:
    text = text.strip().removesuffix(" AND")
    return text if text.endswith("//") or _ROUTED.fullmatch(text) else text.rstrip(" /,;&")


def _excluded(entries: Iterable[str]) -> list[str]:
    """Mark each post that ``XMT`` excludes with an ``XMT`` of its own; below a collective of all posts, lines go on."""
    marked: list[str] = []
    to_all = goes_on = False
    for entry in entries:
        found = _EXCLUDED.match(entry) if "XMT" in entry else None
        if found:
            names = [name for name in _EXCLUDED_LIST.split(entry[found.end() :]) if name]
            marked += [f"{found['route'] or ''}XMT {name}" for name in names]
            goes_on = to_all or not names
        elif goes_on and not _ROUTED.match(entry):
            marked.append(f"XMT {entry}")
            goes_on = to_all
        else:
            marked.append(entry)
            goes_on = False
            to_all = entry.startswith("ALL ")
    return marked
