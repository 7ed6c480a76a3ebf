"""The printed folder: replaced as one step, whatever interrupts; what Cablepress did not print is never lost."""

from __future__ import annotations

import errno
import os
import random
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from generator.config import read_config
from generator.errors import OutputError, ThemeError
from generator.output import Staging, check_target, publish, write_file
from generator.output import publish as publish_function
from generator.press import check_site
from generator.sitefile import SiteFile
from tests.deaths import dies_at
from tests.site_folder import SiteFolder, codes, files_of

publish_module = sys.modules[publish_function.__module__]

OLD = {"index.html": "old", "404.html": "old", "tag/PREL.html": "old", "gone/deep/page.html": "old", ".nojekyll": ""}
NEW = {"index.html": "new", "404.html": "old", "tag/PREL.html": "new", "tag/NATO/2.html": "new", ".nojekyll": ""}


def print_site(target: Path, pages: dict[str, str]) -> None:
    """Print and publish a site, as a build does."""
    staging = Staging(target)
    try:
        staging.prepare()
        printed = [write_file(staging.folder, SiteFile(address, text.encode())) for address, text in pages.items()]
        staging.finish(sorted(printed))
        publish(staging)
    finally:
        staging.discard()


def printed_pages(target: Path) -> dict[str, str]:
    """Give the pages that the folder's own list names, and make sure that each is as the list says."""
    return {address: (target / address).read_text() for address in printed_addresses(target)}


def printed_addresses(target: Path) -> list[str]:
    subprocess.run(["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"], cwd=target, check=True)
    lines = (target / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    return [line.partition("  ")[2] for line in lines if not line.startswith("#")]


def put_strange_things(target: Path) -> None:
    """Put into a folder what a publisher, a host or a version control may put there."""
    for name in (".git/refs/empty", "notes/empty", "tag/empty"):
        (target / name).mkdir(parents=True)
    for name in (
        "CNAME",
        ".git/HEAD",
        ".well-known/security.txt",
        "notes/ünï code.txt",
        "tag/own.txt",
        "a\nb",
        "tag/own.html",
    ):
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (target / name).write_text(f"This is {name}")
    Path(os.fsdecode(os.fsencode(target) + b"/\xff.txt")).write_text("no UTF-8 name")
    (target / "CNAME").chmod(0o640)
    (target / "to a file").symlink_to("notes/ünï code.txt")
    (target / "to a folder").symlink_to("notes")
    (target / "tag" / "to nowhere").symlink_to("/no/such/place")


def strange_things(target: Path) -> dict[str, object]:
    """Give what stands in a folder beside what Cablepress printed: links, files with their modes, empty folders."""
    ours = {*OLD, *NEW, "SHA256SUMS"}
    found: dict[str, object] = {}
    for path in sorted(target.rglob("*")):
        name = path.relative_to(target).as_posix()
        if path.is_symlink():
            found[name] = path.readlink()
        elif path.is_dir():
            if not any(path.iterdir()):
                found[name] = "an empty folder"
        elif name not in ours:
            found[name] = (path.read_text(), path.stat().st_mode)
    return found


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "www" / "public"


@pytest.fixture(params=["in one step", "in two renames"])
def exchange(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """The two ways in which folders can exchange their names, the second where the system has not the first."""
    if request.param == "in two renames":
        monkeypatch.setattr(publish_module, "_exchange_at_once", lambda *_: False)
    return str(request.param)


both_ways = pytest.mark.usefixtures("exchange")


# Replacing


@both_ways
def test_the_first_site_makes_its_folder(target: Path) -> None:
    print_site(target, OLD)
    assert printed_pages(target) == OLD
    assert names_in(target.parent) == ["public"]


@both_ways
def test_a_new_site_takes_the_place_of_the_old_one_and_leaves_nothing_of_it(target: Path) -> None:
    print_site(target, OLD)
    print_site(target, NEW)
    assert printed_pages(target) == NEW
    assert set(files_of(target)) == {*NEW, "SHA256SUMS"}
    assert not (target / "gone").exists()
    assert names_in(target.parent) == ["public"], "no staging folder stays"


def test_the_list_of_checksums_names_every_printed_file_and_the_real_sha256sum_agrees(site: SiteFolder) -> None:
    site.cable("a.txt").page("own.md", "# Own\n").build()
    assert set(printed_addresses(site.output)) | {"SHA256SUMS"} == set(files_of(site.output))
    (site.output / "index.html").write_text("tampered with")
    done = subprocess.run(
        ["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=site.output, capture_output=True, check=False
    )
    assert done.returncode == 1
    assert done.stdout == b"index.html: FAILED\n"


def test_an_output_that_is_a_link_to_a_folder_stays_a_link_and_the_folder_behind_it_is_replaced(
    site: SiteFolder, tmp_path: Path
) -> None:
    (tmp_path / "real").mkdir()
    site.output.symlink_to(tmp_path / "real")
    site.cable("a.txt").build()
    site.build()
    assert site.output.is_symlink()
    assert (tmp_path / "real" / "index.html").is_file()


# What Cablepress did not print


@both_ways
def test_what_somebody_else_put_into_the_folder_stays_through_any_number_of_builds(target: Path) -> None:
    print_site(target, OLD)
    put_strange_things(target)
    before = strange_things(target)
    for pages in (NEW, OLD, NEW, NEW):
        print_site(target, pages)
        assert strange_things(target) == before
        assert printed_pages(target) == pages
    assert names_in(target.parent) == ["public"]


@both_ways
def test_a_file_that_somebody_removed_stays_removed(target: Path) -> None:
    print_site(target, OLD)
    put_strange_things(target)
    print_site(target, NEW)
    (target / "CNAME").unlink()
    (target / "tag" / "own.txt").unlink()
    before = strange_things(target)
    print_site(target, OLD)
    assert strange_things(target) == before


@both_ways
def test_a_folder_of_hidden_files_and_a_cname_may_be_printed_into_for_the_first_time(target: Path) -> None:
    (target / ".git").mkdir(parents=True)
    (target / ".git" / "HEAD").write_text("ref: refs/heads/main")
    (target / "CNAME").write_text("cables.example.org")
    before = strange_things(target)
    check_target(target, [], [])
    print_site(target, OLD)
    assert strange_things(target) == before
    assert printed_pages(target) == OLD
    assert names_in(target.parent) == ["public"]


@both_ways
def test_a_file_on_a_disk_without_second_names_is_copied(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_self: Path, _target: Path) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    print_site(target, OLD)
    put_strange_things(target)
    before = strange_things(target)
    monkeypatch.setattr(Path, "hardlink_to", refuse)
    print_site(target, NEW)
    assert strange_things(target) == before
    assert names_in(target.parent) == ["public"]


def change_at_the_last_moment(monkeypatch: pytest.MonkeyPatch, change: Callable[[], object]) -> None:
    """Do something to the published folder right before it is replaced."""
    at_once = getattr(publish_module, "_exchange_at_once")  # noqa: B009 - a private name

    def do_and_exchange(new: Path, target: Path) -> bool:
        change()
        return bool(at_once(new, target))

    monkeypatch.setattr(publish_module, "_exchange_at_once", do_and_exchange)


@both_ways
def test_a_file_or_folder_that_comes_at_the_last_moment_is_not_lost(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def come() -> None:
        (target / "late.txt").write_text("late")
        (target / "late empty").mkdir()
        (target / "late link").symlink_to("late.txt")

    print_site(target, OLD)
    change_at_the_last_moment(monkeypatch, come)
    print_site(target, NEW)
    assert (target / "late.txt").read_text() == "late"
    assert (target / "late empty").is_dir()
    assert (target / "late link").readlink() == Path("late.txt")
    assert names_in(target.parent) == ["public"]


@both_ways
def test_of_a_file_that_is_replaced_at_the_last_moment_both_texts_stay(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def replace() -> None:
        (target / "new").write_text("newer")
        (target / "new").rename(target / "CNAME")

    print_site(target, OLD)
    (target / "CNAME").write_text("older")
    change_at_the_last_moment(monkeypatch, replace)
    print_site(target, NEW)
    assert {(target / name).read_text() for name in ("CNAME", "CNAME.kept")} == {"older", "newer"}


@both_ways
@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("about.html", "about.html"),
        ("tag", "tag/PREL.html"),
        ("about.html/deep/x.txt", "about.html"),
        ("a/b", "a/b/c/d.html"),
    ],
)
def test_a_page_never_takes_the_place_of_somebody_else_s_file(target: Path, theirs: str, ours: str) -> None:
    print_site(target, {"index.html": "old"})
    (target / theirs).parent.mkdir(parents=True, exist_ok=True)
    (target / theirs).write_text("mine")
    with pytest.raises(OutputError, match="Cablepress did not print this") as caught:
        print_site(target, {"index.html": "new", ours: "new"})
    assert caught.value.where == (target / theirs).as_posix()
    assert caught.value.remedy == "Move it elsewhere or rename it."
    assert (target / theirs).read_text() == "mine"
    assert printed_pages(target) == {"index.html": "old"}
    assert names_in(target.parent) == ["public"]


def test_somebody_s_empty_folder_is_no_obstacle_to_pages_in_it(target: Path) -> None:
    (target / ".well-known").mkdir(parents=True)
    (target / "tag").mkdir()
    shutil.rmtree(target / "tag")
    print_site(target, {"index.html": "old"})
    (target / "tag").mkdir()
    print_site(target, NEW)
    assert printed_pages(target) == NEW
    assert (target / ".well-known").is_dir()


# What is refused


def test_a_folder_of_somebody_else_s_files_is_refused_and_not_touched(site: SiteFolder) -> None:
    site.cable("a.txt").file("public/thesis.doc", "years of work")
    with pytest.raises(OutputError, match=r"did not print, such as 'thesis\.doc'") as caught:
        site.build()
    assert "--output" in caught.value.remedy
    assert files_of(site.output) == {"thesis.doc": b"years of work"}
    assert names_in(site.root) == ["content", "public", "site.yaml"]


def test_a_folder_that_only_says_that_it_is_ours_loses_nothing(target: Path) -> None:
    """A list of checksums that somebody else wrote, or that names files outside."""
    (target / "sub").mkdir(parents=True)
    (target / "sub" / "mine.txt").write_text("mine")
    (target.parent / "outside.txt").write_text("outside")
    (target / "SHA256SUMS").write_text(f"{'0' * 64}  sub/mine.txt\n")
    with pytest.raises(OutputError, match="did not print"):
        check_target(target, [], [])
    (target / "SHA256SUMS").write_text(f"# Printed by Cablepress\n{'0' * 64}  ../outside.txt\n")
    print_site(target, NEW)
    assert (target / "sub" / "mine.txt").read_text() == "mine"
    assert (target.parent / "outside.txt").read_text() == "outside"


@pytest.mark.parametrize(
    "output", [".", "..", "../..", "content", "content/cables", "content/pages", "themes", ".cablepress"]
)
def test_an_output_that_holds_the_site_or_a_part_of_it_is_refused(site: SiteFolder, output: str) -> None:
    site.cable("a.txt").page("own.md", "# Own\n")
    before = files_of(site.root)
    with pytest.raises(OutputError) as caught:
        site.build(output=site.root / output)
    assert caught.value.where
    assert caught.value.remedy
    after = files_of(site.root)
    assert {name: after[name] for name in before} == before


def test_a_whole_disk_is_refused_as_an_output(site: SiteFolder) -> None:
    site.cable("a.txt")
    with pytest.raises(OutputError, match="a whole disk") as caught:
        site.build(output=Path("/"))
    assert "'paths: output'" in caught.value.remedy
    with pytest.raises(OutputError, match="a whole disk"):
        site.settings("paths: {output: /}\n").build()


@pytest.mark.parametrize(
    ("archive", "what"),
    [
        ("public/a.sqlite", "inside the output folder"),
        ("public/deep/a.sqlite", "inside the output folder"),
        ("content/cables/a.sqlite", "inside a folder of cables"),
        ("more/deep/a.sqlite", "inside a folder of cables"),
    ],
)
def test_an_archive_that_would_be_published_or_read_is_refused_before_anything_is_written(
    site: SiteFolder, archive: str, what: str
) -> None:
    site.cable("a.txt").file("more/b.txt", "A cable.\n").build()
    site.settings(f"paths: {{archive: {archive}}}\nsources:\n  - path: more\n")
    before = files_of(site.root)
    for do in (site.build, lambda: check_site(read_config(site.root))):
        with pytest.raises(OutputError, match=what) as caught:
            do()
        assert caught.value.where == archive
        assert "'paths: archive'" in caught.value.remedy
    assert files_of(site.root) == before


def test_a_hidden_archive_may_stand_among_the_cables_as_hidden_files_are_passed_over(site: SiteFolder) -> None:
    site.cable("a.txt").settings("title: Test\npaths: {archive: content/cables/.here/a.sqlite}\n")
    assert codes(site.build()) == ["site.no-url"]
    assert codes(site.build()) == ["site.no-url"]


@pytest.mark.parametrize("setting", ["cables", "pages", "notes"])
def test_an_output_inside_the_sources_is_refused_as_the_next_build_would_read_what_this_one_printed(
    site: SiteFolder, setting: str
) -> None:
    site.settings(f"paths:\n  {setting}: .\n").cable("a.txt")
    with pytest.raises(OutputError, match="what is printed would be read as a source") as caught:
        site.build()
    assert "folder of their own" in caught.value.remedy
    assert not site.output.exists()


def test_a_link_does_not_hide_that_the_site_is_inside_the_output(site: SiteFolder, tmp_path: Path) -> None:
    site.cable("a.txt")
    (tmp_path / "link").symlink_to(site.root.parent)
    with pytest.raises(OutputError, match="inside the output folder"):
        site.build(output=tmp_path / "link")


def test_an_output_that_is_a_file_is_refused(site: SiteFolder) -> None:
    site.cable("a.txt").file("public", "a file")
    with pytest.raises(OutputError, match="this is a file, not a folder"):
        site.build()
    assert site.output.read_text() == "a file"


@pytest.mark.parametrize("output", ["site.yaml/public", "/proc/public", "/dev/null/public", "x" * 300, "x" * 250])
def test_an_output_that_cannot_be_written_is_an_error_with_place_and_remedy(site: SiteFolder, output: str) -> None:
    """Permissions do not bind the superuser, so these are places where nobody can write."""
    site.cable("a.txt")
    with pytest.raises(OutputError) as caught:
        site.build(output=site.root / output)
    assert output[:5] in caught.value.where
    assert "--output" in caught.value.remedy


def test_a_folder_that_cannot_be_replaced_says_that_it_may_be_a_disk_of_its_own(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_self: Path, _target: Path) -> None:
        raise OSError(errno.EBUSY, "Device or resource busy")

    print_site(target, OLD)
    monkeypatch.setattr(publish_module, "_exchange_at_once", lambda *_: False)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", refuse)
        with pytest.raises(OutputError, match="Device or resource busy") as caught:
            print_site(target, NEW)
    assert "print into a folder on it" in caught.value.remedy
    assert printed_pages(target) == OLD
    assert names_in(target.parent) == ["public"], "the new site was cleared away"


@pytest.mark.parametrize("name", [".public.printing", ".public.old"])
@pytest.mark.parametrize("kind", ["file", "folder", "link"])
def test_a_name_that_a_build_needs_and_somebody_else_has_is_an_error_and_nothing_is_lost(
    target: Path, name: str, kind: str, exchange: str
) -> None:
    print_site(target, OLD)
    theirs = target.with_name(name)
    if kind == "folder":
        theirs.mkdir()
        (theirs / "mine.txt").write_text("mine")
    elif kind == "file":
        theirs.write_text("mine")
    else:
        theirs.symlink_to("nowhere")
    if name == ".public.old" and exchange == "in one step":
        print_site(target, NEW)  # the name is not needed then
        assert printed_pages(target) == NEW
    else:
        with pytest.raises(OutputError, match="this is in the way") as caught:
            print_site(target, NEW)
        assert caught.value.where == theirs.as_posix()
        assert printed_pages(target) == OLD
    assert os.path.lexists(theirs)
    assert kind != "folder" or (theirs / "mine.txt").read_text() == "mine"


@pytest.mark.parametrize(
    "address",
    [
        "../x.html",
        "a/../../x.html",
        "/etc/x",
        "a//x",
        "./x",
        "",
        "a/",
        "..",
        "a\\..\\..\\x",
        "C:\\x",
        "a\nb",
        "a\0b",
        "\ud800",
    ],
)
def test_an_address_that_leads_out_or_that_no_list_can_hold_is_never_written(tmp_path: Path, address: str) -> None:
    folder = tmp_path / "staging"
    folder.mkdir()
    with pytest.raises(OutputError, match="cannot be an address of the site"):
        write_file(folder, SiteFile(address, b"x"))
    assert list(files_of(tmp_path)) == []


def test_two_files_with_one_address_are_an_error_as_one_of_them_would_be_lost(target: Path) -> None:
    print_site(target, OLD)
    staging = Staging(target)
    staging.prepare()
    printed = [write_file(staging.folder, SiteFile("a.html", text)) for text in (b"one", b"two")]
    with pytest.raises(OutputError, match=r"two files of the site have the address a\.html"):
        staging.finish(printed)
    staging.discard()
    assert printed_pages(target) == OLD


def test_a_name_of_a_theme_s_file_that_no_list_can_hold_is_an_error_that_says_so(site: SiteFolder) -> None:
    site.settings("theme: mine\n").cable("a.txt").file("themes/mine/assets/a\nb.css", "")
    with pytest.raises(OutputError, match=r"assets/a\\nb\.css") as caught:
        site.build()
    assert caught.value.remedy == "If it is a file of your theme, rename it."


# What fails or is killed on the way


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_build_that_fails_half_way_leaves_the_earlier_site_and_no_staging_folder(site: SiteFolder, jobs: int) -> None:
    for serial in range(1, 120):
        site.cable(f"{serial}.txt", serial=serial)
    site.build()
    before = site.printed()
    broken = "{% if view.cable.id == '09VALLETTA7' %}{{ view.no_such_thing }}{% endif %}"
    site.file("themes/mine/cable.html", broken).settings("theme: mine\n")
    with pytest.raises(ThemeError, match="no_such_thing") as caught:
        site.build(jobs=jobs)
    assert "cable.html" in caught.value.where
    assert site.printed() == before
    assert names_in(site.root) == [".cablepress", "content", "public", "site.yaml", "themes"]


def test_a_worker_that_cannot_write_says_so_as_one_worker_alone_does(
    site: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Errors come from other processes with their place and remedy."""
    site.cable("a.txt")
    monkeypatch.setattr(Staging, "mark", lambda self: (self.folder / "cable").touch())
    with pytest.raises(OutputError, match="cannot be written") as caught:
        site.build(jobs=2)
    assert "cable/2009/10/09VALLETTA118.html" in caught.value.where
    assert "--output" in caught.value.remedy


def check_whole(target: Path, exchange: str, strange: dict[str, object]) -> None:
    """A reader sees the old site or the new one, and all that somebody else put into it.

    Between two renames there may be nothing for a moment.
    """
    if not target.exists() and exchange == "in two renames":
        target = target.with_name(".public.old")
    assert printed_pages(target) in (OLD, NEW)
    assert strange_things(target) == strange


def prepare_old_site(parent: Path) -> tuple[Path, dict[str, object]]:
    """Publish the old site into a fresh folder, with strange things in it."""
    shutil.rmtree(parent, ignore_errors=True)
    target = parent / "public"
    print_site(target, OLD)
    put_strange_things(target)
    return target, strange_things(target)


def test_killed_at_any_change_of_the_disk_a_build_leaves_a_whole_site_and_the_next_one_puts_all_right(
    tmp_path: Path, exchange: str
) -> None:
    change = 0
    is_dead = True
    while is_dead:
        change += 1
        target, strange = prepare_old_site(tmp_path / "www")
        is_dead = dies_at(change, partial(print_site, target, NEW))
        check_whole(target, exchange, strange)
        print_site(target, NEW)
        assert printed_pages(target) == NEW, change
        assert strange_things(target) == strange, change
        assert names_in(target.parent) == ["public"], change
    assert change > 50, "the kills went through all of it"


def test_killed_again_while_putting_right_what_a_kill_left_nothing_is_lost_either(
    tmp_path: Path, exchange: str
) -> None:
    chance = random.Random(7)  # noqa: S311 - the same at each run
    for _ in range(40):
        target, strange = prepare_old_site(tmp_path / "www")
        for pages in (NEW, OLD, NEW):
            dies_at(chance.randint(1, 80), partial(print_site, target, pages))
            check_whole(target, exchange, strange)
        print_site(target, NEW)
        assert printed_pages(target) == NEW
        assert strange_things(target) == strange
        assert names_in(target.parent) == ["public"]


@both_ways
def test_killed_at_any_change_of_the_disk_a_first_build_leaves_what_was_there(tmp_path: Path) -> None:
    change = 0
    is_dead = True
    while is_dead:
        change += 1
        shutil.rmtree(tmp_path / "www", ignore_errors=True)
        target = tmp_path / "www" / "public"
        (target / ".git").mkdir(parents=True)
        (target / ".git" / "HEAD").write_text("ref: refs/heads/main")
        (target / "CNAME").write_text("cables.example.org")
        before = strange_things(target)
        is_dead = dies_at(change, partial(print_site, target, NEW))
        check_target(target, [], [])
        print_site(target, NEW)
        assert strange_things(target) == before, change
        assert printed_pages(target) == NEW
        assert names_in(target.parent) == ["public"], change


def test_a_reader_always_finds_a_page_while_sites_replace_each_other(target: Path, exchange: str) -> None:
    print_site(target, OLD)
    is_over = threading.Event()
    seen: list[str] = []

    def read() -> None:
        while not is_over.is_set():
            try:
                seen.append((target / "index.html").read_text())
            except FileNotFoundError:
                seen.append("nothing")

    reader = threading.Thread(target=read)
    reader.start()
    for pages in (NEW, OLD) * 30:
        print_site(target, pages)
    is_over.set()
    reader.join()
    assert {"old", "new"} <= set(seen)
    assert "nothing" not in seen or exchange == "in two renames"
