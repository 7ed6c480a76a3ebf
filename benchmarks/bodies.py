"""Compares two ways to make HTML of cables' bodies: our blocks, and markdown-it-py.

``python -m benchmarks.bodies`` prints the processor time of both on the same bodies, in turn, and their ratio. It
stands behind docs/decisions/body-blocks.md. markdown-it-py runs with every rule off that a body must not have, so it
does less than ours: it knows nothing of numbers, portion marks and tables.
"""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from time import process_time
from typing import TypeVar

from markdown_it import MarkdownIt

from benchmarks.cables import write_cables
from generator.pages.markup import Marking
from generator.telegram.body import parse_body
from generator.telegram.layout import find_layout
from generator.telegram.lines import Line, split_lines
from generator.wording import open_wording

Body = TypeVar("Body")

COUNT = 300
ROUNDS = 7


def main() -> None:
    """Measure, and print a line for each way and their ratio."""
    with tempfile.TemporaryDirectory() as folder:
        write_cables(COUNT, Path(folder))
        texts = [path.read_text(encoding="utf-8") for path in sorted(Path(folder).rglob("*.txt"))]
    bodies = [find_layout(split_lines(text)).body for text in texts]
    plain = ["\n".join(line.text for line in body) for body in bodies]
    markdown = MarkdownIt("zero", {"html": False})
    ours, theirs = [], []
    for _ in range(ROUNDS):
        ours.append(_seconds(_render_blocks, bodies))
        theirs.append(_seconds(markdown.render, plain))
    ratios = [a / b for a, b in zip(ours, theirs, strict=True)]
    print(f"our blocks:      {statistics.median(ours) / COUNT * 1000:.2f} ms a cable")
    print(f"markdown-it-py:  {statistics.median(theirs) / COUNT * 1000:.2f} ms a cable, structure not included")
    print(f"ratio:           {statistics.median(ratios):.2f} (median of {ROUNDS} pairs)")


def _render_blocks(lines: Sequence[Line]) -> str:
    marking = Marking((), open_wording("en"))
    return "".join(f"<p>{marking.mark_up(block.text)}</p>" for block in parse_body(lines).blocks)


def _seconds(render: Callable[[Body], str], bodies: Sequence[Body]) -> float:
    start = process_time()
    for body in bodies:
        render(body)
    return process_time() - start


if __name__ == "__main__":
    main()
