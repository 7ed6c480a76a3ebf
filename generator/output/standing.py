"""The published folder as it stands: whether all that we printed is there, and what else is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.output.checksums import Addresses, read_printed
from generator.output.retire import Others, tell_apart
from generator.output.twin import Folder, Look, state_of


@dataclass(frozen=True, slots=True)
class Standing:
    """A published folder in which everything is as it was printed.

    Attributes:
        folders: ours, by path.
        others: what somebody else put there.
        changed: when something last came to each folder or went.
        noticed: the folders in which somebody else's files are not those that were known.
    """

    folders: dict[str, Folder]
    others: Others
    changed: dict[str, int]
    noticed: tuple[Folder, ...]

    def is_as_it_was(self, site: Path) -> bool:
        """Tell whether nothing came to the folders or went since they were looked at."""
        return all((site / path).stat().st_mtime_ns == changed for path, changed in self.changed.items())

    def gone_from(self, site: Path) -> list[str]:
        """Give those of our folders that a site has no more."""
        return [path for path in self.folders if not (site / path).is_dir()]


def stand(site: Path, folders: Sequence[Folder], looks: Iterable[Look]) -> Standing | None:
    """Say how a published folder stands; None if something of ours is not as it was printed.

    Args:
        site: the published folder.
        folders: ours, as they were when it was published.
        looks: one at each of them, in their order.
    """
    now: dict[str, Folder] = {}
    changed: dict[str, int] = {}
    sorter: _Sorter | None = None
    for folder, look in zip(folders, looks, strict=True):
        found: Folder | None = folder
        if not look.is_same:  # something of others', perhaps
            sorter = sorter or _Sorter(site)
            found = sorter.without_others(folder)
        if found is None:
            return None
        now[folder.path] = found
        changed[folder.path] = look.changed
    others = {path: folder.others for path, folder in now.items() if folder.others}
    noticed = tuple(now[folder.path] for folder in folders if now[folder.path].others != folder.others)
    return Standing(now, others, changed, noticed)


class _Sorter:
    """Tells somebody else's files from ours, by our list of checksums."""

    def __init__(self, site: Path) -> None:
        self._site = site
        self._printed = read_printed(site) or Addresses()
        self._folders = self._printed.folders()

    def without_others(self, folder: Folder) -> Folder | None:
        """Give a folder with what is not ours in it; None if ours is not as it was."""
        try:
            others, _ = tell_apart(self._site, folder.path, self._printed.names_in(folder.path), self._folders)
            same = state_of(self._site, folder.path, others) == folder.state
        except OSError:
            return None
        return folder._replace(others=others) if same else None
