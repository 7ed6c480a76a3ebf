"""The audit, as far as it needs neither Java nor Node: what it asks for, how it judges, what its host sends."""

from __future__ import annotations

import gzip
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from tests.audit.host import serve_compressed
from tests.audit.lighthouse import Asked, Judged
from tests.audit.tools import AuditError, find_tools

PERFECT = {"performance": 100, "accessibility": 100, "best-practices": 100, "seo": 100}


def judged(scores: dict[str, int]) -> Judged:
    found = {category: [(f"rule-of-{category}", "main > p")] for category in PERFECT}
    return Judged(Asked("tag/index.html", desktop=False, seo=True), {**PERFECT, **scores}, found, "speed-index 9 s")


def test_who_lacks_java_or_node_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(AuditError, match="apt-get install default-jre-headless nodejs npm"):
        find_tools()


def test_what_reaches_its_scores_is_no_finding() -> None:
    assert judged({"performance": 98}).short() == []


@pytest.mark.parametrize("category", ["accessibility", "best-practices", "seo"])
def test_a_score_below_100_is_a_finding_with_page_rule_and_place(category: str) -> None:
    (sentence,) = judged({category: 99}).short()
    assert sentence == f"tag/index.html (phone): {category} 99: rule-of-{category}: main > p"


def test_a_slow_page_is_a_finding_with_its_timing() -> None:
    assert judged({"performance": 97}).short()[-1].endswith("performance 97: timing: speed-index 9 s")


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
