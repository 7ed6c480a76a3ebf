"""The files of the search that there is one of each: the scripts, and the contents of the index."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

import msgspec

from generator.errors import BuildError
from generator.search.building import IndexedCables, IndexedTerms, all_lengths
from generator.search.columns import PackedColumns
from generator.search.documents import CABLES_IN_A_FILE
from generator.search.fields import BODY, FIELDS
from generator.search.packing import FOLDER, join_streams, low_and_high, pack
from generator.sitefile import SiteFile

_IN_THE_WORKER = ("lunr.js", "browser/terms.js", "browser/bytes.js", "browser/shards.js", "browser/words.js",
                  "browser/ranking.js", "browser/filters.js", "browser/columns.js", "browser/engine.js",
                  "browser/worker.js")  # fmt: skip
_ON_THE_PAGE = ("client.js", "page.js")
_PANEL = ("browser/filters.js", "browser/years.js", "browser/dates.js", "browser/facet.js", "browser/chips.js",
          "browser/panel.js")  # fmt: skip


def search_files(
    cables: Sequence[IndexedCables], terms: Sequence[IndexedTerms], boosts: Mapping[str, int], columns: PackedColumns
) -> Iterator[SiteFile]:
    """Give all files of the search but those that were made on the way.

    Args:
        cables: what became of all ranges of cables, in their order.
        terms: what became of all ranges of terms, in their order.
        boosts: how much a hit in each field counts.
        columns: what filters need of all cables.
    """
    for name in _ON_THE_PAGE:
        yield SiteFile(f"{FOLDER}/{name}", _read(f"browser/{name}"))
    yield SiteFile(f"{FOLDER}/panel.js", b"\n".join(map(_read, _PANEL)))
    yield _engine()
    lengths = all_lengths([each.run for each in cables])
    bodies = pack("lengths", join_streams(low_and_high(lengths[:, BODY])))
    yield bodies.file
    yield from (each.file for each in columns.packed.values())
    contents = {
        "fields": FIELDS,
        "boosts": [boosts[name] for name in FIELDS],
        "cables": len(lengths),
        "totals": lengths.sum(axis=0).tolist(),
        "firsts": [each.firsts for each in terms],
        "shards": [each.crcs for each in terms],
        "lexicon": [each.lexicon for each in terms],
        "cablesInAFile": CABLES_IN_A_FILE,
        "documents": [crc for each in cables for crc in each.documents],
        "lengths": bodies.crc,
        "columns": {name: each.crc for name, each in columns.packed.items()},
        "columnBytes": sum(each.size for each in columns.packed.values()),
        "years": columns.years,
    }
    encoded = msgspec.json.encode(contents)
    # Nobody knows the CRC of this file, which the search begins with; so it stands in it.
    yield pack("index", b"%d\n%b" % (zlib.crc32(encoded), encoded)).file


def _engine() -> SiteFile:
    """Give the engine, as text in a call: what a worker runs must be at hand as text on a disk, too."""
    source = "\n".join(_read(name).decode() for name in _IN_THE_WORKER)
    return SiteFile(f"{FOLDER}/engine.js", f'cablepress.receive("engine",{json.dumps(source)});\n'.encode())


@cache
def _read(name: str) -> bytes:
    script = _package().joinpath(*name.split("/"))
    if not script.is_file():
        raise BuildError(
            f"{name} is missing from this installation",
            where=f"generator/search/{name}",
            remedy="Install Cablepress again; building its package brings lunr.js.",
        )
    return script.read_bytes()


def _package() -> Traversable:
    return files("generator.search")
