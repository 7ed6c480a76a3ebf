"""Words of a field that end up nowhere in the record: they are reported, so that nothing is dropped in silence.

A field's parser gives back what it left over, labels, separators, captions, repeats and page lines excepted; here
that becomes findings, each with the line where the words stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.findings import Finding
from generator.telegram.lines import Line, squeeze

_LONGEST_SHOWN = 80


def unread_words(path: str, field: str, words: Iterable[str], lines: Sequence[Line]) -> list[Finding]:
    """Make the findings for what was left over of a field.

    Args:
        path: the source's path.
        field: the field's name as readers know it: ``TAGS``, ``REF``.
        words: the pieces that were left over, in their order, each as it stands in the text or squeezed.
        lines: the lines of the field.

    Returns:
        One finding a piece: at the line that holds it whole, else that holds its first word, else the first line.
    """
    findings: list[Finding] = []
    for piece in map(squeeze, words):
        if piece:
            message = f"this was not understood in {field}: '{piece[:_LONGEST_SHOWN]}'"
            findings.append(Finding(path, _line_of(piece, lines), "cable.unread-words", message))
    return findings


def _line_of(piece: str, lines: Sequence[Line]) -> int:
    texts = [(line.number, squeeze(line.text).upper()) for line in lines]
    for wanted in (piece.upper(), piece.upper().split(maxsplit=1)[0]):
        for number, text in texts:
            if wanted in text:
                return number
    return texts[0][0] if texts else 0
