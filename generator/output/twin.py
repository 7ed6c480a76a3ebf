"""The twin: a folder beside the published one, with second names (hard links) of the same files.

A build that changes little prints into the twin only what is not the same, and then the two exchange their names. So
nothing is copied, readers see the old site or the new one, and what it costs hangs on what changed. Whether the two are
as they were is told by names, places, sizes and times: no file is read.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.folders import scan
from generator.output.staging import MARK


class Folder(NamedTuple):
    """A folder of the published site.

    Attributes:
        path: in the site; empty for the uppermost one.
        state: a digest of the names, places, sizes and times of our files, and of the names of our folders.
        others: the names of what somebody else put there.
    """

    path: str
    state: bytes
    others: tuple[str, ...]


class Look(NamedTuple):
    """What was seen of a folder of the published site: it is as it was; when something last came to it or went."""

    path: str
    is_same: bool
    changed: int


def look_at(site: Path, folders: Sequence[Folder]) -> list[Look]:
    """Look at some folders of the published site."""
    return [_look(site, folder) for folder in folders]


def _look(site: Path, folder: Folder) -> Look:
    try:
        changed = (site / folder.path).stat().st_mtime_ns
        return Look(folder.path, state_of(site, folder.path, folder.others) == folder.state, changed)
    except OSError:
        return Look(folder.path, is_same=False, changed=0)


def state_of(site: Path, path: str, others: Collection[str]) -> bytes:
    """Give the state of a folder of the published site.

    Raises:
        OSError: it cannot be read.
    """
    lines = []
    with scan(site / path) as entries:
        for each in entries:
            if each.name in others:
                continue
            if each.is_dir(follow_symlinks=False):
                lines.append(f"{each.name}/\n")
            else:
                status = each.stat(follow_symlinks=False)
                lines.append(f"{each.name}/{status.st_ino}/{status.st_size}/{status.st_mtime_ns}\n")
    lines.sort()
    return hashlib.blake2b("".join(lines).encode("utf-8", "surrogateescape"), digest_size=16).digest()


def find_folders(site: Path, others: Mapping[str, tuple[str, ...]]) -> Iterator[Folder]:
    """Yield all folders of the published site that are ours, those above first, their states not told yet."""
    todo = [""]
    while todo:
        path = todo.pop()
        left_out = others.get(path, ())
        with os.scandir(site / path) as entries:
            folders = [each.name for each in entries if each.is_dir(follow_symlinks=False)]
        yield Folder(path, b"", left_out)
        # An address of ours is printable.
        inside = [name for name in folders if name not in left_out and name.isprintable()]
        todo += [f"{path}/{name}" if path else name for name in inside]


def tell_states(site: Path, folders: Sequence[Folder]) -> list[Folder]:
    """Give some folders of the published site with their states as they are now.

    Raises:
        OSError: one cannot be read.
    """
    return [folder._replace(state=state_of(site, folder.path, folder.others)) for folder in folders]


def mirror(site: Path, twin: Path, folders: Sequence[Folder]) -> None:
    """Make the twins of some folders the same as they are, as far as they are not.

    Raises:
        OSError: it cannot be done here: not every disk has second names.
    """
    for folder in folders:
        _mirror(site, twin, folder)


def _mirror(site: Path, twin: Path, folder: Folder) -> None:
    here, there = site / folder.path, twin / folder.path
    there.mkdir(parents=True, exist_ok=True)  # another worker may not have come to those above it
    ours, known = _places(here, folder.others), _places(there, (MARK,))
    for name, place in known.items():
        if ours.get(name) != place:
            if place:
                (there / name).unlink()
            else:
                shutil.rmtree(there / name)
    for name, place in ours.items():
        if place and known.get(name) != place:
            os.link(f"{here}/{name}", f"{there}/{name}")


def _places(folder: Path, left_out: Collection[str]) -> dict[str, int]:
    """Give where each file of a folder lies on the disk; 0 for folders."""
    with os.scandir(folder) as entries:
        return {
            each.name: 0 if each.is_dir(follow_symlinks=False) else each.inode()
            for each in entries
            if each.name not in left_out
        }
