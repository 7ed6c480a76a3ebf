"""The scripts that readers load are made small, and stay what they were."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.search.scripts import script_files
from generator.wording import open_wording

SCRIPTS = sorted((Path(__file__).parent.parent / "generator" / "search" / "browser").glob("*.js"))
TEMPLATE = re.compile(r"`(?:[^`$\\]|\\.|\$(?!\{)|\$\{(?:[^`{}]|\{[^`{}]*\})*\})*`")
"""A whole one, none within it."""


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_no_template_stands_within_another_as_that_would_be_damaged(script: Path) -> None:
    assert "`" not in TEMPLATE.sub("", script.read_text(encoding="utf-8"))


def test_scripts_have_neither_comments_nor_indentation_but_for_the_licence() -> None:
    for file in script_files(open_wording("en")):
        text = file.content.decode()
        own = re.sub(r"/\*\*.*?\*/", "", text, flags=re.DOTALL)
        assert not re.search(r"\n[ \t]+\S|\n//", own), file.address
        assert ("@license MIT" in text) == ("lunr" in text and "Builder" in text), file.address


def test_a_nested_template_would_be_seen() -> None:
    assert "`" in TEMPLATE.sub("", "const text = `${a} ${b.get(`${c}`)}`;")
