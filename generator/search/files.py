"""The files of the search that there is one of each: the scripts, and the contents of the index."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

import msgspec
import numpy as np
import numpy.typing as npt

from generator.errors import BuildError
from generator.search.building import IndexedCables, IndexedTerms, all_lengths
from generator.search.documents import CABLES_IN_A_FILE
from generator.search.fields import BODY, FIELDS
from generator.search.packing import FOLDER, join_streams, numbers_to_bytes, pack
from generator.sitefile import SiteFile

_IN_THE_WORKER = ("lunr.js", "browser/terms.js", "browser/bytes.js", "browser/shards.js", "browser/words.js",
                  "browser/ranking.js", "browser/engine.js", "browser/worker.js")  # fmt: skip
_FOR_MARKS = ("lunr.js", "browser/terms.js", "browser/marking.js", "browser/blocks.js", "browser/passage.js",
              "browser/sought.js", "browser/marks.js")  # fmt: skip
_ON_PAGES = ("client.js", "reading.js", "page.js", "cable.js")


def search_files(
    cables: Sequence[IndexedCables], terms: Sequence[IndexedTerms], boosts: Mapping[str, int]
) -> Iterator[SiteFile]:
    """Give all files of the search but those that were made on the way.

    Args:
        cables: what became of all ranges of cables, in their order.
        terms: what became of all ranges of terms, in their order.
        boosts: how much a hit in each field counts.
    """
    for name in _ON_PAGES:
        yield SiteFile(f"{FOLDER}/{name}", _read(f"browser/{name}"))
    yield SiteFile(f"{FOLDER}/marking.js", _joined(_FOR_MARKS))
    yield _engine()
    lengths = all_lengths([each.run for each in cables])
    bodies = pack("lengths", _encode_lengths(lengths[:, BODY]))
    yield bodies.file
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
    }
    encoded = msgspec.json.encode(contents)
    # Nobody knows the CRC of this file, which the search begins with; so it stands in it.
    yield pack("index", b"%d\n%b" % (zlib.crc32(encoded), encoded)).file


def _encode_lengths(lengths: npt.NDArray[np.uint32]) -> bytes:
    """Write lengths of bodies: the last eight bits of each, as good as chance, apart from what can be deflated."""
    return join_streams([lengths.astype(np.uint8).tobytes(), numbers_to_bytes(lengths >> np.uint32(8))])


def _engine() -> SiteFile:
    """Give the engine, as text in a call: what a worker runs must be at hand as text on a disk, too."""
    source = json.dumps(_joined(_IN_THE_WORKER).decode())
    return SiteFile(f"{FOLDER}/engine.js", f'cablepress.receive("engine",{source});\n'.encode())


def _joined(names: Sequence[str]) -> bytes:
    return b"\n".join(map(_read, names))


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
