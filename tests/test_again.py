"""A site that is built again: nothing is done twice, nothing but what has to be is printed, and nothing is missed.

`test_changes` compares what is printed with a clean print after any sequence of changes; here is what is not printed.
"""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.addresses import Part, part_of
from generator.archive import Archive, Listing
from generator.output import Staging, find_folders, without_seal
from generator.output.checksums import write_checksums
from generator.output.printed import Printed
from generator.output.updating import Staying, addresses_after, update_checksums
from generator.press import BuildReport
from tests.commands import with_package
from tests.site_folder import SiteFolder, files_of

SETTLED = 0.15
"""Seconds after which a file's times tell whether it has changed."""
ALWAYS = {"SHA256SUMS"}


@pytest.fixture
def site(tmp_path: Path) -> SiteFolder:
    """A site of 12 cables, built; of three senders, each citing the one before it."""
    site = SiteFolder(tmp_path)
    for serial in range(1, 13):
        post = ("VALLETTA", "OSLO", "ROME")[serial % 3]
        site.cable(f"{serial}.txt", serial=serial, post=post, refs=f"{post} {serial - 3}", tags=["PREL", "MT"])
    time.sleep(SETTLED)
    site.build(jobs=1)
    return site


def places(site: SiteFolder) -> dict[str, tuple[int, int]]:
    """Give for each printed file where it lies on the disk, and when it was written."""
    found = {path: path.stat() for path in site.output.rglob("*") if path.is_file()}
    return {path.relative_to(site.output).as_posix(): (s.st_ino, s.st_mtime_ns) for path, s in found.items()}


def printed_by(site: SiteFolder, change: Callable[[], object]) -> set[str]:
    """Change something and build; give the addresses of the files that are new or were written again."""
    before = places(site)
    change()
    report = site.build(jobs=1)
    after = places(site)
    changed = {address for address, place in after.items() if before.get(address) != place}
    assert report.changed == len(changed - ALWAYS)
    return changed


def pages(addresses: set[str]) -> set[str]:
    return {address for address in addresses if not address.startswith("search/")} - ALWAYS


# Nothing has changed


def test_where_nothing_has_changed_nothing_is_read_or_printed_and_the_report_is_the_same(site: SiteFolder) -> None:
    site.file("content/cables/empty.txt", "")
    time.sleep(SETTLED)
    first = site.build(jobs=1)
    before = places(site)
    again = site.build(jobs=1)
    assert places(site) == before
    assert list(again.seconds) == ["find", "look"]
    assert same(again) == same(first)
    assert (again.parsed, again.unchanged, again.changed) == (0, 12, 0)


UNCHANGED = """
import sys
from pathlib import Path
from generator.config import read_config
from generator.press.build import build_site

report = build_site(read_config(Path(sys.argv[1])))
heavy = {"numpy", "jinja2", "lxml", "ftfy", "markdown_it", "generator.telegram", "generator.search"}
print(list(report.seconds), sorted(heavy & set(sys.modules)))
"""


def test_where_nothing_has_changed_nothing_is_imported_that_only_printing_needs(site: SiteFolder) -> None:
    site.page("about.md", "# About\n")
    site.build(jobs=1)
    command = [sys.executable, "-c", UNCHANGED, str(site.root)]
    done = subprocess.run(command, env=with_package(), capture_output=True, text=True, check=True)
    assert done.stdout == "['find', 'look'] []\n"


def same(report: BuildReport) -> tuple[object, ...]:
    """Give what two reports of the same site have in common."""
    return (
        report.output,
        report.published,
        report.cables,
        report.files,
        report.size,
        report.search_files,
        report.search_size,
        report.findings,
    )


def test_a_strict_build_of_an_unchanged_site_with_errors_says_that_it_publishes_nothing(site: SiteFolder) -> None:
    site.file("content/cables/empty.txt", "")
    time.sleep(SETTLED)
    assert site.build().published
    assert not site.build(strict=True).published
    assert not site.build(strict=True).published


def test_a_build_that_is_held_back_prints_nothing_and_the_next_one_prints_what_it_held_back(site: SiteFolder) -> None:
    time.sleep(SETTLED)
    site.build(jobs=1)
    edit(site, 3, body="1. (U) An exercise that is held back.")
    site.file("content/cables/empty.txt", "")
    held = site.build(jobs=1, strict=True)
    assert (held.published, held.cables, held.files) == (False, 12, 0)
    assert "print" not in held.seconds
    assert "held back" not in site.read("cable/2009/10/09VALLETTA3.html")
    edit(site, 6, body="1. (U) An exercise that comes later.")
    mended = site.remove("content/cables/empty.txt").build(jobs=1, strict=True)
    assert mended.published
    assert mended.changed < mended.files
    assert "held back" in site.read("cable/2009/10/09VALLETTA3.html")
    printed = site.printed()
    site.build(jobs=1, clean=True)
    assert site.printed() == printed


def test_an_edit_that_keeps_size_and_time_is_not_missed(site: SiteFolder) -> None:
    path = site.root / "content" / "cables" / "1.txt"
    status = path.stat()
    path.write_bytes(path.read_bytes().replace(b"exercise", b"exorcise"))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    time.sleep(SETTLED)
    assert (path.stat().st_size, path.stat().st_mtime_ns) == (status.st_size, status.st_mtime_ns)
    assert site.build().parsed == 1


def test_where_the_clock_was_set_back_since_a_file_was_written_it_is_read_each_time(site: SiteFolder) -> None:
    path = site.root / "content" / "cables" / "1.txt"
    for word in ("hawser", "bollard"):
        edit(site, 1, body=f"1. (U) An exercise with a {word}.")
        os.utime(path, (4_000_000_000, 4_000_000_000))  # of the year 2096
        time.sleep(SETTLED)
        report = site.build()
        assert (report.parsed, report.changed > 0) == (1, True)
        assert "ingest" in site.build().seconds


def test_files_copied_back_with_older_times_are_not_missed(site: SiteFolder) -> None:
    path = site.root / "content" / "cables" / "1.txt"
    other = site.root / "other.txt"
    other.write_bytes(path.read_bytes().replace(b"exercise", b"exorcise"))
    os.utime(other, (1_000_000_000, 1_000_000_000))
    shutil.move(other, path)
    time.sleep(SETTLED)
    assert site.build().parsed == 1


# Only what had to be printed was


def test_after_an_edit_of_a_text_only_its_page_its_source_and_files_of_the_index_are_printed(site: SiteFolder) -> None:
    body = "1. (U) An exercise with a word more: hawser."
    changed = printed_by(site, lambda: edit(site, 4, body=body))
    assert pages(changed) == {"cable/2009/10/09OSLO4.html", "source/2009/10/09OSLO4.txt"}
    assert "search/index.js" in changed
    assert not {address for address in changed if address.startswith(("search/c/", "search/d/"))}


def test_after_an_edit_the_index_is_patched_and_not_made_anew(site: SiteFolder) -> None:
    edit(site, 4, body="1. (U) An exercise with a word more: hawser.")
    report = site.build(jobs=1)
    assert "patch" in report.seconds
    assert {"index", "merge", "list", "sitemap"}.isdisjoint(report.seconds)
    before = site.printed()
    site.build(jobs=1, clean=True)
    assert site.printed() == before


def test_after_an_edit_of_a_subject_all_that_shows_it_is_printed_and_nothing_else(site: SiteFolder) -> None:
    showing = {page for page, text in site.printed().items() if b"subject of four" in text.lower()}
    assert not showing
    changed = printed_by(site, lambda: edit(site, 4, subject="EXERCISE: SUBJECT OF FOUR"))
    showing = {page for page, text in site.printed().items() if b"subject of four" in text.lower()}
    assert pages(changed) == showing
    assert {"cable/2009/10/09OSLO1.html", "cable/2009/10/09OSLO7.html", "tag/PREL.html", "date/2009.html"} < showing


def test_after_a_cable_came_pages_that_do_not_show_it_stay(site: SiteFolder) -> None:
    changed = printed_by(site, lambda: site.cable("new.txt", serial=99, post="PARIS"))
    assert "cable/2009/10/09PARIS99.html" in changed
    cables = {address for address in changed if address.startswith("cable/")}
    text = {page for page in cables if b"09PARIS99" in site.printed()[page]}
    assert cables == text
    assert len(cables) < 5


def test_after_a_cable_went_its_pages_are_gone_and_so_are_empty_folders(site: SiteFolder) -> None:
    site.cable("other-year.txt", serial=99, post="PARIS", sent=None)
    site.build()
    assert (site.output / "cable" / "undated").is_dir()
    changed = printed_by(site, lambda: site.remove("content/cables/other-year.txt"))
    assert not (site.output / "cable" / "undated").exists()
    assert not any(address.startswith("source/") for address in changed)


def test_after_a_change_of_a_page_of_the_publisher_s_only_that_page_is_printed(site: SiteFolder) -> None:
    site.page("about.md", "# About\n\nOnce.\n").build()
    assert printed_by(site, lambda: site.page("about.md", "# About\n\nTwice.\n")) - ALWAYS == {"about.html"}


def test_a_printed_file_that_somebody_changed_is_printed_again(site: SiteFolder) -> None:
    expected = site.printed()
    page = site.output / "cable" / "2009" / "10" / "09OSLO4.html"
    page.write_bytes(page.read_bytes().replace(b"e", b"a"))  # into the file, so its second name has it, too
    assert site.build().published
    assert site.printed() == expected


def test_a_site_printed_into_another_folder_is_printed_whole(site: SiteFolder, tmp_path: Path) -> None:
    expected = site.printed()
    report = site.build(output=tmp_path / "elsewhere")
    assert report.changed == report.files
    assert files_of(tmp_path / "elsewhere") == expected
    assert site.build().changed == report.files, "the ledger is of the last print only"


def test_where_a_disk_has_no_second_names_all_is_printed_each_time(
    site: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    shutil.rmtree(site.root / ".public.printing")
    edit(site, 4, body="1. (U) An exercise with a hawser.")
    report = site.build(jobs=1)
    assert report.changed == report.files
    assert not (site.root / ".public.printing").exists()
    time.sleep(SETTLED)
    site.build(jobs=1)
    assert list(site.build(jobs=1).seconds) == ["find", "look"], "what stands can be looked at all the same"


def to_compare(site: SiteFolder) -> set[str]:
    """Give the folders in which the next build will compare the names of the twins."""
    folders = list(find_folders(site.output, {}))
    return {folder.path for folder in without_seal(site.output, site.root / ".public.printing", folders)}


def all_folders(site: SiteFolder) -> set[str]:
    return {folder.path for folder in find_folders(site.output, {})}


def test_names_of_twins_are_compared_in_those_folders_only_that_the_last_build_changed(site: SiteFolder) -> None:
    time.sleep(SETTLED)
    edit(site, 4, body="1. (U) An exercise with a hawser.")
    site.build(jobs=1)
    lately = to_compare(site)
    assert {"", "cable/2009/10", "source/2009/10"} <= lately
    assert len(lately) < len(all_folders(site)) / 2
    edit(site, 5, body="1. (U) An exercise with a winch.")
    site.build(jobs=1)
    assert to_compare(site) < all_folders(site), "the seal is made anew"


@pytest.mark.parametrize("top", ["public", ".public.printing"])
@pytest.mark.parametrize("comes", [True, False])
def test_names_of_twins_are_compared_everywhere_where_something_came_to_one_of_them_or_went(
    site: SiteFolder, top: str, comes: bool
) -> None:
    folder = site.root / top / "tag"
    time.sleep(SETTLED)
    if comes:
        (folder / "theirs.html").touch()
    else:
        (folder / "PREL.html").unlink()
    assert to_compare(site) == all_folders(site)


def test_no_seal_is_on_a_twin_into_which_something_is_printed(
    site: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[set[str]] = []

    def look_and_print(staging: Staging, *arguments: Any) -> Any:
        seen.append(to_compare(site))
        return update(staging, *arguments)

    update = Staging.update
    monkeypatch.setattr(Staging, "update", look_and_print)
    site.build(jobs=1)
    edit(site, 4, body="1. (U) An exercise with a hawser.")
    site.build(jobs=1)
    assert seen == [all_folders(site)]


def edit(site: SiteFolder, serial: int, **facts: object) -> None:
    post = ("VALLETTA", "OSLO", "ROME")[serial % 3]
    said = {"serial": serial, "post": post, "refs": f"{post} {serial - 3}", "tags": ["PREL", "MT"], **facts}
    site.cable(f"{serial}.txt", **said)


# What this stands on


@pytest.mark.parametrize("ordinal", range(12))
def test_the_archive_knows_the_place_of_a_cable_in_every_list(site: SiteFolder, ordinal: int) -> None:
    archive = Archive(site.root / ".cablepress" / "archive.sqlite")
    (entry,) = archive.entries(ordinal, ordinal + 1)
    found = list(archive.places_in_lists(ordinal))
    counted = {(listing, each.key): each.cables for listing in Listing for each in archive.counts(listing)}
    for listing, key, place, cables in found:
        assert archive.listed(listing, key, place, 1) == [entry]
        assert counted[listing, key] == cables
    holding = [key for key in counted if entry in archive.listed(*key, 0, 100)]
    assert sorted((listing, key) for listing, key, _, _ in found) == sorted(holding)
    archive.close()


_sums = st.sampled_from(["a" * 64, "b" * 64])
_addresses = [f"{a}{b}" for a in ("", "assets/", "cable/", "cable/1/", "cable-x/", "source/", "tag/") for b in "XYZ"]
_folders = st.dictionaries(st.sampled_from([*_addresses, "sitemap.xml", "über.html"]), _sums)
_parts = st.frozensets(st.sampled_from(list(Part)))
_gone = st.frozensets(st.sampled_from([*_addresses, "tag/another"]))


@settings(deadline=None)
@given(before=_folders, printed=_folders, staying=st.builds(Staying, _parts, _gone))
def test_a_list_of_checksums_is_brought_up_to_date_as_if_it_were_written_anew(
    tmp_path_factory: pytest.TempPathFactory, before: dict[str, str], printed: dict[str, str], staying: Staying
) -> None:
    folder = tmp_path_factory.mktemp("sums")
    stays = {a: sha for a, sha in before.items() if part_of(a) in staying.parts and a not in staying.gone}
    after = stays | printed
    write_checksums(folder, [Printed(address, sha, 1) for address, sha in sorted(after.items())])
    expected = (folder / "SHA256SUMS").read_text()
    write_checksums(folder, [Printed(address, sha, 1) for address, sha in sorted(before.items())])
    new = [Printed(address, sha, 1) for address, sha in sorted(printed.items())]
    assert list(addresses_after(folder, new, staying)) == sorted(after)
    changes = update_checksums(folder, new, staying)
    assert (folder / "SHA256SUMS").read_text() == expected
    assert {each.address for each in changes.changed} == {a for a, sha in printed.items() if before.get(a) != sha}
    assert set(changes.gone) == before.keys() - after.keys()
    assert changes.files == len(after)
