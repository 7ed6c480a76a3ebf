"""The other way round: what `packing` made, read again; for those parts of a printed index that an edit changes."""

from __future__ import annotations

import binascii
import zlib
from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

from generator.search.packing import BITS, MORE, address_of, part_names
from generator.sitefile import SiteFile


class UnreadableIndexError(Exception):
    """A printed index is not what was printed, or not of one build."""


class PrintedIndex:
    """A printed index, open for reading.

    Args:
        read: gives the bytes of a printed file, by its address; raises OSError where there is none.
    """

    def __init__(self, read: Callable[[str], bytes]) -> None:
        self._read = read

    def has(self, file: SiteFile) -> bool:
        """Tell whether a file was printed just so."""
        try:
            return self._read(file.address) == file.content
        except OSError:
            return False

    def data(self, name: str, crc: int | None = None) -> bytes:
        """Give what a script holds.

        Args:
            name: the path of the script below the folder of the search, without ``.js``.
            crc: that of the bytes, if it is known.

        Raises:
            UnreadableIndexError: it is missing, or has another content.
        """
        try:
            text = self._read(address_of(name)).split(b'"')[3]
            words = text.split(b":")
            data = zlib.decompress(binascii.a2b_base64(words[0]), wbits=-zlib.MAX_WBITS)
            known = int(words[1], 16) if crc is None else crc
        except (IndexError, OSError, ValueError, zlib.error) as error:
            raise UnreadableIndexError(name) from error
        if zlib.crc32(data) != known:
            raise UnreadableIndexError(name)
        return data

    def whole(self, name: str, crcs: Sequence[int | None]) -> bytes:
        """Give what the scripts of `pack_parts` hold together; by the CRC of each, if it is known."""
        return b"".join(self.data(each, crc) for each, crc in zip(part_names(name, len(crcs)), crcs, strict=True))


def split_streams(data: bytes, count: int) -> list[bytes]:
    """Give the streams that `join_streams` put one behind the other."""
    ends = ends_of_numbers(np.frombuffer(data[: 5 * count], dtype=np.uint8))
    at = int(ends[count - 1])
    streams = []
    for length in bytes_to_numbers(data[:at]).tolist():
        streams.append(data[at : at + length])
        at += length
    return streams


def ends_of_numbers(written: npt.NDArray[np.uint8]) -> npt.NDArray[np.int64]:
    """Give where each number ends that `numbers_to_bytes` wrote."""
    return np.flatnonzero(written < MORE) + 1


def bytes_to_numbers(data: bytes) -> npt.NDArray[np.uint32]:
    """Read what `numbers_to_bytes` wrote."""
    written = np.frombuffer(data, dtype=np.uint8)
    ends = ends_of_numbers(written)
    if len(ends) == len(written):
        return written.astype(np.uint32)
    begins = np.concatenate(([0], ends[:-1]))
    numbers = (written[begins] & (MORE - 1)).astype(np.uint32)
    here = np.arange(len(ends))
    for place in range(1, int((ends - begins).max())):
        here = here.compress(begins[here] + place < ends[here])
        numbers[here] |= (written[begins[here] + place] & (MORE - 1)).astype(np.uint32) << np.uint32(BITS * place)
    return numbers
