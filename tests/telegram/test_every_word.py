"""Nothing is lost: every word of a header's fields is in the record or in a finding.

`test_spans` shows that every character is in a part of the telegram, `test_properties` that every line of a body is in
its reading text; this looks at the words of the fields, which their parsers take apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

import msgspec
import pytest
from hypothesis import given, settings

from generator.cable import Cable
from generator.telegram.artefacts import is_artefact
from generator.telegram.layout import Role, find_layout
from generator.telegram.lines import split_lines
from tests.telegram.reading import read
from tests.telegram.test_properties import SAMPLES, damaged

FIELDS = (
    Role.DTG,
    Role.FROM,
    Role.TO,
    Role.INFO,
    Role.CLASSIFICATION,
    Role.HANDLING,
    Role.EXECUTIVE_ORDER,
    Role.TAGS,
    Role.SUBJECT,
    Role.REFERENCE,
    Role.CLASSIFIED_BY,
)
LABEL = re.compile(
    r"\A\s*(?:FM|FROM|TO|INFO|T[A-Z]{0,3}GE?S?|TABS|TAS|SUB[A-Z]{1,6}|UBJECT|REF(?:\(?S\)?|TELS?)?)\b[\s:;,.]*"
    r"|\b(?:E\W{0,2}[O0]|O\W{0,2}E)\W{0,3}1\d{3,4}|\bDECL\b|\bSECTION\b|\bOF\b|\bXMT\b",
    re.IGNORECASE,
)
PROSIGNS = {"ZZ": "FLASH", "OO": "IMMEDIATE", "PP": "PRIORITY", "RR": "ROUTINE"}
"""What stands in the record for a precedence that is written as a doubled letter."""


def squashed(text: str) -> str:
    return re.sub(r"[\W_]", "", text.upper())


def lost_words(text: str, cable: Cable) -> Iterator[str]:
    record = msgspec.to_builtins(cable)
    for about_the_source in ("header", "source"):
        del record[about_the_source]
    written = msgspec.json.encode(record).decode().upper()
    known, words_known = squashed(written), set(re.findall(r"[A-Z]{4,}", written))
    if cable.classification.startswith("UNCLASSIFIED"):
        words_known.add("UNCLAS")  # as it is written, and misspelt: ANCLAS
    for part in find_layout(split_lines(text)).parts:
        for line in part.lines if part.role in FIELDS else ():
            if part.role is not Role.CLASSIFICATION and is_artefact(line.text):
                continue  # transmission put it there: PAGE 02, NNNN
            words = re.findall(r"[^\W\d_]{2,}|\d{2,}", LABEL.sub(" ", line.text).upper())
            lost = (w for w in words if w.lstrip("0") not in known and PROSIGNS.get(w, w) not in known)
            # A misspelt caption or precedence is in the record as the one that it means.
            yield from (word for word in lost if not get_close_matches(word, words_known, n=1, cutoff=0.75))


@pytest.mark.parametrize("text", SAMPLES)
def test_every_word_of_a_sample_s_header_is_understood_or_reported(text: str) -> None:
    assert list(lost_words(text, read(text))) == []


@given(damaged())
@settings(deadline=None, max_examples=300)
def test_every_word_of_a_damaged_header_is_understood_or_reported(text: str) -> None:
    assert list(lost_words(text, read(text))) == []
