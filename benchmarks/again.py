"""What it costs to build a site again: nothing has changed, or one cable was edited."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from benchmarks.measure import measure

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from benchmarks.peers import Contestant

_FEWEST: Final = 3  # runs: each is short beside a clean build, and the first may find nothing of it in memory any more
_SETTLED: Final = 1.0  # seconds after which a build knows by its times that a file has not changed since


@dataclass(frozen=True, slots=True)
class Again:
    """The wall seconds of builds of a site that was built before."""

    unchanged: Sequence[float]
    edited: Sequence[float]


def build_again(contestant: Contestant, root: Path, runs: int) -> Again:
    """Builds again what `contestant` has built last, three times each at least; its cables are left as they were."""
    command = [word for word in contestant.commands[0] if word != "--clean"]
    cable = _middle(contestant.source)
    text = cable.read_bytes()
    said = contestant.output.with_suffix(".log")
    unchanged: list[float] = []
    edited: list[float] = []
    try:
        for run in range(max(runs, _FEWEST)):
            unchanged.append(measure(command, root, said).wall)
            before, _, after = text.partition(b" the ")
            cable.write_bytes(text if run % 2 else before + b" the very " + after)
            time.sleep(_SETTLED)
            edited.append(measure(command, root, said).wall)
    finally:
        if cable.read_bytes() != text:
            cable.write_bytes(text)
    return Again(unchanged, edited)


def _middle(source: Path) -> Path:
    """The cable in the middle of all, by name."""
    cables = sorted(path for path in source.rglob("*.txt") if path.is_file())
    return cables[len(cables) // 2]
