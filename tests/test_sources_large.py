"""Large files: cut into parts of whole records, filed as small ones are, in memory that does not grow with them."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from generator.archive import Archive, count_steps, ingest_sources, open_database
from generator.archive.ingest import IngestReport
from generator.findings import Finding
from generator.parallel import open_workers
from generator.sources import RawTelegram, SourcePart, cut_source, read_part, read_telegrams, reading
from generator.sources.discovery import SourceFile, find_single
from generator.sources.parts import LARGE
from tests.commands import with_package
from tests.site_folder import ROOT, SiteFolder
from tests.source_files import MOST_BYTES, write_row

BODY = 'UNCLAS VALLETTA {0}\n\nSUBJECT: EXERCISE: "THE BUOY" {0}\n\n' + "1. (U) All of it, {0}, is fictional.\n\n" * 150
HEADER = "VZCZCXRO1\nR 070531Z OCT 09\nFM AMEMBASSY VALLETTA\nTO SECSTATE WASHDC\n"


def rows(count: int) -> Iterator[str]:
    for number in range(1, count + 1):
        body = BODY.format(number)
        yield write_row(
            str(number), "10/7/2009 5:31", f"09VALLETTA{number}", "Embassy Valletta", "UNCLASSIFIED", "", HEADER, body
        )


def write_table(path: Path, count: int) -> SourceFile:
    with path.open("w", encoding="utf-8") as file:
        file.writelines(rows(count))
    return found(path)


def found(path: Path) -> SourceFile:
    (file,) = find_single(path, path.name, "").files
    return file


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> SourceFile:
    """A table of some megabytes."""
    file = write_table(tmp_path_factory.mktemp("large") / "all.csv", 1000)
    assert file.size > 2 * LARGE
    return file


# Parts


def test_parts_are_all_of_a_file_cut_where_a_record_begins(large: SourceFile) -> None:
    parts = list(cut_source(large, MOST_BYTES))
    data = large.path.read_bytes()
    assert len(parts) > 3
    assert parts[0].start == 0
    assert all(one.start + one.size == other.start for one, other in pairwise(parts))
    assert parts[-1].start + parts[-1].size == len(data)
    for part in parts:
        assert data[part.start : part.start + 1] == b'"'
        assert part.line == data.count(b"\n", 0, part.start) + 1
        assert part.row == int(data[part.start + 1 : part.start + 9].split(b'"')[0])


def test_a_file_in_parts_is_read_as_it_would_be_whole(large: SourceFile) -> None:
    in_parts = list(read_telegrams(large, MOST_BYTES))
    whole = list(read_part(SourcePart(large), large.size))
    assert in_parts == whole
    assert len(in_parts) == 1000
    assert all(isinstance(item, RawTelegram) for item in in_parts)


def test_json_lines_are_cut_between_lines(tmp_path: Path) -> None:
    path = tmp_path / "all.jsonl"
    path.write_text("".join(f'{{"id": "09ROME{number}", "text": "{"x" * 5000}"}}\n' for number in range(1, 1001)))
    parts = list(cut_source(found(path), MOST_BYTES))
    assert len(parts) > 3
    lines = [item.line for item in read_telegrams(found(path), MOST_BYTES)]
    assert lines == list(range(1, 1001))


def test_a_large_file_without_any_row_is_cut_all_the_same_and_reported(tmp_path: Path) -> None:
    path = tmp_path / "all.csv"
    path.write_bytes("".join(rows(1)).encode() + b'"broken\n' + b"x" * 100 + b"\n" * 5_000_000 + b"y" * 5_000_000)
    items = list(read_telegrams(found(path), 1_000_000))
    assert isinstance(items[0], RawTelegram)
    findings = [item for item in items if isinstance(item, Finding)]
    assert findings
    assert {each.code for each in findings} <= {"source.broken-row", "source.too-large"}
    assert max(part.size for part in cut_source(found(path), 1_000_000)) < 4_000_000


def test_a_large_table_in_utf_16_is_read_whole_and_a_huge_one_is_told_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "all.csv"
    path.write_text("".join(rows(400)), encoding="utf-16")
    assert found(path).size > LARGE
    items = list(read_telegrams(found(path), 100_000))
    assert len(items) == 400
    assert all(isinstance(item, RawTelegram) for item in items)
    monkeypatch.setattr(reading, "_MOST_AT_ONCE", LARGE)
    (finding,) = read_telegrams(found(path), 100_000)
    assert isinstance(finding, Finding)
    assert (finding.code, finding.advice) == ("source.too-large", "Save the file as UTF-8.")


@pytest.mark.parametrize("times", [200, 5000])
def test_a_row_too_large_for_a_cable_is_a_finding_and_the_next_is_read(tmp_path: Path, times: int) -> None:
    path = tmp_path / "all.csv"
    first, second, third = rows(3)
    path.write_text(first + second.replace("fictional", "fictional" * times) + third)
    items = list(read_telegrams(found(path), 100_000))
    assert [type(item) for item in items] == [RawTelegram, Finding, RawTelegram]
    assert isinstance(items[1], Finding)
    assert (items[1].code, items[1].line) == ("source.too-large", first.count("\n") + 1)


# Ingest


class Filing:
    """An archive, and what it is told while it files."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.steps = 0

    def file(self, *files: SourceFile, jobs: int = 1) -> IngestReport:
        self.steps = 0
        with open_workers(jobs) as workers, open_database(self.path) as database:
            return ingest_sources(database, files, MOST_BYTES, workers, self._advance)

    def _advance(self, steps: int) -> None:
        self.steps += steps


def did(report: IngestReport) -> tuple[int, int, int]:
    return report.parsed, report.unchanged, report.removed


def test_a_table_is_filed_with_progress_and_not_parsed_again(large: SourceFile, tmp_path: Path) -> None:
    filing = Filing(tmp_path / "a.sqlite")
    assert did(filing.file(large)) == (1000, 0, 0)
    assert filing.steps == count_steps([large])
    assert did(filing.file(large)) == (0, 1000, 0)
    assert did(filing.file()) == (0, 0, 1000)


def test_one_edited_row_alone_is_parsed_again(large: SourceFile, tmp_path: Path) -> None:
    filing = Filing(tmp_path / "a.sqlite")
    copy = tmp_path / "all.csv"
    text = large.path.read_text()
    copy.write_text(text)
    filing.file(found(copy))
    copy.write_text(text.replace("All of it, 700, is", "All of it, seven hundred, is"))
    assert did(filing.file(found(copy))) == (1, 999, 1)
    copy.write_text("".join(rows(400)))
    assert did(filing.file(found(copy))) == (0, 400, 600)


def test_several_workers_file_what_one_does(large: SourceFile, tmp_path: Path) -> None:
    small = tmp_path / "b.csv"
    small.write_text(next(rows(1)))
    answers = []
    for jobs in (1, 2):
        filing = Filing(tmp_path / f"{jobs}.sqlite")
        report = filing.file(large, found(small), jobs=jobs)
        with open_database(filing.path) as database:
            answers.append((report, database.execute("SELECT * FROM source ORDER BY path, line").fetchall()))
    assert answers[0] == answers[1]


SCRIPT = """
import resource, sys
from pathlib import Path
from generator.archive import ingest_sources, open_database
from generator.parallel import Workers
from generator.sources.discovery import find_single
path = Path(sys.argv[1])
with open_database(path.with_suffix(".sqlite")) as database:
    report = ingest_sources(database, find_single(path, path.name, "").files, 5_000_000, Workers(None, 1))
print(report.parsed, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def peak_of(path: Path, count: int) -> int:
    """Ingest a table of so many rows in a process of its own; give the peak of its memory in megabytes."""
    write_table(path, count)
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(path)],
        cwd=ROOT,
        env=with_package(None),
        capture_output=True,
        text=True,
        check=True,
    )
    parsed, peak = map(int, done.stdout.split())
    assert parsed == count
    return peak * (1 if sys.platform == "darwin" else 1024) // 1_000_000


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    small, large = peak_of(tmp_path / "small.csv", 1_500), peak_of(tmp_path / "large.csv", 9_000)
    megabytes = (tmp_path / "large.csv").stat().st_size // 1_000_000
    assert megabytes > 50
    assert large - small < megabytes // 2, "nor is a file in memory, nor what is made of it"


# A site


def test_a_site_is_printed_from_every_format_and_from_sources_elsewhere(site: SiteFolder, tmp_path: Path) -> None:
    elsewhere = tmp_path / "secret-disk"
    elsewhere.mkdir()
    (elsewhere / "cables.csv").write_text("".join(rows(3)))
    (elsewhere / "lines").mkdir()
    (elsewhere / "lines" / "a.jsonl").write_text('{"id": "09ROME7", "subject": "EXERCISE"}\n')
    site.settings(
        "title: Test\nurl: https://example.org/\nsources:\n"
        f"  - {elsewhere / 'cables.csv'}\n  - path: {elsewhere / 'lines'}\n    collection: Lines of JSON\n"
    )
    site.cable("own/a.txt", serial=900)
    report = site.build()
    assert report.cables == 5
    assert {finding.path for finding in report.findings} <= {"cables.csv", "Lines of JSON/lines/a.jsonl"}
    with_secret = [name for name, content in site.printed().items() if b"secret-disk" in content]
    assert with_secret == []
    assert "is fictional" in site.read("cable/2009/10/09VALLETTA2.html")
    assert 'EXERCISE: "THE BUOY" 2' in site.read("source/2009/10/09VALLETTA2.txt")
    archive = Archive(site.root / ".cablepress" / "archive.sqlite")
    try:
        collections = [filed.cable.collection for filed in archive.cables(0, 5)]
    finally:
        archive.close()
    assert sorted(collections) == ["Lines of JSON", "cables", "cables", "cables", "own"]


def test_a_source_that_is_not_there_is_an_error_at_its_line(site: SiteFolder) -> None:
    site.settings("url: https://example.org/\nsources:\n  - gone.csv\n").cable("a.txt")
    (finding,) = site.build().findings
    assert (finding.code, finding.place) == ("site.no-source", "site.yaml:3")
    assert "gone.csv" in finding.message


def test_two_sources_of_one_name_are_an_error(site: SiteFolder, tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "cables").mkdir()
    (tmp_path / "content" / "cables" / "a.txt").write_text("Another.")
    site.settings(f"url: https://example.org/\nsources:\n  - {tmp_path / 'content'}\n").cable("a.txt")
    assert "source.same-name" in [finding.code for finding in site.build().findings]


def test_the_same_telegram_in_a_table_and_in_a_file_is_one_version(site: SiteFolder) -> None:
    header, body = HEADER, "UNCLAS VALLETTA 1\n\nSUBJECT: EXERCISE\n\n1. (U) It is fictional.\n"
    site.file("content/cables/a.txt", f"{header}\n{body}")
    site.file("content/cables/b.csv", write_row("1", "10/7/2009 5:31", "09VALLETTA1", "", "", "", header, body))
    report = site.build()
    assert (report.cables, report.parsed) == (1, 2)
    assert [finding.code for finding in report.findings] == []
