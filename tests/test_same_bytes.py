"""The same input gives the same bytes: whoever prints it, where, when, with how many workers, after whatever edits."""

from __future__ import annotations

import ast
import os
import random
import shutil
from pathlib import Path

import pytest

import generator
from generator.archive import ingest
from generator.press import run as press_run
from generator.press import todo
from generator.search import runs
from generator.search.documents import CABLES_IN_A_FILE
from tests.commands import run
from tests.site_folder import ROOT, SiteFolder, files_of

ODD_NAMES = (
    "ä.txt",
    "Z.txt",
    "z.txt",
    "日本.txt",
    "-dash.txt",
    "with space.txt",
    "\udcff\udcfe.txt",
    "𝔸.txt",
    "\uffee.txt",
)


def fill(site: SiteFolder, order: random.Random | None = None) -> SiteFolder:
    """Put half of the sample into a site, and cables and pages with odd names; in a given order of creation."""
    files = files_of(ROOT / "content")
    names = list(files)[::2]
    if order:
        order.shuffle(names)
    for name in names:
        site.file(f"content/{name}", files[name])
    odd = list(ODD_NAMES)
    if order:
        order.shuffle(odd)
    for name in odd:
        site.cable(name, sent=None, level="", subject=f"EXERCISE {ODD_NAMES.index(name)}")
        if name not in {"z.txt", "𝔸.txt"}:  # their pages would have the addresses of others
            site.page(name.replace(".txt", ".md"), f"Page {ODD_NAMES.index(name)}\n")
    return site.settings("title: Ünï\nurl: https://example.org/\npage_size: 5\n")


def new_site(folder: Path) -> SiteFolder:
    folder.mkdir(parents=True)
    return SiteFolder(folder)


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What one worker prints of the site, in this process."""
    site = fill(new_site(tmp_path_factory.mktemp("expected") / "site"))
    site.build(jobs=1)
    printed = site.printed()
    assert len(printed) > 200
    return printed


def assert_same(printed: dict[str, bytes], expected: dict[str, bytes]) -> None:
    assert list(printed) == list(expected)
    assert [address for address, content in printed.items() if content != expected[address]] == []


@pytest.mark.parametrize("jobs", [2, 4])
def test_the_command_prints_the_same_with_any_number_of_workers(
    site: SiteFolder, expected: dict[str, bytes], jobs: int
) -> None:
    done = run("build", fill(site).root, "--jobs", str(jobs))
    assert done.returncode == 0, done.stderr
    assert_same(site.printed(), expected)


@pytest.mark.parametrize(("jobs", "size"), [(1, 1), (2, 5)])
def test_it_does_not_matter_how_the_work_is_cut_into_pieces(
    site: SiteFolder, expected: dict[str, bytes], monkeypatch: pytest.MonkeyPatch, jobs: int, size: int
) -> None:
    monkeypatch.setattr(ingest, "_FILES_IN_A_BATCH", size)
    monkeypatch.setattr(todo, "CABLES_IN_A_PIECE", size)
    monkeypatch.setattr(press_run, "_LISTS_IN_A_PIECE", size)
    fill(site).build(jobs=jobs)
    assert_same(site.printed(), expected)


def test_it_does_not_matter_which_words_a_worker_remembers(site: SiteFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(press_run, "CABLES_IN_A_RUN", CABLES_IN_A_FILE)
    fill(site)
    for serial in range(CABLES_IN_A_FILE):  # so many that there are several runs
        site.cable(f"more-{serial}.txt", serial=1_000 + serial)
    site.build(jobs=1)
    printed = site.printed()
    monkeypatch.setattr(runs, "_MOST_TOKENS", 0)
    site.build(jobs=1, clean=True)
    assert_same(site.printed(), printed)


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "0", "TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8"},
        {"PYTHONHASHSEED": "4711", "TZ": "America/St_Johns", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "TZ": "Asia/Kathmandu"},
        {"LC_ALL": "POSIX", "PYTHONUTF8": "1", "PYTHONOPTIMIZE": "2", "COLUMNS": "20", "HOME": "/nonexistent"},
    ],
    ids=lambda environment: environment["LC_ALL"],
)
def test_language_time_zone_hash_seed_and_the_like_do_not_matter(
    site: SiteFolder, expected: dict[str, bytes], environment: dict[str, str]
) -> None:
    done = run("build", fill(site).root, environment=environment)
    assert done.returncode == 0, done.stderr
    assert_same(site.printed(), expected)


def test_the_order_in_which_files_were_made_does_not_matter(site: SiteFolder, expected: dict[str, bytes]) -> None:
    fill(site, random.Random(1)).build()  # noqa: S311 - the same order at each run
    assert_same(site.printed(), expected)


def test_neither_the_current_folder_nor_where_the_site_lies_nor_its_times_matter(
    tmp_path: Path, expected: dict[str, bytes]
) -> None:
    site = fill(new_site(tmp_path / "ein anderer Ort" / "site"))
    for path in site.root.rglob("*"):
        os.utime(path, (0, 0))
    for folder, name in ((tmp_path, "ein anderer Ort/site"), (site.root / "content", "..")):
        shutil.rmtree(site.output, ignore_errors=True)
        done = run("build", name, folder=folder)
        assert done.returncode == 0, done.stderr
        assert_same(site.printed(), expected)


def test_twice_is_as_once_with_an_archive_or_without(site: SiteFolder, expected: dict[str, bytes]) -> None:
    fill(site).build()
    assert site.build().parsed == 0
    assert_same(site.printed(), expected)
    site.build(clean=True)
    assert_same(site.printed(), expected)
    shutil.rmtree(site.output)
    shutil.rmtree(site.root / ".cablepress")
    site.build()
    assert_same(site.printed(), expected)


def test_another_output_folder_holds_the_same(site: SiteFolder, tmp_path: Path, expected: dict[str, bytes]) -> None:
    fill(site).build(output=tmp_path / "elsewhere")
    assert_same(files_of(tmp_path / "elsewhere"), expected)


def test_after_edits_and_their_reversal_all_is_as_before(site: SiteFolder, expected: dict[str, bytes]) -> None:
    fill(site).build()
    folder = "content/cables/harbour-exercise"
    names = sorted(path.name for path in (site.root / folder).glob("*.txt"))
    originals = {name: (site.root / folder / name).read_bytes() for name in names}
    chance = random.Random(3)  # noqa: S311 - the same edits at each run
    for _ in range(3):
        for name in chance.sample(names, 8):
            path = site.root / folder / name
            match chance.randrange(4):
                case 0:
                    path.unlink(missing_ok=True)
                case 1:
                    path.write_bytes(originals[chance.choice(names)])
                case 2:
                    path.write_bytes(originals[name].replace(b"PREL", b"XXXX"))
                case _:
                    path.write_bytes(originals[name])
        site.build()
        incremental = site.printed()
        site.build(clean=True)
        assert_same(site.printed(), incremental)
    for name, content in originals.items():
        site.file(f"{folder}/{name}", content)
    site.build()
    assert_same(site.printed(), expected)


def test_no_code_asks_what_day_it_is() -> None:
    """Else next year's print of the same cables would differ. Stamps of files ask, and are not printed."""
    asking = {"now", "today", "utcnow", "time", "gmtime", "localtime", "time_ns"}
    for module in Path(generator.__file__).parent.rglob("*.py"):
        if module.name == "stamps.py":
            continue
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                assert node.func.attr not in asking, f"{module.name}:{node.lineno}"
