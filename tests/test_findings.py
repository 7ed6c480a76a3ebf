"""Findings are data: each code has a severity, a remedy and a paragraph in the docs."""

from __future__ import annotations

import re

from generator.findings import KINDS, Finding, Severity, count_by_severity
from generator.wording import open_wording
from tests.site_folder import ROOT

DOCS = (ROOT / "docs" / "findings.md").read_text(encoding="utf-8")
SOURCE = "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "generator").rglob("*.py")))
CODE = re.compile(r'"((?:source|cable|collection|language|look|site|page|note|config)\.(?!html|js|py|yaml)[a-z-]+)"')


def test_every_code_that_is_used_is_known_and_every_known_code_is_used() -> None:
    used = set(CODE.findall(SOURCE.replace((ROOT / "generator" / "findings.py").read_text(encoding="utf-8"), "")))
    assert used - set(open_wording("en").texts) == set(KINDS)  # what the interface says has keys like codes


def test_every_code_has_its_paragraph_in_the_docs_with_its_severity_and_remedy() -> None:
    paragraphs = dict(re.findall(r"^## (\S+)\n\n(.*?)(?=\n## |\Z)", DOCS, re.DOTALL | re.MULTILINE))
    assert list(paragraphs) == list(KINDS)
    for code, kind in KINDS.items():
        assert paragraphs[code].startswith(f"*{kind.severity}.*"), code
        assert f"What to do: {kind.remedy}" in paragraphs[code], code


def test_every_remedy_is_a_sentence() -> None:
    for code, kind in KINDS.items():
        assert kind.remedy[0].isupper(), code
        assert kind.remedy.endswith("."), code


def test_a_finding_says_where_it_is_as_file_and_line() -> None:
    assert Finding("content/cables/a.txt", 12, "cable.bad-date", "x").place == "content/cables/a.txt:12"
    assert Finding("content/cables/a.txt", 0, "cable.bad-date", "x").place == "content/cables/a.txt"


def test_a_finding_s_own_advice_wins_over_the_remedy_of_its_code() -> None:
    assert Finding("site.yaml", 1, "config.unknown", "x", "Did you mean 'title'?").remedy == "Did you mean 'title'?"


def test_findings_are_counted_by_severity_the_gravest_first() -> None:
    findings = [Finding("a", 0, "source.empty", ""), Finding("b", 0, "cable.no-date", "")]
    assert list(count_by_severity(findings).items()) == [
        (Severity.ERROR, 1),
        (Severity.WARNING, 1),
        (Severity.NOTE, 0),
    ]
