"""A collection made for the search, its index in files, and one whole index of the same cables by lunr.js itself."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from generator.archive import Archive, ingest_sources, link_cables, open_database
from generator.config import Boosts
from generator.parallel import Workers
from generator.search import FIELDS, Merging, cut_groups, index_cables, pack_columns, search_files
from generator.search.fields import texts_of
from generator.search.packing import MOST
from generator.search.range_files import IndexedRange
from generator.search.shards import AIM
from generator.search.terms import fold, term_of
from generator.sitefile import SiteFile
from generator.sources.discovery import find_sources
from generator.vocabulary import Vocabulary
from generator.wording import open_wording
from tests.site_folder import ROOT

VOCABULARY = Vocabulary()
BOOSTS = asdict(Boosts())

# Builds one whole index with lunr.js's own builder from the same texts, under the same pipeline.
BUILD_WHOLE_INDEX = """
(text) => {
  const input = JSON.parse(text);
  lunr.tokenizer.separator = /[\\s\\-‐‑‒–—/\\\\_]+/;
  function makeTerm(token) {
    const term = cablepress.term(cablepress.fold(token.toString()));
    return term === "" ? undefined : token.update(() => term);
  }
  lunr.Pipeline.registerFunction(makeTerm, "makeTerm");
  window.whole = lunr(function () {
    this.ref("ref");
    input.fields.forEach((name, number) => this.field(name, { boost: input.boosts[number] }));
    this.pipeline.reset();
    this.pipeline.add(makeTerm);
    this.searchPipeline.reset();
    this.searchPipeline.add(makeTerm);
    input.cables.forEach((cable) => this.add(cable));
  });
}
"""

_STEMS = (
    "light buoy ferry harbour pilot quota fish coast treaty border minister council vote visa trade tariff port ship "
    "radar tower lamp keeper island winter storm signal"
    " convention negotiat celebrat organiz nation relat develop happi "
    "friend try lay cry"
).split()
_ENDINGS = (
    "",
    "s",
    "ed",
    "ing",
    "ation",
    "ational",
    "ness",
    "fully",
    "'s",
    "ies",
    "y",
    ".",
    ",",
    ")",
    "-based",
    "/lit",
)
_ODD = (
    "Tåkeøya",
    "café",
    "naïve",
    "МОСКВА",
    "10.5",
    "2009",
    "A-10",
    "x",
    "the",
    "of",
    "and",
    "well-being",
    "𝔸strolabe",
    "ﬁnal",
    "zz\uff41",
)
_SOMETIMES = 0.2
_POSTS = ("VALLETTA", "OSLO", "LISBON", "REYKJAVIK")
_TAGS = ("PREL", "MT", "EWWT", "NO", "PGOV", "KLIG")


def write_cables(folder: Path, count: int, often: Sequence[str] = ()) -> None:
    """Write short cables, the same each time, of few words in many forms, so that queries find some of them.

    Args:
        folder: for their files.
        count: how many.
        often: words that every second one is of.
    """
    choice = random.Random(count)  # noqa: S311 - the same each time
    words = [stem + ending for stem in _STEMS for ending in _ENDINGS] + list(_ODD)
    weights = [1 / (place % 97 + 1) for place in range(len(words))]
    weights += [sum(weights) / len(often) for _ in often]
    words += often
    for number in range(1, count + 1):
        post = choice.choice(_POSTS)
        some = iter(choice.choices(words, weights, k=90))
        paragraphs = [
            f"{each}. (U) {' '.join(next(some) for _ in range(choice.randint(1, 25)))}." for each in (1, 2, 3)
        ]
        month, year = ("JAN", "JUL", "OCT")[number % 3], 7 + number % 3
        tags, subject = choice.sample(_TAGS, 2), choice.choices(words, weights, k=choice.randint(1, 6))
        lines = [
            f"R {number % 28 + 1:02}0{number % 10}{number % 60:02}Z {month} {year:02}",
            f"FM AMEMBASSY {post}\nTO SECSTATE WASHDC\n\nUNCLAS {post} {number:06}\n",
            f"TAGS: {', '.join(tags)}\nSUBJECT: EXERCISE: {' '.join(subject).upper()}\n",
            "\n\n".join(paragraphs),
            "PENDLEWOOD" if number % 2 else "ROE",
        ]
        (folder / f"{number:05}.txt").write_text("\n".join(lines), encoding="utf-8")


def make_archive(folder: Path, count: int, often: Sequence[str] = ()) -> Archive:
    """Make an archive of such cables in a folder."""
    (folder / "cables").mkdir()
    write_cables(folder / "cables", count, often)
    return open_archive(folder / "cables", folder / "archive.sqlite")


def open_archive(folder: Path, path: Path) -> Archive:
    """Make an archive of the cables in a folder."""
    with open_database(path) as database:
        ingest_sources(database, find_sources(folder, "cables").files, 1_000_000, Workers(None, 1))
        link_cables(database)
    return Archive(path)


def write_index(
    archive: Archive, folder: Path, *, cables_in_a_run: int = 1024, rows: int = 600_000, most: int = 500_000
) -> None:
    """Write the files of a search, and a page that can open it."""
    runs = folder / "runs"
    runs.mkdir(parents=True)
    sizes = min(AIM, most), most
    _write(folder, make_index(archive, runs, cables_in_a_run=cables_in_a_run, rows=rows, sizes=sizes))
    package = ROOT / "generator" / "search"
    scripts = "".join(f"<script>{(package / name).read_text()}</script>" for name in ("lunr.js", "browser/terms.js"))
    (folder / "page.html").write_text(
        f'<!doctype html><meta charset="utf-8"><script src="search/client.js"></script>{scripts}'
    )


def make_index(
    archive: Archive,
    runs: Path,
    *,
    cables_in_a_run: int = 1024,
    rows: int = 600_000,
    sizes: tuple[int, int] = (AIM, MOST),
) -> Iterator[SiteFile]:
    """Make the files of a search: in a folder runs of so many cables, of which so many rows are merged at a time."""
    cables = archive.count()
    indexed = []
    for start in range(0, cables, cables_in_a_run):
        each, files = index_cables(archive, start, min(start + cables_in_a_run, cables), runs, VOCABULARY)
        indexed.append(each)
        yield from files
    merging = Merging([each.run for each in indexed], *sizes)
    terms: list[list[IndexedRange]] = []
    for group in cut_groups([each.run for each in indexed], rows):
        terms.append([])
        yield from merging.merge(group, terms[-1])
    yield from search_files(indexed, terms, BOOSTS, pack_columns(archive, VOCABULARY), open_wording("en"))


def write_texts(archive: Archive) -> str:
    """Give what a whole index is built of, as JSON."""
    cables = [
        {"ref": each.id, **dict(zip(FIELDS, texts_of(each, VOCABULARY), strict=True))}
        for each in archive.texts(0, archive.count())
    ]
    return json.dumps({"fields": FIELDS, "boosts": list(BOOSTS.values()), "cables": cables})


def queries(count: int) -> list[str]:
    """Give queries of every kind that Lunr knows, the same each time."""
    make = _Queries(count)
    kinds = (make.one, make.some, make.required, make.prohibited, make.mixed, make.mixed, make.mixed)
    return [kinds[number % len(kinds)]() for number in range(count)]


class _Queries:
    def __init__(self, seed: int) -> None:
        self.choice = random.Random(seed)  # noqa: S311 - the same each time

    def one(self) -> str:
        return self._clause()

    def some(self) -> str:
        return " ".join(self._clause() for _ in range(self.choice.randint(2, 4)))

    def required(self) -> str:
        return " ".join(self._required() for _ in range(self.choice.randint(1, 3)))

    def prohibited(self) -> str:
        return " ".join(f"-{self._clause()}" for _ in range(self.choice.randint(1, 2)))

    def mixed(self) -> str:
        kinds = (self._clause, self._clause, self._required, self.prohibited)
        return " ".join(self.choice.choice(kinds)() for _ in range(self.choice.randint(1, 4)))

    def _required(self) -> str:
        """Lunr fails on a word to be required that the pipeline leaves out; ours takes it for not said."""
        while True:
            clause = self._clause()
            word = re.split(r"[~^]", clause.rpartition(":")[2])[0]
            if "*" in word or all(map(term_of, fold(word).split())):
                return f"+{clause}"

    def _clause(self) -> str:
        field = f"{self.choice.choice(FIELDS)}:" if self.choice.random() < _SOMETIMES else ""
        boost = f"^{self.choice.choice((2, 3, 10))}" if self.choice.random() < _SOMETIMES else ""
        return field + self.choice.choices((self._word, self._wild, self._fuzzy), (5, 2, 2))[0]() + boost

    def _word(self) -> str:
        stem = self.choice.choice(_STEMS)
        forms = (
            stem,
            stem,
            stem + self.choice.choice(_ENDINGS[:8]),
            *self.choice.choices(_ODD + _TAGS, k=2),
            "nosuchword",
        )
        return self.choice.choice(forms)

    def _wild(self) -> str:
        text = self.choice.choice(_STEMS)
        place = self.choice.randrange(len(text))
        forms = (
            f"{text[: place + 1]}*",
            f"*{text[place:]}",
            f"{text[:place]}*{text[place + 1 :]}",
            f"{text[0]}*{text[-1]}*",
        )
        return self.choice.choice(forms)

    def _fuzzy(self) -> str:
        text = self.choice.choice(_STEMS)
        place = self.choice.randrange(len(text))
        rest = text[place + 1 :]
        damaged = self.choice.choice((rest, "e" + text[place] + rest, "o" + rest, rest[:1] + text[place] + rest[1:]))
        return f"{text[:place]}{damaged}~{self.choice.randint(1, 2)}"


def _write(folder: Path, files: Iterable[SiteFile]) -> None:
    for file in files:
        path = folder / file.address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)
