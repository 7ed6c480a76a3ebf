"""REF: the earlier messages that a cable builds on.

Only finding happens here: which pieces of the text are references, and which reference id each means. Whether
such a cable is in the collection is for the archive to resolve, and how it looks is for the pages. What can be read in
two ways is no link: it stays text, and is reported.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from generator.cable import Reference, ReferenceKind
from generator.record import Record
from generator.telegram.artefacts import is_artefact
from generator.telegram.dtg import LAST_YEAR_OF_THIS_CENTURY, full_year
from generator.telegram.identity import ReferenceId
from generator.telegram.lines import squeeze
from generator.telegram.mention_names import OWN_STATION, Token, cut_tokens, full, is_year, write_noughts
from generator.telegram.mentions import Mention, Number, find_mentions
from generator.telegram.reference_dates import DateBehind, find_date_of
from generator.telegram.reference_items import Item, cut_blocks, find_items
from generator.telegram.reference_words import BEHIND, DAY_OR_TIME_GROUP, INTRODUCING, NO_CABLE, NO_NAME, NOTHING
from generator.telegram.stations import fold, is_known, station_code

_LONGEST_BLOCK = 20_000
"""A longer REF part is a text that lost its labels; what lies beyond is one item of it, as text."""
_PAGE = re.compile(
    r"(?:\bTO )?\bPAGE \d{1,3} (?:OF \d{1,3}"
    r"|(?!AND |[A-Z]\. )[A-Z][A-Z'. ]{1,30}? \d{5,7}(?: \d\d OF \d\d)?(?: \d{6}Z)?)"
    r"|\b[A-Z][A-Z'.]{1,20} \d{8} {1,3}\d{3}(?:\.\d)? OF \d{3}"
    r"|\b(?:UNCLAS|CONFIDENTIAL|SECRET)[A-Z/ ]{0,40} SECTION \d{1,2} OF \d{1,2}(?: [A-Z][A-Z' ]{1,30}? \d{5,7})?"
    r"|\bSECTION \d{1,2} OF \d{1,2}\b"
)
"""What transmission put between two items, also where the lines were joined."""
_PLAIN = re.compile(
    r"(?:(?P<year>\d{2}|(?:19|20)\d{2}) )?(?P<station>[A-Z']{3,30}(?: [A-Z]{2,30}){0,3}) "
    r"(?P<serial>\d{1,7})(?: \(NOTAL\))?\Z"
)
"""An item that names a telegram in the usual way and says nothing else: it needs no closer look."""
_QUOTED = re.compile(r"\"[^\"]{1,200}\"|“[^”]{1,200}”")
_YEAR = r"(?:19|20)\d{2}"
_BARE_SERIAL = re.compile(
    rf"(?P<serial>\d{{2,7}})(?: ?\((?P<a>{_YEAR}|\d{{2}})\)|[-/](?P<b>{_YEAR}|\d{{2}})| OF (?P<c>{_YEAR}))?"
    r"(?: ?\([A-Z]{4,9}\))?[. ]{0,3}\Z"
)
_LEAST_TELLING = 3
"""A serial of fewer digits is taken for a count where anything speaks against it."""
_SEPARATORS = {",", ";", "&", "+", "AND", "OR", "/", "("}


class _Context(Record, frozen=True):
    """What is known while a block is read.

    Attributes:
        own: the cable that cites.
        year: its year, in full.
        before: the station of the item before, if that is all which the item names.
        before_dated: the item before has a year of its own.
    """

    own: ReferenceId | None
    year: int | None
    before: str = ""
    before_dated: bool = False

    @property
    def latest(self) -> int:
        """The year behind which nothing can be cited."""
        return self.year if self.year is not None else 2000 + LAST_YEAR_OF_THIS_CENTURY


def parse_references(text: str, own: ReferenceId | None = None, year: int | None = None) -> tuple[Reference, ...]:
    """Read a REF part, with its label or without.

    Args:
        text: the part's text.
        own: the id of the cable that cites. It gives the year where a reference has none.
        year: stands in for the year of `own` where only that is known, in two digits or in four. Where neither is
            given, references without a year are unclear.

    Returns:
        Every item in its order; one that means several cables once for each. All of an item's words are in its text.
    """
    given = own.year if own else year
    context = _Context(own, full_year(given) if given is not None and given < 100 else given)  # noqa: PLR2004 - two digits
    found: list[Reference] = []
    beyond = text[_LONGEST_BLOCK:]
    for block in cut_blocks(_without_artefacts(text[:_LONGEST_BLOCK])):
        for item in find_items(block):
            read, context = _read_item(item, context)
            found += read
    if beyond.strip():
        found.append(Reference(letter="", text=squeeze(beyond), target="", kind=ReferenceKind.UNCLEAR))
    return tuple(found)


def _without_artefacts(text: str) -> str:
    """Leave out what transmission put between the lines and, where lines were joined, between the words."""
    if "\n" in text:
        text = "\n".join(line for line in text.split("\n") if not is_artefact(line))
    folded = fold(text)
    if "PAGE" not in folded and " OF " not in folded:
        return text
    for found in reversed(list(_PAGE.finditer(folded))):
        text = f"{text[: found.start()]}\n{text[found.end() :]}"
    return text


def _read_item(item: Item, context: _Context) -> tuple[list[Reference], _Context]:
    """Read one item, which may name several cables: ``BAKU 1 AND 13``.

    Returns:
        Its references, and the context in which the next item is read.
    """
    words = squeeze(item.text)
    if not item.last and (plain := _PLAIN.match(fold(words))):
        station = station_code(plain["station"])
        listed = is_known(station)
        if (listed or _is_plain_name(plain, item.text)) and (read := _read_plain(plain, station, context)) is not None:
            reference = Reference(letter=item.letter, text=words, target=str(read), kind=ReferenceKind.CABLE)
            before, dated = (station, plain["year"] is not None) if listed else ("", False)
            return [reference], _Context(context.own, context.year, before, dated)
    folded = write_noughts(_without_titles(fold(item.text)))
    tokens = cut_tokens(folded)
    mentions = find_mentions(tokens, context.latest)
    other = NO_CABLE.search(folded)
    accepted = _accept(mentions, tokens, item.text, other.start() if other else None)
    ids, certain = _ids_of(accepted, folded, context)
    following = _context_behind(accepted, tokens, context) if certain else _Context(context.own, context.year)
    if not mentions and not other and (bare := _read_bare_serial(folded, context)):
        ids, certain, following = [bare], True, context
    targets = list(dict.fromkeys(map(str, ids)))
    itself = context.own is not None and str(context.own) in targets
    targets = [target for target in targets if target != str(context.own)]
    found = [
        Reference(letter=letter, text=words, target=target, kind=ReferenceKind.CABLE)
        for letter, target in zip(_letters(item, len(targets)), targets, strict=True)
    ]
    if not certain:
        found.append(Reference(letter=item.letter, text=words, target="", kind=ReferenceKind.UNCLEAR))
    elif not found:
        understood = other or itself or DAY_OR_TIME_GROUP.search(folded) or NOTHING.match(folded)
        kind = ReferenceKind.OTHER if understood else ReferenceKind.UNCLEAR
        found.append(Reference(letter=item.letter, text=words, target="", kind=kind))
    return found, following


def _is_plain_name(plain: re.Match[str], text: str) -> bool:
    """Tell a station that the vocabulary does not have: a year in front, and one word that has no other meaning."""
    return (
        plain["year"] is not None
        and plain.string == text
        and plain.end("serial") == len(text)
        and _has_no_other_meaning(plain["station"])
    )


@lru_cache(maxsize=4096)
def _has_no_other_meaning(name: str) -> bool:
    return (
        name.isalpha()
        and len(station_code(name)) >= _LEAST_TELLING
        and name not in NO_NAME
        and not NO_CABLE.search(name)
    )


def _read_plain(plain: re.Match[str], station: str, context: _Context) -> ReferenceId | None:
    """Read ``06 ROME 431``, as most items are; None where it takes more thought."""
    year = plain["year"]
    if year is not None and not is_year(year, context.latest):
        return None
    number = Number(plain["serial"], "")
    read = _read_number(number, Mention(station, True, year or "", (number,), 0, 0, True, 0, 0), None, context)
    return read if read is not None and read.serial and read != context.own else None


def _without_titles(folded: str) -> str:
    """Blank what stands in quotation marks: the title of a telegram may name others."""
    if '"' not in folded and "“" not in folded:
        return folded
    blanked = _QUOTED.sub(lambda quoted: " " * len(quoted[0]), folded)
    return blanked if any(map(str.isdigit, blanked)) else folded


def _letters(item: Item, count: int) -> Sequence[str]:
    """Give each target of an item its letter; ``A. THROUGH C.`` with three targets has three."""
    if item.last and len(item.letter + item.last) == 2 and ord(item.last) - ord(item.letter) + 1 == count:  # noqa: PLR2004
        return [chr(ord(item.letter) + step) for step in range(count)]
    return [item.letter] * count


def _accept(mentions: Sequence[Mention], tokens: Sequence[Token], text: str, other: int | None) -> list[Mention]:
    """Choose the mentions that are references themselves."""
    floors = [0, *(mention.after for mention in mentions)]
    return [m for m, floor in zip(mentions, floors, strict=False) if _is_accepted(m, floor, tokens, text, other)]


def _is_accepted(mention: Mention, floor: int, tokens: Sequence[Token], text: str, other: int | None) -> bool:
    """Decide whether a mention is the reference itself, and not part of a sentence about something else."""
    start = mention.first
    while start > floor and tokens[start - 1].text not in _SEPARATORS:
        start -= 1
    before = [token for token in tokens[start : mention.first] if token.is_word or token.is_number]
    plain = all(token.text in INTRODUCING for token in before)
    if other is not None and other < mention.start and (not plain or other >= tokens[start].start):
        return False
    if not mention.known:
        return plain and _is_a_name(mention, tokens, text)
    if plain or mention.year:
        return True
    digits = mention.numbers[0].digits
    looks_like_year = len(digits) == 4 and is_year(digits, 2000 + LAST_YEAR_OF_THIS_CENTURY)  # noqa: PLR2004
    return not looks_like_year and len(digits) >= _LEAST_TELLING and _ends_well(mention, tokens)


def _ends_well(mention: Mention, tokens: Sequence[Token]) -> bool:
    """In a sentence, a number goes with the word behind it, unless that word belongs to references."""
    behind = tokens[mention.after] if mention.after < len(tokens) else None
    return behind is None or not behind.is_word or behind.text in BEHIND or behind.new_line


def _is_a_name(mention: Mention, tokens: Sequence[Token], text: str) -> bool:
    """An unknown station is taken where it is written as a name and nothing else is said."""
    words = [token for token in tokens[mention.first : mention.after] if token.is_word and token.text not in BEHIND]
    if not words or any(text[word.start].islower() for word in words) or len(mention.station) < _LEAST_TELLING:
        return False
    if mention.year:
        return True
    digits = mention.numbers[0].digits
    looks_like_year = len(digits) == 4 and is_year(digits, 2000 + LAST_YEAR_OF_THIS_CENTURY)  # noqa: PLR2004
    return not looks_like_year and len(mention.station) > _LEAST_TELLING and _ends_well(mention, tokens)


def _context_behind(mentions: Sequence[Mention], tokens: Sequence[Token], context: _Context) -> _Context:
    """Say what an item means for a bare serial behind it: its station, where it names one and nothing else."""
    if len(mentions) != 1 or not mentions[0].known or mentions[0].first > 0:
        return _Context(context.own, context.year)
    (mention,) = mentions
    if any(token.is_word and token.text not in BEHIND for token in tokens[mention.after :]):
        return _Context(context.own, context.year)
    dated = bool(mention.year) or any(number.year for number in mention.numbers)
    return _Context(context.own, context.year, mention.station, dated)


def _ids_of(mentions: Sequence[Mention], folded: str, context: _Context) -> tuple[list[ReferenceId], bool]:
    """Give the ids that mentions mean, and whether all of them are certain."""
    ids: list[ReferenceId] = []
    certain = True
    for mention, following in zip(mentions, [*mentions[1:], None], strict=False):
        dated = find_date_of(folded[mention.end : following.start if following else len(folded)])
        for number in mention.numbers if mention.clear else ():
            read = _read_number(number, mention, dated, context)
            if read is not None:
                ids.append(read)
            certain &= read is not None
        certain &= mention.clear
    return ids, certain


def _read_number(number: Number, mention: Mention, dated: DateBehind | None, context: _Context) -> ReferenceId | None:
    """Read a serial with its own year, or that of the mention, of its date, or of the cable which cites it."""
    own = context.own
    station = mention.station
    if station == OWN_STATION:
        if own is None:
            return None
        station = own.station
    serial = int(number.digits)
    if number.year or mention.year:
        year = full(number.year or mention.year)
        return ReferenceId(year % 100, station, serial) if year <= context.latest + 1 else None  # 31 December here
    if mention.numbers[-1].bracketed and number is not mention.numbers[-1]:
        return None  # BAKU 1 AND 13 (2003): the year may be that of both
    if dated and dated.said:
        return ReferenceId(full(dated.year) % 100, station, serial) if is_year(dated.year, context.latest) else None
    if context.year is None or (dated and full(dated.year) != context.year):
        return None  # a bare date of another year may be the telegram's or its subject's
    in_the_future = own is not None and station == own.station and serial > own.serial
    return ReferenceId((context.year - in_the_future) % 100, station, serial)


def _read_bare_serial(folded: str, context: _Context) -> ReferenceId | None:
    """Read an item that is only a serial: it is of the station of the item before, if that said nothing else."""
    found = _BARE_SERIAL.match(folded.strip())
    if found is None or not context.before or context.year is None or not int(found["serial"]):
        return None
    given = found["a"] or found["b"] or found["c"]
    if given is None and (context.before_dated or len(found["serial"]) < _LEAST_TELLING):
        return None
    if given is not None and not is_year(given, context.latest):
        return None
    return _read_number(Number(found["serial"], given or ""), _bare(context.before), None, context)


def _bare(station: str) -> Mention:
    return Mention(station, True, "", (Number("", ""),), 0, 0, True, 0, 0)
