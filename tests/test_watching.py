"""What ``serve`` notices: all that the site is made from, wherever it is, and nothing that a build writes itself."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from queue import Empty, Queue

import pytest

from generator.config import read_config
from generator.press.watching import Watch
from tests.site_folder import SiteFolder

LONG, SHORT = 10, 1.5


class Watched:
    """A site that is watched as ``serve`` does, until the test ends."""

    def __init__(self, site: SiteFolder) -> None:
        self.site = site
        self.watch = Watch(read_config(site.root))
        self._seen: Queue[str] = Queue()
        self._is_over = False
        threading.Thread(target=self._look, daemon=True).start()
        assert self.notices(), "watching begins"

    def _look(self) -> None:
        for _ in self.watch.changes():
            if self._is_over:
                return
            self._seen.put("a change")

    def notices(self, seconds: float = LONG) -> bool:
        """Wait for a change; tell whether there was one."""
        try:
            self._seen.get(timeout=seconds)
        except Empty:
            return False
        return True

    def end(self) -> None:
        self._is_over = True
        self.site.file("site.yaml", "title: Over\n")


@pytest.fixture
def site(tmp_path: Path) -> SiteFolder:
    return SiteFolder(tmp_path / "site").cable("09VALLETTA118.txt")


@pytest.fixture
def watched(site: SiteFolder) -> Iterator[Watched]:
    site.settings("title: Test\npaths: {archive: archive.sqlite, output: out/public}\nlook: {logo: own/logo.svg}\n")
    watched = Watched(site)
    yield watched
    watched.end()


def test_a_build_is_no_change_wherever_it_writes_and_an_edit_is(watched: Watched) -> None:
    site = watched.site
    site.build(jobs=1)
    assert not watched.notices(SHORT)
    site.cable("09VALLETTA118.txt", subject="EXERCISE: AFTER")
    assert watched.notices()
    site.build(jobs=1)
    assert not watched.notices(SHORT)


@pytest.mark.parametrize(
    "name",
    ["content/pages/about.md", "content/notes/09VALLETTA118.md", "themes/default/base.html", "own/logo.svg"],
)
def test_the_first_file_of_a_folder_that_was_not_there_is_noticed(watched: Watched, name: str) -> None:
    watched.site.build(jobs=1)
    watched.site.file(name, "New.\n")
    assert watched.notices()
    while watched.notices(SHORT):
        pass
    watched.site.file(name, "Newer.\n")
    assert watched.notices()


def test_a_folder_that_is_moved_here_and_away_is_noticed(watched: Watched, tmp_path: Path) -> None:
    content = watched.site.root / "content"
    content.rename(tmp_path / "away")
    assert watched.notices()
    (tmp_path / "away").rename(content)
    assert watched.notices()


def test_places_outside_of_the_site_are_watched_as_the_settings_name_them_now(watched: Watched, tmp_path: Path) -> None:
    site = watched.site
    (tmp_path / "other").mkdir()
    shutil.copy(site.root / "content/cables/09VALLETTA118.txt", tmp_path / "single.txt")
    site.settings("title: Test\npaths: {cables: ../other}\nsources:\n  - path: ../single.txt\n")
    assert watched.notices()
    watched.watch.follow(read_config(site.root))
    assert watched.notices(), "when other folders are watched, it is told"
    (tmp_path / "other" / "1.txt").write_text("A cable.\n", encoding="utf-8")
    assert watched.notices()
    for text in ("One.\n", "Two, three.\n"):
        (tmp_path / "new.txt").write_text(text, encoding="utf-8")
        os.replace(tmp_path / "new.txt", tmp_path / "single.txt")  # noqa: PTH105 - as editors do
        assert watched.notices()
    site.cable("2.txt", serial=2)
    assert not watched.notices(SHORT), "no part of the site any more"


def test_what_is_no_part_of_the_site_is_not_noticed(watched: Watched) -> None:
    watched.site.file("README.md", "For us.\n").file(".git/index", "x").file("content/cables/.hidden.swp", "x")
    assert not watched.notices(SHORT)
