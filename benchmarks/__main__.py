"""`python -m benchmarks`: ours against its peers, on the same made-up cables, on this machine.

First clean builds, then searches of what was printed. Cables, converted sites and installed peers are kept under
`.bench/`, which is not committed. It prints what it measures and ends with tables; whether the figures are good is for
a person, or for the bars in the design, and never for a test.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.disk import Attic
from benchmarks.parsing import measure_parsing, write_parsing
from benchmarks.peers import PEERS, ROOT
from benchmarks.report import write_report
from benchmarks.rounds import (
    OURS,
    WORK,
    make_site,
    rounds_to_search,
    run_round,
    say,
    search_round,
    with_again,
    with_floor,
)
from benchmarks.search_report import SearchRound, write_search_round
from tests.browser import find_chromium, open_browser

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.report import Round


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the bench; 1 when a contestant that was made ready did not finish."""
    wanted = _read_arguments(arguments)
    attic = Attic(WORK / "attic")
    with_search = [name for name in wanted.peers if PEERS[name].engine]
    try:
        if wanted.search_only:
            rounds = []
            to_search = [run_round(count, with_search, 1, attic) for count in wanted.counts]
        else:
            built = (run_round(count, wanted.peers, wanted.runs, attic) for count in wanted.counts)
            rounds = [with_floor(with_again(round_), attic) for round_ in built]
            to_search = rounds_to_search(rounds)
        searched, no_browser = _search(to_search)
    finally:
        attic.empty()
    page = write_report(rounds, OURS.name, wanted.runs)
    for search in searched:
        page += "\n".join(["", *write_search_round(search), ""])
    if no_browser:
        page += f"\n{no_browser}\n"
    if not wanted.search_only:
        parsing = measure_parsing(make_site(max(wanted.counts)), wanted.runs)
        page += "\n".join(["", *write_parsing(parsing), ""])
    print(f"\n{page}")
    if wanted.save:
        (ROOT / wanted.save).write_text(page, encoding="utf-8")
        say(f"saved to {wanted.save}")
    failed = [*(round_.failed for round_ in (*rounds, *to_search)), *(search.measured.failed for search in searched)]
    return 1 if any(failed) else 0


def _search(rounds: Sequence[Round]) -> tuple[list[SearchRound], str]:
    """Searches the printed sites; or gives a sentence that says why not."""
    try:
        find_chromium()
    except AssertionError:
        return [], "Searching was not measured: it needs Chromium, or CHROMIUM set to its path."
    with open_browser() as browser:
        return [search_round(round_, browser) for round_ in rounds], ""


def _read_arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--counts", type=_read_counts, default=[1_000, 10_000, 50_000], help="such as 1000,10000")
    parser.add_argument("--runs", type=_read_count, default=3, help="runs of each contestant")
    parser.add_argument(
        "--peers",
        type=_read_peers,
        default=list(PEERS),
        help=f"of {','.join(PEERS)}; may be empty",
    )
    parser.add_argument(
        "--search-only",
        action="store_true",
        help="print each collection once, by ours and by peers that have a search, and measure searching it",
    )
    parser.add_argument("--save", type=Path, help="also write the tables here, from the repo's root")
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


if __name__ == "__main__":
    sys.exit(main())
