"""What a person sees: findings, reports, errors.

Reports go to standard output, all else to standard error.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from rich.console import Console
from rich.text import Text

from generator.cli.progress import ERR, STAGES, PlainProgress, time_of
from generator.errors import CablepressError, ConfigError
from generator.findings import KINDS, Finding, Severity, count_by_severity
from generator.press.report import BuildReport
from generator.press.report import Progress as Listener

if TYPE_CHECKING:
    from generator.press.check import CheckReport  # with all that a check needs

_out = Console(highlight=False, soft_wrap=True)
_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "dim"}
_SHOWN_PER_CODE = 5
_STEP = 1000
_WAITED = 10
"""Seconds; whoever waited for so long wants to know what for."""


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
    ERR.print(Text(text, style="bold"))


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
    ERR.print(Text.assemble(("Error: ", "bold red"), f"{error.where}: " if error.where else "", what))
    if error.remedy:
        ERR.print(Text(error.remedy))


def show_stop(said: str, as_json: bool) -> None:
    """Show that the person has stopped the command."""
    if as_json:
        show_error(CablepressError(said), as_json)
    else:
        complain(said)


def show_finding(finding: Finding) -> None:
    """Show one finding: its place, its severity, its message and what to do."""
    ERR.print(_in_a_line(finding))
    ERR.print(Text(f"    {finding.remedy}", style="dim"))


def _in_a_line(finding: Finding) -> Text:
    severity = (finding.severity, _STYLES[finding.severity])
    return Text.assemble(f"{finding.place}: ", severity, f": {finding.message} [{finding.code}]")


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
    cables, files = _counted(report.cables, "cable"), _counted(report.files, "file")
    search = f"{report.search_files:,} of them, {_size(report.search_size)}, are the search"
    what = f"{cables}{_read_before(report)} in {files}, {_size(report.size)}; {search}."
    if report.changed == report.files:
        say(f"Printed {what}")
    elif report.changed:
        say(f"Printed {_counted(report.changed, 'file')} anew. The site has {what}")
    else:
        say(f"Every page is as it was. The site has {what}")
    if times := times_of(report.seconds):
        say(times)
    say(f"To read the site, open {folder}/index.html in a browser, or put the folder {folder}/ on any web server.")


def _read_before(report: BuildReport) -> str:
    """Say how many of the telegrams that the cables are made of were read by an earlier build; nothing if none was."""
    if not report.unchanged:
        return ""
    telegrams = report.parsed + report.unchanged  # a cable may have several
    how_many = "all" if report.unchanged == telegrams else f"{report.unchanged:,} of them"
    return f", from {_counted(telegrams, 'telegram')} ({how_many} unchanged since the last build),"


def times_of(seconds: Mapping[str, float]) -> str:
    """Say how long a build took, and its longer stages; nothing where nobody waited for it."""
    total = sum(seconds.values())
    if total < _WAITED:
        return ""
    longer = [f"{STAGES[name].lower()} {time_of(took)}" for name, took in seconds.items() if took >= total / 20]
    return f"It took {time_of(total)}: {', '.join(longer)}."


def show_check(report: CheckReport, as_json: bool, *, totals_only: bool) -> None:
    """Show what a check found: each finding at its place, then the totals with what to do, then what was understood."""
    if as_json:
        record = msgspec.to_builtins(report)
        record["findings"] = [] if totals_only else [_plain(finding) for finding in report.findings]
        say_plain(json.dumps(record, ensure_ascii=False))
        return
    for finding in () if totals_only else report.findings:
        _out.print(_in_a_line(finding))
    if report.findings and not totals_only:
        say("")
    for total in report.totals:
        amount, files = _counted(total.findings, total.severity), _counted(total.files, "file")
        _out.print(Text.assemble((amount, _STYLES[total.severity]), f" in {files} [{total.code}]"))
        _out.print(Text(f"    {KINDS[total.code].remedy}", style="dim"))
    found = report.coverage
    say(f"{_counted(found.cables, 'cable')} in {_counted(report.files, 'file')}. Of these cables have:")
    for count, what in (
        (found.dated, "a date"),
        (found.with_sender, "a sender"),
        (found.with_classification, "a classification"),
        (found.with_subject, "a subject"),
        (found.with_tags, "TAGS"),
    ):
        say(f"  {count:,} {what}")
    say(f"{_counted(found.references, 'reference')} to cables, {found.linked:,} of them to cables that are here.")


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
            ERR.print(Text(f"… and {count - _SHOWN_PER_CODE:,} more of [{code}]; --json shows all", style="dim"))
    counts = count_by_severity(findings)
    if findings:
        ERR.print(Text(", ".join(_counted(count, severity) for severity, count in counts.items() if count) + "."))


class ServeListener:
    """Tells a person what ``serve`` is doing."""

    def progress(self) -> Listener:
        """Give what hears a build's progress."""
        return PlainProgress()

    def built(self, report: BuildReport) -> None:
        """Say that the site was printed."""
        show_report(report, as_json=False)

    def serving(self, address: str) -> None:
        """Say where the site can be seen."""
        say(f"Serving at {address} and watching for changes. Stop with Ctrl-C.")

    def failed(self, error: CablepressError) -> None:
        """Say that a build failed; the earlier site is still served."""
        show_error(error, as_json=False)


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
