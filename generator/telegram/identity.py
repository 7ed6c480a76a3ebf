"""Reference ids: ``USNATO 000432`` of 2009 is ``09USNATO432``.

A reference id is the two-digit year, the station's code in capitals and the serial without leading zeros. The
station is named in many ways (``AMEMBASSY VALLETTA``, ``SAN JOSE``, ``N'DJAMENA``); `station_code` makes one of them.
"""

from __future__ import annotations

import re

from generator.record import Record

_CANONICAL = re.compile(r"(?P<year>\d{2})(?P<station>[A-Z]+)(?P<serial>\d{1,7})\Z")
_LOOSE = re.compile(r"(?P<year>(?:19|20)?\d{2})[\s_-]*(?P<station>[A-Z][A-Z'’. _-]*?)[\s_-]*(?P<serial>\d{1,7})\Z")
_LONGEST = 60
_KIND_OF_POST = re.compile(
    r"(?:(?:AMEMBASSY|AMCONSUL|EMBASSY|USMISSION)\s*|(?:AMEMB|AMCONGEN|CONSULATE|USINT|USOFFICE|USLO|REO)\s+)(?=[A-Z])"
)
_ALIASES = {
    "SECSTATE": "STATE",
    "SECSTATEWASHDC": "STATE",
    "SECSTATEWASHINGTONDC": "STATE",
    "HK": "HONGKONG",
    "BA": "BUENOSAIRES",
}
"""Names under which the same station is known. SECDEF is not STATE, and VIENNA is not UNVIE."""


class ReferenceId(Record, frozen=True):
    """A reference id in its three pieces; ``str`` gives it whole."""

    year: int
    station: str
    serial: int

    def __str__(self) -> str:
        return f"{self.year % 100:02d}{self.station}{self.serial}"


def station_code(name: str) -> str:
    """Give the code of a station from its name as written: capitals only, no kind of post in front."""
    plain = _KIND_OF_POST.sub("", " ".join(name.upper().split()), count=1)
    code = re.sub(r"[^A-Z]", "", plain)
    return _ALIASES.get(code, code)


def read_reference_id(text: str) -> ReferenceId | None:
    """Read an id in any usual spelling; None if it is none.

    ``09USNATO432``, ``09 USNATO 000432`` and ``2009-USNATO-432`` are the same id.
    """
    plain = text.strip().upper()
    if len(plain) > _LONGEST:
        return None
    found = _CANONICAL.match(plain) or _LOOSE.match(plain)
    if found is None:
        return None
    station = station_code(found["station"])
    serial = int(found["serial"])
    return ReferenceId(int(found["year"]) % 100, station, serial) if station and serial else None
