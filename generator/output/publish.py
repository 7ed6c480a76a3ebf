"""Puts a new printed folder in the place of the old one.

Where the system can exchange two names in one step (Linux, macOS), readers see the old site or the new one and
nothing in between. Elsewhere two renames follow each other; ``docs/decisions/swap.md`` says what can be seen then.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import chain
from pathlib import Path

from generator.errors import OutputError
from generator.output.checksums import FILE_NAME, NOTHING_PRINTED, Addresses, is_ours, read_printed
from generator.output.retire import Others, carry, find_others, in_the_way, keep, retire
from generator.output.sealing import seal
from generator.output.staging import Staging, cannot_write
from generator.output.standing import Standing
from generator.output.twin import Folder, mirror, tell_states
from generator.output.updating import Changes

_HOSTS_FILES = {"CNAME"}
"""With hidden ones such as .git, these may stand in an output folder before the first build."""
_AT_CURRENT_FOLDER = -100  # AT_FDCWD
_EXCHANGE_LINUX = 2  # RENAME_EXCHANGE of renameat2(2)
_EXCHANGE_MACOS = 2  # RENAME_SWAP of renamex_np(2)


def check_target(target: Path, site: Sequence[Path], sources: Sequence[Path]) -> None:
    """Make sure that a folder is ours to replace, before any work is done.

    Args:
        target: the output folder, absolute and without links; it need not exist.
        site: files and folders that the site is made from, none of which may be inside the target.
        sources: those of them that are searched for sources: the target must not be inside one.

    Raises:
        OutputError: it is a file or a whole disk, is mixed up with what the site is made from, or holds files that
            Cablepress did not print.
    """
    if target == target.parent:
        raise OutputError(
            "the output folder is a whole disk, which cannot be replaced",
            where=target.as_posix(),
            remedy="Print into a folder of its own, such as 'public': 'paths: output' in site.yaml, or --output.",
        )
    _check_apart(target, site, sources)
    try:
        if not target.exists():
            return
        if not target.is_dir():
            raise OutputError(
                "this is a file, not a folder", where=target.as_posix(), remedy="Choose another --output."
            )
        if not is_ours(target):
            others = sorted(
                p.name for p in target.iterdir() if not p.name.startswith(".") and p.name not in _HOSTS_FILES
            )
            if others:
                raise OutputError(
                    f"the output folder holds files that Cablepress did not print, such as {others[0]!r}",
                    where=target.as_posix(),
                    remedy="Choose another --output, or move the files elsewhere.",
                )
    except OSError as error:
        raise cannot_write(target, error) from error


def publish(staging: Staging) -> Others:
    """Put a finished staging folder in the place of its target, and clear the earlier site away.

    Returns:
        What somebody else put into the site.

    Raises:
        OutputError: it cannot be done; the earlier site stands as it was.
    """
    target = staging.target
    with _undone(staging):
        others = _carry_all(staging)
        old = _swap(staging)
    if old is not None:
        with suppress(OSError):  # the new site stands; what is left of the old one goes with the next build
            retire(old, target)
    return others


def publish_changes(staging: Staging, standing: Standing, changes: Changes) -> list[Folder]:
    """Put a twin into which changes were printed in the place of its target, which becomes the twin.

    Args:
        staging: the twin.
        standing: the published folder, as it was looked at.
        changes: what differs between the two.

    Returns:
        The folders of the published site in which something has changed, with their states as they are now.

    Raises:
        OutputError: it cannot be done; the earlier site stands as it was.
    """
    target, twin = staging.target, staging.folder
    with _undone(staging):
        carry(target, twin, standing.others)
        old = _swap(staging)
    touched = _touched(target, standing, changes)
    with suppress(OSError):  # the new site stands; what is wrong with its twin, the next build will see
        if old is not None:
            _make_twin_of(staging, old, standing, changes, touched)
    return tell_states(target, touched)


def _make_twin_of(staging: Staging, old: Path, standing: Standing, changes: Changes, touched: Sequence[Folder]) -> None:
    """Make the folder that was published before a twin of the one that is now."""
    target, twin = staging.target, staging.folder
    if old != twin:
        old.rename(twin)
    if not standing.is_as_it_was(twin):  # somebody has put something there meanwhile
        retire(twin, target)
        return
    keep(twin, target, standing.others)
    staging.mark()
    mirror(target, twin, touched)
    gone = standing.gone_from(target) if changes.gone else []
    seal(target, twin, (standing.folders.keys() | {folder.path for folder in touched}).difference(gone))


def _touched(site: Path, standing: Standing, changes: Changes) -> list[Folder]:
    """Give the folders of the published site in which something has changed, their states not told yet."""
    paths = {""}
    for address in chain(changes.gone, (each.address for each in changes.changed)):
        folder = address.rpartition("/")[0]
        while folder not in paths:
            paths.add(folder)
            folder = folder.rpartition("/")[0]
    there = (path for path in sorted(paths) if (site / path).is_dir())
    return [Folder(path, b"", standing.others.get(path, ())) for path in there]


@contextmanager
def _undone(staging: Staging) -> Iterator[None]:
    """Explain what went wrong, and have the staging folder be one that nobody needs."""
    try:
        yield
    except OSError as error:
        _take_back(staging)
        raise cannot_write(staging.target, error) from error
    except OutputError:
        _take_back(staging)
        raise


def _check_apart(target: Path, site: Sequence[Path], sources: Sequence[Path]) -> None:
    for place in site:
        if target == place or target in place.parents:
            raise OutputError(
                f"the site is made from {place.as_posix()}, which is inside the output folder",
                where=target.as_posix(),
                remedy="Print into a folder of its own, such as 'public'.",
            )
    for place in sources:
        if place in target.parents:
            raise OutputError(
                f"the output folder is inside {place.as_posix()}: what is printed would be read as a source",
                where=target.as_posix(),
                remedy="Move the sources into a folder of their own and name it under 'paths' in site.yaml.",
            )


def _carry_all(staging: Staging) -> Others:
    """Carry over what somebody else put into the published folder."""
    target = staging.target
    if not target.exists():
        return {}
    printed = read_printed(target)
    if printed is None:
        # Before the first build there may be a .git and the like. From now on the folder counts as ours, so that
        # it can be cleared away, whenever that will be.
        (target / FILE_NAME).write_text(NOTHING_PRINTED, encoding="utf-8")
        printed = Addresses([FILE_NAME])
    others = find_others(target, printed)
    carry(target, staging.folder, others)
    return others


def _swap(staging: Staging) -> Path | None:
    """Give the new folder its place; returns where the old one is then, if there was one."""
    new, target = staging.folder, staging.target
    staging.unmark()
    if not target.exists():
        new.rename(target)
        return None
    if _exchange_at_once(new, target):
        return new
    if os.path.lexists(staging.aside):
        raise in_the_way(staging.aside)
    target.rename(staging.aside)
    try:
        new.rename(target)
    except OSError:
        staging.aside.rename(target)
        raise
    return staging.aside


def _take_back(staging: Staging) -> None:
    with suppress(OSError):
        staging.mark()


def _exchange_at_once(new: Path, target: Path) -> bool:
    names = os.fsencode(new), os.fsencode(target)
    try:
        library = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "linux":
            failed = library.renameat2(_AT_CURRENT_FOLDER, names[0], _AT_CURRENT_FOLDER, names[1], _EXCHANGE_LINUX)
        elif sys.platform == "darwin":
            failed = library.renamex_np(*names, _EXCHANGE_MACOS)
        else:
            return False
    except (AttributeError, OSError, TypeError):  # no such function, no C library to ask
        return False
    return not failed
