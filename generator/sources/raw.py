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
        sha256: of the source's bytes, in hexadecimal.
        text: all of the source's text, lines ending in a line feed.
        telegram_line: the line where the telegram itself begins: after the front matter, if there is some.
        fields: what the front matter says, with the names as written; empty without one.
        findings: what was noticed while reading it.
    """

    path: str
    line: int
    collection: str
    sha256: str
    text: str = field(repr=False)
    telegram_line: int = 1
    fields: Mapping[str, object] = field(default_factory=dict, repr=False)
    findings: tuple[Finding, ...] = ()
