"""The engines whose searches are measured: where a printed site has them, and how a page asks them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

RESULTS: Final = 10
"""So many results of a query are shown."""


@dataclass(frozen=True, slots=True)
class Engine:
    """A search that runs in the reader's browser.

    Attributes:
        page: the page of the site on which it is asked.
        folder: where the site has its index, its scripts among it.
        ask: a function in JavaScript. It is given the words and how many results are to be shown; it gives a promise of
            how many cables were found, and of a function that fetches what of these results has not come yet.
    """

    name: str
    page: str
    folder: str
    ask: str


CABLEPRESS: Final = Engine(
    name="cablepress",
    page="search.html",
    folder="search",
    ask="""async (words, count) => {
      const search = await cablepress.open("search/");
      const { total, results } = await search.search(words, { count });
      const passage = async ({ cable, sought }) =>
        cablepress.passage(await cablepress.readCable(cable.address), sought);
      return [total, async () => {
        await cablepress.loadScript("search/marking.js");
        await Promise.all(results.map(passage));
      }];
    }""",
)

PAGEFIND: Final = Engine(
    name="pagefind",
    page="index.html",
    folder="pagefind",
    ask="""async (words, count) => {
      const pagefind = await import(new URL("pagefind/pagefind.js", document.baseURI));
      const { results } = await pagefind.search(words);
      return [results.length, () => Promise.all(results.slice(0, count).map((result) => result.data()))];
    }""",
)


def find_engine(public: Path) -> Engine | None:
    """Tell by its folders which engine a printed site has."""
    return next((engine for engine in (CABLEPRESS, PAGEFIND) if (public / engine.folder).is_dir()), None)
