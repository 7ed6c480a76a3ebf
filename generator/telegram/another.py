"""Another telegram: where in a body the header of one begins that is not this one's.

Files hold two telegrams where somebody pasted them one below the other. Sections of one telegram stand so, too; they
name the same post and serial, or the same date-time group. What names others is no section, and none of its lines may
be taken for the repeated header of one.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.telegram.classification import parse_classification
from generator.telegram.dtg import parse_dtg
from generator.telegram.labels import Role, role_of
from generator.telegram.lines import PARAGRAPH, Line
from generator.telegram.own import Own, read_sender
from generator.telegram.sections import may_begin_section, opens_section

_BEGINNINGS = {"FM", "VZ", "PA"}
_ABOVE = {Role.TRANSMISSION, Role.DTG, Role.SEPARATOR, Role.DISTRIBUTION}
"""What of a header stands above its FM line."""
_MOST_ABOVE = 16
_MOST_LOOKED_AT = 60
"""Lines that may begin a header. The longest telegrams have some thirty sections."""
_MOST_BELOW = 80
"""Lines. Some telegrams go to a hundred posts before they name their serial, but the FM line stands near the top."""


def find_another(lines: Sequence[Line], own: Own) -> int:
    """Find the first line of another telegram's header.

    Args:
        lines: those of the body.
        own: what this telegram says of itself.

    Returns:
        The index of that line; the number of the lines if there is none.
    """
    looked_at = 0
    for index in [at for at, line in enumerate(lines) if line.text.isupper()]:  # few lines, unless all are in capitals
        text = lines[index].text.lstrip()
        if not (text[:2] in _BEGINNINGS or ("SEC" in text and "OF" in text)):
            continue
        if not (text.startswith("FM ") or may_begin_section(text)):
            continue
        looked_at += 1
        if looked_at > _MOST_LOOKED_AT:
            break
        start, group = (_start(lines, index), "") if text.startswith("FM ") else (index, _group_above(lines, index))
        if _names_another(lines[start : index + _MOST_BELOW], group, own):
            return start
    return len(lines)


def _start(lines: Sequence[Line], index: int) -> int:
    """Find the first line of a header, going up from its FM line."""
    start = index
    for at in range(index - 1, max(index - _MOST_ABOVE, 0) - 1, -1):
        text = lines[at].text
        if not text:
            continue
        if role_of(text) not in _ABOVE or text.strip() == "BT":
            break
        start = at
    return start


def _group_above(lines: Sequence[Line], index: int) -> str:
    """Find the date-time group above the line that says which section begins; empty where none stands there."""
    for line in lines[max(index - _MOST_BELOW, 0) : index][::-1]:
        text = line.text.strip()
        if text and (not text.isupper() or PARAGRAPH.match(text)):
            break
        if text and role_of(text) is Role.DTG:
            return text
    return ""


def _names_another(lines: Sequence[Line], group: str, own: Own) -> bool:
    """Tell whether the lines of a header name another post, serial or date-time group than this telegram's.

    Args:
        lines: those of the header, and maybe of a text below.
        group: the line with its date-time group, where that stands above.
        own: what the telegram says of itself.
    """
    sender = ""
    for line in lines:
        text = line.text.strip()
        if not text:
            continue
        role = role_of(text)
        if not text.isupper() or role is Role.SUBJECT or PARAGRAPH.match(text):
            break
        if role is Role.DTG and not group:
            group = text
        elif text.startswith("FM "):
            if sender:
                break
            sender = read_sender(text)
        elif role is Role.CLASSIFICATION or opens_section(text):
            read = parse_classification(text if role is Role.CLASSIFICATION else f"UNCLAS {text}")
            if read and read.serial:
                same = own.is_exactly(read.post, read.serial) or own.is_sent(group)
                return not same and (opens_section(text) or bool(group or sender))
    return _is_sent_otherwise(group, sender, own)


def _is_sent_otherwise(group: str, sender: str, own: Own) -> bool:
    """Tell whether a header without a serial, which must have a date-time group, is another telegram's."""
    if not group or parse_dtg(group) is None or own.is_sent(group):
        return False
    return own.says_when_it_was_sent or (sender != "" and not own.is_post(sender))
