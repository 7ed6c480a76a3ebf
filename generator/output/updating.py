"""A list of checksums brought up to date: what stays, which is nearly all of it, is taken over many lines at a time."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from heapq import merge
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import NamedTuple, Self

from generator import addresses
from generator.addresses import Part
from generator.output.checksums import BEFORE_ADDRESS, FILE_NAME, NOTHING_PRINTED, RepeatedAddressError, line_of
from generator.output.printed import Printed

_COPIED = 1 << 20
"""Bytes that are copied at a time."""


@dataclass(frozen=True, slots=True)
class Staying:
    """What stays of that which was printed before, and is not printed now.

    Attributes:
        parts: those of the site of which everything stays,
        gone: but for these addresses.
    """

    parts: frozenset[Part]
    gone: frozenset[str] = frozenset()

    def folders(self) -> frozenset[bytes]:
        """Give the folders, each with its slash, that are of one of the parts, with all that is in them."""
        return frozenset(f"{each}/".encode() for each in addresses.FOLDERS if self._has_part(f"{each}/"))

    def keeps(self, line: bytes) -> bool:
        """Tell by its line whether a file stays, if it is not gone."""
        return self._has_part(_address(line))

    def _has_part(self, address: str) -> bool:
        return addresses.part_of(address) in self.parts


@dataclass(slots=True)
class Changes:
    """What differs between a folder and its list of checksums as it was before.

    Attributes:
        changed: the files that are new or have other bytes.
        gone: the addresses of files that are no more.
        files: how many files there are now.
    """

    changed: list[Printed] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    files: int = 0


def update_checksums(folder: Path, printed: Iterable[Printed], staying: Staying) -> Changes:
    """Bring a folder's list up to date with what was printed into it.

    Args:
        folder: what was printed into; its list is of what stood in it before.
        printed: in the order of addresses; some may be as they were.
        staying: what stays of the rest.

    Raises:
        RepeatedAddressError: two files have one address.
        OSError: it cannot be read or written.
    """
    changes = Changes()
    path, new = folder / FILE_NAME, folder / f"{FILE_NAME}.new"
    with _OldList(path) as old, new.open("wb") as after:
        after.write(NOTHING_PRINTED.encode())
        for piece in _merge(old, printed, staying):
            if piece.printed:
                line = line_of(piece.printed).encode()
                if line != old.data[piece.begin : piece.stop]:
                    changes.changed.append(piece.printed)
                after.write(line)
                changes.files += 1
            elif piece.stays:
                for at in range(piece.begin, piece.stop, _COPIED):
                    some = old.data[at : min(at + _COPIED, piece.stop)]
                    after.write(some)
                    changes.files += some.count(b"\n")
            else:
                changes.gone.append(_address(old.data[piece.begin : piece.stop]))
    os.replace(new, path)  # noqa: PTH105 - not written into: the file has a second name in the published folder
    return changes


def addresses_after(folder: Path, printed: Iterable[Printed], staying: Staying) -> Iterator[str]:
    """Give the addresses that `update_checksums` will leave in a folder's list, in their order; arguments as there."""
    with _OldList(folder / FILE_NAME) as old:
        for piece in _merge(old, printed, staying):
            if piece.printed:
                yield piece.printed.address
            elif piece.stays:
                yield from map(_address, old.lines(piece.begin, piece.stop))


class _OldList:
    """A list as it was, none of which is in this process' memory before it is asked for. Its lines are in order.

    Attributes:
        data: its bytes.
        begin: where its first line begins.
    """

    def __init__(self, path: Path) -> None:
        self._open = ExitStack()
        file = self._open.enter_context(path.open("rb"))
        is_empty = not os.fstat(file.fileno()).st_size  # of which no system gives a map
        self.data = b"" if is_empty else self._open.enter_context(mmap(file.fileno(), 0, access=ACCESS_READ))
        self.begin = 0
        while self.data[self.begin : self.begin + 1] == b"#":
            self.begin = self.end(self.begin)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def end(self, begin: int) -> int:
        """Give where the line ends that begins somewhere."""
        return self.data.find(b"\n", begin) + 1 or len(self.data)

    def lines(self, begin: int, stop: int) -> Iterator[bytes]:
        """Give the lines between two places."""
        while begin < stop:
            end = self.end(begin)
            yield self.data[begin:end]
            begin = end

    def find(self, address: bytes, begin: int) -> int:
        """Give where the first line begins, from a line on, whose address is not before one."""
        stop = len(self.data)
        while begin < stop:
            middle = self.data.rfind(b"\n", begin, (begin + stop) // 2) + 1 or begin
            end = self.end(middle)
            if self.data[middle + BEFORE_ADDRESS : end].rstrip(b"\n") < address:
                begin = end
            else:
                stop = middle
        return begin


class _Piece(NamedTuple):
    """A piece of a list: where it stands in the old one; what was printed of it; else, whether all of it stays.

    What was printed, and what does not stay, has one line at most.
    """

    begin: int
    stop: int
    printed: Printed | None
    stays: bool


def _merge(old: _OldList, printed: Iterable[Printed], staying: Staying) -> Iterator[_Piece]:
    """Yield all of a list, and all that was printed, in their order."""
    whole = staying.folders()
    at, last = old.begin, ""
    gone = ((address, None) for address in sorted(staying.gone))
    for address, each in merge(((each.address, each) for each in printed), gone, key=lambda some: some[0]):
        if each and address == last:
            raise RepeatedAddressError(address)
        name = address.encode()
        here = old.find(name, at)
        yield from _split(old, at, here, whole, staying)
        end = old.end(here)
        at = end if old.data[here + BEFORE_ADDRESS : end] == name + b"\n" else here
        if each or here < at:
            yield _Piece(here, at, each, stays=False)
        last = address if each else last
    yield from _split(old, at, len(old.data), whole, staying)


def _split(old: _OldList, at: int, stop: int, whole: frozenset[bytes], staying: Staying) -> Iterator[_Piece]:
    """Split what lies between two lines, and was not printed, into what stays and what does not."""
    while at < stop:
        end = old.end(at)
        folder, slash, _ = old.data[at + BEFORE_ADDRESS : end].partition(b"/")
        if slash and folder + slash in whole:
            end = min(old.find(folder + b"0", at), stop)  # the character behind the slash
            yield _Piece(at, end, None, stays=True)
        else:
            yield _Piece(at, end, None, stays=staying.keeps(old.data[at:end]))
        at = end


def _address(line: bytes) -> str:
    return line[BEFORE_ADDRESS:].rstrip(b"\n").decode()
