"""The bench's answer as a page of Markdown: every figure in it was measured, none was typed.

Ratios are taken pair by pair, each of our runs with the peer's run next to it, and the median of
those is given; so a slow spell of the machine, which meets both, does not count.
"""

from __future__ import annotations

import platform
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.measure import MEMORY_IS
from benchmarks.processes import CORES, HAS_PROC, MEMORY

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from benchmarks.again import Again
    from benchmarks.measure import Cost, Printed
    from benchmarks.peers import Contestant


@dataclass(frozen=True, slots=True)
class Result:
    """One contestant's runs over one collection."""

    contestant: Contestant
    costs: Sequence[Cost]
    printed: Printed

    @property
    def name(self) -> str:
        """The contestant's."""
        return self.contestant.name


@dataclass(frozen=True, slots=True)
class Round:
    """All contestants over one collection; ours comes first, if it finished."""

    cables: int
    size: int
    results: Sequence[Result]
    absent: Sequence[str]  # one sentence for each peer that did not take part
    failed: Sequence[str]  # one for each contestant that did not finish
    floor: Sequence[float] = ()  # seconds that writing the files of ours again took, a run each
    again: Again | None = None  # what it took ours to build again
    markup: Sequence[int] = ()  # bytes that pages of ours add to their cables' texts, the lightest first


def describe_machine() -> str:
    """What the figures hang on, without saying whose machine it is."""
    parts = [f"{CORES} cores ({platform.machine()})"]
    if HAS_PROC:
        parts.append(f"{MEMORY / 1e9:.0f} GB of memory")
    parts.append(f"{platform.system()} {platform.release()}")
    parts.append(f"{platform.python_implementation()} {platform.python_version()}")
    return ", ".join(parts)


def write_report(rounds: Sequence[Round], ours: str, runs: int) -> str:
    """The page, but for what is measured after the builds; without rounds, its head only."""
    lines = [
        "# What a clean build costs, and a search" if rounds else "# What a search costs",
        "",
        "Written by `make bench`; `benchmarks/README.md` says what is measured and what is fair.",
        "",
        f"- Machine: {describe_machine()}",
    ]
    if rounds:
        lines += [f"- Runs: {runs} of each, taking turns; the median, with the lowest and highest behind it"]
    lines += [f"- Memory: {MEMORY_IS}", "- MB and KB are a million and a thousand bytes"]
    for round_ in rounds:
        lines += ["", *_write_round(round_, ours)]
    return "\n".join(lines) + "\n"


def _write_round(round_: Round, ours: str) -> list[str]:
    mean = round_.size / max(round_.cables, 1) / 1e3
    lines = [
        f"## {round_.cables:,} cables ({round_.size / 1e6:,.1f} MB, {mean:.1f} KB each)",
        "",
        "| | full-text search | wall s | processor s | memory MB | files | printed MB | largest KB |",
        "|---|---|---|---|---|---|---|---|",
        *[_write_row(result) for result in round_.results],
    ]
    mine = next((result for result in round_.results if result.name == ours), None)
    peers = [result for result in round_.results if result is not mine]
    if mine is not None:
        if peers:
            lines += ["", "| ratio, pair by pair | wall | processor | memory |", "|---|---|---|---|"]
            lines += [_write_ratios(mine, peer) for peer in peers]
        lines += _write_stages(mine)
        if round_.floor:
            lines += ["", _write_floor(mine, round_.floor)]
        if round_.again:
            lines += ["", _write_again(mine, round_.again)]
        if round_.markup:
            lines += ["", _write_markup(mine, round_.markup)]
    if costs := [cost for result in round_.results for cost in result.costs]:
        lines += ["", _write_conditions(costs)]
    for sentence in (*round_.absent, *round_.failed):
        lines += ["", sentence]
    return lines


def _write_stages(mine: Result) -> list[str]:
    """Where the time of ours goes. Pieces of several stages run side by side, so it is what was waited for."""
    runs = [mine.contestant.stages_of(cost) for cost in mine.costs]
    if not all(runs):
        return []
    total = median(sum(run.values()) for run in runs)
    seconds = {stage: median(run[stage] for run in runs) for stage in runs[0]}
    stages = [f"{stage} {took:,.2f} s ({took / total:.0%})" for stage, took in seconds.items()]
    return ["", f"Stages of {mine.name}, as it waited for them: {', '.join(stages)}."]


def _write_floor(mine: Result, floor: Sequence[float]) -> str:
    times = _spread([cost.wall / seconds for cost, seconds in zip(mine.costs, floor, strict=False)], "{:.1f}")
    return (
        f"The floor: writing the files of {mine.name} again by a plain loop takes {_spread(floor, '{:.2f}')} s; "
        f"making them takes {times} times that."
    )


def _write_markup(mine: Result, markup: Sequence[int]) -> str:
    high = markup[len(markup) * 95 // 100]
    return (
        f"What a cable's page of {mine.name} has beside its text, uncompressed: {median(markup) / 1e3:.1f} KB "
        f"(95th percentile {high / 1e3:.1f}), of {len(markup):,} pages."
    )


def _write_again(mine: Result, again: Again) -> str:
    clean = median(cost.wall for cost in mine.costs)
    said = []
    for what, seconds in (("with nothing changed", again.unchanged), ("after one cable was edited", again.edited)):
        said.append(f"{what} {_spread(seconds, '{:.2f}')} s, 1/{clean / median(seconds):,.0f} of the clean build")
    return f"Built again by {mine.name}: {'; '.join(said)}."


def _write_conditions(costs: Sequence[Cost]) -> str:
    probes = _spread([cost.new_file for cost in costs], "{:.2f}")
    sentence = f"Just before the runs, making a small file took {probes} ms."
    if not HAS_PROC:
        return sentence
    shares = _spread([100 * cost.others / (cost.wall * CORES) for cost in costs], "{:.0f}%")
    return f"{sentence} Meanwhile, {shares} of the processors' time went elsewhere."


def _write_row(result: Result) -> str:
    cells = [
        f"{result.name} ({result.contestant.version})",
        "yes" if result.contestant.engine else "no",
        _spread([cost.wall for cost in result.costs], "{:,.2f}"),
        _spread([cost.cpu for cost in result.costs], "{:,.2f}"),
        _spread([cost.peak / 1e6 for cost in result.costs], "{:,.0f}"),
        f"{result.printed.files:,}",
        f"{result.printed.size / 1e6:,.1f}",
        f"{result.printed.largest / 1e3:,.0f}",
    ]
    return f"| {' | '.join(cells)} |"


def _write_ratios(mine: Result, peer: Result) -> str:
    def ratio(figure: Callable[[Cost], float]) -> str:
        pairs = zip(mine.costs, peer.costs, strict=False)
        return _spread([figure(ours) / figure(theirs) for ours, theirs in pairs], "{:.2f}")

    cells = [
        f"{mine.name} / {peer.name}",
        ratio(lambda cost: cost.wall),
        ratio(lambda cost: cost.cpu),
        ratio(lambda cost: cost.peak),
    ]
    return f"| {' | '.join(cells)} |"


def _spread(figures: Sequence[float], form: str) -> str:
    low, middle, high = (form.format(f) for f in (min(figures), median(figures), max(figures)))
    return middle if len(figures) == 1 else f"{middle} ({low}–{high})"
