"""`python -m benchmarks`: ours against its peers, on the same made-up cables, on this machine.

Cables, converted sites and installed peers are kept under `.bench/`, which is not committed. It
prints what it measures and ends with a table; whether the figures are good is for a person, or for
the bars in the design, and never for a test.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks.cables import write_cables
from benchmarks.cache import NotInstalledError, digest_of, make_once
from benchmarks.disk import Attic
from benchmarks.measure import count_printed, take_turns
from benchmarks.parsing import measure_parsing, write_parsing
from benchmarks.peers import PEERS, ROOT, Cablepress
from benchmarks.report import Result, Round, write_report

if TYPE_CHECKING:
    from collections.abc import Sequence

OURS: Final = Cablepress()
_WORK: Final = ROOT / ".bench"
_SITE: Final = "title: Benchmark\nurl: https://example.org/bench/\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the bench; 1 when a contestant that was made ready did not finish."""
    wanted = _read_arguments(arguments)
    attic = Attic(_WORK / "attic")
    try:
        rounds = [_run_round(count, wanted.peers, wanted.runs, attic) for count in wanted.counts]
    finally:
        attic.empty()
    parsing = measure_parsing(make_site(max(wanted.counts)), wanted.runs)
    page = write_report([round_ for round_, _ in rounds], OURS.name, wanted.runs)
    page += "\n".join(["", *write_parsing(parsing), ""])
    print(f"\n{page}")
    if wanted.save:
        (ROOT / wanted.save).write_text(page, encoding="utf-8")
        _say(f"saved to {wanted.save}")
    return 0 if all(finished for _, finished in rounds) else 1


def _run_round(count: int, peers: Sequence[str], runs: int, attic: Attic) -> tuple[Round, bool]:
    _say(f"{count:,} cables")
    site = make_site(count)
    contestants = [OURS.prepare(site, _WORK)]
    absent: list[str] = []
    for name in peers:
        try:
            contestants.append(PEERS[name].prepare(site, _WORK))
        except NotInstalledError as reason:
            absent.append(f"{name}: not installed ({reason}).")
            _say(f"  {absent[-1]}")
    if rest := attic.seconds_to_rest():
        _say(f"  waiting {rest:.0f} s for the disk to get over the files deleted last")
        time.sleep(rest)
    costs = take_turns(contestants, runs, ROOT, attic, _say)
    failed = [f"{c.name}: did not finish." for c in contestants if c.name not in costs]
    results = [
        Result(c.name, c.version, c.has_search, costs[c.name], count_printed(c.output))
        for c in contestants
        if c.name in costs
    ]
    size = count_printed(site / "content").size
    return Round(count, size, results, [*absent, *failed]), not failed


def make_site(count: int) -> Path:
    """A site of so many made-up cables, written once and kept."""
    here = Path(__file__).parent
    makers = ("cables.py", "stations.py", "telegram.py", "words.py")
    digest = digest_of(here / maker for maker in makers)

    def make(folder: Path) -> None:
        write_cables(count, folder)
        (folder / "site.yaml").write_text(_SITE, encoding="utf-8")

    return make_once(_WORK / "cables" / f"{count}-{digest}", make)


def _read_arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--counts", type=_read_counts, default=[1_000, 10_000], help="such as 1000,10000")
    parser.add_argument("--runs", type=_read_count, default=3, help="runs of each contestant")
    parser.add_argument(
        "--peers",
        type=_read_peers,
        default=["hugo", "hugo-same"],
        help=f"of {','.join(PEERS)}; may be empty",
    )
    parser.add_argument("--save", type=Path, help="also write the table here, from the repo's root")
    return parser.parse_args(arguments)


def _read_counts(text: str) -> list[int]:
    return [_read_count(part) for part in text.split(",")]


def _read_count(text: str) -> int:
    if (count := int(text)) < 1:
        raise argparse.ArgumentTypeError(f"{text} is less than one")
    return count


def _read_peers(text: str) -> list[str]:
    names = [name for name in text.split(",") if name]
    for name in names:
        if name not in PEERS:
            raise argparse.ArgumentTypeError(f"{name!r} is none of {', '.join(PEERS)}")
    return names


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
