"""Bad input: each kind is a finding or an error that names the file and what to do; all else is printed."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.errors import BuildError
from generator.findings import Finding
from tests.commands import run, with_package
from tests.site_folder import SiteFolder, codes
from tests.telegrams import telegram

GOOD = "cable/2009/10/09VALLETTA118.html"
GIF = b"GIF89a\x01\x00\x01\x00\x80\x00\x00\xff\xff\xff\x00\x00\x00!\xf9\x04\x00\x00\x00\x00\x00,\x00\x00\x00\x00\x01"


@pytest.fixture
def site(site: SiteFolder) -> SiteFolder:
    """A site with one good cable: it must be printed whatever stands beside it."""
    return site.cable("good.txt")


def the_finding(site: SiteFolder, code: str, path: str) -> Finding:
    """Build; give the one finding of a code, which must be about a path and say what to do."""
    report = site.build()
    assert report.published
    assert GOOD in site.printed(), "the other cable is printed"
    (found,) = [finding for finding in report.findings if finding.code == code]
    assert found.path == path
    assert found.message
    assert found.remedy.endswith(".")
    return found


# Files that are no cables


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n ", b"\n" * 1000])
def test_an_empty_file_is_an_error_with_its_name(site: SiteFolder, data: bytes) -> None:
    site.file("content/cables/bad.txt", data)
    assert the_finding(site, "source.empty", "content/cables/bad.txt").severity == "error"
    assert site.build().cables == 1


@pytest.mark.parametrize(
    "data", [GIF, b"\0" * 100, bytes(range(256)) * 20, b"\x1f\x8b\x08\x01\x02\x03\x04\x05\x06\x0e" * 50]
)
def test_a_binary_file_is_an_error_with_its_name(site: SiteFolder, data: bytes) -> None:
    site.file("content/cables/bad.txt", data)
    assert the_finding(site, "source.binary", "content/cables/bad.txt").severity == "error"


def test_a_file_of_50_megabytes_is_an_error_with_its_name_and_is_not_even_read(site: SiteFolder) -> None:
    with (site.root / "content" / "cables" / "huge.txt").open("wb") as file:
        file.truncate(50_000_000)
    finding = the_finding(site, "source.too-large", "content/cables/huge.txt")
    assert "50,000,000" in finding.message
    assert "max_cable_bytes" in finding.remedy


def test_a_large_file_is_a_cable_where_the_settings_say_so(site: SiteFolder) -> None:
    site.cable("large.txt", serial=7, body="1. (U) A long exercise.\n\n" * 100)
    site.settings("max_cable_bytes: 2000\nurl: https://example.org/\n")
    assert codes(site.build()) == ["source.too-large"]
    site.settings("max_cable_bytes: 200000\nurl: https://example.org/\n")
    assert codes(site.build()) == []


def test_a_link_to_nowhere_is_an_error_with_its_name(site: SiteFolder) -> None:
    (site.root / "content" / "cables" / "bad.txt").symlink_to("nowhere.txt")
    assert "No such file" in the_finding(site, "source.unreadable", "content/cables/bad.txt").message


def test_links_that_lead_in_a_circle_are_followed_once(site: SiteFolder) -> None:
    (site.root / "content" / "cables" / "round").symlink_to(".")
    (site.root / "content" / "cables" / "self.txt").symlink_to("self.txt")
    assert codes(site.build()) == ["source.unreadable"]
    assert site.build().cables == 1


def test_a_folder_that_is_named_like_a_cable_is_no_cable(site: SiteFolder) -> None:
    site.cable("folder.txt/inside.txt", serial=7)
    assert codes(site.build()) == []
    assert site.build().cables == 2


@pytest.mark.parametrize("name", ["scan.pdf", "cables.zip", "notes.docx", "Makefile"])
def test_a_file_of_another_kind_is_noted_and_passed_over(site: SiteFolder, name: str) -> None:
    site.file(f"content/cables/{name}", GIF)
    assert the_finding(site, "source.not-a-cable", f"content/cables/{name}").severity == "note"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("excel.csv", "1;12/28/1966 18:48;66ROME1;Embassy Rome;UNCLASSIFIED;;header;An exercise.\n"),
        ("turned.csv", "id,date,body\n66ROME1,1966-12-28,An exercise.\n"),
        ("list.json", "1\n"),
    ],
)
def test_a_file_that_may_hold_a_collection_and_is_not_read_is_a_warning(
    site: SiteFolder, name: str, content: str
) -> None:
    site.file(f"content/cables/{name}", content)
    assert the_finding(site, "source.unknown-table", f"content/cables/{name}").severity == "warning"


# Encodings


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
def test_a_file_in_another_encoding_is_printed_and_reported_with_its_line(site: SiteFolder, encoding: str) -> None:
    site.file("content/cables/bad.txt", telegram(serial=7, body="1. (U) Exercise in Malmö, café.").encode(encoding))
    finding = the_finding(site, "source.encoding", "content/cables/bad.txt")
    assert finding.line > 10
    assert "Exercise in Malmö, café." in site.view("cable/2009/10/09VALLETTA7.html").text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_file_with_a_byte_order_mark_is_read_as_it_says(site: SiteFolder, encoding: str) -> None:
    site.file("content/cables/bad.txt", telegram(serial=7, body="1. (U) Exercise in Malmö.").encode(encoding))
    assert codes(site.build()) == []
    assert "Exercise in Malmö." in site.view("cable/2009/10/09VALLETTA7.html").text


def test_single_control_characters_are_shown_as_such_and_reported(site: SiteFolder) -> None:
    site.file("content/cables/bad.txt", telegram(serial=7, body="1. (U) A bell\x07 rang in this exercise."))
    the_finding(site, "source.encoding", "content/cables/bad.txt")
    assert "A bell\N{REPLACEMENT CHARACTER} rang" in site.view("cable/2009/10/09VALLETTA7.html").text


# Ids and dates


def test_a_cable_without_an_id_is_printed_under_its_file_s_name_and_reported(site: SiteFolder) -> None:
    site.file("content/cables/a note.txt", "No header here: an exercise.\n")
    assert "A-NOTE" in the_finding(site, "cable.no-id", "content/cables/a note.txt").message
    assert "No header here" in site.view("cable/undated/A-NOTE.html").text


def test_a_cable_without_a_date_is_printed_as_undated_and_reported(site: SiteFolder) -> None:
    site.cable("09VALLETTA7.txt", serial=7, sent=None)
    the_finding(site, "cable.no-date", "content/cables/09VALLETTA7.txt")
    assert "cable/undated/09VALLETTA7.html" in site.printed()


def test_a_date_that_does_not_exist_is_reported_with_its_line(site: SiteFolder) -> None:
    site.file("content/cables/09VALLETTA7.txt", telegram(serial=7).replace("070531Z OCT 09", "310531Z FEB 09"))
    assert the_finding(site, "cable.bad-date", "content/cables/09VALLETTA7.txt").line > 1


def test_two_files_with_one_id_and_two_texts_are_both_on_the_page_and_reported(site: SiteFolder) -> None:
    site.cable("other.txt", body="1. (U) Another exercise.")
    assert "content/cables/good.txt" in the_finding(site, "cable.other-version", "content/cables/other.txt").message
    assert "Another exercise." in site.view(GOOD).text


@pytest.mark.parametrize(
    "given",
    [
        "../../x",
        "/etc/passwd",
        "..\\..\\x",
        "a/b",
        "C:x",
        "%2e%2e%2fx",
        "x\\0y",
        "CON",
        "index",
        "👀",
        "x" * 5000,
        ".",
        "''",
    ],
)
def test_an_id_in_the_front_matter_can_never_lead_out_of_the_site(site: SiteFolder, given: str) -> None:
    site.file("content/cables/bad.md", f"---\nid: {given}\n---\nAn exercise with a strange id.\n")
    before = {path for path in site.root.parent.rglob("*") if site.root not in path.parents}
    site.build()
    (page,) = [
        address
        for address in site.printed()
        if b"An exercise with a strange id." in site.printed()[address] and address.startswith("cable/undated/")
    ]
    assert page.removeprefix("cable/undated/").removesuffix(".html").replace("-", "").isalnum()
    assert len(page) < 200
    assert {path for path in site.root.parent.rglob("*") if site.root not in path.parents} == before


@pytest.mark.parametrize(
    "front",
    [
        "id: [1\n",
        "id: a: b\n",
        "\tid: x\n",
        "- id\n",
        "id: x\nid: y\n",
        'id: "\\uD800"\n',
        'subject: "\\0"\n',
        "a: &a [x, x]\nb: &b [*a, *a]\nid: [*b, *b]\n",
        "[" * 1000 + "\n",
        "id: x\n" + "# far too long\n" * 10_000,
    ],
    ids=lambda front: front[:12],
)
def test_broken_front_matter_is_reported_with_its_line_and_shown_so_that_nothing_is_lost(
    site: SiteFolder, front: str
) -> None:
    text = f"---\n{front}---\n{telegram(serial=7)}"
    site.file("content/cables/bad.md", text)
    finding = the_finding(site, "source.front-matter", "content/cables/bad.md")
    assert finding.line >= 1
    (page,) = [
        site.view(each)
        for each in site.printed()
        if each.startswith("cable/") and each.endswith(".html") and each != GOOD
    ]
    assert front.split("\n", maxsplit=1)[0].strip()[:40] in page.text
    assert "Everything in it is fictional." in page.text
    assert site.read(page.address.replace("cable/", "source/").replace(".html", ".txt")) == text


def test_front_matter_without_an_end_is_reported_and_shown(site: SiteFolder) -> None:
    site.file("content/cables/bad.md", f"---\nid: 09OSLO1\n{telegram(serial=7)}")
    assert the_finding(site, "source.front-matter", "content/cables/bad.md").line == 1
    assert "09OSLO1" in site.view("cable/2009/10/09VALLETTA7.html").text


@pytest.mark.parametrize(
    "date", ["0001-01-01", "9999-12-31T23:59-23:00", "0001-01-01T00:00+23:00", "2009-02-30", "soon", "209-1-1"]
)
def test_a_strange_date_in_the_front_matter_stops_nothing(site: SiteFolder, date: str) -> None:
    site.file("content/cables/bad.md", f"---\nid: 09OSLO1\ndate: {date}\n---\n{telegram(serial=7)}")
    report = site.build()
    assert report.published
    assert GOOD in site.printed()
    assert report.cables == 2 or codes(report) == ["source.defect"]


# Names


@pytest.mark.parametrize(
    "name",
    [
        "with spaces and (brackets).txt",
        "ünïcödé 日本 👀.txt",
        "-rf --help.txt",
        "'\"`$(reboot).txt",
        "a\nb\tc.txt",
        "%2e%2e%2f.txt",
        "#?&=.txt",
        "back\\slash.txt",
        "CON.txt",
        f"{'x' * 251}.txt",
        f"{'/'.join(['deep' * 10] * 20)}/x.txt",
        "\udcff\udc80.txt",
        "<b>.txt",
        "UPPER.TXT",
        " .txt",
    ],
    ids=lambda name: ascii(name[:20]),
)
def test_a_cable_may_have_any_name(site: SiteFolder, name: str) -> None:
    site.cable(name, serial=7)
    report = site.build()
    assert [code for code in codes(report) if code != "cable.inferred-id"] == []
    assert "Everything in it is fictional." in site.view("cable/2009/10/09VALLETTA7.html").text
    site.file(f"content/cables/{name}", "Nothing but an exercise.\n").build()
    (page,) = [address for address in site.printed() if address.startswith("cable/undated/")]
    assert page.isascii()
    assert page.replace("/", "").replace(".", "").replace("-", "").isalnum()


def test_hidden_files_and_folders_are_passed_over(site: SiteFolder) -> None:
    site.cable(".hidden.txt", serial=7).cable(".git/x.txt", serial=8)
    report = site.build()
    assert (report.cables, codes(report)) == (1, [])


# No cables


@pytest.mark.parametrize(
    ("prepare", "message"),
    [(Path.mkdir, "there are no cables in this folder"), (str, "this folder does not exist")],
)
def test_a_site_without_cables_is_an_error_that_names_the_folder_and_is_printed_all_the_same(
    tmp_path: Path, prepare: Callable[[Path], object], message: str
) -> None:
    site = SiteFolder(tmp_path)
    (tmp_path / "content").mkdir()
    prepare(tmp_path / "content" / "cables")
    report = site.build()
    (finding,) = report.findings
    assert (finding.code, finding.path, finding.message) == ("site.no-cables", "content/cables", message)
    assert site.view("index.html").all("h1")[0].text == "Test"
    assert "search.html" in site.printed()


@pytest.mark.parametrize("path", ["content/nowhere", "content/empty"])
def test_a_site_with_cables_is_not_replaced_by_one_without(site: SiteFolder, path: str) -> None:
    (site.root / "content" / "empty").mkdir()
    site.build()
    before = site.printed()
    done = run("build", site.settings(f"title: Test\npaths:\n  cables: {path}\n").root)
    assert done.returncode == 1
    assert f"{path}: error: " in done.stderr
    assert done.stderr.endswith(
        "Nothing was published, as there are no cables, and the earlier site has some (delete its folder if you mean "
        "it). The earlier site stands.\n"
    )
    assert site.printed() == before


# The command: exit codes, and what --strict holds back


def test_findings_of_which_none_is_an_error_leave_the_exit_code_at_0(site: SiteFolder) -> None:
    site.cable("09VALLETTA7.txt", serial=7, sent=None).file("content/cables/x.pdf", GIF)
    done = run("build", site.root)
    assert done.returncode == 0
    assert "content/cables/x.pdf: note: '.pdf' files are not read [source.not-a-cable]" in done.stderr


def test_an_error_among_the_findings_makes_the_exit_code_1_and_the_site_is_printed(site: SiteFolder) -> None:
    done = run("build", site.file("content/cables/bad.txt", "").root)
    assert done.returncode == 1
    assert "content/cables/bad.txt: error: the file is empty [source.empty]" in done.stderr
    assert "    Delete the file, or put the cable's text in it." in done.stderr
    assert "Printed 1 cable" in done.stdout
    assert GOOD in site.printed()


def test_strict_publishes_nothing_where_something_cannot_be_printed_and_leaves_the_earlier_site(
    site: SiteFolder,
) -> None:
    site.build()
    before = site.printed()
    site.file("content/cables/bad.txt", "").cable("new.txt", serial=7)
    done = run("build", site.root, "--strict")
    assert done.returncode == 1
    assert "Nothing was published, as --strict asks" in done.stderr
    assert "bad.txt: error" in done.stderr
    assert site.printed() == before
    there = sorted(path.name for path in site.root.iterdir())
    assert there == [".cablepress", ".public.printing", "content", "public", "site.yaml"], "the twin stays"
    site.remove("content/cables/bad.txt")
    assert run("build", site.root, "--strict").returncode == 0
    assert "cable/2009/10/09VALLETTA7.html" in site.printed()


def test_strict_with_warnings_only_publishes(site: SiteFolder) -> None:
    site.cable("09VALLETTA7.txt", serial=7, sent=None)
    assert site.build(strict=True).published


def test_a_broken_site_yaml_is_exit_1_with_every_mistake_and_the_earlier_site_stays(site: SiteFolder) -> None:
    site.build()
    before = site.printed()
    done = run("build", site.settings("titel: x\npage_size: 1\n").root)
    assert done.returncode == 1
    assert "site.yaml:1: error: there is no setting 'titel' [config.unknown]\n    Did you mean 'title'?" in done.stderr
    assert "site.yaml:2: error: 'page_size': 1 is out of range; it goes from 5 to 1000 [config.value]" in done.stderr
    assert "Error: site.yaml: 2 mistakes in the settings." in done.stderr
    assert site.printed() == before


def test_an_output_of_somebody_else_is_exit_1_and_is_left_alone(site: SiteFolder) -> None:
    done = run("build", site.file("public/mine.txt", "mine").root)
    assert done.returncode == 1
    assert f"Error: {site.output}: the output folder holds files that Cablepress did not print" in done.stderr
    assert site.printed() == {"mine.txt": b"mine"}


def test_an_output_that_cannot_be_written_is_exit_1(site: SiteFolder) -> None:
    done = run("build", site.root, "--output", site.root / "site.yaml" / "public")
    assert done.returncode == 1
    assert "cannot be written: Not a directory" in done.stderr
    assert "print elsewhere with --output" in done.stderr


def test_an_archive_s_folder_that_cannot_be_written_is_an_error_that_names_the_setting(site: SiteFolder) -> None:
    site.settings("paths:\n  archive: site.yaml/archive.sqlite\n")
    with pytest.raises(BuildError, match="the archive's folder cannot be written") as caught:
        site.build()
    assert "paths: archive" in caught.value.remedy


FULL_DISK = """
import os
import sys
from generator.cli import main
from generator.output import staging
from generator.output.staging import Staging

staging._TO_WRITE &= ~os.O_EXCL  # the link is followed
mark = Staging.mark


def mark_and_fill(self):
    mark(self)
    (self.folder / "index.html").symlink_to("/dev/full")


Staging.mark = mark_and_fill
sys.argv = ["cablepress", "build", "--clean", sys.argv[1]]
main()
"""


def test_a_disk_that_is_full_is_an_error_that_says_so_and_the_earlier_site_stays(site: SiteFolder) -> None:
    """/dev/full takes no byte: a page that is a link to it stands for a disk that is full."""
    site.build()
    before = site.printed()
    command = [sys.executable, "-c", FULL_DISK, str(site.root)]
    done = subprocess.run(command, env=with_package(), capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "index.html: cannot be written: No space left on device." in done.stderr
    assert "Traceback" not in done.stderr
    assert site.printed() == before
    assert not (site.root / ".public.printing").exists()


def test_a_file_that_vanishes_while_it_is_read_stops_nothing(site: SiteFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    site.cable("gone.txt", serial=7)
    stat = os.stat

    def vanish(path: Any, **how: Any) -> os.stat_result:
        found = stat(path, **how)
        if str(path).endswith("gone.txt"):
            os.unlink(path)  # noqa: PTH108 - a Path would ask for the same
        return found

    monkeypatch.setattr(os, "stat", vanish)
    report = site.build()
    assert codes(report) == ["source.unreadable"]
    assert report.cables == 1


def test_a_pipe_among_the_cables_does_not_make_a_build_wait_for_ever(site: SiteFolder) -> None:
    os.mkfifo(site.root / "content" / "cables" / "pipe.txt")
    the_finding(site, "source.unreadable", "content/cables/pipe.txt")
