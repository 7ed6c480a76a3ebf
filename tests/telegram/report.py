"""Runs every case of the grammar and writes the table in ``docs/parsing.md``: ``python -m tests.telegram.report``.

Each file of tests is one field. Its cases are its tests: most of them are rows of tables, one input and what must be
understood of it.
"""

from __future__ import annotations

import ast
import sys
from collections import defaultdict
from pathlib import Path

import pytest

from tests.site_folder import ROOT

PAGE = ROOT / "docs" / "parsing.md"
BEGIN, END = "<!-- table: begin -->\n", "<!-- table: end -->\n"
NOT_FIELDS = {
    "test_every_word.py", "test_growth.py", "test_properties.py", "test_reference_properties.py", "test_spans.py",
}  # fmt: skip
"""What holds for any text is no case of a field; it is told apart below the table."""


class Tally:
    """A pytest plugin that counts how cases end."""

    def __init__(self) -> None:
        self.passed: defaultdict[Path, int] = defaultdict(int)
        self.failed: defaultdict[Path, list[str]] = defaultdict(list)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note one case."""
        if report.when != "call" and not report.failed:
            return
        file = ROOT / report.location[0]
        if report.passed:
            self.passed[file] += 1
        else:
            name = report.location[2]
            self.failed[file].append(f"{name}: {report.wasxfail}" if hasattr(report, "wasxfail") else name)


def write_table(tally: Tally) -> str:
    """Write what was counted as a table in Markdown, with the known failures by name below it."""
    files = [file for file in sorted({*tally.passed, *tally.failed}) if file.name not in NOT_FIELDS]
    rows = ["| field | cases | pass | known failures |", "|---|---:|---:|---:|"]
    rows += [_row(f"[{_title(f)}](../{f.relative_to(ROOT)})", tally.passed[f], len(tally.failed[f])) for f in files]
    rows.append(_row("**all**", sum(tally.passed[f] for f in files), sum(len(tally.failed[f]) for f in files)))
    names = [f"- {_title(file)}: `{name}`" for file in files for name in tally.failed[file]]
    return "\n".join([*rows, "", *(names or ["No case is known to go wrong."])]) + "\n"


def written_table() -> str:
    """Give the table that the page holds now."""
    return PAGE.read_text(encoding="utf-8").partition(BEGIN)[2].partition(END)[0]


def _row(name: str, passed: int, failed: int) -> str:
    return f"| {name} | {passed + failed} | {passed} | {failed} |"


def _title(file: Path) -> str:
    """Give what a file of tests is about: its docstring up to the first colon."""
    about = ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or file.stem
    return about.partition(":")[0]


def main() -> int:
    """Run the cases, and put the table in its place; give the exit code."""
    tally = Tally()
    code = pytest.main(["-q", "-p", "no:cacheprovider", str(Path(__file__).parent)], plugins=[tally])
    if code == pytest.ExitCode.OK:
        page = PAGE.read_text(encoding="utf-8")
        before, rest = page.split(BEGIN)
        PAGE.write_text(before + BEGIN + write_table(tally) + END + rest.split(END)[1], encoding="utf-8")
    return int(code)


if __name__ == "__main__":
    sys.exit(main())
