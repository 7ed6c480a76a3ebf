"""Front matter: what the publisher says about a cable; it wins over what the text says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from generator.telegram.classification import parse_classification
from generator.telegram.dtg import parse_dtg
from generator.telegram.identity import station_code
from generator.telegram.lines import squeeze
from generator.telegram.record_fields import ABOUT_THE_SOURCE, read_record_field, read_tags
from generator.telegram.record_fields import NAMES as RECORD_NAMES
from generator.telegram.tags import parse_tags

NAMES = {
    "id": "id",
    "reference_id": "id",
    "date": "sent",
    "created": "sent",
    "subject": "subject",
    "title": "subject",
    "tags": "tags",
    "classification": "classification",
    "sender": "sender",
    "from": "sender",
    "origin": "sender",
    "signer": "signer",
}
"""The names that front matter may use, and the attribute of `Cable` that each sets."""


def read_fields(fields: Mapping[str, object]) -> tuple[dict[str, object], list[str]]:
    """Read front matter into attributes of `Cable`.

    Returns:
        The attributes that it sets (``id`` still as written), and the names that were not understood or whose
        value was not.
    """
    values: dict[str, object] = {}
    left: list[str] = []
    for name, value in fields.items():
        plain = name.lower().replace("-", "_").strip()
        if plain in ABOUT_THE_SOURCE:
            continue
        attribute = NAMES.get(plain) or RECORD_NAMES.get(plain)
        read = _read_value(attribute, value) if attribute else None
        if attribute is None or attribute in values or read is None or read in {"", ()}:
            left.append(name)
        else:
            values[attribute] = read
    return values, left


def _read_value(attribute: str, value: object) -> object:
    if attribute in RECORD_NAMES.values():
        return read_record_field(attribute, value)
    if attribute == "tags" and isinstance(value, list):
        return read_tags(value)
    if isinstance(value, dict):
        return None
    text = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    return _READ[attribute](squeeze(text))


def _read_time(text: str) -> datetime | None:
    try:
        time = datetime.fromisoformat(text)
    except ValueError:
        group = parse_dtg(text.upper())
        return group.sent if group else None
    try:
        return time.astimezone(UTC) if time.tzinfo else time.replace(tzinfo=UTC)
    except OverflowError:  # in UTC it would be before year 1 or after 9999
        return None


def _read_classification(text: str) -> str | None:
    line = parse_classification(text)
    return line.level if line else None


_READ: dict[str, Callable[[str], object]] = {
    "id": str,
    "sent": _read_time,
    "subject": str,
    "tags": lambda text: parse_tags(text) or None,
    "classification": _read_classification,
    "sender": station_code,
    "signer": str.upper,
}
