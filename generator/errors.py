"""Errors: what stops a command, and what a person is told about it.

Each error says what happened, where, and what to do. The command line prints that and no traceback. Anything
else that is raised is a defect of Cablepress.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.findings import Finding


class CablepressError(Exception):
    """Something a person can mend.

    Args:
        what: what happened, as a sentence without a full stop.
        where: the file or folder it is about, with ``:line`` where there is one.
        remedy: what to do, as a sentence.
    """

    def __init__(self, what: str, *, where: str = "", remedy: str = "") -> None:
        super().__init__(f"{where}: {what}" if where else what)
        self.what = what
        self.where = where
        self.remedy = remedy


class ConfigError(CablepressError):
    """site.yaml has mistakes; all of them are in `findings`, in the order of their lines."""

    def __init__(self, path: str, findings: Sequence[Finding]) -> None:
        count = len(findings)
        super().__init__(
            f"{count} mistake{'s' if count != 1 else ''} in the settings",
            where=path,
            remedy="Correct them and run the command again.",
        )
        self.findings = tuple(findings)


class BuildError(CablepressError):
    """The site could not be printed; the earlier one stands as it was."""


class OutputError(BuildError):
    """The output folder cannot be written, or is not ours to replace."""


class ThemeError(BuildError):
    """A template of the theme is missing or wrong."""
