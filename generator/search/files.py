"""The files that the search page loads: the index, the list of cables, lunr.js and the scripts that join them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from generator.archive import CableEntry
from generator.errors import BuildError
from generator.search.index import BOOSTS, FIELDS, SearchIndex, encode_postings
from generator.sitefile import SiteFile

_FOLDER = "search"
_BROWSER = ("terms.js", "engine.js", "page.js")


def search_files(index: SearchIndex, entries: Iterable[CableEntry]) -> Iterator[SiteFile]:
    """Give all files of the search.

    Args:
        index: of all cables.
        entries: of all cables, by ordinal.
    """
    yield SiteFile(f"{_FOLDER}/lunr.js", _lunr())
    for name in _BROWSER:
        yield SiteFile(f"{_FOLDER}/{name}", _package().joinpath("browser", name).read_bytes())
    yield SiteFile(f"{_FOLDER}/index.js", _script("index", _encode_index(index)))
    yield SiteFile(f"{_FOLDER}/cables.js", _script("cables", [_encode_entry(entry) for entry in entries]))


def _encode_index(index: SearchIndex) -> dict[str, object]:
    # lunr.js compares strings by UTF-16 code units and wants its terms in that order.
    terms = sorted(index.postings, key=lambda term: term.encode("utf-16-be", "surrogatepass"))
    return {
        "fields": FIELDS,
        "boosts": [BOOSTS[field] for field in FIELDS],
        "lengths": [",".join(map(str, lengths)) for lengths in index.lengths],
        "terms": terms,
        "postings": [encode_postings(index.postings[term]) for term in terms],
    }


def _encode_entry(entry: CableEntry) -> tuple[str, ...]:
    sent = entry.sent.strftime("%Y-%m-%d") if entry.sent else ""
    return (entry.id, entry.address, sent, entry.sender, entry.subject, entry.classification)


def _script(name: str, value: object) -> bytes:
    """Wrap data in a call of a known function: the only way to load it that works on ``file://`` too."""
    data = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    # Inside a JavaScript string of JSON: parsed faster than a literal, and nothing in it can be code.
    text = json.dumps(data, ensure_ascii=True)
    return f"cablepress.receive({json.dumps(name)},{text});\n".encode()


@cache
def _lunr() -> bytes:
    script = _package().joinpath("lunr.js")
    if not script.is_file():
        raise BuildError(
            "lunr.js is missing from this installation",
            where="generator/search/lunr.js",
            remedy="Install Cablepress again; building its package brings lunr.js.",
        )
    return script.read_bytes()


def _package() -> Traversable:
    return files("generator.search")
