"""A site may be made in parts that know nothing of each other (docs/scale.md): each year's telegrams are read by
themselves, and each machine prints its share of the pages and of the index. Together they are the site."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import asdict
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from generator.addresses import Part
from generator.archive import Archive, ingest_sources, link_cables, open_database, take_facts
from generator.config import read_config
from generator.errors import BuildError
from generator.output import PrintedFiles, write_file
from generator.pages import Site, find_theme
from generator.parallel import Workers
from generator.press.look import OwnLook
from generator.press.printing import IndexRange, PrintOrder, close_rooms, do_index, do_merge, plan_merges
from generator.press.report import Silence
from generator.press.run import Press, print_site
from generator.press.stages import Stages
from generator.press.todo import Todo, everything
from generator.search import CABLES_IN_A_RUN, pack_columns, search_files
from generator.sources.discovery import find_sources
from tests.site_folder import SiteFolder, files_of
from tests.telegrams import DEFAULT_SENT

YEARS = ("2008", "2009", "2010")
CABLES = CABLES_IN_A_RUN + 100
"""So many that there are two runs."""

NO_LOOK = OwnLook("", (), "", "", ())


@pytest.fixture
def site(tmp_path: Path) -> SiteFolder:
    """A site of cables in a folder a year, citing each other across the years; two years have versions of one id."""
    site = SiteFolder(tmp_path / "site")
    (tmp_path / "site").mkdir(exist_ok=True)
    for serial in range(CABLES):
        year = YEARS[serial % 3]
        sent = DEFAULT_SENT.replace(year=int(year)) + timedelta(hours=serial)
        body = f"1. (U) Exercise {serial}, fictional, about lamp{serial % 37} and buoy{serial % 5}."
        site.cable(f"{year}/{serial}.txt", serial=serial + 1, sent=sent, refs=f"08 VALLETTA {serial // 2}", body=body)
    site.cable("2008/again.txt", serial=2, sent=DEFAULT_SENT, body="1. (U) Exercise: another text of the same id.")
    site.file("content/cables/2010/empty.txt", "")
    return site


def read_part(site: SiteFolder, year: str, path: Path) -> Path:
    """Make an archive of one year's telegrams, as a machine by itself would."""
    found = find_sources(site.root / "content" / "cables", "content/cables")
    files = [file for file in found.files if file.collection == year]
    with open_database(path) as database:
        ingest_sources(database, files, 5_000_000, Workers(None, 1))
    return path


def test_machines_that_each_read_a_year_and_print_a_share_make_the_same_site_together(
    site: SiteFolder, tmp_path: Path
) -> None:
    site.build(jobs=1)
    expected = site.printed()
    del expected["SHA256SUMS"]

    parts = [read_part(site, year, tmp_path / f"{year}.sqlite") for year in YEARS]
    whole = tmp_path / "whole.sqlite"
    with open_database(whole) as database:
        assert sum(take_facts(database, part) for part in parts) == CABLES + 1
        link_cables(database)

    machines = [Machine(site, whole, tmp_path / str(number)) for number in (0, 1)]
    runs = [machine.index(number) for number, machine in enumerate(machines)]
    merges = plan_merges([each for some in runs for each in some])
    terms: list[Any] = [None] * len(merges)
    for number, machine in enumerate(machines):
        for place in range(number, len(merges), 2):
            terms[place] = machine.merge(merges[place])
        machine.print(number)
    machines[0].finish([each for some in runs for each in some], terms)
    together = files_of(machines[0].folder)
    for address, content in files_of(machines[1].folder).items():
        assert together.setdefault(address, content) == content
    del expected["sitemap.xml"]  # it names all pages, which no machine knows before they are together
    assert sorted(together) == sorted(expected)
    assert [address for address, content in together.items() if content != expected[address]] == []


class Machine:
    """One of two machines: an archive and a folder of its own."""

    def __init__(self, site: SiteFolder, archive: Path, folder: Path) -> None:
        self.folder, self.runs = folder / "site", folder / "runs"
        self.folder.mkdir(parents=True)
        self.runs.mkdir()
        config = read_config(site.root)
        settings = Site(config.title, config.description, config.language, config.url, (), config.vocabulary)
        theme = find_theme(config.theme, config.root)
        own = Path(shutil.copy(archive, folder))
        boosts = asdict(config.boosts)
        self.order = PrintOrder(own, self.folder, self.runs, theme, settings, config.page_size, boosts)

    def index(self, number: int) -> Sequence[Any]:
        start = number * CABLES_IN_A_RUN
        return [do_index(self.order, IndexRange(start, min(start + CABLES_IN_A_RUN, CABLES))).result]

    def merge(self, piece: Any) -> Any:
        return do_merge(self.order, piece).result

    def print(self, number: int) -> None:
        """Print every second piece of cables and of lists, and the pages that a site has one of."""
        with closing(Archive(self.order.archive)) as archive, PrintedFiles(self.runs) as printed:
            todo = everything(archive, self.order.page_size)
            share = Todo(todo.pages[number::2], todo.lists[number::2], index=False, printed=frozenset({Part.OTHERS}))
            press = Press(self.order, archive, (), NO_LOOK, Workers(None, 1), Stages(Silence()))
            print_site(press, share, printed)

    def finish(self, cables: Sequence[Any], terms: Iterable[Any]) -> None:
        with closing(Archive(self.order.archive)) as archive:
            columns = pack_columns(archive, self.order.site.vocabulary)
            for file in search_files(cables, list(terms), self.order.boosts, columns, self.order.site.wording):
                write_file(self.folder, file)
        close_rooms()


def test_a_part_that_another_version_made_is_refused_with_a_sentence(site: SiteFolder, tmp_path: Path) -> None:
    part = read_part(site, "2008", tmp_path / "2008.sqlite")
    with closing(sqlite3.connect(part)) as database, database:
        database.execute("UPDATE meta SET value = 'of another version' WHERE name = 'grammar'")
    with open_database(tmp_path / "whole.sqlite") as database, pytest.raises(BuildError, match="another version"):
        take_facts(database, part)
