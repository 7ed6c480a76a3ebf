"""What the press tells whoever asked it: progress on the way, a report at the end."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from generator.findings import Finding


class Progress(Protocol):
    """Hears how a build is getting on."""

    def begin(self, stage: str, steps: int) -> None:
        """A stage begins; it has so many steps."""

    def advance(self, steps: int) -> None:
        """So many more steps of the stage are done."""


class Silence:
    """Progress that nobody hears."""

    def begin(self, stage: str, steps: int) -> None:
        """Say nothing."""

    def advance(self, steps: int) -> None:
        """Say nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """What a build did.

    Attributes:
        output: the printed folder.
        published: the folder was replaced.
        held_back: why it was not, as the end of a sentence; empty where it was. Then nothing was printed, and the
            numbers of files and bytes are 0.
        cables: how many cables the site has.
        parsed: how many telegrams were new or changed since the last build.
        unchanged: how many were not.
        files: how many files the site has.
        changed: how many of them are new or have other bytes than before.
        size: the bytes of all together.
        search_files: how many of them the search loads.
        search_size: the bytes of those together.
        seconds: how long each stage took, in the order of the stages.
        findings: everything noticed, sorted by place.
    """

    output: Path
    published: bool
    held_back: str
    cables: int
    parsed: int
    unchanged: int
    files: int
    changed: int
    size: int
    search_files: int
    search_size: int
    seconds: dict[str, float]
    findings: tuple[Finding, ...]
