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
RUNS = 3
"""How often a page is measured at most. What else the machine does can only make a page look slower, never faster; so
one whose performance is short is measured again, and its best run counts."""


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
    metrics: str

    def short(self) -> list[str]:
        """Give a sentence for each rule that made a category miss its score."""
        return [
            f"{self.asked.name}: {category} {score}: {rule}: {place}"
            for category, score in self.scores.items()
            if score < LEAST[category]
            for rule, place in [
                *self.found[category],
                *([("timing", self.metrics)] if category == "performance" else []),
            ]
        ]


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
            while not runs or (len(runs) < RUNS and runs[-1].scores["performance"] < LEAST["performance"]):
                runs.append(_ask(process, host, page))
            yield max(runs, key=lambda run: run.scores["performance"])
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
