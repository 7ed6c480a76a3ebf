"""Openings: what a line of a body begins with: a paragraph's number and portion mark, or an item's label.

``¶1. (C)``, ``1.(C/NF)``, ``(C) 1.``, ``Para 1.``; ``A.``, ``(1)``, ``--``. Only the form is told here; whether it
really begins something hangs on what stands before, and is decided in `generator.telegram.body`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.record import Record
from generator.telegram.lines import PARAGRAPH, PORTION_MARK

_ANY_CASE_MARK = re.compile(PORTION_MARK.pattern.replace("?", "", 1), re.IGNORECASE)
_UNUSUAL_NUMBER = re.compile(
    r"\s{0,8}(?:(?i:para(?:graph)?\s?)(?P<para>\d{1,3})\s?[.:)]|P(?P<p>\d{1,3})\s?[.)]"
    r"|[(\[](?P<bracketed>\d{1,3})[)\]]\.?(?=\s{0,3}[(\[]\s?(?:TS|SBU|LOU|[SCU])\s?[-/)\]])"
    r"|(?P<el>[lI])\s?[.)](?=\s{0,3}[(\[]\s?(?:TS|SBU|LOU|[SCU])\s?[-/)\]])"
    r"|-\s{0,2}(?P<dashed>\d{1,3})\.(?=\s{0,3}[(\[]\s?(?:TS|SBU|LOU|[SCU])\s?[-/)\]]))\s{0,6}"
)
_ITEM = re.compile(
    r"\s*(?:Â?¶\s?(?=[A-Za-z]))?(?P<label>-{1,3}(?=\s|[A-Za-z\"“(])|[–—*+](?=\s)|[•●▪■◦‣·]|o(?=\s)"
    r"|\((?:[A-Za-z]|[ivx]{1,4}|[IVX]{1,4}|\d{1,2})\)\.?|[A-Za-z][.)](?=\s)|[A-Za-z]\)|(?:[IVX]{2,4}|[ivx]{2,4})[.)](?=\s)"
    r")\s*(?=\S)"
)
_LONGEST_OPENING = 16
_ROMAN = {
    numeral: value
    for value, numeral in enumerate("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii".split(), start=1)
}


class Number(Record, frozen=True):
    """A paragraph's number and mark at the beginning of a line.

    Attributes:
        number: the number.
        mark: the portion mark, in capitals and with single slashes; empty if there is none.
        pilcrow: a pilcrow stands before it.
        unusual: it is written ``Para 1.``, ``P1.`` or ``(1)``, which may as well be words of a sentence or an item.
        lower: the mark is in small letters.
        label: the number as written, ``1.``.
        end: the index where the text behind it begins.
    """

    number: int
    mark: str
    pilcrow: bool
    unusual: bool
    lower: bool
    label: str
    end: int


class Label(Record, frozen=True):
    """An item's label at the beginning of a line.

    Attributes:
        label: as written, ``A.``; a pilcrow that a publisher put before it is left out.
        family: what it has in common with the labels of the same list: ``A.`` for ``B.``, ``1)`` for ``2)``.
        value: which one of its family it is, from 1; 0 for a dash.
        indent: how far it is set in.
        end: the index where the item's text begins.
    """

    label: str
    family: str
    value: int
    indent: int
    end: int


def read_number(text: str) -> Number | None:
    """Read a paragraph's number at the beginning of a line, with the portion mark behind or before it."""
    # Most lines begin with ``¶2. (C) `` and a word: that much alone decides, and is the same in all cables.
    end = text.find(") ", 0, _LONGEST_OPENING) + len(") ")
    if end >= len(") ") and text[end : end + 1].isalpha():
        usual = _read_opening(text[:end])
        if usual is not None and usual.mark:
            return usual
    return _find_number(text)


def _find_number(text: str) -> Number | None:
    found = PARAGRAPH.match(text)
    if found:
        mark = _ANY_CASE_MARK.match(text, found.end()) or PORTION_MARK.match(text, found.end())
        pilcrow = found["marked"] is not None
        number = found["marked"] or found["number"]
        return _number(number, found[0], mark, mark.end() if mark else found.end(), pilcrow=pilcrow)
    unusual = _UNUSUAL_NUMBER.match(text)
    if unusual:
        mark = _ANY_CASE_MARK.match(text, unusual.end())
        number = next((value for value in unusual.groups() if value), "")
        number = "1" if unusual["el"] else number
        return _number(
            number,
            unusual[0],
            mark,
            mark.end() if mark else unusual.end(),
            unusual=mark is None or unusual["bracketed"] is not None,
        )
    return _number_behind_mark(text)


_read_opening = lru_cache(maxsize=2048)(_find_number)


def _number_behind_mark(text: str) -> Number | None:
    """``(C) 1.``."""
    mark = _ANY_CASE_MARK.match(text.lstrip())
    if mark is None:
        return None
    start = len(text) - len(text.lstrip()) + mark.end()
    found = PARAGRAPH.match(text, start)
    if found is None:
        return None
    return _number(found["marked"] or found["number"], found[0], mark, found.end(), pilcrow=found["marked"] is not None)


def _number(
    number: str, label: str, mark: re.Match[str] | None, end: int, *, pilcrow: bool = False, unusual: bool = False
) -> Number:
    written = mark["mark"] if mark else ""
    return Number(int(number), plain_mark(written), pilcrow, unusual, written.islower(), label.strip(), end)


def read_mark(text: str) -> tuple[str, bool, int] | None:
    """Read a portion mark at the beginning of a text: the mark, whether in small letters, where the text begins."""
    found = _ANY_CASE_MARK.match(text)
    return (plain_mark(found["mark"]), found["mark"].islower(), found.end()) if found else None


@lru_cache(maxsize=1024)
def plain_mark(mark: str) -> str:
    """Write a portion mark in capitals with single slashes: ``C/NF`` for ``c - nf``; one with words stays as it is."""
    if is_of_whole_text(mark):
        return " ".join(mark.split())
    return " ".join(re.sub(r"\s*([-/]\s*){1,2}", "/", mark).upper().split())


def is_of_whole_text(mark: str) -> bool:
    """Tell whether a mark is that of all paragraphs: ``C - Entire text``."""
    return "ENTIRE" in mark.upper()


def read_label(text: str) -> Label | None:
    """Read an item's label at the beginning of a line."""
    found = _ITEM.match(text)
    if found is None:
        return None
    family, value = _family(found["label"])
    return Label(found["label"], family, value, found.start("label"), found.end())


@lru_cache(maxsize=1024)
def _family(label: str) -> tuple[str, int]:
    """Tell what list a label is of and which of its items it marks. ``i`` alone is a letter; the body knows better."""
    core = label.strip("().")
    if core.isdigit():
        return label.replace(core, "1"), int(core)
    if len(core) == 1 and core.isalpha() and label != "o":
        return label.replace(core, "A" if core.isupper() else "a"), ord(core.upper()) - ord("A") + 1
    if core.lower() in _ROMAN:
        return label.replace(core, "I" if core.isupper() else "i"), _ROMAN[core.lower()]
    return label, 0
