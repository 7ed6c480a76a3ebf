"""``cablepress check``: what was not understood, per cable and as totals by kind, without printing anything."""

from __future__ import annotations

import json

from tests.commands import run
from tests.site_folder import SiteFolder


def test_each_finding_is_shown_at_its_place_then_the_totals_with_what_to_do(site: SiteFolder) -> None:
    site.cable("a.txt").cable("b.txt", serial=7, sent=None).cable("c.txt", serial=8, sent=None)
    site.file("content/cables/empty.txt", "")
    done = run("check", site.root)
    lines = done.stdout.splitlines()
    assert "content/cables/b.txt: warning: no date-time group was found [cable.no-date]" in lines
    assert "content/cables/empty.txt: error: the file is empty [source.empty]" in lines
    errors, warnings = (
        next(i for i, line in enumerate(lines) if line.startswith(f"{n} in ")) for n in ("1 error", "2 warnings")
    )
    assert lines[errors : errors + 2] == [
        "1 error in 1 file [source.empty]",
        "    Delete the file, or put the cable's text in it.",
    ]
    assert "2 warnings in 2 files [cable.no-date]" in lines
    assert errors < warnings


def test_it_says_how_many_cables_have_what(site: SiteFolder) -> None:
    site.cable("a.txt").cable("b.txt", serial=7, sent=None)
    assert run("check", site.root).stdout.splitlines()[-7:-5] == [
        "2 cables in 2 files. Of these cables have:",
        "  1 a date",
    ]


def test_nothing_is_printed_and_a_build_need_not_parse_again(site: SiteFolder) -> None:
    site.cable("a.txt")
    run("check", site.root)
    assert not site.output.exists()
    assert "Printed 1 cable, from 1 telegram (all unchanged since the last build), in" in run("build", site.root).stdout


def test_it_fails_for_errors_and_warnings_and_not_for_notes(site: SiteFolder) -> None:
    site.cable("09VALLETTA118.txt")
    assert run("check", site.root).returncode == 0
    site.file("content/cables/picture.xyz", "x")
    assert run("check", site.root).returncode == 0
    site.cable("b.txt", serial=7, sent=None)
    assert run("check", site.root).returncode == 1


def test_totals_alone_and_json_hold_the_same_numbers(site: SiteFolder) -> None:
    site.cable("a.txt").cable("b.txt", serial=7, sent=None)
    plain = run("check", site.root, "--totals").stdout
    assert "b.txt" not in plain
    assert "1 warning in 1 file [cable.no-date]" in plain
    report = json.loads(run("check", site.root, "--json").stdout)
    assert report["coverage"]["cables"] == 2
    assert {"code": "cable.no-date", "severity": "warning", "findings": 1, "files": 1} in report["totals"]
    assert "content/cables/b.txt" in {finding["path"] for finding in report["findings"]}
    assert json.loads(run("check", site.root, "--json", "--totals").stdout)["findings"] == []


def test_a_folder_without_cables_is_an_error_here_too(site: SiteFolder) -> None:
    done = run("check", site.root)
    assert done.returncode == 1
    assert "content/cables: error: this folder does not exist [site.no-cables]" in done.stdout


def test_a_cable_whose_text_differs_in_another_file_is_reported(site: SiteFolder) -> None:
    site.cable("a.txt").cable("b.txt", body="1. (U) Another exercise.\n")
    assert (
        "is also that of content/cables/a.txt, whose text differs [cable.other-version]"
        in run("check", site.root).stdout
    )
