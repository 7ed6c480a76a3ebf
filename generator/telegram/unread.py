"""Words of a field that end up nowhere in the record: they are reported, so that nothing is dropped in silence.

A field's parser gives back what it left over, labels, separators, captions, repeats and page lines excepted; here
that becomes findings, each with the line where the words stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from textwrap import wrap

from msgspec.structs import replace

from generator.findings import Finding
from generator.telegram.lines import Line, squeeze

_LONGEST_SHOWN = 200
_MOST_REPORTED = 10


def unread_words(path: str, field: str, words: Iterable[str], lines: Sequence[Line]) -> list[Finding]:
    """Make the findings for what was left over of a field.

    Args:
        path: the source's path.
        field: the field's name as readers know it: ``TAGS``, ``REF``.
        words: the pieces that were left over, in their order, each as it stands in the text or squeezed.
        lines: the lines of the field.

    Returns:
        One finding a piece: at the line that holds it whole, else that holds its first word, else the first line. Of
        a field that is damaged all over, the last finding says how many more pieces there are.
    """
    pieces = [short for piece in map(squeeze, filter(None, words)) for short in _in_short(piece)]
    if not pieces:
        return []
    texts = [(line.number, squeeze(line.text).upper()) for line in lines]
    findings = [
        Finding(path, _line_of(piece, texts), "cable.unread-words", f"this was not understood in {field}: '{piece}'")
        for piece in pieces[:_MOST_REPORTED]
    ]
    more = len(pieces) - len(findings)
    if more:
        findings[-1] = replace(findings[-1], message=f"{findings[-1].message}, and {more} more")
    return findings


def _in_short(piece: str) -> list[str]:
    """Cut a long piece at its words, as far as it will be reported."""
    if len(piece) <= _LONGEST_SHOWN:
        return [piece] if piece else []
    return wrap(piece[: _LONGEST_SHOWN * _MOST_REPORTED], _LONGEST_SHOWN)


def _line_of(piece: str, texts: Sequence[tuple[int, str]]) -> int:
    for wanted in (piece.upper(), piece.upper().split(maxsplit=1)[0]):
        for number, text in texts:
            if wanted in text:
                return number
    return texts[0][0] if texts else 0
