"""Clears an old printed folder away, file by file that we printed, and never loses another one."""

from __future__ import annotations

import filecmp
import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.errors import OutputError
from generator.output.checksums import FILE_NAME, Addresses, read_printed

Others = Mapping[str, tuple[str, ...]]
"""For each of our folders that holds any, the names of what somebody else put there."""


def retire(old: Path, site: Path) -> None:
    """Remove a folder that was published before. One that was removed in part may be given again.

    Args:
        old: it must hold our list of checksums, or nothing at all.
        site: the published folder. A file in ``old`` that we did not print moves there, unless it is there already.

    Raises:
        OutputError: ``old`` is not ours.
        OSError: something cannot be removed or moved.
    """
    printed = read_printed(old)
    if printed is None and not is_empty(old):
        raise in_the_way(old)
    printed = printed or Addresses()
    our_folders = printed.folders()
    for folder, names in _folders(old):
        inside = folder.relative_to(old)
        our_names = printed.names_in(_address(inside))
        for name in names:
            if folder == old and name == FILE_NAME:
                continue
            if name not in our_names:
                _keep(folder / name, site / inside / name)
            (folder / name).unlink(missing_ok=True)
        if folder == old:
            continue
        if _is_somebody_s_empty(folder, inside, our_folders):
            (site / inside).mkdir(parents=True, exist_ok=True)
        folder.rmdir()
    (old / FILE_NAME).unlink(missing_ok=True)  # the last of all: until then the folder is known as ours
    old.rmdir()


def find_others(site: Path, printed: Addresses) -> dict[str, tuple[str, ...]]:
    """Find what somebody else put into a printed folder; see `Others`.

    Args:
        site: the folder.
        printed: what builds printed into it.

    Raises:
        OSError: it cannot be read.
    """
    our_folders = printed.folders()
    found: dict[str, tuple[str, ...]] = {}
    todo = [""]
    while todo:  # a list that somebody else wrote may name folders outside: only those that are met here count
        folder = todo.pop()
        others, inside = tell_apart(site, folder, printed.names_in(folder), our_folders)
        todo += inside
        if others:
            found[folder] = others
    return found


def tell_apart(
    site: Path, folder: str, our_names: set[str], our_folders: set[str]
) -> tuple[tuple[str, ...], list[str]]:
    """Tell what somebody else put into one of our folders from what is ours.

    Returns:
        The names of what is not ours, and the folders in it that are.

    Raises:
        OSError: it cannot be read.
    """
    start = f"{folder}/" if folder else ""
    others: list[str] = []
    inside: list[str] = []
    with os.scandir(site / folder) as entries:
        for each in entries:
            if each.is_dir(follow_symlinks=False) and start + each.name in our_folders:
                inside.append(start + each.name)
            elif each.is_dir(follow_symlinks=False) or each.name not in our_names:
                others.append(each.name)
    return tuple(sorted(others)), sorted(inside)


def carry(old: Path, new: Path, others: Others) -> None:
    """Give everything that is somebody else's in the published folder a second name in the new one.

    Raises:
        OutputError: such a file has the address of one that this build prints.
        OSError: a file cannot be linked or copied.
    """
    for path, inside in _each_of(old, others):
        _carry(path, new / inside)


def keep(old: Path, site: Path, others: Others) -> None:
    """Take somebody else's files out of a folder that was published before; each has its place in the published one.

    Raises:
        OSError: something cannot be removed or moved.
    """
    for path, inside in list(_each_of(old, others)):
        if path.is_dir() and not path.is_symlink():
            (site / inside).mkdir(parents=True, exist_ok=True)
            path.rmdir()
        else:
            _keep(path, site / inside)
            path.unlink()


def _each_of(top: Path, others: Others) -> Iterator[tuple[Path, Path]]:
    """Yield somebody else's files and folders, each folder behind what is in it; with each its path below ``top``."""
    for folder, names in others.items():
        for name in names:
            path = top / folder / name
            if path.is_dir() and not path.is_symlink():
                for parent, inside in _folders(path):
                    yield from ((parent / each, (parent / each).relative_to(top)) for each in inside)
                    yield parent, parent.relative_to(top)
            elif os.path.lexists(path):
                yield path, path.relative_to(top)


def remove_tree(folder: Path, mark: str) -> None:
    """Remove a folder that only ever held what we printed, and second names of files that live elsewhere.

    Args:
        folder: what to remove.
        mark: the file in it that says so. It goes last: a folder that is removed in part is still known as ours.
    """
    for parent, names in _folders(folder):
        for name in names:
            if parent != folder or name != mark:
                (parent / name).unlink()
        if parent != folder:
            parent.rmdir()
    (folder / mark).unlink()
    folder.rmdir()


def is_empty(folder: Path) -> bool:
    """Tell whether this is a folder with nothing in it."""
    return folder.is_dir() and not any(folder.iterdir())


def in_the_way(path: Path) -> OutputError:
    """Say that somebody else's file or folder has a name that a build needs."""
    return OutputError(
        "this is in the way, and Cablepress did not print it",
        where=path.as_posix(),
        remedy="Move it elsewhere; a build needs the name while it replaces the site.",
    )


def _folders(top: Path) -> Iterator[tuple[Path, list[str]]]:
    """Yield every folder from the deepest to ``top``, each with the names of its files and links."""
    for parent, folders, names in os.walk(top, topdown=False, onerror=_raise):
        links = [name for name in folders if Path(parent, name).is_symlink()]
        yield Path(parent), [*names, *links]


def _raise(error: OSError) -> None:
    raise error


def _address(inside: Path) -> str:
    """Give a folder's address, which is empty for the uppermost one."""
    return "" if inside == Path() else inside.as_posix()


def _is_somebody_s_empty(folder: Path, inside: Path, our_folders: set[str]) -> bool:
    """Tell an empty folder that somebody made from one whose pages are gone."""
    return inside != Path() and inside.as_posix() not in our_folders and is_empty(folder)


def _carry(path: Path, place: Path) -> None:
    is_folder = path.is_dir() and not path.is_symlink()
    try:
        if is_folder:
            place.mkdir(parents=True, exist_ok=True)
        elif os.path.lexists(place):
            raise FileExistsError  # noqa: TRY301 - the same as where a folder above it has a file's name
        else:
            _link(path, place)
    except (FileExistsError, NotADirectoryError) as error:
        raise OutputError(
            "Cablepress did not print this, and a page of the site would take its place",
            where=path.as_posix(),
            remedy="Move it elsewhere or rename it.",
        ) from error


def _keep(path: Path, place: Path) -> None:
    """Make sure that a file has its place in the published folder before its old name goes."""
    while os.path.lexists(place):
        if _is_same(path, place):
            return
        place = place.with_name(f"{place.name}.kept")
    _link(path, place)


def _is_same(path: Path, place: Path) -> bool:
    if path.is_symlink() or place.is_symlink():
        return path.is_symlink() and place.is_symlink() and path.readlink() == place.readlink()
    return place.is_file() and (path.samefile(place) or filecmp.cmp(path, place, shallow=False))


def _link(path: Path, place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    if path.is_symlink():
        place.symlink_to(path.readlink())
        return
    try:
        place.hardlink_to(path)
    except OSError:
        if not path.is_file():
            raise
        shutil.copy2(path, place)  # a file system without second names, such as a USB stick's
