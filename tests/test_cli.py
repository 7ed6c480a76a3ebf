"""The command: what a person types and sees, exit codes, and that nothing is left behind when it is stopped."""

from __future__ import annotations

import json
import os
import pty
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from filelock import FileLock

import generator
from generator.cli.console import times_of
from generator.cli.progress import pace_of
from tests.commands import COMMAND, processes_of, run, with_package
from tests.site_folder import SiteFolder
from tests.source_files import write_row
from tests.telegrams import telegram
from tests.test_sources_page import page
from tests.test_sources_release import release

GOOD = "cable/2009/10/09VALLETTA118.html"


@pytest.fixture
def site(site: SiteFolder) -> SiteFolder:
    """A site with one cable."""
    return site.cable("good.txt")


# Help and usage


def test_the_version_is_said_on_a_line_of_its_own() -> None:
    done = run("--version")
    assert (done.returncode, done.stdout) == (0, f"cablepress {generator.__version__}\n")


def test_help_names_every_command_and_says_what_it_does() -> None:
    done = run("--help", environment={"COLUMNS": "100"})
    assert done.returncode == 0
    for command in ("build", "serve", "inspect"):
        assert re.search(rf"{command} +[A-Z]", done.stdout), command
    assert "--strict" in run("build", "--help").stdout


def test_without_a_command_the_help_is_shown() -> None:
    done = run()
    assert "Usage:" in done.stdout + done.stderr
    assert done.returncode == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ["biuld"],
        ["build", "--no-such-option"],
        ["build", "no such folder"],
        ["build", "site.yaml"],
        ["build", "--jobs", "0"],
        ["build", "--url", "example.org"],
        ["serve", "no such folder"],
        ["inspect"],
    ],
)
def test_wrong_usage_is_exit_2_with_a_sentence_and_without_a_traceback(site: SiteFolder, arguments: list[str]) -> None:
    done = run(*arguments, folder=site.root)
    assert done.returncode == 2
    assert "Error" in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
    assert not (site.root / "no such folder").exists()
    assert not site.output.exists()


def test_a_folder_that_is_not_there_is_named(site: SiteFolder) -> None:
    assert "there is no folder 'nowhere'" in run("build", "nowhere", folder=site.root).stderr


def test_an_address_that_is_none_comes_with_an_example(site: SiteFolder) -> None:
    done = run("build", "--url", "example.org", folder=site.root, environment={"COLUMNS": "300"})
    assert "'example.org' is not a web address; write it whole, such as https://cables.example.org/" in done.stderr


# A build as a person sees it


def test_a_build_says_what_it_does_line_by_line_and_at_the_end_how_to_open_the_site(site: SiteFolder) -> None:
    done = run("build", folder=site.root)
    assert done.returncode == 0
    stages = done.stderr.splitlines()
    assert stages[:3] == ["Finding sources", "Reading cables", "Linking cables"]
    assert {"Printing cables", "Printing lists (9)", "Printing the other pages", "Indexing for search"} < set(stages)
    assert stages[-4:-1] == ["Printing the sitemap", "Publishing", "Getting the twin folder ready"]
    first, second = done.stdout.splitlines()
    assert re.fullmatch(r"Printed 1 cable in \d+ files, [\d.]+ kB; \d+ of them, [\d.]+ kB, are the search\.", first)
    assert second == (
        "To read the site, open public/index.html in a browser, or put the folder public/ on any web server."
    )


def test_the_site_s_place_is_given_as_it_can_be_typed_from_the_current_folder(site: SiteFolder, tmp_path: Path) -> None:
    assert "open site/public/index.html in" in run("build", "site", folder=tmp_path).stdout
    assert f"open {site.root}/public/index.html in" in run("build", site.root).stdout


def test_a_second_build_says_how_much_was_unchanged(site: SiteFolder) -> None:
    run("build", folder=site.root)
    said = run("build", folder=site.root).stdout
    assert (
        "Every page is as it was. The site has 1 cable, from 1 telegram (all unchanged since the last build), in"
        in said
    )


def test_a_build_after_an_edit_says_how_many_files_it_printed(site: SiteFolder) -> None:
    run("build", folder=site.root)
    said = run("build", folder=site.cable("more.txt", serial=8).root).stdout
    assert re.match(
        r"Printed \d+ files anew\. The site has 2 cables, "
        r"from 2 telegrams \(1 of them unchanged since the last build\), in \d+ files",
        said,
    )


def test_telegrams_are_counted_against_telegrams_where_a_cable_has_two(site: SiteFolder) -> None:
    run("build", folder=site.cable("other.txt", subject="ANOTHER TEXT").root)
    said = run("build", folder=site.cable("more.txt", serial=8).root).stdout
    assert "has 2 cables, from 3 telegrams (2 of them unchanged since the last build), in" in said


def test_the_command_s_options_win_over_the_settings(site: SiteFolder, tmp_path: Path) -> None:
    done = run("build", site.root, "--output", "elsewhere", "--url", "http://localhost/x", folder=tmp_path)
    assert done.returncode == 0
    assert "http://localhost/x/cable" in (tmp_path / "elsewhere" / GOOD).read_text()
    assert not site.output.exists()


def test_findings_are_listed_with_place_severity_message_code_and_remedy_the_gravest_last(site: SiteFolder) -> None:
    site.file("content/cables/empty.txt", "").file("content/cables/x.pdf", "").cable("09OSLO7.txt", serial=7, sent=None)
    lines = run("build", folder=site.root).stderr.splitlines()[12:]
    assert "'VALLETTA 7' makes no id, as no date gives the year" in lines[0]
    lines = lines[2:]
    assert lines[0].startswith("content/cables/09OSLO7.txt: note: the id 09OSLO7 is from the file's name")
    assert lines[0].endswith(" [cable.inferred-id]")
    assert lines[2] == "content/cables/x.pdf: note: '.pdf' files are not read [source.not-a-cable]"
    assert lines[3].startswith("    ")
    assert "warning: no date-time group was found [cable.no-date]" in lines[4]
    assert lines[-3:] == [
        "content/cables/empty.txt: error: the file is empty [source.empty]",
        "    Delete the file, or put the cable's text in it.",
        "1 error, 1 warning, 3 notes.",
    ]


def test_of_many_findings_alike_only_some_are_shown_and_the_rest_is_counted(site: SiteFolder) -> None:
    for number in range(12):
        site.file(f"content/cables/{number}.pdf", "")
    done = run("build", folder=site.root)
    assert done.stderr.count("[source.not-a-cable]\n") == 5
    assert "… and 7 more of [source.not-a-cable]; --json shows all" in done.stderr
    assert "12 notes." in done.stderr


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_names_that_a_terminal_cannot_show_are_shown_as_escapes(site: SiteFolder, encoding: str) -> None:
    for name in ("日本.txt", "\udcff.txt", "\x1b[31mred.txt"):
        site.file(f"content/cables/{name}", "")
    environment = {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    done = run("build", folder=site.root, environment=environment)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "defect" not in done.stderr
    assert "\x1b" not in done.stderr, "no file's name colours a terminal"
    assert r"\xff.txt" in done.stderr
    assert ("日本" if encoding == "utf-8" else r"\u65e5\u672c") in done.stderr


def test_a_folder_whose_name_is_no_text_can_be_printed_into(site: SiteFolder) -> None:
    done = run("build", "--output", "out\udcff", folder=site.root)
    assert done.returncode == 0, done.stderr
    assert (site.root / "out\udcff" / GOOD).is_file()
    report = run("build", "--output", "out\udcff", "--json", folder=site.root)
    assert json.loads(report.stdout)["published"] is True


def test_on_a_terminal_there_is_a_progress_bar_and_no_line_per_stage(site: SiteFolder) -> None:
    screen, terminal = pty.openpty()
    command = [*COMMAND, "build", str(site.root)]
    environment = with_package({"TERM": "xterm-256color", "COLUMNS": "100"})
    with subprocess.Popen(command, stdout=terminal, stderr=terminal, stdin=terminal, env=environment) as process:
        os.close(terminal)
        shown = b""
        while True:
            try:
                shown += os.read(screen, 65536)
            except OSError:  # the other end is closed
                break
    os.close(screen)
    assert process.returncode == 0
    assert "━".encode() in shown
    assert b"Printed 1 cable in" in shown


def test_of_long_work_it_says_how_fast_it_goes_and_how_long_it_will_take() -> None:
    assert pace_of(12_000, 251_287, 20.0) == "12,000 of 251,287 (600 a second, about 7 min left)"
    assert pace_of(90, 100, 20.0) == "90 of 100 (4 a second, about 2 s left)"
    assert pace_of(3, 40, 20.0) == "3 of 40 (about 4 min left)"
    assert pace_of(0, 40, 20.0) == "0 of 40"
    assert pace_of(40, 40, 20.0) == "40 of 40 (2 a second)"


def test_of_a_build_that_somebody_waited_for_it_says_where_the_time_went() -> None:
    assert times_of({"find": 0.1, "ingest": 3.0, "print": 4.0}) == ""
    times = times_of({"find": 1.2, "ingest": 130.0, "link": 8.0, "index": 61.0, "print": 40.4})
    assert times == "It took 4 min: reading cables 2 min, indexing for search 61 s, printing cables 40 s."


# --json


def the_document(done: subprocess.CompletedProcess[str]) -> dict[str, object]:
    """Give what is on standard output, which must be one JSON document on one line."""
    assert done.stdout.count("\n") == 1
    document = json.loads(done.stdout)
    assert isinstance(document, dict)
    return document


def test_json_is_one_document_with_the_whole_report_and_nothing_else_is_said(site: SiteFolder) -> None:
    done = run("build", "--json", folder=site.file("content/cables/ünï.pdf", "").root)
    report = the_document(done)
    assert (done.returncode, done.stderr) == (0, "")
    assert report["output"] == str(site.output)
    assert (report["published"], report["cables"], report["parsed"], report["unchanged"]) == (True, 1, 1, 0)
    assert isinstance(report["seconds"], dict)
    assert report["findings"] == [
        {
            "path": "content/cables/ünï.pdf",
            "line": 0,
            "code": "source.not-a-cable",
            "severity": "note",
            "message": "'.pdf' files are not read",
            "remedy": "Nothing to do if it holds no cables; otherwise save it in a format of docs/formats.md.",
        }
    ]


def test_json_is_one_document_also_for_mistakes_in_the_settings(site: SiteFolder) -> None:
    done = run("build", "--json", folder=site.settings("titel: x\npage_size: 1\n").root)
    document = the_document(done)
    assert (done.returncode, done.stderr) == (1, "")
    assert (document["error"], document["where"]) == ("2 mistakes in the settings", "site.yaml")
    findings = document["findings"]
    assert isinstance(findings, list)
    assert [(finding["line"], finding["code"]) for finding in findings] == [(1, "config.unknown"), (2, "config.value")]


def test_json_is_one_document_also_for_errors_and_defects(site: SiteFolder) -> None:
    done = run("build", "--json", folder=site.file("public/mine.txt", "").root)
    document = the_document(done)
    assert (done.returncode, done.stderr) == (1, "")
    assert str(document["error"]).startswith("the output folder holds files that Cablepress did not print")
    assert document["where"] == str(site.output)
    assert document["remedy"]
    defect = run_with_a_defect(site.remove("public/mine.txt"), "--json")
    assert defect.returncode == 1
    assert "Cablepress has a defect (KeyError: 'oh no')" in str(the_document(defect)["error"])


def test_json_of_a_strict_build_says_that_nothing_was_published(site: SiteFolder) -> None:
    done = run("build", "--json", "--strict", folder=site.file("content/cables/empty.txt", "").root)
    assert done.returncode == 1
    assert the_document(done)["published"] is False


# Errors


def test_an_error_says_what_where_and_what_to_do_and_shows_its_traceback_only_when_asked(site: SiteFolder) -> None:
    site.file("public/mine.txt", "")
    done = run("build", folder=site.root)
    assert done.returncode == 1
    *_, error, remedy = done.stderr.splitlines()
    assert error == (
        f"Error: {site.output}: the output folder holds files that Cablepress did not print, such as 'mine.txt'."
    )
    assert remedy == "Choose another --output, or move the files elsewhere."
    assert "Traceback" not in done.stderr
    assert "Traceback" in run("build", "--debug", folder=site.root).stderr


DEFECT = """
import sys
from generator.cli import main
from generator.press import todo


def fail(*_):
    raise KeyError("oh no")


todo.plan_lists = fail
sys.argv = ["cablepress", "build", "--clean", *sys.argv[1:]]
main()
"""


def run_with_a_defect(site: SiteFolder, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", DEFECT, str(site.root), *options]
    return subprocess.run(command, env=with_package(), capture_output=True, text=True, check=False)


def test_a_defect_is_a_sentence_that_says_how_to_report_it_and_the_earlier_site_stays(site: SiteFolder) -> None:
    site.build()
    before = site.printed()
    done = run_with_a_defect(site)
    assert done.returncode == 1
    *_, error, remedy = done.stderr.splitlines()
    assert error == "Error: Cablepress has a defect (KeyError: 'oh no')."
    assert remedy == ("The published site is as it was. Run the command again with --debug, and report what it shows.")
    assert "Traceback" not in done.stderr
    assert "Traceback" in run_with_a_defect(site, "--debug").stderr
    assert site.printed() == before
    assert not (site.root / ".public.printing").exists()


def test_two_builds_of_one_site_at_a_time_are_one_too_many(site: SiteFolder) -> None:
    site.build()
    before = site.printed()
    with FileLock(site.root / ".cablepress" / "archive.lock"):  # as a build holds it
        done = run("build", folder=site.cable("new.txt", serial=7).root)
    assert done.returncode == 1
    assert done.stderr.endswith(f"Error: {site.root}: another build of this site is running.\nWait until it is done.\n")
    assert site.printed() == before
    assert run("build", folder=site.root).returncode == 0


def test_output_that_nobody_reads_any_more_is_no_error(site: SiteFolder) -> None:
    files = []
    for number in range(50):
        site.cable(f"{number}.txt", serial=number, body="1. (U) Exercise. " * 500)
        files.append(str(site.root / "content" / "cables" / f"{number}.txt"))
    command = [*COMMAND, "inspect", *files]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=with_package()) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""


# Ctrl-C


def start(site: SiteFolder, *options: str) -> subprocess.Popen[str]:
    """Start a build in a group of its own, as a terminal does."""
    return subprocess.Popen(
        [*COMMAND, "build", str(site.root), *options],
        env=with_package(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def wait_for(process: subprocess.Popen[str], stage: str) -> None:
    assert process.stderr
    for line in process.stderr:
        if line.startswith(stage):
            return
    pytest.fail(f"it never came to '{stage}'")


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("stage", ["Reading cables", "Printing cables"])
def test_ctrl_c_ends_a_build_at_once_with_a_sentence_and_leaves_the_earlier_site_and_no_process(
    site: SiteFolder, jobs: str, stage: str
) -> None:
    site.build()
    before = site.printed()
    for serial in range(400):
        site.cable(f"{serial}.txt", serial=serial, body="1. (U) Exercise. " * 40)
    with start(site, "--jobs", jobs) as process:
        wait_for(process, stage)
        if stage == "Reading cables" and jobs == "2":
            time.sleep(0.3)  # workers are starting
        os.killpg(process.pid, signal.SIGINT)
        start_of_end = time.monotonic()
        _, said = process.communicate(timeout=20)
    assert time.monotonic() - start_of_end < 10
    while processes_of(process.pid):  # Python's own one, which counts semaphores, goes last
        assert time.monotonic() - start_of_end < 15
        time.sleep(0.01)
    assert process.returncode == 1
    assert said.splitlines()[-1] == "Stopped. Nothing is half done: the published site is whole."
    assert "Traceback" not in said
    assert "KeyboardInterrupt" not in said
    assert site.printed() == before
    assert sorted(path.name for path in site.root.iterdir()) == [
        ".cablepress",
        ".public.printing",
        "content",
        "public",
        "site.yaml",
    ]


def test_ctrl_c_ends_serve_without_an_error(site: SiteFolder) -> None:
    command = [*COMMAND, "serve", str(site.root), "--port", "0"]
    with subprocess.Popen(
        command, env=with_package(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        assert process.stderr
        for line in process.stdout:
            if line.startswith("Serving at http://127.0.0.1:"):
                break
        process.send_signal(signal.SIGINT)
        said = process.stderr.read()
        assert process.wait(10) == 0
    assert "Traceback" not in said
    assert "Error" not in said


def test_serve_of_a_folder_without_cables_waits_for_them_and_is_not_woken_by_its_own_builds(tmp_path: Path) -> None:
    site = SiteFolder(tmp_path)
    command = [*COMMAND, "serve", str(site.root), "--port", "0"]
    with subprocess.Popen(
        command, env=with_package(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        printed = (line for line in process.stdout if line.startswith("Printed"))
        assert next(printed).startswith("Printed 0 cables")
        time.sleep(2)
        site.cable("new.txt")
        assert " files anew. The site has 1 cable in " in next(printed)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=20)
    assert said.count("Finding sources") <= 5, "a file in new folders may wake it more than once"


# inspect


def test_inspect_prints_one_line_of_json_for_each_cable(site: SiteFolder) -> None:
    site.cable("second.txt", serial=7, subject="EXERCISE: ÜNÏ 日本")
    cables = site.root / "content" / "cables"
    done = run("inspect", cables / "good.txt", cables / "second.txt", environment={"PYTHONIOENCODING": "ascii"})
    assert (done.returncode, done.stderr) == (0, "")
    first, second = (json.loads(line) for line in done.stdout.splitlines())
    assert (first["id"], second["id"]) == ("09VALLETTA118", "09VALLETTA7")
    assert second["subject"] == "EXERCISE: ÜNÏ 日本"
    assert first["sent"] == "2009-10-07T05:31:00Z"
    assert first["source"]["path"] == (cables / "good.txt").as_posix()


def test_inspect_reads_every_format_one_line_of_json_a_cable(tmp_path: Path) -> None:
    rows = [write_row(str(n), "1/2/2003 4:05", f"03ROME{n}", "Embassy Rome", "SECRET", "", "", "Text.") for n in (1, 2)]
    (tmp_path / "a.csv").write_text("number,date,id,origin,classification,references,header,body\n" + "".join(rows))
    (tmp_path / "b.html").write_text(page())
    (tmp_path / "c.txt").write_text(release())
    (tmp_path / "d.jsonl").write_text('{"id": "09ROME1"}\n')
    done = run("inspect", "a.csv", "b.html", "c.txt", "d.jsonl", folder=tmp_path)
    assert done.returncode == 0
    ids = [json.loads(line)["id"] for line in done.stdout.splitlines()]
    assert ids == ["03ROME1", "03ROME2", "09VALLETTA118", "73LIMA2545", "09ROME1"]
    assert "names the columns" in done.stderr


def test_inspect_gives_findings_with_severity_and_remedy(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text(telegram(sent=None))
    (record,) = (json.loads(line) for line in run("inspect", tmp_path / "x.txt").stdout.splitlines())
    finding = next(each for each in record["findings"] if each["code"] == "cable.no-date")
    assert (finding["severity"], finding["path"]) == ("warning", (tmp_path / "x.txt").as_posix())
    assert finding["remedy"]


@pytest.mark.parametrize("name", ["missing.txt", "empty.txt", "scan.pdf", "no ending", "folder.txt", "."])
def test_inspect_of_what_is_no_cable_is_exit_1_with_a_finding_and_the_others_are_shown(
    site: SiteFolder, name: str
) -> None:
    (site.root / "empty.txt").touch()
    (site.root / "scan.pdf").write_bytes(b"%PDF")
    (site.root / "no ending").touch()
    (site.root / "folder.txt").mkdir()
    done = run("inspect", name, "content/cables/good.txt", folder=site.root)
    assert done.returncode == 1
    assert json.loads(done.stdout)["id"] == "09VALLETTA118"
    assert done.stderr.startswith(f"{name}: ")
    assert "Traceback" not in done.stderr
