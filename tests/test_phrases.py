"""The promise of exact phrases: what the search finds is what a plain scan of the same texts finds."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from playwright.sync_api import Page

from generator.archive import Archive
from generator.search import FIELDS
from generator.search.fields import texts_of
from generator.search.terms import form_of, split_tokens, term_of
from tests.browser import SUB_PATH, serve
from tests.lunr_index import VOCABULARY, make_archive, write_index
from tests.thorough import so_many

CABLES, PHRASES = 1_000, 500

ASK = """
async (queries) => {
  const search = await cablepress.open("search/");
  const answers = [];
  for (const query of queries) {
    const { total, results } = await search.search(query, { count: 1e9 });
    answers.push(results.map((result) => result.cable.id).sort());
    if (total !== results.length) answers.push("the number of results is not the total");
  }
  return answers;
}
"""

Words = dict[str, list[list[str]]]
"""The words of each field of every cable, by id."""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """An archive of cables made for this."""
    often = ("the", "of", "and", "to", "in", "by the", "signal", "--")
    return make_archive(tmp_path_factory.mktemp("archive"), CABLES, often)


@pytest.fixture(scope="module")
def words(archive: Archive) -> Words:
    return {
        cable.id: [
            [form for token in split_tokens(text) if (form := form_of(token))] for text in texts_of(cable, VOCABULARY)
        ]
        for cable in archive.texts(0, CABLES)
    }


def scan(words: Words, phrase: list[str], field: str = "") -> list[str]:
    """Give the ids of the cables that have a phrase, by looking at every word of every one."""

    def has(text: list[str]) -> bool:
        return any(text[at : at + len(phrase)] == phrase for at in range(len(text) - len(phrase) + 1))

    fields = [FIELDS.index(field)] if field else range(len(FIELDS))
    return sorted(each for each, texts in words.items() if any(has(texts[number]) for number in fields))


def phrases(words: Words, count: int) -> list[list[str]]:
    """Give phrases out of the texts, a third of them with a word changed or two swapped; the same each time."""
    choice = random.Random(count)  # noqa: S311 - the same each time
    texts = [text for texts in words.values() for text in texts if text]
    vocabulary = sorted({word for text in texts for word in text})
    found: list[list[str]] = []
    while len(found) < count:
        text, length = choice.choice(texts), choice.randint(1, 6)
        at = choice.randrange(len(text))
        phrase = text[at : at + length]
        if choice.random() < 1 / 3:
            phrase[choice.randrange(len(phrase))] = choice.choice([*vocabulary, "the", "of"])
        if any(map(term_of, phrase)):
            found.append(phrase)
    return found


def differing(page: Page, address: str, words: Words, some: list[list[str]]) -> list[str]:
    """Give the phrases of which the search and the scan do not find the same."""
    page.goto(f"{address}page.html")
    answers = page.evaluate(ASK, [f'"{" ".join(phrase)}"' for phrase in some])
    return [" ".join(phrase) for phrase, answer in zip(some, answers, strict=True) if answer != scan(words, phrase)]


def test_every_phrase_finds_the_cables_that_a_plain_scan_finds(
    page: Page, archive: Archive, words: Words, tmp_path: Path
) -> None:
    some = phrases(words, PHRASES)
    assert sum(bool(scan(words, phrase)) for phrase in some) > PHRASES / 2
    assert sum(not term_of(phrase[0]) or not term_of(phrase[-1]) for phrase in some) > PHRASES / 20
    write_index(archive, tmp_path / SUB_PATH)
    with serve(tmp_path) as host:
        assert differing(page, f"{host}{SUB_PATH}/", words, some) == []


def test_so_it_is_on_a_disk_and_where_common_terms_are_split_over_several_shards(
    page: Page, archive: Archive, words: Words, tmp_path: Path
) -> None:
    write_index(archive, tmp_path, cables_in_a_run=256, rows=20_000, most=400)
    assert len(list((tmp_path / "search" / "p").iterdir())) > len(list((tmp_path / "search" / "t").iterdir()))
    assert differing(page, f"{tmp_path.as_uri()}/", words, phrases(words, so_many(PHRASES, 5))) == []


def test_a_phrase_may_be_in_one_field_only_or_be_prohibited_or_go_with_other_words(
    page: Page, archive: Archive, words: Words, tmp_path: Path
) -> None:
    write_index(archive, tmp_path)
    page.goto(f"{tmp_path.as_uri()}/page.html")
    everything = sorted(words)
    some = [phrase for phrase in phrases(words, 200) if len(phrase) in {1, 2}][:20]
    queries, wanted = [], []
    for phrase in some:
        text, found = f'"{" ".join(phrase)}"', scan(words, phrase)
        queries += [
            f"subject:{text}",
            f"-{text}",
            f"harbour {text}",
            f"+body:{text}^3",
            f"“{' '.join(phrase).upper()}”",
        ]
        wanted += [
            scan(words, phrase, "subject"),
            sorted({*everything} - {*found}),
            found,
            scan(words, phrase, "body"),
            found,
        ]
    answers = page.evaluate(ASK, queries)
    assert [q for q, w, a in zip(queries, wanted, answers, strict=True) if w != a] == []


def test_what_stands_between_words_does_not_part_a_phrase(page: Page, archive: Archive, tmp_path: Path) -> None:
    write_index(archive, tmp_path)
    page.goto(f"{tmp_path.as_uri()}/page.html")
    same = page.evaluate(ASK, ['"well being"', '"Well-Being"', '"well / being"', "«well -- being»"])
    assert len(same[0]) > 1
    assert all(answer == same[0] for answer in same)
