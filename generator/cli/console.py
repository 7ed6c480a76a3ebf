"""What a person sees: progress, findings, reports, errors.

Reports go to standard output, all else to standard error.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from pathlib import Path
from time import monotonic

import msgspec
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn
from rich.text import Text

from generator.errors import CablepressError, ConfigError
from generator.findings import Finding, Severity, count_by_severity
from generator.press import BuildReport
from generator.press.report import Progress as Listener

_out = Console(highlight=False, soft_wrap=True)
_err = Console(stderr=True, highlight=False, soft_wrap=True)
_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "dim"}
_STAGES = {
    "find": "Finding sources",
    "ingest": "Reading cables",
    "link": "Linking cables",
    "index": "Indexing for search",
    "single": "Printing the other pages",
    "print": "Printing cables",
    "list": "Printing lists",
    "sitemap": "Printing the sitemap",
    "publish": "Publishing",
}
_SHOWN_PER_CODE = 5
_QUIET_SECONDS = 10
_STEP = 1000


def say(text: str) -> None:
    """Say something on standard output."""
    _out.print(Text(text))


def say_plain(text: str) -> None:
    """Write a line as it is, for programs to read: always in UTF-8."""
    sys.stdout.flush()
    sys.stdout.buffer.write(f"{text}\n".encode("utf-8", "backslashreplace"))
    sys.stdout.buffer.flush()


def use_any_terminal() -> None:
    """Show what a terminal (or a file's name) cannot write as an escape, in place of failing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def forget_output() -> None:
    """Send what is still to be written to standard output nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def complain(text: str) -> None:
    """Say something on standard error."""
    _err.print(Text(text, style="bold"))


def show_error(error: CablepressError, as_json: bool) -> None:
    """Show what went wrong, where, and what to do."""
    findings: Sequence[Finding] = error.findings if isinstance(error, ConfigError) else ()
    if as_json:
        record = {"error": error.what, "where": error.where, "remedy": error.remedy}
        say_plain(json.dumps({**record, "findings": [_plain(finding) for finding in findings]}, ensure_ascii=False))
        return
    for finding in findings:
        show_finding(finding)
    what = error.what if error.what.endswith(".") else f"{error.what}."
    _err.print(Text.assemble(("Error: ", "bold red"), f"{error.where}: " if error.where else "", what))
    if error.remedy:
        _err.print(Text(error.remedy))


def show_stop(said: str, as_json: bool) -> None:
    """Show that the person has stopped the command."""
    if as_json:
        show_error(CablepressError(said), as_json)
    else:
        complain(said)


def show_finding(finding: Finding) -> None:
    """Show one finding: its place, its severity, its message and what to do."""
    _err.print(
        Text.assemble(
            f"{finding.place}: ",
            (finding.severity, _STYLES[finding.severity]),
            f": {finding.message} [{finding.code}]",
        )
    )
    _err.print(Text(f"    {finding.remedy}", style="dim"))


def show_report(report: BuildReport, as_json: bool) -> None:
    """Show what a build did."""
    if as_json:
        record = msgspec.to_builtins(report, enc_hook=str)
        record["findings"] = [_plain(finding) for finding in report.findings]
        say_plain(json.dumps(record, ensure_ascii=False))
        return
    _show_findings(report.findings)
    if not report.published:
        complain(f"Nothing was published, {report.held_back}. The earlier site stands.")
        return
    folder = _from_here(report.output)
    unchanged = f" ({report.unchanged:,} unchanged since the last build)" if report.unchanged else ""
    cables, files = _counted(report.cables, "cable"), _counted(report.files, "file")
    say(f"Printed {cables}{unchanged} in {files}, {_size(report.size)}.")
    say(f"To read the site, open {folder}/index.html in a browser, or put the folder {folder}/ on any web server.")


def _show_findings(findings: Sequence[Finding]) -> None:
    """Show findings, the gravest last where a person looks first; of many alike, only some."""
    shown: dict[str, int] = {}
    for severity in reversed(Severity):
        for finding in findings:
            if finding.severity is severity:
                shown[finding.code] = shown.get(finding.code, 0) + 1
                if shown[finding.code] <= _SHOWN_PER_CODE:
                    show_finding(finding)
    for code, count in shown.items():
        if count > _SHOWN_PER_CODE:
            _err.print(Text(f"… and {count - _SHOWN_PER_CODE:,} more of [{code}]; --json shows all", style="dim"))
    counts = count_by_severity(findings)
    if findings:
        _err.print(Text(", ".join(_counted(count, severity) for severity, count in counts.items() if count) + "."))


class ServeListener:
    """Tells a person what ``serve`` is doing."""

    def progress(self) -> Listener:
        """Give what hears a build's progress."""
        return _PlainProgress()

    def built(self, report: BuildReport) -> None:
        """Say that the site was printed."""
        show_report(report, as_json=False)

    def serving(self, address: str) -> None:
        """Say where the site can be seen."""
        say(f"Serving at {address} and watching for changes. Stop with Ctrl-C.")

    def failed(self, error: CablepressError) -> None:
        """Say that a build failed; the earlier site is still served."""
        show_error(error, as_json=False)


@contextmanager
def progress(*, quiet: bool) -> Iterator[Listener]:
    """Show a build's progress: a bar on a terminal, plain lines elsewhere, nothing where quiet."""
    if quiet:
        yield _NoProgress()
    elif _err.is_terminal:
        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(compact=True, elapsed_when_finished=True),
        )
        with Progress(*columns, console=_err, transient=True) as bars:
            yield _Bars(bars)
    else:
        yield _PlainProgress()


class _NoProgress:
    def begin(self, stage: str, steps: int) -> None:
        """Show nothing."""

    def advance(self, steps: int) -> None:
        """Show nothing."""


class _Bars:
    """A bar for every stage."""

    def __init__(self, bars: Progress) -> None:
        self._bars = bars
        self._task: TaskID | None = None

    def begin(self, stage: str, steps: int) -> None:
        if self._task is not None:
            self._bars.update(self._task, visible=False)
        self._task = self._bars.add_task(_STAGES[stage], total=max(steps, 1))

    def advance(self, steps: int) -> None:
        if self._task is not None:
            self._bars.advance(self._task, steps)


class _PlainProgress:
    """A line for every stage, and one every ten seconds of a long one."""

    def __init__(self) -> None:
        self._stage = ""
        self._steps = self._done = 0
        self._last = monotonic()

    def begin(self, stage: str, steps: int) -> None:
        self._stage, self._steps, self._done, self._last = stage, steps, 0, monotonic()
        _err.print(Text(_STAGES[stage] + (f" ({steps:,})" if steps > 1 else "")))

    def advance(self, steps: int) -> None:
        self._done += steps
        if monotonic() - self._last >= _QUIET_SECONDS:
            self._last = monotonic()
            _err.print(Text(f"  {self._done:,} of {self._steps:,}"))


def _plain(finding: Finding) -> dict[str, object]:
    return {
        "path": finding.path,
        "line": finding.line,
        "code": finding.code,
        "severity": str(finding.severity),
        "message": finding.message,
        "remedy": finding.remedy,
    }


def _counted(count: int, thing: str) -> str:
    return f"{count:,} {thing}" if count == 1 else f"{count:,} {thing}s"


def _from_here(path: Path) -> str:
    """Give a path as it can be typed here: relative to the current folder where it is inside."""
    with suppress(ValueError, OSError):
        return path.relative_to(Path.cwd().resolve()).as_posix()
    return path.as_posix()


def _size(size: int) -> str:
    """Give a size in bytes as people say it, in decimal units."""
    amount, unit = float(size), "bytes"
    for larger in ("kB", "MB", "GB"):
        if amount < _STEP:
            break
        amount, unit = amount / _STEP, larger
    return f"{amount:.0f} {unit}" if unit == "bytes" else f"{amount:.1f} {unit}"
