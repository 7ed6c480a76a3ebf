"""The audit, as far as it needs neither Java nor Node: what it asks for, how it judges, what its host sends."""

from __future__ import annotations

import gzip
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from tests.audit.host import serve_compressed
from tests.audit.lighthouse import Asked, Judged, worst_but_fastest
from tests.audit.tools import AuditError, find_tools, why_not_installed

PERFECT = {"performance": 100, "accessibility": 100, "best-practices": 100, "seo": 100}


def judged(*, shift: float = 0, **scores: int) -> Judged:
    """A judgement of a page that is perfect but for what is said."""
    named = {**PERFECT, **{name.replace("_", "-"): score for name, score in scores.items()}}
    found = {name: [(f"rule-of-{name}", "main > p")] if score < 100 else [] for name, score in named.items()}
    return Judged(Asked("tag/index.html", desktop=False, seo=True), named, found, {"shift": shift}, "speed-index 9 s")


def test_who_lacks_java_or_node_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(AuditError, match="apt-get install default-jre-headless nodejs npm"):
        find_tools()


@pytest.mark.parametrize(
    "said",
    [
        "npm error code ECONNREFUSED\nnpm error syscall connect\nnpm error A complete log of this run: /x\n",
        "npm WARN deprecated\nnpm ERR! code ECONNREFUSED\nnpm ERR! network This is a problem\n",
    ],
)
def test_who_reaches_no_package_index_is_told_so_in_one_sentence(said: str) -> None:
    assert why_not_installed(said) == (
        "The audit cannot have what tests/audit/package-lock.json names: it needs an index of npm packages which this "
        "machine reaches and trusts ('npm config get registry' says which it asks); npm failed with ECONNREFUSED."
    )


def test_what_reaches_its_scores_is_no_finding() -> None:
    assert judged(performance=98, shift=0.05).short() == []


@pytest.mark.parametrize("category", ["accessibility", "best-practices", "seo"])
def test_a_score_below_100_is_a_finding_with_page_rule_and_place(category: str) -> None:
    (sentence,) = judged(**{category: 99}).short()
    assert sentence == f"tag/index.html (phone): {category} 99: rule-of-{category}: main > p"


def test_a_slow_page_is_a_finding_with_its_timing() -> None:
    assert judged(performance=97).short()[-1].endswith("performance 97: timing: speed-index 9 s")


def test_a_figure_that_does_not_hang_on_the_machine_is_a_finding_whatever_the_scores() -> None:
    assert judged(shift=0.099).short() == ["tag/index.html (phone): shift 0.099, at most 0.05"]


def test_of_several_runs_the_fastest_counts_and_in_all_else_the_worst() -> None:
    runs = [judged(performance=60, shift=0.2), judged(performance=99, accessibility=90), judged(performance=70)]
    together = worst_but_fastest(runs)
    assert together.scores == {**PERFECT, "performance": 99, "accessibility": 90}
    assert together.short() == [
        "tag/index.html (phone): accessibility 90: rule-of-accessibility: main > p",
        "tag/index.html (phone): shift 0.2, at most 0.05",
    ]


def test_the_host_compresses_and_serves_the_site_at_its_path_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("<!doctype html>An exercise.", encoding="utf-8")
    (tmp_path / "other.html").write_text("not of the site", encoding="utf-8")
    with serve_compressed(tmp_path / "site", "/a/b/") as host:
        with urlopen(Request(host, headers={"Accept-Encoding": "gzip"})) as answer:
            assert answer.headers["Content-Encoding"] == "gzip"
            assert gzip.decompress(answer.read()) == b"<!doctype html>An exercise."
        for address in ("../other.html", "missing.html"):
            with pytest.raises(HTTPError, match="404"):
                urlopen(host + address)
