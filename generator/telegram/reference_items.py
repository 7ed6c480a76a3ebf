"""The items of a REF block: cut at their letters, in all the forms that letters have.

``A.``, ``A)``, ``(A)``, ``(A.)``, ``A -``, ``¶B.``, ``REF A:``, ``a.`` and ``(A ROME 1`` where the bracket was lost. An
initial (``JOHN A. ROE``) looks the same: letters go up from one item to the next, and that tells them apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.record import Record
from generator.telegram.lines import squeeze
from generator.telegram.stations import fold, is_known, station_code

_LABEL = re.compile(
    r"\s{0,20}(?:¶\s?)?(?:REFTEL\(S\)|R\s?E\s?F\s?T\s?E\s?L\s?S?|R\s?E\s?F\s?S?(?=\s?[:;])|REF(?:ERENCED?)?(?:'?S|\(S\)|TEL\(S\)|TELL?S?)?"
    r"(?: (?:TELEGRAM|CABLE|TEL)(?:S|\(S\))?)?)(?:(?![A-Z'(])|(?=\([A-Z\d]{1,2}\.?\))|(?=[A-Z][.):]))"
    r"\s?(?:[:;]|\.(?=[:;\s])|-(?=[\s:])){0,2}[\s:;]{0,20}"
)
_NEXT_LABEL = re.compile(r"\n\s{0,20}(?=REF(?:ERENCE)?(?:S|\(S\)|TELS?)?\s?(?:[:;]|[A-Z]\s?[:.)]))")
_MOST_LABELS = 2
_MARK = re.compile(
    r"(?:\A|(?<=[\s,;&¶)\]])|(?<=\d\.)|(?<=\d)(?=\(?[A-Z][.)]\s?[\dA-Z]))"
    r"(?:REF(?:TEL)?S?\s{0,2}[:-]?\s{0,2})?¶?\s?"
    r"(?:[(\[{]\s?(?P<a>[A-Z]{1,2}|\d{1,2})\s?[.:]?\s?[)\]}][.:]?"
    r"|(?P<b>[A-Z]{1,2}|\d{1,2})\s?(?:\.(?![A-Z]\.|\d)|\.(?=\d{2}\s?[A-Z])|[):\];])[.)]?"
    r"|(?P<c>[A-Z])(?:\s?--?\s|-(?=\d{2}\s?[A-Z])|\s?/\s)"
    r"|[(\[]?\s?(?P<d>[A-Z])[\s-](?=(?:'?\d{2,4}[\s-]?)?(?P<name>[A-Z][A-Z']{2,20}(?: [A-Z']{2,20}){0,2}?) ?\d))"
    r"\s{0,3}"
)
_USUAL_ITEM = re.compile(r"(?P<letter>[A-Z])\. (?P<text>(?:\d{2} )?[A-Z]{3,30}(?: [A-Z]{2,30}){0,3} \d{1,7})\Z")
_RANGE = re.compile(r"[\s.,)]{0,3}(?:THROUGH|THRU|TO|AND|&|-)?[\s(]{0,2}")
_MOST_LETTERS_SKIPPED = 2
_FIRST_LETTERS = {"A", "B", "C"}
"""What a block's first letter may be where words stand before it; it may be any where none do."""
_PORTION_MARKS = {"U", "S", "C"}
"""In brackets at the beginning of an item: ``A. (C) ROME 12``."""
_MOST_NUMBERED = 40
_LETTERS = 26
_SHOWN_TO_TELL = 60


class Item(Record, frozen=True):
    """One item of a REF block.

    Attributes:
        letter: its letter or number as written; empty if it has none.
        text: what it says, on one line but for line feeds between the lines of the source.
        last: the last letter where it says ``A. THROUGH C.``; else empty.
    """

    letter: str
    text: str
    last: str = ""


class _Mark(Record, frozen=True):
    """Where an item's letter stands."""

    letter: str
    start: int
    end: int
    last: str = ""


def cut_blocks(text: str) -> list[str]:
    """Cut a text at the labels that begin its lines, and take the labels off; lines are squeezed."""
    value = "\n".join(filter(None, map(squeeze, text.split("\n"))))
    if "\n" not in value:
        return [_without_label(value)]
    starts = [0, *(found.end() for found in _NEXT_LABEL.finditer(fold(value)))]
    ends = [*starts[1:], len(value)]
    return [_without_label(value[start:end]) for start, end in zip(starts, ends, strict=True)]


def _without_label(value: str) -> str:
    for _ in range(_MOST_LABELS):
        label = _LABEL.match(fold(value[:80]))
        if label is None:
            break
        value = value[label.end() :]
    return value


def find_items(block: str) -> list[Item]:
    """Cut a REF block at its letters, which go up from one item to the next (``A. … B. …``)."""
    if (usual := _usual_items(block)) is not None:
        return usual
    marks = _choose_marks(block, fold(block))
    items = [Item("", block[: marks[0].start] if marks else block)]
    for mark, following in zip(marks, [*marks[1:], None], strict=False):
        items.append(Item(mark.letter, block[mark.end : following.start if following else len(block)], mark.last))
    stripped = (Item(item.letter, item.text.strip(" ,;\n"), item.last) for item in items)
    return [item for item in stripped if item.text.strip(" .()-")]


def _usual_items(block: str) -> list[Item] | None:
    """Read a block as most are: a line an item, from A on, each a letter and one telegram. Nothing is to be chosen."""
    if not block.startswith("A. "):
        return None
    items: list[Item] = []
    for at, line in enumerate(block.split("\n")):
        found = _USUAL_ITEM.match(line)
        if found is None or _order(found["letter"]) != at + 1:
            return None
        items.append(Item(found["letter"], found["text"]))
    return items


def _choose_marks(block: str, folded: str) -> list[_Mark]:
    """Choose those of all possible marks whose letters go up."""
    candidates = list(_candidates(block, folded))
    strong = {mark.letter: mark.start for mark in candidates if not _is_weak(folded, mark)}
    latest = {mark.letter: mark.start for mark in candidates}
    marks: list[_Mark] = []
    for mark in candidates:
        if marks and mark.start < marks[-1].end:
            continue
        if marks and _joins(marks[-1], mark.letter, folded[marks[-1].end : mark.start]):
            last = mark.letter if mark.letter != marks[-1].letter else ""
            marks[-1] = _Mark(marks[-1].letter, marks[-1].start, mark.end, last)
        elif _follows(marks, mark, folded) and not (
            _is_no_mark(mark, folded, strong) or _comes_later(marks, mark, latest)
        ):
            marks.append(mark)
    return marks


def _is_no_mark(mark: _Mark, folded: str, strong: Mapping[str, int]) -> bool:
    """An initial or a portion mark has the letter of a mark that is further on."""
    if (_is_weak(folded, mark) or folded[mark.start] == "(") and strong.get(mark.letter, 0) > mark.start:
        return not _is_telling(folded[mark.end : mark.end + _SHOWN_TO_TELL])
    return False


def _comes_later(marks: list[_Mark], mark: _Mark, latest: Mapping[str, int]) -> bool:
    """Tell whether a letter that this one skips is further on."""
    if not marks or mark.letter.isdigit():
        return False
    skipped = range(_order(marks[-1].letter) + 1, _order(mark.letter))
    return any(latest.get(chr(ord("A") - 1 + order), 0) > mark.start for order in skipped if order <= _LETTERS)


def _candidates(block: str, folded: str) -> Iterator[_Mark]:
    small = None
    position = end = 0
    while found := _MARK.search(folded, position):
        letter = found["a"] or found["b"] or found["c"] or found["d"]
        at = found.start(found.lastgroup or 0) if found.lastgroup != "name" else found.start("d")
        position = max(found.end() if found["a"] or found["b"] else at + 1, position + 1)
        if found["name"] and not is_known(station_code(found["name"])):
            continue
        if found["a"] in _PORTION_MARKS and found.start() in {0, end}:
            continue
        if small is None:
            small = block[at].islower()
        if block[at].islower() == small or letter.isdigit():
            end = found.end()
            yield _Mark(letter, found.start(), end)


def _is_weak(folded: str, mark: _Mark) -> bool:
    """Words stand right before a weak mark: it may be an initial."""
    before = folded[max(mark.start - 3, 0) : mark.start]
    return before[-1:] != "\n" and before.rstrip(" ¶")[-1:].isalpha()


def _joins(mark: _Mark, letter: str, between: str) -> bool:
    """Two marks in a row are one that was doubled, or the two ends of a range: ``A. (A)``, ``A. THROUGH C.``."""
    if letter == mark.letter and not between.strip(" -"):
        return True
    return _order(letter) > _order(mark.letter) and bool(between.strip()) and _RANGE.fullmatch(between) is not None


def _follows(marks: list[_Mark], mark: _Mark, folded: str) -> bool:
    """Tell whether a letter can be the next item's."""
    letter, start = mark.letter, mark.start
    after = folded[mark.end : mark.end + _SHOWN_TO_TELL]
    if not marks:
        return _may_be_first(letter, start, after)
    last = marks[-1].last or marks[-1].letter
    if letter.isdigit() or last.isdigit():
        return letter.isdigit() and last.isdigit() and int(letter) == int(last) + 1 <= _MOST_NUMBERED
    step = _order(letter) - _order(last)
    if 0 < step <= 1 + _MOST_LETTERS_SKIPPED:
        return len(letter) == 1 or step == 1
    if letter not in {"A", last} or len(letter) > 1:
        return False
    begins = folded[start - 1] == "\n" or (step == 0 and folded[max(start - 4, 0) : start].rstrip()[-1:] in {",", ";"})
    return begins and _is_telling(after)


def _may_be_first(letter: str, start: int, after: str) -> bool:
    if start > 0:
        return letter in _FIRST_LETTERS
    if letter.isdigit():
        return int(letter) == 1
    return len(letter) == 1 and (letter in _FIRST_LETTERS or _is_telling(after))


def _order(letter: str) -> int:
    if len(letter) == 1:
        return ord(letter) - ord("A") + 1
    if letter[0] == letter[1] or letter[0] == "A":
        return _LETTERS + ord(letter[1]) - ord("A") + 1
    return 0


def _is_telling(after: str) -> bool:
    """What follows a mark out of order must be a year or a known station."""
    words = after.split()
    return bool(words) and (
        words[0].isdigit() or any(is_known(station_code(" ".join(words[:count]))) for count in (1, 2, 3))
    )
