"""A telegram as its source holds it, before redaction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.findings import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class RawTelegram:
    """One telegram, untouched. Its text is kept out of logs and tracebacks.

    Attributes:
        path: the file, relative to the site's folder, with forward slashes.
        line: the line of the file where the telegram's entry begins, counted from 1.
        collection: the folder directly under the cables' folder; empty for a file outside any.
        sha256: of the source's bytes (of a row's, where a file holds many telegrams), in hexadecimal.
        text: all of the source's text, lines ending in a line feed. Of a table or a page, this is what stands beside
            the telegram, a line each, then the telegram.
        reading: the same text with damage of its encoding mended, line by line; empty where there was none. This
            is what is parsed; `text` is what is kept and offered.
        telegram_line: the line of the text, from 1, where the telegram itself begins: after the front matter, if there
            is some.
        telegram_end: the line of the text where something else follows the telegram; 0 if nothing does.
        line_numbers: the line of the file that each line of the text stands on; empty where they go up one by one.
        fields: what the front matter (or a parsed record) says, with the names as written; it wins over the text.
        attributes: what the format says beside the telegram, by the names of `generator.telegram.attributes`; it
            fills what the text does not say.
        findings: what was noticed while reading it.
    """

    path: str
    line: int
    collection: str
    sha256: str
    text: str = field(repr=False)
    reading: str = field(default="", repr=False)
    telegram_line: int = 1
    telegram_end: int = 0
    line_numbers: tuple[int, ...] = field(default=(), repr=False)
    fields: Mapping[str, object] = field(default_factory=dict, repr=False)
    attributes: Mapping[str, str] = field(default_factory=dict, repr=False)
    findings: tuple[Finding, ...] = ()
