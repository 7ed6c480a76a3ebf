"""Lighthouse, over a page of every kind, as a phone and as a desktop."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tests.audit.tools import HERE, AuditError
from tests.browser import QUIET, find_chromium

LEAST = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
"""The score of each category under which the audit fails."""
MOST = {"shift": 0.05, "bytes": 30_000, "requests": 6, "elements": 1_400}
"""What no run of a page may exceed, as none of it hangs on the machine: how much of what is seen jumps while the page
comes (from 0.1 on, readers are disturbed), bytes as they are sent, files (a browser fetches six at once from a host),
elements (Lighthouse calls more than 1,400 too many)."""
RUNS = 5
"""How often a page is measured at most. What else the machine does can only make a page look slower, never faster; so
one whose performance is short is measured again, and the performance of its best run counts. Everything else must hold
in every run."""


@dataclass(frozen=True)
class Asked:
    """A page, and how it is looked at. Search engines are asked about where the page does not send them away."""

    address: str
    desktop: bool
    seo: bool

    @property
    def name(self) -> str:
        """Name it for a person."""
        return f"{self.address} ({'desktop' if self.desktop else 'phone'})"


@dataclass(frozen=True)
class Judged:
    """What Lighthouse said of a page."""

    asked: Asked
    scores: dict[str, int]
    found: dict[str, list[tuple[str, str]]]
    steady: dict[str, float]
    metrics: str

    @property
    def is_slow(self) -> bool:
        """Tell whether performance is short, for which the machine may be to blame."""
        return self.scores["performance"] < LEAST["performance"]

    def short(self) -> list[str]:
        """Give a sentence for each rule that made a category miss its score, and for each figure that is too high."""
        return [*self._short_scores(), *self._high_figures()]

    def _short_scores(self) -> Iterator[str]:
        for category, score in self.scores.items():
            if score < LEAST[category]:
                timing = [("timing", self.metrics)] if category == "performance" else []
                for rule, place in [*self.found[category], *timing]:
                    yield f"{self.asked.name}: {category} {score}: {rule}: {place}"

    def _high_figures(self) -> Iterator[str]:
        for name, figure in self.steady.items():
            if figure > MOST[name]:
                yield f"{self.asked.name}: {name} {figure:g}, at most {MOST[name]:g}"


def worst_but_fastest(runs: Sequence[Judged]) -> Judged:
    """Make one judgement of several runs of a page.

    Args:
        runs: at least one.

    Returns:
        The performance of the best run; of everything else what was worst in any of them.
    """
    fastest = max(runs, key=lambda run: run.scores["performance"])
    scores, found = {**fastest.scores}, {**fastest.found}
    for category in scores.keys() - {"performance"}:
        worst = min(runs, key=lambda run: run.scores[category])
        scores[category], found[category] = worst.scores[category], worst.found[category]
    steady = {name: max(run.steady[name] for run in runs) for name in fastest.steady}
    return Judged(fastest.asked, scores, found, steady, fastest.metrics)


def judge(host: str, pages: Sequence[Asked]) -> Iterator[Judged]:
    """Ask about pages, one after another, as two at once would slow each other.

    Args:
        host: where the site is, ending in ``/``.
        pages: which, and how.

    Yields:
        What was said, in the order of the pages.
    """
    command = ["node", "lighthouse.mjs", "--headless", *QUIET]
    environment = {**os.environ, "CHROME_PATH": find_chromium()}
    with subprocess.Popen(
        command, cwd=HERE, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        for page in pages:
            runs: list[Judged] = []
            while not runs or (len(runs) < RUNS and runs[-1].is_slow):
                runs.append(_ask(process, host, page))
            yield worst_but_fastest(runs)
        process.communicate()


def _ask(process: subprocess.Popen[str], host: str, page: Asked) -> Judged:
    if process.stdin is None or process.stdout is None:
        raise AuditError("Lighthouse has no way to answer.")
    question = {"url": host + page.address, "desktop": page.desktop, "seo": page.seo}
    process.stdin.write(json.dumps(question) + "\n")
    process.stdin.flush()
    answer = process.stdout.readline()
    if not answer:
        raise AuditError(f"Lighthouse ended at {page.name}; what it said stands above.")
    return Judged(page, **json.loads(answer))
