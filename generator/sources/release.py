"""Reads the official releases of 1973-79: a release stamp, the message text, and attributes below it.

The Department of State released these telegrams with about 65 attributes each, a line each; a value may go on at the
beginning of the next line, so only known names begin one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.findings import Finding
from generator.sources.making import Cut, Piece, make_telegram
from generator.sources.raw import RawTelegram
from generator.sources.text import decode_or_refuse

_KEYS = (
    "Author|Automatic Decaptioning|Capture Date|Channel Indicators|Concepts|Control Number|Copy|Current Classification"
    "|Current Handling Restrictions|Decaption Date|Decaption Note|Disposition Action|Disposition Approved on Date"
    "|Disposition Authority|Disposition Case Number|Disposition Comment|Disposition Date|Disposition Event"
    "|Disposition History|Disposition Reason|Disposition Remarks|Document Number|Document Source|Document Unique ID"
    "|Draft Date|Drafter|Enclosure|Errors|Executive Order|Expiration|Film Number|Format|From|Handling Restrictions"
    "|Image Path|ISecure|Legacy Key|Line Count|Litigation Codes|Litigation Code Aliases|Litigation History|Locator"
    "|Margaret P. Grafeld|Markings|Message ID|Office|Original Classification|Original Handling Restrictions"
    "|Original Previous Classification|Original Previous Handling Restrictions|Page Count"
    "|Previous Channel Indicators|Previous Classification|Previous Handling Restrictions|Reference|Retention"
    "|Review Action|Review Authority|Review Comment|Review Content Flags|Review Date|Review Event|Review Exemptions"
    "|Review Exemption|Review History|Review Markings|Review Media Identifier|Review Referrals|Review Release Date"
    "|Review Release Event|Review Transfer Date|Review Withdrawn Fields|SAS ID|Secure|Status|Subject|TAGS"
    "|Telegram Text|To|Type|Vdkvgwkey|Withdrawn"
)
_KEY = re.compile(rf"[ \t]{{0,4}}(?P<key>{_KEYS.replace('.', '[.]')})[ \t]?:[ \t]*(?P<value>.*)\Z", re.IGNORECASE)
_HEADING = re.compile(r"^[ \t]*Message Text[ \t]*$", re.MULTILINE | re.IGNORECASE)
_ATTRIBUTES = re.compile(r"^[ \t]*Message Attributes[ \t]*$", re.MULTILINE | re.IGNORECASE)
_STAMP = re.compile(r".{0,80}Declassified/Released.{0,200}\Z", re.IGNORECASE)
_NONE = {"", "n/a", "na", "none", "<n/a>", "null"}
_ATTRIBUTE_OF_KEY = {
    "document number": "id",
    "draft date": "date",
    "original classification": "classification",
    "original handling restrictions": "handling",
    "from": "sender",
    "to": "action",
    "subject": "subject",
    "tags": "tags",
    "reference": "references",
    "executive order": "executive_order",
}
"""What of them has a place in a cable's record. 'Current Classification' has none: it always says UNCLASSIFIED."""
_TEXT_IS_THERE = "TEXT ON-LINE"


def read_release(piece: Piece) -> Iterator[RawTelegram | Finding]:
    """Read the telegram of a release; see `generator.sources.reading` for the interface."""
    decoded = decode_or_refuse(piece)
    if isinstance(decoded, Finding):
        yield decoded
        return
    text = decoded.text
    marks = list(_ATTRIBUTES.finditer(text))
    end = text.count("\n", 0, marks[-1].start()) + 1 if marks else 0
    named = read_message_attributes(text[marks[-1].end() :]) if marks else {}
    start = _telegram_line(text)
    attributes = {_ATTRIBUTE_OF_KEY[key]: value for key, value in named.items() if key in _ATTRIBUTE_OF_KEY}
    attributes["format"] = "release"
    locator = named.get("locator")
    if end and locator is not None and _TEXT_IS_THERE not in " ".join(locator.upper().split()):
        start = end  # whatever stands there, the release says that it is not the telegram
        attributes["no_text"] = locator
    yield make_telegram(
        piece.file,
        Cut(data=piece.data, line=1, decoded=decoded, start=start, end=end, fields={}, attributes=attributes),
    )


def read_message_attributes(text: str) -> Mapping[str, str]:
    """Read the lines below 'Message Attributes': names in small letters, and values that are not 'n/a'.

    A value goes on in every line that begins with no known name. Of a name that stands there twice the first counts.
    """
    values: dict[str, list[str]] = {}
    current: list[str] = []
    for line in text.split("\n"):
        found = _KEY.match(line) if len(line) < 10_000 else None  # noqa: PLR2004 - no attribute is as long
        if found:
            current = []
            values.setdefault(" ".join(found["key"].lower().split()), current)
            current.append(found["value"])
        elif not _STAMP.match(line):
            current.append(line)
    joined = {key: _unquoted(" ".join(" ".join(value).split())) for key, value in values.items()}
    return {key: value for key, value in joined.items() if value.lower() not in _NONE}


def _unquoted(value: str) -> str:
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] == "'" else value


def _telegram_line(text: str) -> int:
    """Give the line, from 1, below the heading 'Message Text', or below the stamp where the heading is lost."""
    heading = _HEADING.search(text)
    if heading:
        return text.count("\n", 0, heading.end()) + 2
    for number, line in enumerate(text.split("\n", 20)[:20], 1):
        if line.strip():
            return number + 1 if _STAMP.match(line) else number
    return 1
