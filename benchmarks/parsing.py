"""What parsing one telegram costs on one core: `python -m benchmarks.parsing`.

The whole grammar, from text to record, against markdown-it-py on the same texts in the same process, taking turns: that
is what a static site generator in Python would do with each file at least.
"""

from __future__ import annotations

import argparse
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Final

from markdown_it import MarkdownIt

from benchmarks.cables import write_cables
from generator.cable import Source
from generator.telegram import parse_telegram

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

MOST_CABLES: Final = 2_000


@dataclass(frozen=True, slots=True)
class ParsingCost:
    """Processor milliseconds a telegram, one for each run."""

    cables: int
    characters: int
    ours: Sequence[float]
    peer: Sequence[float]


def measure_parsing(folder: Path, runs: int) -> ParsingCost:
    """Parses the cables of a folder, at most 2,000 of them, in turns with the peer."""
    paths = sorted((folder / "content" / "cables").rglob("*.txt"))[:MOST_CABLES]
    texts = [path.read_text(encoding="utf-8") for path in paths]
    markdown = MarkdownIt()

    def parse(number: int, text: str) -> object:
        return parse_telegram(text, Source(path=paths[number].name, line=1, sha256=""))

    def parse_markdown(_: int, text: str) -> object:
        return markdown.parse(text)

    ours, peer = [], []
    for _ in range(runs):
        ours.append(_milliseconds(parse, texts))
        peer.append(_milliseconds(parse_markdown, texts))
    return ParsingCost(len(texts), sum(map(len, texts)), ours, peer)


def write_parsing(cost: ParsingCost) -> list[str]:
    """The section of the report: what one telegram costs, and the ratio pair by pair."""
    ratios = [mine / theirs for mine, theirs in zip(cost.ours, cost.peer, strict=True)]
    size = cost.characters / max(cost.cables, 1) / 1e3
    return [
        f"## Parsing one telegram ({size:.1f} KB each, {cost.cables:,} of them, one core)",
        "",
        "| | processor ms a telegram |",
        "|---|---|",
        f"| cablepress, text to record | {_spread(cost.ours, 3)} |",
        f"| markdown-it-py, text to tokens | {_spread(cost.peer, 3)} |",
        f"| ratio, pair by pair | {_spread(ratios, 2)} |",
    ]


def _milliseconds(parse: Callable[[int, str], object], texts: Sequence[str]) -> float:
    start = time.process_time()
    for number, text in enumerate(texts):
        parse(number, text)
    return (time.process_time() - start) / max(len(texts), 1) * 1e3


def _spread(values: Sequence[float], digits: int) -> str:
    return f"{median(values):.{digits}f} ({min(values):.{digits}f}–{max(values):.{digits}f})"


def main() -> None:
    """Makes cables in a folder of the caller's choice, and prints what parsing them costs."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.parsing", description=__doc__)
    parser.add_argument("folder", type=Path, help="where the made-up cables are, or will be, written")
    parser.add_argument("--count", type=int, default=1_000)
    parser.add_argument("--runs", type=int, default=5)
    wanted = parser.parse_args()
    if not wanted.folder.exists():
        write_cables(wanted.count, wanted.folder)
    print("\n".join(write_parsing(measure_parsing(wanted.folder, wanted.runs))))


if __name__ == "__main__":
    main()
