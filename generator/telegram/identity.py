"""Reference ids: ``USNATO 000432`` of 2009 is ``09USNATO432``.

A reference id is the two-digit year, the station's code in capitals and the serial without leading zeros. Ids are
found in many spellings and, in the links of public collections, in damaged ones; `read_reference_id` makes the
canonical one of any of them. What a station is called is for `stations` to say.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from generator.record import Record
from generator.telegram.dtg import full_year
from generator.telegram.stations import fold, is_known, station_code, station_of_cut

__all__ = ["ReferenceId", "alias_of", "read_reference_id", "station_code"]

_CANONICAL = re.compile(r"(?P<year>\d{2})(?P<station>[A-Z]{1,50})(?P<serial>\d{1,7})\Z")
_LOOSE = re.compile(
    r"(?P<year>(?:19|20)?\d{2})[ _/.-]{0,4}(?P<station>[A-Z](?:[A-Z]|['. _/-](?! {2})){0,50}?)"
    r"[ _/.#-]{0,4}(?P<serial>\d{1,7})\Z"
)
_LONGEST = 120
_FILE_NAME = re.compile(r"(?:.{0,100}[/\\])?(?P<stem>[^/\\]{1,100})\.(?:HTML?|TXT|MD|MARKDOWN|JSON|XML)\Z")
_WRAPPING = " \t\n#\"'()[]{}<>*:;,._-"
_COPY = re.compile(r"(?:[ _-]{1,3}COPY(?: ?\d{1,3})?| ?\(\d{1,3}\))\Z")
_DOUBLED_YEAR = re.compile(r"(?:(?P<a>\d{2}) ?(?P=a)|(?P<b>(?:19|20)\d{2}) ?(?P=b)|(?:19|20)(?P<c>\d{2}) (?P=c))(?=\D)")
_SECTION = re.compile(r"(?:SECTION|SEC)[ _-]?\d{1,3}[ _-]?OF[ _-]?\d{1,3}[ _-]?")
_TRAILING = re.compile(
    r"(?<=\d)[ _-]?(?:TOSEC[ _-]?\d{1,7}|SECTO[ _-]?\d{1,7}|SIPDIS|NOFORN|EXDIS|NODIS|LIMDIS|STADIS|NOTAL|SENSITIVE"
    r"|C ?O ?R ?R ?E ?C ?T ?E ?D(?: ?C ?O ?P ?Y)?|[A-NP-Z]|_[A-Z])\Z"
)
"""What stood behind the serial on the classification line and was taken into the id; or a letter of a second copy."""
_LEADING = re.compile(r"(?<=\d)[ _-]?TOSEC[ _-]?\d{1,7}[ _-]?(?=STATE)")
_NOUGHT = re.compile(r"(?<=\d)O{1,3}(?=\d)|\AO(?=\d)|(?<=\A\d)O")
"""The letter that stands for a nought. One at the very end may be a copy's letter as well: it stays."""
_INTRODUCED = re.compile(r"(?:VIEWING )?(?:CABLE|TELEGRAM|REFERENCE|REF)?[ _]?(?:ID)?[ _:#-]{1,3}(?=[\dO])")
_LEVEL = re.compile(
    r"(?:UNCLASSIFIED|UNCLAS|CONFIDENTIAL|TOPSECRET|SECRET|LIMITEDOFFICIALUSE|FOROFFICIALUSEONLY|SENSITIVE|SIPDIS"
    r"|NOFORN|EXDIS|NODIS)+(?=[A-Z])"
)
_FIRST_CUT, _LAST_CUT = 1973, 1979
"""The years whose document numbers cut a station to six letters."""


class ReferenceId(Record, frozen=True):
    """A reference id in its three pieces; ``str`` gives it whole."""

    year: int
    station: str
    serial: int

    def __str__(self) -> str:
        return f"{self.year % 100:02d}{self.station}{self.serial}"


def read_reference_id(text: str) -> ReferenceId | None:
    """Read an id in any usual spelling, or damaged in one of the known ways; None if it is none.

    ``09USNATO432``, ``09 USNATO 000432`` and ``2009-USNATO-432`` are the same id, and ``09SECTION01OF03SANJOSE525``
    is ``09SANJOSE525`` (public collections). Whoever holds on to links keeps the text that was read as an alias.
    """
    return _read_short(text) if len(text) <= _LONGEST else None


@lru_cache(maxsize=1024)  # the same id stands in a cable's text and in the name of its file
def _read_short(text: str) -> ReferenceId | None:
    plain = text if text.isascii() else "".join(c for c in unicodedata.normalize("NFKC", text) if c.isprintable())
    plain = _undress(" ".join(fold(plain).split()))
    return _read_plain(plain) or _read_damaged(plain)


def alias_of(text: str, read: ReferenceId) -> str:
    """Give an id as written where that is one word and not the canonical form: links may have been published so."""
    if text == str(read):
        return ""
    raw = _undress(" ".join(fold(text).split()))
    return raw if raw.isascii() and raw.isalnum() and raw != str(read) else ""


def _undress(plain: str) -> str:
    """Take off what files and brackets put around an id."""
    named = _FILE_NAME.match(plain) if "." in plain else None
    bare = _COPY.sub("", named["stem"] if named else plain).strip(_WRAPPING)
    introduced = _INTRODUCED.match(bare)
    return bare[introduced.end() :] if introduced else bare


def _read_plain(plain: str) -> ReferenceId | None:
    found = _CANONICAL.match(plain) or _LOOSE.match(plain)
    if found is None:
        return None
    year = int(found["year"])
    station = station_code(found["station"])
    if full_year(year % 100) in range(_FIRST_CUT, _LAST_CUT + 1):
        station = station_of_cut(station)
    serial = int(found["serial"])
    if not station or not serial or station.startswith("SECTION"):
        return None
    return ReferenceId(year % 100, station if is_known(station) else _mend_station(station), serial)


def _read_damaged(plain: str) -> ReferenceId | None:
    """Mend an id step by step; None where no step leaves one."""
    mended = _NOUGHT.sub(lambda letters: "0" * len(letters[0]), plain)
    mended = _DOUBLED_YEAR.sub(lambda year: year["a"] or year["b"] or year["c"], mended, count=1)
    mended = _LEADING.sub("", _SECTION.sub("", mended)).strip(" _-")
    for _ in range(2):
        mended = _TRAILING.sub("", mended)
    half = mended[: len(mended) // 2]
    if half and mended in {half * 2, f"{half} {half}"}:
        mended = half
    if mended == plain:
        return None
    return _read_plain(mended)


def _mend_station(station: str) -> str:
    """Mend the code of no known station where that makes it a known one: ``UNCLASROME``, ``ROMEO``."""
    bare = _LEVEL.sub("", station, count=1)
    for mended in (station_code(bare), station.removesuffix("O")):
        if is_known(mended):  # an O behind a name is the nought before its serial
            return mended
    return station
