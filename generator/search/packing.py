"""How data travels to the browser: numbers as bytes, bytes deflated, in a script that a page on a disk can load too.

A script calls ``cablepress.receive(name, text)``; the text is Base64 of deflated bytes, so it is small on any host,
also on one that does not compress. Behind it stand the bytes' CRC-32 and, where several scripts belong together, the
seal of these. Who asks for a script knows one of the two, and so tells what is damaged, cut off or not of this build.
"""

from __future__ import annotations

import zlib
from base64 import b64encode
from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from generator.addresses import SEARCH_FOLDER
from generator.record import Record
from generator.sitefile import SiteFile

MOST = 500_000
"""Bytes that a script may have as a host sends it."""
_LEVEL = 6
BITS, MORE = 7, 0x80
"""Of each byte of a number that it takes; and what says that there are more."""


class Packed(Record, frozen=True):
    """Data that is ready to travel.

    Attributes:
        name: the path of its script below the folder of the search, without ``.js``.
        text: the deflated bytes in Base64.
        crc: the CRC-32 of the bytes before they were deflated.
        size: how many bytes they are when deflated, about what a host sends.
    """

    name: str
    text: str
    crc: int
    size: int

    def file(self, seal: int | None = None) -> SiteFile:
        """Make the script.

        Args:
            seal: of those that it belongs to, where that and not its own CRC is what who asks for the script knows.
        """
        words = f"{self.text}:{self.crc:x}" + ("" if seal is None else f":{seal:x}")
        return SiteFile(address_of(self.name), f'cablepress.receive("{self.name}","{words}");\n'.encode())


def pack(name: str, data: bytes, strategy: int = zlib.Z_DEFAULT_STRATEGY) -> Packed:
    """Pack the data of a script.

    Args:
        name: the path of the script below the folder of the search, without ``.js``.
        data: what it holds.
        strategy: zlib's; data in which nothing longer repeats itself is deflated ten times faster by `zlib.Z_RLE`.
    """
    deflating = zlib.compressobj(_LEVEL, wbits=-15, strategy=strategy)
    deflated = deflating.compress(data) + deflating.flush()
    return Packed(name, b64encode(deflated).decode(), zlib.crc32(data), len(deflated))


class PackedParts(Record, frozen=True):
    """Data that may be too long for one script: it is put together again in the browser.

    Attributes:
        parts: at least one.
    """

    parts: tuple[Packed, ...]

    def files(self) -> list[SiteFile]:
        """Make the scripts, with their common seal."""
        sealed = seal(self.parts)
        return [part.file(sealed) for part in self.parts]

    def files_apart(self) -> list[SiteFile]:
        """Make the scripts, where who asks for them knows the CRC of each."""
        return [part.file() for part in self.parts]

    @property
    def crcs(self) -> list[int]:
        """Those of all parts."""
        return [part.crc for part in self.parts]

    @property
    def known(self) -> tuple[int, int]:
        """What who asks for the data must know: the seal of its parts, and how many they are."""
        return seal(self.parts), len(self.parts)


def pack_parts(name: str, data: bytes) -> PackedParts:
    """Pack data in as many parts as it takes for none to have more than `MOST` bytes; the first has the plain name."""
    count = 1
    while True:
        size = -(-len(data) // count)
        names = part_names(name, count)
        parts = tuple([pack(each, data[part * size : (part + 1) * size]) for part, each in enumerate(names)])
        largest = max(part.size for part in parts)
        if largest <= MOST:
            return PackedParts(parts)
        count = max(count + 1, -(-count * largest // MOST))


def address_of(name: str) -> str:
    """Give the address of a script by its name."""
    return f"{SEARCH_FOLDER}/{name}.js"


def part_names(name: str, count: int) -> list[str]:
    """Give the names of so many parts."""
    return [f"{name}-{part}" if part else name for part in range(count)]


def seal(packed: Iterable[Packed]) -> int:
    """Give one number for several scripts that belong together: it changes if any of them does.

    The first search loads all numbers that later ones must know, so they are few.
    """
    return zlib.crc32(b"".join(each.crc.to_bytes(4, "big") for each in packed))


def join_streams(streams: Sequence[bytes]) -> bytes:
    """Put streams of bytes one behind the other, with their lengths in front."""
    return numbers_to_bytes(np.array([len(stream) for stream in streams], dtype=np.uint32)) + b"".join(streams)


def low_and_high(numbers: npt.NDArray[np.uint32]) -> tuple[bytes, bytes]:
    """Write numbers as two streams: the last eight bits of each, as good as chance, apart from what can be deflated."""
    return numbers.astype(np.uint8).tobytes(), numbers_to_bytes(numbers >> np.uint32(8))


def numbers_to_bytes(numbers: npt.NDArray[np.uint32]) -> bytes:
    """Write numbers in as few bytes as each needs: seven bits in each, the lowest first, the eighth if more follow."""
    if not len(numbers) or int(numbers.max()) < MORE:
        return numbers.astype(np.uint8).tobytes()
    sizes = np.ones(len(numbers), dtype=np.int64)
    for bits in range(BITS, 32, BITS):
        sizes += numbers >= 1 << bits
    ends = np.cumsum(sizes)
    written = np.empty(int(ends[-1]), dtype=np.uint8)
    begins = ends - sizes
    for place in range(int(sizes.max())):
        here = np.flatnonzero(sizes > place)
        digits = (numbers[here] >> (BITS * place)) & (MORE - 1)
        written[begins[here] + place] = digits | np.where(sizes[here] > place + 1, MORE, 0)
    return written.tobytes()
