"""Watches what a site is made from: its settings, its cables, its pages and notes, its theme, its logo and fonts.

The system watches the whole of the site's folder, so that a folder is noticed that comes only later, and folders
outside of it that the settings name. What is no part of the site, and what builds write themselves, is passed over.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from watchfiles import Change, watch

from generator.config import FILE_NAME, Config
from generator.errors import CablepressError
from generator.press.written import written_places

_PAUSE, _TICK = 300, 200
"""Milliseconds: changes that follow each other as fast are one; how often is looked at what the system cannot watch."""

State = tuple[int, int]


class Watch:
    """A watch on what a site is made from.

    Args:
        config: the site's settings.
    """

    def __init__(self, config: Config) -> None:
        self.follow(config)

    def follow(self, config: Config) -> None:
        """Watch from now on what other settings name."""
        self._root = os.fspath(config.root)
        self._read = sorted({name for place in _read_places(config) for name in _names_of(place)})
        self._written = sorted({name for place in written_places(config) for name in _names_of(place)})
        roots = _names_of(config.root)
        self._outside = [place for place in self._read if not any(_is_in(place, root) for root in roots)]
        self._known = self._states()

    def changes(self) -> Iterator[None]:
        """Yield once when watching has begun, then whenever something changed.

        Where other folders must be watched than before, it yields once more when that has begun: nobody knows what
        happened there meanwhile.

        Raises:
            CablepressError: the system cannot watch the folder.
        """
        while True:
            folders, is_begun = self._folders(), False
            for changes in self._watch(folders):
                states = self._states()
                if changes or not is_begun or states != self._known:
                    is_begun, self._known = True, states
                    yield
                if self._folders() != folders:
                    break

    def _watch(self, folders: Sequence[str]) -> Iterator[set[tuple[Change, str]]]:
        try:
            yield from watch(
                *folders,
                watch_filter=self.concerns,
                debounce=_PAUSE,
                rust_timeout=_TICK,
                yield_on_timeout=True,
                raise_interrupt=True,
            )
        except OSError as error:
            raise CablepressError(
                f"changes cannot be watched: {error.strerror or error}",
                where=Path(self._root).as_posix(),
                remedy="Where the system watches too few folders, allow more (Linux: fs.inotify.max_user_watches).",
            ) from error

    def concerns(self, change: Change, path: str) -> bool:
        """Tell whether what changed is a part of the site, and is not of what builds write.

        Args:
            change: what happened.
            path: where; the path of a watched folder begins it.
        """
        if any(_is_in(path, place) for place in self._written):
            return False
        for place in self._read:
            if _is_in(path, place):
                return "/." not in path[len(place) :].replace(os.sep, "/")  # hidden files are no sources
            if _is_in(place, path) and change is not Change.modified and path != self._root:
                return True  # a folder above it has come or gone; that something in it changed says nothing
        return False

    def _folders(self) -> list[str]:
        """Give the folders to watch: the site's own, and those outside of it that are there."""
        return [self._root, *(place for place in self._outside if os.path.isdir(place))]  # noqa: PTH112 - a text

    def _states(self) -> dict[str, State]:
        """Tell the states of the settings, which may be a link, and of the files that no watched folder holds.

        The system's watch on a file ends where an editor puts a new one in its place.
        """
        return {place: _state(place) for place in (os.path.join(self._root, FILE_NAME), *self._outside)}  # noqa: PTH118


def _read_places(config: Config) -> list[Path]:
    """Give the files and folders that a site is made from, whether they are there or not."""
    root = config.root
    places = [root / FILE_NAME, root / "themes", *map(config.path, ("cables", "pages", "notes"))]
    return [*places, *(root / entry.path for entry in config.sources), *(root / file for file in config.look.files())]


def _names_of(place: Path) -> set[str]:
    """Give the paths under which a change of a place may be told: as it is written, and where its links lead."""
    return {os.path.abspath(place), os.path.realpath(place)}  # noqa: PTH100 - without links being followed


def _is_in(path: str, place: str) -> bool:
    return path == place or path.startswith(os.path.join(place, ""))  # noqa: PTH118 - with a stroke at its end


def _state(place: str) -> State:
    """Give what tells a file's states apart; the same for a folder, whatever is in it, and for all that is missing."""
    try:
        status = os.stat(place)  # noqa: PTH116 - places are texts here
    except OSError:
        return (0, 0)
    return (0, 1) if os.path.isdir(place) else (status.st_mtime_ns, status.st_size)  # noqa: PTH112 - as above
