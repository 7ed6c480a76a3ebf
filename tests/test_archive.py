"""The archive: it parses only what changed, answers as a fresh one would, and is never worth a person's time."""

from __future__ import annotations

import json
import re
import sqlite3
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import generator
from generator.archive import (
    Archive,
    CableEntry,
    Count,
    FiledCable,
    IngestReport,
    Listing,
    facts,
    forget_archive,
    ingest,
    ingest_sources,
    link_cables,
    open_database,
)
from generator.archive import database as database_module
from generator.archive.database import open_for_reading
from generator.archive.entry_shelf import EntryShelf
from generator.collection import Collection
from generator.errors import BuildError
from generator.findings import Finding
from generator.parallel import Workers
from generator.sources.discovery import SourceFile, find_sources
from generator.telegram import parse_telegram
from tests.site_folder import SiteFolder, codes
from tests.telegrams import DEFAULT_SENT, telegram

Answer = TypeVar("Answer")
MORNING = datetime(2009, 10, 7, 5, 31, tzinfo=UTC)


class Filing:
    """A folder of cables, and the archive that they are filed in."""

    def __init__(self, folder: Path) -> None:
        self.cables = folder / "cables"
        self.cables.mkdir(parents=True, exist_ok=True)
        self.path = folder / "archive.sqlite"
        self.findings: tuple[Finding, ...] = ()

    def put(self, name: str, text: str) -> Filing:
        """Write a file."""
        (self.cables / name).parent.mkdir(exist_ok=True)
        (self.cables / name).write_text(text, encoding="utf-8")
        return self

    def file(self) -> IngestReport:
        """Ingest and link what is in the folder now."""
        with open_database(self.path) as database:
            files = find_sources(self.cables, "cables").files
            report = ingest_sources(database, files, 1_000_000, Workers(None, 1))
            self.findings = report.findings + link_cables(database)
        return report

    def ask(self, question: Callable[[Archive], Answer]) -> Answer:
        """Ask the archive something."""
        archive = Archive(self.path)
        try:
            return question(archive)
        finally:
            archive.close()

    def filed(self) -> dict[str, FiledCable]:
        """Give all cables by id, in the archive's order."""
        cables = self.ask(lambda archive: list(archive.cables(0, archive.count())))
        return {cable.cable.id: cable for cable in cables}

    def answers(self) -> list[object]:
        """Give all that the archive can be asked."""
        return [*self.ask(all_answers), sorted(self.findings)]


def all_answers(archive: Archive) -> list[object]:
    count = archive.count()
    listings = {listing: archive.counts(listing) for listing in Listing}
    return [
        count,
        archive.span(),
        sorted(archive.findings()),
        list(archive.cables(0, count)),
        list(archive.texts(0, count)),
        list(archive.entries(0, count)),
        listings,
        [archive.listed(listing, each.key, 0, 100) for listing in Listing for each in listings[listing]],
        archive.collections(),
        archive.known_collections(),
        [archive.collection_files(name, 100) for name in archive.known_collections()],
        [archive.counts_within(Listing.MONTH, each.key) for each in listings[Listing.YEAR]],
        [archive.counts_within(Listing.DAY, each.key) for each in listings[Listing.MONTH]],
    ]


def did(report: IngestReport) -> tuple[int, int, int]:
    return report.parsed, report.unchanged, report.removed


def ids(entries: tuple[CableEntry, ...] | list[CableEntry]) -> list[str]:
    return [entry.id for entry in entries]


@pytest.fixture
def filing(tmp_path: Path) -> Filing:
    return Filing(tmp_path)


# Only what changed is parsed


def test_a_second_ingest_of_the_same_files_parses_nothing(filing: Filing) -> None:
    filing.put("a.txt", telegram(serial=1)).put("b.txt", telegram(serial=2))
    assert did(filing.file()) == (2, 0, 0)
    assert did(filing.file()) == (0, 2, 0)


def test_a_file_that_was_only_touched_is_not_parsed_again(filing: Filing) -> None:
    filing.put("a.txt", telegram()).file()
    filing.put("a.txt", telegram())
    assert did(filing.file()) == (0, 1, 0)


def test_an_edited_file_alone_is_parsed_again_and_its_old_facts_go(filing: Filing) -> None:
    filing.put("a.txt", telegram(serial=1, tags=("OLDTAG",))).put("b.txt", telegram(serial=2)).file()
    filing.put("a.txt", telegram(serial=1, tags=("NEWTAG",), subject="EXERCISE: EDITED"))
    assert did(filing.file()) == (1, 1, 1)
    assert filing.filed()["09VALLETTA1"].cable.subject == "EXERCISE: EDITED"
    tags = [count.key for count in filing.ask(lambda archive: archive.counts(Listing.TAG))]
    assert tags == ["MT", "NEWTAG", "PREL"]


def test_a_removed_file_s_cable_leaves_the_archive(filing: Filing) -> None:
    filing.put("a.txt", telegram(serial=1)).put("b.txt", telegram(serial=2)).file()
    (filing.cables / "a.txt").unlink()
    assert did(filing.file()) == (0, 1, 1)
    assert list(filing.filed()) == ["09VALLETTA2"]


def test_a_renamed_file_s_cable_names_its_new_source(filing: Filing) -> None:
    filing.put("a.txt", telegram()).file()
    (filing.cables / "a.txt").rename(filing.cables / "z.txt")
    assert did(filing.file()) == (1, 0, 1)
    assert filing.filed()["09VALLETTA118"].versions[0].paths == ("cables/z.txt",)


def test_a_file_that_can_no_longer_be_read_takes_its_cable_out(filing: Filing) -> None:
    filing.put("a.txt", telegram()).file()
    filing.put("a.txt", "")
    assert did(filing.file()) == (0, 0, 1)
    assert filing.filed() == {}
    assert [finding.code for finding in filing.findings] == ["source.empty"]


def test_the_text_of_a_removed_file_is_nowhere_in_the_archive_s_file(filing: Filing) -> None:
    filing.put("a.txt", telegram(serial=1, body="1. (U) ZANZIBARQUAGGA, an exercise. " * 400))
    filing.put("b.txt", telegram(serial=2)).file()
    assert b"ZANZIBARQUAGGA" in filing.path.read_bytes()
    (filing.cables / "a.txt").unlink()
    filing.file()
    assert b"ZANZIBARQUAGGA" not in filing.path.read_bytes()


def test_a_file_on_which_the_parser_itself_fails_does_not_stop_the_others(
    filing: Filing, monkeypatch: pytest.MonkeyPatch
) -> None:
    filing.put("a.txt", telegram(serial=1)).put("b.txt", telegram(serial=2, body="1. CURSED exercise."))

    def fail_on_one(text: str, *arguments: object, **options: object) -> object:
        if "CURSED" in text:
            raise KeyError(text)
        return parse_telegram(text, *arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(facts, "parse_telegram", fail_on_one)
    filing.file()
    assert list(filing.filed()) == ["09VALLETTA1"]
    (finding,) = filing.findings
    assert (finding.code, finding.path) == ("source.defect", "cables/b.txt")
    assert "CURSED" not in finding.message, "a message never quotes what redaction might have to remove"


def test_a_row_on_which_the_parser_fails_is_told_with_its_line_and_the_rows_behind_it_are_filed(
    filing: Filing, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail_on_one(text: str, *arguments: object, **options: object) -> object:
        if "CURSED" in text:
            raise KeyError(text)
        return parse_telegram(text, *arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(facts, "parse_telegram", fail_on_one)
    texts = [telegram(serial=number, body="1. CURSED exercise." if number == 2 else "") for number in (1, 2, 3)]
    filing.put("a.jsonl", "".join(json.dumps({"text": text}) + "\n" for text in texts)).file()
    assert list(filing.filed()) == ["09VALLETTA1", "09VALLETTA3"]
    found = [(each.code, each.line) for each in filing.findings if each.code == "source.defect"]
    assert found == [("source.defect", 2)]


def test_a_file_about_which_there_is_something_to_say_is_not_read_again_and_that_is_said_again(
    filing: Filing, monkeypatch: pytest.MonkeyPatch
) -> None:
    filing.put("a.jsonl", json.dumps({"text": telegram(serial=1)}) + "\n{\n")
    filing.put("b.html", "<p>No cable, only an exercise.</p>")
    time.sleep(0.2)  # a file that was changed just now may change again and look the same
    assert filing.file().parsed == 1
    said = filing.findings
    assert {each.code for each in said} == {"source.broken-row", "source.not-a-cable"}

    def read_no_more(*_: object) -> bytes:
        raise AssertionError

    monkeypatch.setattr(ingest, "read_batch", read_no_more)
    assert (filing.file().unchanged, filing.findings) == (1, said)


TEXTS = (
    telegram(serial=1),
    telegram(serial=1, subject="EXERCISE: ANOTHER TEXT OF THE SAME ID", refs="09 VALLETTA 2"),
    telegram(serial=2, sent=MORNING + timedelta(days=1), refs="A. VALLETTA 1\n     B. OSLO 3"),
    telegram(post="OSLO", serial=3, sent=None, tags=("NO",)),
    "---\nid: 09OSLO3\n---\n" + telegram(post="OSLO", serial=33, refs="VALLETTA 1"),
    "No header and no id: an exercise.\n",
    "",
)
edits = st.lists(
    st.tuples(st.sampled_from(["a.txt", "one/b.txt", "two/09OSLO3.txt", "two/d.txt"]), st.sampled_from([None, *TEXTS])),
    min_size=1,
    max_size=8,
)


@given(st.lists(edits, min_size=1, max_size=3))
@settings(max_examples=40, deadline=None)
def test_after_any_edits_the_archive_answers_as_one_that_was_made_from_the_same_files_afresh(
    rounds: list[list[tuple[str, str | None]]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        filing = Filing(Path(folder))
        filing.file()
        for edits_of_a_round in rounds:
            for name, text in edits_of_a_round:
                if text is None:
                    (filing.cables / name).unlink(missing_ok=True)
                else:
                    filing.put(name, text)
            filing.file()
        fresh = Filing(Path(folder))
        fresh.path = Path(folder) / "fresh.sqlite"
        fresh.file()
        assert filing.answers() == fresh.answers()


# Versions


def test_the_same_text_in_two_files_is_one_cable_with_two_sources(filing: Filing) -> None:
    spaced = telegram().replace("  \n", "\n")  # white space does not make another text
    filing.put("b.txt", telegram()).put("a.txt", spaced).file()
    (cable,) = filing.filed().values()
    (version,) = cable.versions
    assert version.paths == ("cables/a.txt", "cables/b.txt")
    assert filing.findings == ()


def test_another_text_of_the_same_id_is_a_second_version_and_is_reported(filing: Filing) -> None:
    filing.put("a.txt", telegram(subject="EXERCISE: FIRST")).put("b.txt", telegram(subject="EXERCISE: SECOND")).file()
    (cable,) = filing.filed().values()
    assert [(version.number, version.paths) for version in cable.versions] == [
        (1, ("cables/a.txt",)),
        (2, ("cables/b.txt",)),
    ]
    assert cable.cable.subject == "EXERCISE: FIRST"
    assert cable.others[2].subject == "EXERCISE: SECOND"
    (finding,) = filing.findings
    assert (finding.path, finding.code) == ("cables/b.txt", "cable.other-version")
    assert "cables/a.txt" in finding.message
    assert "09VALLETTA118" in finding.message


def test_of_three_files_two_with_one_text_the_versions_are_two(filing: Filing) -> None:
    for name, subject in (("a.txt", "EXERCISE: X"), ("b.txt", "EXERCISE: Y"), ("c.txt", "EXERCISE: X")):
        filing.put(name, telegram(subject=subject))
    filing.file()
    (cable,) = filing.filed().values()
    assert [version.paths for version in cable.versions] == [("cables/a.txt", "cables/c.txt"), ("cables/b.txt",)]


def test_when_the_first_version_goes_the_other_takes_its_place(filing: Filing) -> None:
    filing.put("a.txt", telegram(subject="EXERCISE: FIRST")).put("b.txt", telegram(subject="EXERCISE: SECOND")).file()
    (filing.cables / "a.txt").unlink()
    filing.file()
    (cable,) = filing.filed().values()
    assert cable.cable.subject == "EXERCISE: SECOND"
    assert len(cable.versions) == 1
    assert filing.findings == ()


def test_page_lines_and_round_quotes_do_not_make_another_version(filing: Filing) -> None:
    body = '1. (U) An exercise\'s "buoy" was seen.\n\n2. (U) It is fictional.'
    other = (
        body.replace("'", "’")
        .replace("was", "was\nPAGE 02        VALLETTA 00118  01 OF 02  082030Z\n")
        .replace("1.", "¶1.")
    )
    filing.put("a.txt", telegram(body=body)).put("b.txt", telegram(body=other)).file()
    (cable,) = filing.filed().values()
    assert [version.paths for version in cable.versions] == [("cables/a.txt", "cables/b.txt")]
    assert filing.findings == ()


# Collections


def test_a_cable_is_in_every_collection_that_has_it_whichever_version_it_has(filing: Filing) -> None:
    filing.put("one/a.txt", telegram(serial=1)).put("two/a.txt", telegram(serial=1))
    filing.put("three/a.txt", telegram(serial=1, subject="EXERCISE: ANOTHER TEXT")).put("b.txt", telegram(serial=2))
    filing.file()
    filed = filing.filed()
    assert [each.name for each in filed["09VALLETTA1"].collections] == ["one", "three", "two"]
    assert filed["09VALLETTA2"].collections == ()
    assert filing.ask(lambda archive: archive.count()) == 2
    assert filing.ask(lambda archive: archive.counts(Listing.SENDER)) == [Count("VALLETTA", 2)]


def test_a_collection_counts_a_cable_once_of_which_it_has_two_files_and_names_both(filing: Filing) -> None:
    filing.put("one/a.txt", telegram(serial=1)).put("one/b.txt", telegram(serial=1))
    filing.put("one/c.txt", telegram(serial=2, sent=MORNING + timedelta(days=1)))
    filing.put("one/undated.txt", telegram(serial=3, sent=None)).file()
    (one,) = filing.ask(lambda archive: archive.collections())
    assert (one.collection.title, one.cables, one.files) == ("One", 3, 4)
    assert (one.first, one.last) == (MORNING, MORNING + timedelta(days=1))
    files = filing.ask(lambda archive: archive.collection_files("one", 2))
    assert files == ["cables/one/a.txt", "cables/one/b.txt"]


@pytest.mark.parametrize(("offset", "limit"), [(0, 100), (0, 2), (2, 2), (3, 5), (9, 1)])
def test_a_collection_s_cables_come_by_date_a_page_at_a_time(filing: Filing, offset: int, limit: int) -> None:
    for serial in range(1, 6):
        filing.put(f"one/{serial}.txt", telegram(serial=serial, sent=MORNING - timedelta(days=serial)))
        filing.put(f"two/{serial}.txt", telegram(post="OSLO", serial=serial))
    filing.file()
    wanted = [f"09VALLETTA{serial}" for serial in range(5, 0, -1)][offset : offset + limit]
    assert ids(filing.ask(lambda archive: archive.listed(Listing.COLLECTION, "one", offset, limit))) == wanted


def test_what_is_said_of_a_collection_is_filed_anew_each_time(filing: Filing) -> None:
    filing.put("one/a.txt", telegram()).file()
    said = Collection(name="one", title="The first", licence="CC0", described=True)
    with open_database(filing.path) as database:
        link_cables(database, [said])
    assert filing.filed()["09VALLETTA118"].collections == (said,)
    filing.file()
    assert [each.title for each in filing.filed()["09VALLETTA118"].collections] == ["One"]


def test_a_file_that_has_come_to_another_collection_under_the_same_name_is_filed_there(filing: Filing) -> None:
    filing.put("a.txt", telegram())
    for name in ("one", "two"):
        file = SourceFile(f"{filing.cables}/", "a.txt", name)
        with open_database(filing.path) as database:
            report = ingest_sources(database, [file], 1_000_000, Workers(None, 1))
            link_cables(database)
        assert report.parsed == 1
        assert [each.name for each in filing.filed()["09VALLETTA118"].collections] == [name]


# Citations


def test_a_reference_to_a_cable_of_the_collection_is_a_citation_both_ways(filing: Filing) -> None:
    filing.put("a.txt", telegram(serial=1)).put("b.txt", telegram(serial=2, refs="A. VALLETTA 1\n     B. 08 OSLO 9"))
    filing.file()
    filed = filing.filed()
    assert {target: entry.id for target, entry in filed["09VALLETTA2"].cites.items()} == {"09VALLETTA1": "09VALLETTA1"}
    assert ids(filed["09VALLETTA1"].cited_by) == ["09VALLETTA2"]


def test_a_reference_finds_a_cable_by_an_id_that_it_used_to_have(filing: Filing) -> None:
    filing.put("a.md", "---\nid: 09VALLETTA700\n---\n" + telegram(serial=1))
    filing.put("b.txt", telegram(serial=2, refs="VALLETTA 1")).file()
    filed = filing.filed()
    assert filed["09VALLETTA700"].cable.aliases == ("09VALLETTA1",)
    assert filed["09VALLETTA2"].cites["09VALLETTA1"].id == "09VALLETTA700"
    assert ids(filed["09VALLETTA700"].cited_by) == ["09VALLETTA2"]


def test_an_id_that_two_cables_used_to_have_means_neither(filing: Filing) -> None:
    for serial in (700, 701):
        filing.put(f"{serial}.md", f"---\nid: 09VALLETTA{serial}\n---\n" + telegram(serial=1, subject=f"EX {serial}"))
    filing.put("b.txt", telegram(serial=2, refs="VALLETTA 1")).file()
    filed = filing.filed()
    assert filed["09VALLETTA2"].cites == {}
    assert filed["09VALLETTA700"].cited_by == filed["09VALLETTA701"].cited_by == ()


def test_a_cable_s_own_id_wins_over_what_another_one_used_to_be_called(filing: Filing) -> None:
    filing.put("a.md", "---\nid: 09VALLETTA700\n---\n" + telegram(serial=1))
    filing.put("c.txt", telegram(serial=1, subject="EXERCISE: THE REAL ONE"))
    filing.put("b.txt", telegram(serial=2, refs="VALLETTA 1")).file()
    assert filing.filed()["09VALLETTA2"].cites["09VALLETTA1"].id == "09VALLETTA1"


def test_an_alias_that_is_another_cable_s_id_takes_none_of_its_links(filing: Filing) -> None:
    """Neither of those that mean it by its id, nor of those that mean it by an alias which both have."""
    filing.put("a.txt", telegram(serial=1))
    filing.put("z.md", "---\nid: 09VALLETTA700\n---\n" + telegram(serial=1, subject="EXERCISE: CALLED SO ONCE"))
    filing.put("c.txt", telegram(serial=2, refs="A. VALLETTA 1\n     B. 09 VALLETTA 700")).file()
    filed = filing.filed()
    assert filed["09VALLETTA700"].cable.aliases == ("09VALLETTA1",)
    assert {target: entry.id for target, entry in filed["09VALLETTA2"].cites.items()} == {
        "09VALLETTA1": "09VALLETTA1",
        "09VALLETTA700": "09VALLETTA700",
    }
    assert ids(filed["09VALLETTA1"].cited_by) == ids(filed["09VALLETTA700"].cited_by) == ["09VALLETTA2"]


def test_an_alias_of_a_version_that_is_not_shown_still_finds_its_cable(filing: Filing) -> None:
    filing.put("a.md", "---\nid: 09VALLETTA700\n---\n" + telegram(serial=700))
    filing.put("b.md", "---\nid: 09VALLETTA700\n---\n" + telegram(serial=1, subject="EXERCISE: THE OTHER TEXT"))
    filing.put("c.txt", telegram(serial=2, refs="VALLETTA 1")).file()
    assert filing.filed()["09VALLETTA2"].cites["09VALLETTA1"].id == "09VALLETTA700"


def test_an_alias_that_two_versions_of_one_cable_have_means_that_cable(filing: Filing) -> None:
    for name, subject in (("a.md", "EXERCISE: ONE"), ("b.md", "EXERCISE: OTHER")):
        filing.put(name, "---\nid: 09VALLETTA700\n---\n" + telegram(serial=1, subject=subject))
    filing.put("c.txt", telegram(serial=2, refs="VALLETTA 1")).file()
    assert filing.filed()["09VALLETTA2"].cites["09VALLETTA1"].id == "09VALLETTA700"


def test_a_cable_does_not_cite_itself_by_an_alias(filing: Filing) -> None:
    filing.put("a.md", "---\nid: 09VALLETTA700\n---\n" + telegram(serial=1, refs="A. 08 OSLO 1\n     B. 09 VALLETTA 1"))
    filing.file()
    assert filing.filed()["09VALLETTA700"].cited_by == ()


def test_a_cable_that_cites_another_twice_stands_once_among_those_that_cite_it(filing: Filing) -> None:
    filing.put("a.md", "---\nid: 09VALLETTA700\n---\n" + telegram(serial=1))
    filing.put("b.txt", telegram(serial=2, refs="A. VALLETTA 1\n     B. 09 VALLETTA 700")).file()
    assert ids(filing.filed()["09VALLETTA700"].cited_by) == ["09VALLETTA2"]


def test_a_telegram_of_the_future_is_not_cited_and_that_is_reported(filing: Filing) -> None:
    filing.put("a.txt", telegram(serial=1, sent=MORNING + timedelta(days=30)))
    filing.put("b.txt", telegram(post="OSLO", serial=2, sent=MORNING, refs="VALLETTA 1"))
    filing.put("c.txt", telegram(post="OSLO", serial=3, sent=MORNING + timedelta(days=29), refs="VALLETTA 1"))
    filing.file()
    assert ids(filing.filed()["09VALLETTA1"].cited_by) == ["09OSLO3"]
    assert filing.filed()["09OSLO2"].cites == {}
    assert "the reference to 09VALLETTA1 is no link, as that cable was sent later than this one" in {
        finding.message for finding in filing.findings
    }


def test_those_that_cite_a_cable_come_by_date(filing: Filing) -> None:
    filing.put("a.txt", telegram(serial=1))
    for days, serial in ((3, 20), (1, 30), (2, 10)):
        filing.put(f"{serial}.txt", telegram(serial=serial, sent=MORNING + timedelta(days=days), refs="VALLETTA 1"))
    filing.file()
    assert ids(filing.filed()["09VALLETTA1"].cited_by) == ["09VALLETTA30", "09VALLETTA10", "09VALLETTA20"]


# Order, lists and neighbours


def test_cables_are_in_the_order_of_their_dates_then_of_their_ids_the_undated_last(filing: Filing) -> None:
    filing.put("1.txt", telegram(serial=5, sent=MORNING))
    filing.put("2.txt", telegram(serial=40, sent=MORNING))
    filing.put("3.txt", telegram(serial=3, sent=datetime(1989, 1, 1, tzinfo=UTC)))
    filing.put("undated.txt", telegram(serial=1, sent=None))
    filing.put("4.txt", telegram(serial=4, sent=datetime(2010, 1, 1, tzinfo=UTC))).file()
    assert list(filing.filed()) == ["89VALLETTA3", "09VALLETTA40", "09VALLETTA5", "10VALLETTA4", "UNDATED"]


def test_neighbours_are_those_by_date_and_those_by_the_same_sender(filing: Filing) -> None:
    for hour, (post, serial) in enumerate([("VALLETTA", 1), ("OSLO", 2), ("VALLETTA", 3), ("OSLO", 4)]):
        filing.put(f"{serial}.txt", telegram(post=post, serial=serial, sent=MORNING + timedelta(hours=hour)))
    filing.file()
    filed = filing.filed()
    middle, last = filed["09VALLETTA3"], filed["09OSLO4"]
    assert middle.earlier
    assert middle.later
    assert middle.earlier_by_sender
    assert (middle.earlier.id, middle.later.id) == ("09OSLO2", "09OSLO4")
    assert (middle.earlier_by_sender.id, middle.later_by_sender) == ("09VALLETTA1", None)
    assert last.earlier_by_sender
    assert (last.later, last.earlier_by_sender.id) == (None, "09OSLO2")
    assert (filed["09VALLETTA1"].earlier, filed["09VALLETTA1"].earlier_by_sender) == (None, None)


def test_an_undated_cable_is_nobody_s_neighbour_as_nothing_says_that_it_is_earlier_or_later(filing: Filing) -> None:
    filing.put("09VALLETTA1.txt", telegram(serial=1))
    filing.put("x.txt", telegram(serial=2, sent=None)).put("y.txt", telegram(serial=3, sent=None)).file()
    filed = filing.filed()
    assert {cable.cable.sender for cable in filed.values()} == {"VALLETTA"}
    for cable in filed.values():
        near = (cable.earlier, cable.later, cable.earlier_by_sender, cable.later_by_sender)
        assert near == (None, None, None, None)


@pytest.mark.parametrize(("start", "stop"), [(0, 7), (0, 1), (2, 4), (3, 7), (6, 7), (4, 4)])
def test_a_range_of_cables_is_that_part_of_all_of_them_links_included(filing: Filing, start: int, stop: int) -> None:
    for serial in range(1, 8):
        post = "OSLO" if serial % 3 else "VALLETTA"
        sent = MORNING + timedelta(hours=serial)
        filing.put(f"{serial}.txt", telegram(post=post, serial=serial, sent=sent, refs="OSLO 1\n     VALLETTA 6"))
    filing.file()
    whole = list(filing.filed().values())
    assert filing.ask(lambda archive: list(archive.cables(start, stop))) == whole[start:stop]


def test_counts_are_given_by_tag_sender_year_month_and_day(filing: Filing) -> None:
    filing.put("1.txt", telegram(serial=1, sent=datetime(2008, 2, 29, tzinfo=UTC), tags=("PREL",)))
    filing.put("2.txt", telegram(serial=2, sent=datetime(2009, 10, 7, tzinfo=UTC), tags=("PREL", "MT")))
    filing.put("3.txt", telegram(post="OSLO", serial=3, sent=datetime(2009, 10, 31, 23, 59, tzinfo=UTC), tags=()))
    filing.put("undated.txt", telegram(serial=4, sent=None, tags=())).file()

    def counts(listing: Listing) -> list[Count]:
        return filing.ask(lambda archive: archive.counts(listing))

    assert counts(Listing.TAG) == [Count("MT", 1), Count("PREL", 2)]
    assert counts(Listing.SENDER) == [Count("OSLO", 1), Count("VALLETTA", 3)]
    assert counts(Listing.YEAR) == [Count("2008", 1), Count("2009", 2)]
    assert counts(Listing.MONTH) == [Count("2008-02", 1), Count("2009-10", 2)]
    assert counts(Listing.DAY) == [Count("2008-02-29", 1), Count("2009-10-07", 1), Count("2009-10-31", 1)]
    assert counts(Listing.UNDATED) == [Count("undated", 1)]
    october = filing.ask(lambda archive: archive.listed(Listing.MONTH, "2009-10", 0, 10))
    assert ids(october) == ["09VALLETTA2", "09OSLO3"]
    assert ids(filing.ask(lambda archive: archive.listed(Listing.MONTH, "2009-10", 1, 1))) == ["09OSLO3"]


def test_a_year_of_three_digits_is_filed_and_ordered_like_any_other(filing: Filing) -> None:
    """A slip of the pen in the front matter: 209 for 2009."""
    filing.put("a.md", "---\nid: 09VALLETTA9\ndate: 0209-10-07\n---\n" + telegram()).put("b.txt", telegram(serial=2))
    filing.file()
    assert list(filing.filed()) == ["09VALLETTA9", "09VALLETTA2"]
    assert filing.filed()["09VALLETTA9"].address == "cable/0209/10/09VALLETTA9.html"
    assert filing.ask(lambda archive: archive.counts(Listing.YEAR)) == [Count("0209", 1), Count("2009", 1)]


@pytest.mark.parametrize("most", [1, 3, 100])
def test_entries_are_the_same_however_few_of_them_are_kept_at_hand(filing: Filing, most: int) -> None:
    for serial in range(1, 7):
        filing.put(f"{serial}.txt", telegram(serial=serial, sent=MORNING + timedelta(hours=serial)))
    filing.file()
    wanted = dict(enumerate(filing.ask(lambda archive: list(archive.entries(0, 6)))))
    with closing(open_for_reading(filing.path)) as database:
        shelf = EntryShelf(database, most)
        for ordinals in ([0, 1], [1, 2], [5, 4, 1], [2], [-1, 3, 6], [0, 1, 2, 3, 4, 5]):
            found = shelf.fetch(ordinals)
            assert {each: found.get(each) for each in ordinals} == {each: wanted.get(each) for each in ordinals}


def test_an_archive_without_cables_answers_too(filing: Filing) -> None:
    filing.file()
    assert filing.answers()[:5] == [0, None, [], [], []]


# The file


def test_an_archive_of_another_grammar_is_made_anew(filing: Filing, monkeypatch: pytest.MonkeyPatch) -> None:
    filing.put("a.txt", telegram()).file()
    monkeypatch.setattr(database_module, "grammar_fingerprint", lambda: "of another version")
    assert did(filing.file()) == (1, 0, 0)
    assert did(filing.file()) == (0, 1, 0)


def test_every_module_that_makes_facts_of_sources_is_part_of_the_grammar() -> None:
    """Else a new version would mix facts that two grammars made."""
    package = Path(generator.__file__).parent
    counted = {name.removesuffix(".py") for name in getattr(database_module, "_GRAMMAR_MODULES")}  # noqa: B009
    imported: set[str] = set()
    for room in getattr(database_module, "_GRAMMAR_ROOMS"):  # noqa: B009 - private names, as above
        for module in (package / room).rglob("*.py"):
            imported |= set(re.findall(r"^from generator(?: import |\.)(\w+)", module.read_text(), re.MULTILINE))
    rooms = {"archive", "redaction", "sources", "telegram", "vocabulary"}
    assert imported - rooms - {"errors", "parallel"} == counted


def test_an_archive_with_other_tables_is_made_anew(filing: Filing) -> None:
    filing.put("a.txt", telegram()).file()
    with sqlite3.connect(filing.path) as old:
        old.execute("DROP TABLE meta")
        old.execute("CREATE TABLE left_over (x)")
    old.close()
    assert did(filing.file()) == (1, 0, 0)
    assert b"left_over" not in filing.path.read_bytes()


def test_what_goes_wrong_within_the_block_leaves_the_archive_as_it_was(filing: Filing) -> None:
    filing.put("a.txt", telegram()).file()
    before = filing.answers()

    def fail_half_way() -> None:
        with open_database(filing.path) as database:
            database.execute("DELETE FROM source")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_half_way()
    assert filing.answers() == before


def test_nothing_can_be_written_through_an_archive_open_for_reading(filing: Filing) -> None:
    filing.file()
    reading = database_module.open_for_reading(filing.path)
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        reading.execute("DELETE FROM source")
    reading.close()


def open_and_close(path: Path) -> None:
    with open_database(path):
        pass


@pytest.mark.parametrize("act", [open_and_close, forget_archive])
def test_somebody_s_own_sqlite_file_is_left_alone(tmp_path: Path, act: Callable[[Path], None]) -> None:
    path = tmp_path / "mine.sqlite"
    with sqlite3.connect(path) as mine:
        mine.execute("CREATE TABLE diary (day TEXT)")
    mine.close()
    before = path.read_bytes()
    with pytest.raises(BuildError, match="not an archive of Cablepress") as caught:
        act(path)
    assert "paths: archive" in caught.value.remedy
    assert path.read_bytes() == before


def test_a_file_of_another_name_that_is_no_archive_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "09VALLETTA118.txt"
    path.write_text(telegram())
    with pytest.raises(BuildError, match="not an archive of Cablepress"):
        forget_archive(path)
    assert path.read_text() == telegram()


def test_an_archive_that_another_program_holds_is_waited_for_and_then_an_error(
    filing: Filing, monkeypatch: pytest.MonkeyPatch
) -> None:
    filing.file()
    monkeypatch.setattr(database_module, "_SECONDS_TO_WAIT", 0.1)
    holder = sqlite3.connect(filing.path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(BuildError, match="another program is using the archive"):
        filing.file()
    holder.close()
    filing.file()


def test_an_archive_below_a_file_cannot_be_written_and_the_error_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(BuildError, match="the archive cannot be written: Not a directory"):
        open_and_close(tmp_path / "file" / "archive.sqlite")


# Damage


def cut_in_half(data: bytes) -> bytes:
    return data[: len(data) // 2]


def wipe_the_middle(data: bytes) -> bytes:
    third = len(data) // 3
    return data[:third] + bytes(third) + data[2 * third :]


def wipe_all_but_the_head(data: bytes) -> bytes:
    return data[:4096] + bytes(len(data) - 4096)


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "emptied": lambda _: b"",
    "garbage": lambda _: b"\x93garbage\xff" * 5_000,
    "text": lambda _: b"This is not an archive.\n",
    "cut in the head": lambda data: data[:50],
    "head alone": lambda data: data[:100],
    "one page alone": lambda data: data[:4096],
    "cut in half": cut_in_half,
    "middle wiped": wipe_the_middle,
    "wiped but for the head": wipe_all_but_the_head,
    "garbage behind the head": lambda data: data[:4096] + b"\xa5" * (len(data) - 4096),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_archive_is_made_anew_by_the_next_build_and_nobody_is_bothered(
    site: SiteFolder, damage: Callable[[bytes], bytes]
) -> None:
    for serial in range(1, 12):
        site.cable(f"{serial}.txt", serial=serial, refs="OSLO 1", body=f"1. (U) Exercise {serial}. " * 100)
    site.build()
    before = site.printed()
    archive = site.root / ".cablepress" / "archive.sqlite"
    archive.write_bytes(damage(archive.read_bytes()))
    report = site.build()
    assert report.published
    assert codes(report) == []
    assert site.printed() == before
    assert site.build().parsed == 0, "the new archive is a sound one"


def test_a_journal_that_a_killed_build_left_is_not_played_into_a_new_archive(filing: Filing) -> None:
    filing.put("a.txt", telegram()).file()
    journal = filing.path.with_name("archive.sqlite-journal")
    journal.write_bytes(filing.path.read_bytes())
    forget_archive(filing.path)
    assert not journal.exists()
    assert did(filing.file()) == (1, 0, 0)


def test_a_build_that_is_told_to_forgets_what_it_knew(site: SiteFolder) -> None:
    site.cable("a.txt")
    assert site.build().parsed == 1
    assert site.build().unchanged == 1
    assert site.build(clean=True).parsed == 1


def test_a_build_that_is_told_to_forget_leaves_somebody_s_own_sqlite_file_alone(site: SiteFolder) -> None:
    with sqlite3.connect(site.root / "mine.sqlite") as mine:
        mine.execute("CREATE TABLE diary (day TEXT)")
    mine.close()
    site.settings("paths:\n  archive: mine.sqlite\n").cable("a.txt", sent=DEFAULT_SENT)
    before = (site.root / "mine.sqlite").read_bytes()
    with pytest.raises(BuildError, match="not an archive of Cablepress"):
        site.build(clean=True)
    assert (site.root / "mine.sqlite").read_bytes() == before
