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
    """What was seen of a folder: it is as it was; its twin is the same; when something last came to it or went."""

    path: str
    is_same: bool
    has_twin: bool
    changed: int


class _Entry(NamedTuple):
    place: int  # 0 for folders
    size: int
    changed: int


def look_at(site: Path, twin: Path | None, folders: Sequence[Folder]) -> list[Look]:
    """Look at some folders of the published site, and at their twins where there is one."""
    return [_look(site, twin, folder) for folder in folders]


def _look(site: Path, twin: Path | None, folder: Folder) -> Look:
    try:
        changed = (site / folder.path).stat().st_mtime_ns
        ours = _entries(site / folder.path, folder.others)
    except OSError:
        return Look(folder.path, is_same=False, has_twin=False, changed=0)
    is_same = _state(ours) == folder.state
    return Look(folder.path, is_same, is_same and twin is not None and _are_linked(ours, twin / folder.path), changed)


def state_of(site: Path, path: str, others: Collection[str]) -> bytes:
    """Give the state of a folder of the published site.

    Raises:
        OSError: it cannot be read.
    """
    return _state(_entries(site / path, others))


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


def mirror(site: Path, twin: Path, folders: Sequence[Folder]) -> list[Folder]:
    """Make the twins of some folders the same as they are, and give their states.

    Raises:
        OSError: it cannot be done here: not every disk has second names.
    """
    return [_mirror(site, twin, folder) for folder in folders]


def _mirror(site: Path, twin: Path, folder: Folder) -> Folder:
    here, there = os.path.join(site, folder.path), os.path.join(twin, folder.path)  # noqa: PTH118 - for speed
    ours = _entries(Path(here), folder.others)
    Path(there).mkdir(parents=True, exist_ok=True)  # another worker may not have come to those above it
    known = _entries(Path(there), (MARK,))
    for name, entry in known.items():
        same = ours.get(name)
        if same is None or same.place != entry.place:
            path = Path(there, name)
            if entry.place:
                path.unlink()
            else:
                shutil.rmtree(path)
    for name, entry in ours.items():
        other = known.get(name)
        if entry.place and (other is None or other.place != entry.place):
            os.link(f"{here}/{name}", f"{there}/{name}")
    return Folder(folder.path, _state(ours), folder.others)


def _entries(folder: Path, left_out: Collection[str]) -> dict[str, _Entry]:
    found = {}
    with os.scandir(folder) as entries:
        for each in entries:
            if each.name in left_out:
                continue
            if each.is_dir(follow_symlinks=False):
                found[each.name] = _Entry(0, 0, 0)
            else:
                status = each.stat(follow_symlinks=False)
                found[each.name] = _Entry(status.st_ino, status.st_size, status.st_mtime_ns)
    return found


def _are_linked(ours: dict[str, _Entry], twin: Path) -> bool:
    """Tell whether a folder has second names of all our files of another one, and nothing else."""
    try:
        with os.scandir(twin) as entries:
            there = {each.name: 0 if each.is_dir(follow_symlinks=False) else each.inode() for each in entries}
    except OSError:
        return False
    there.pop(MARK, None)
    return there == {name: entry.place for name, entry in ours.items()}


def _state(entries: dict[str, _Entry]) -> bytes:
    lines = [f"{name}/{place}/{size}/{changed}\n" for name, (place, size, changed) in sorted(entries.items())]
    return hashlib.blake2b("".join(lines).encode("utf-8", "surrogateescape"), digest_size=16).digest()
