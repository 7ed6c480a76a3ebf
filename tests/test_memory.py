"""What a build keeps of each cable and each file is little, or lies on the disk: memory holds no whole collection."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest

from generator.errors import OutputError
from generator.exports import sitemap_files
from generator.output import Printed, PrintedFiles, Staging, printed_before
from generator.search.fields import FIELDS
from generator.search.open_runs import OpenRun, RunPart
from generator.search.runs import write_run
from generator.search.stop_words import STOP_WORDS
from generator.sources import find_sources

FILES = 100_000
MEGABYTE = 1_000_000


def printed_file(number: int) -> Printed:
    return Printed(f"cable/{2000 + number % 50}/{number % 12:02}/{number}.html", f"{number:064}", number)


def peak_of(do: Callable[[], object]) -> int:
    """Do something; give the most bytes that it held beyond what was held before."""
    tracemalloc.start()
    try:
        do()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("most", [0, 1, 7, 100, 1_000])
def test_what_was_printed_comes_back_in_the_order_of_addresses_however_little_memory_holds(
    tmp_path: Path, most: int
) -> None:
    files = [*map(printed_file, range(500)), Printed("tag/a b.html", "0" * 64, 1), Printed("tag/a.html", "1" * 64, 2)]
    Random(1).shuffle(files)  # noqa: S311 - the same order at each run
    with PrintedFiles(tmp_path, most) as printed:
        for start in range(0, len(files), 10):
            printed.add(files[start : start + 10])
        assert list(printed) == list(printed) == sorted(files)
        assert (printed.count, printed.size) == (len(files), sum(file.size for file in files))
    assert list(tmp_path.iterdir()) == []


def test_two_files_with_one_address_are_an_error_where_one_of_them_lies_on_the_disk(tmp_path: Path) -> None:
    staging = Staging(tmp_path / "public")
    staging.prepare()
    with PrintedFiles(tmp_path, 2) as printed:
        printed.add(map(printed_file, range(3)))
        printed.add([printed_file(1)])
        with pytest.raises(OutputError, match=r"two files of the site have the address cable/2001/01/1\.html"):
            staging.finish(printed)


def test_no_more_than_some_of_the_printed_files_are_in_memory(tmp_path: Path) -> None:
    def print_all() -> None:
        staging = Staging(tmp_path / "public")
        staging.prepare()
        with PrintedFiles(tmp_path, 1_000) as printed:
            for start in range(0, FILES, 100):
                printed.add(map(printed_file, range(start, start + 100)))
            staging.finish(printed)

    assert peak_of(print_all) < 2 * MEGABYTE, "all of them are 30"


def test_the_list_of_an_earlier_site_takes_little_more_than_the_names_in_it(tmp_path: Path) -> None:
    staging = Staging(tmp_path / "public")
    staging.prepare()
    staging.finish(sorted(map(printed_file, range(FILES))))
    assert peak_of(lambda: printed_before(staging.folder)) < FILES * 20
    assert set(printed_before(staging.folder)) == {"SHA256SUMS", *(printed_file(each).address for each in range(FILES))}


def test_a_file_that_was_found_takes_less_than_300_bytes(tmp_path: Path) -> None:
    for number in range(2_000):
        (tmp_path / f"{number}.txt").touch()
    tracemalloc.start()
    try:
        discovery = find_sources(tmp_path, "content/cables")
        assert len(discovery.files) == 2_000
        with_files, _ = tracemalloc.get_traced_memory()
        del discovery
        without, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert (with_files - without) / 2_000 < 300


def _in_between(number: int) -> str:
    """Give stop words, other ones for each number."""
    return " ".join(STOP_WORDS[number // len(STOP_WORDS) ** digit % len(STOP_WORDS)] for digit in range(3))


def test_a_part_of_a_run_takes_nothing_of_the_rest_of_it(tmp_path: Path) -> None:
    """A merge takes a part of each of hundreds of runs: what one takes along, it has hundreds of times."""
    words = [f"the word{number} {_in_between(number)}" for number in range(30_000)]
    run = write_run(tmp_path / "0.run", 0, [(" ".join(words), *[""] * (len(FIELDS) - 1))])
    assert Path(run.path).stat().st_size > MEGABYTE
    parts: list[RunPart] = []
    assert peak_of(lambda: parts.append(OpenRun(run).between("word123", "word1230"))) < MEGABYTE / 20
    (part,) = parts
    assert part.words == ["word123"]
    assert len(part.places["before"]) == len(part.places["after"]) == 1


def test_a_sitemap_is_written_as_its_pages_come() -> None:
    asked = 0

    def pages() -> Iterator[str]:
        nonlocal asked
        for asked in range(1, 200_001):
            yield f"{asked}.html"

    files = sitemap_files("https://example.org/", pages())
    assert next(files).address == "sitemap-1.xml"
    assert asked <= 100_000
    assert [file.address for file in files] == ["sitemap-2.xml", "sitemap-3.xml", "sitemap-4.xml", "sitemap.xml"]
