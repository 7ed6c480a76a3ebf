"""How data travels to the browser: numbers as bytes, bytes deflated, in a script that a page on a disk can load too.

A script calls ``cablepress.receive(name, text)``; the text is Base64 of deflated bytes, so it is small on any host,
also on one that does not compress. The bytes' CRC-32 stands in the file that asks for them: what is damaged, cut off or
not of this build is known for it.
"""

from __future__ import annotations

import zlib
from base64 import b64encode
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from generator.addresses import SEARCH_FOLDER
from generator.record import Record
from generator.sitefile import SiteFile

_LEVEL = 6
_BITS, _MORE = 7, 0x80


class Packed(Record, frozen=True):
    """A file of data, and what tells whether it arrived whole.

    Attributes:
        file: the script.
        crc: the CRC-32 of the bytes before they were deflated.
        size: how many bytes they are when deflated, about what a host sends.
    """

    file: SiteFile
    crc: int
    size: int


def pack(name: str, data: bytes, strategy: int = zlib.Z_DEFAULT_STRATEGY) -> Packed:
    """Make the script of a name, which is its path below the folder of the search without ``.js``.

    Args:
        name: as above.
        data: what it holds.
        strategy: zlib's; data in which nothing longer repeats itself is deflated ten times faster by `zlib.Z_RLE`.
    """
    deflating = zlib.compressobj(_LEVEL, wbits=-15, strategy=strategy)
    deflated = deflating.compress(data) + deflating.flush()
    script = f'cablepress.receive("{name}","{b64encode(deflated).decode()}");\n'
    return Packed(SiteFile(f"{SEARCH_FOLDER}/{name}.js", script.encode()), zlib.crc32(data), len(deflated))


def join_streams(streams: Sequence[bytes]) -> bytes:
    """Put streams of bytes one behind the other, with their lengths in front."""
    return numbers_to_bytes(np.array([len(stream) for stream in streams], dtype=np.uint32)) + b"".join(streams)


def low_and_high(numbers: npt.NDArray[np.uint32]) -> tuple[bytes, bytes]:
    """Write numbers as two streams: the last eight bits of each, as good as chance, apart from what can be deflated."""
    return numbers.astype(np.uint8).tobytes(), numbers_to_bytes(numbers >> np.uint32(8))


def numbers_to_bytes(numbers: npt.NDArray[np.uint32]) -> bytes:
    """Write numbers in as few bytes as each needs: seven bits in each, the lowest first, the eighth if more follow."""
    if not len(numbers) or int(numbers.max()) < _MORE:
        return numbers.astype(np.uint8).tobytes()
    sizes = np.ones(len(numbers), dtype=np.int64)
    for bits in range(_BITS, 32, _BITS):
        sizes += numbers >= 1 << bits
    ends = np.cumsum(sizes)
    written = np.empty(int(ends[-1]), dtype=np.uint8)
    begins = ends - sizes
    for place in range(int(sizes.max())):
        here = np.flatnonzero(sizes > place)
        digits = (numbers[here] >> (_BITS * place)) & (_MORE - 1)
        written[begins[here] + place] = digits | np.where(sizes[here] > place + 1, _MORE, 0)
    return written.tobytes()
