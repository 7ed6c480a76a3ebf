"""The promise of the search: what a reader finds in the shards is what one whole index of lunr.js finds."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from generator.archive import Archive
from tests.browser import SUB_PATH, serve
from tests.lunr_index import BUILD_WHOLE_INDEX, make_archive, queries, write_index, write_texts
from tests.thorough import so_many

CABLES, QUERIES = 2_000, 5_000

# Gives how many queries found something, and those that the two answer differently: by ids, order or scores.
COMPARE = """
async (queries) => {
  const search = await cablepress.open("search/");
  const columns = (results) => JSON.stringify([results.map((r) => r.id), results.map((r) => r.score)]);
  const ours = (answer) => columns(answer.results.map((r) => ({ id: r.cable.id, score: r.score })));
  const different = [];
  let found = 0;
  for (const query of queries) {
    const whole = window.whole.search(cablepress.fold(query)).map((r) => ({ id: r.ref, score: r.score }));
    const all = await search.search(query, { count: 1e9 });
    const some = await search.search(query, { from: 3, count: 7 });
    const alike = ours(all) === columns(whole) && ours(some) === columns(whole.slice(3, 10));
    if (!alike || all.total !== whole.length || some.total !== whole.length) different.push(query);
    if (whole.length) found += 1;
  }
  return [found, different];
}
"""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """An archive of cables made for this."""
    return make_archive(tmp_path_factory.mktemp("archive"), CABLES)


def compare_all(page: Page, address: str, texts: str, count: int) -> None:
    page.goto(f"{address}page.html")
    page.evaluate(BUILD_WHOLE_INDEX, texts)
    found, different = page.evaluate(COMPARE, list(queries(count)))
    assert different == []
    assert found > count / 2, "most queries must find something"


def test_every_query_finds_the_same_cables_in_the_same_order_with_the_same_scores(
    page: Page, archive: Archive, tmp_path: Path
) -> None:
    write_index(archive, tmp_path / SUB_PATH)
    with serve(tmp_path) as host:
        compare_all(page, f"{host}{SUB_PATH}/", write_texts(archive), QUERIES)


def test_so_it_is_where_ranges_are_many_and_terms_and_all_that_is_long_are_split_over_several_files(
    page: Page, archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.search.packing.MOST", 400)
    write_index(archive, tmp_path, cables_in_a_run=256, rows=20_000, most=400)
    firsts = [path.name for path in (tmp_path / "search" / "t").iterdir()]
    assert len(firsts) > 200
    assert (tmp_path / "search" / "lengths-1.js").is_file()
    assert any("-" in path.name for path in (tmp_path / "search" / "l").iterdir())
    with serve(tmp_path) as host:
        compare_all(page, host, write_texts(archive), so_many(QUERIES, 10))


def test_so_it_is_on_a_disk(page: Page, archive: Archive, tmp_path: Path) -> None:
    write_index(archive, tmp_path)
    compare_all(page, f"{tmp_path.as_uri()}/", write_texts(archive), so_many(QUERIES, 10))
