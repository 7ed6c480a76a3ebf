"""Findings: what Cablepress noticed about the material, as data.

A finding never stops anything by itself. It says what was noticed, where, and what to do; somebody further up
gathers them, sorts them and prints them once. Every code stands in `KINDS` and has its paragraph in
``docs/findings.md``; a test compares the two.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from generator.record import Record


class Severity(StrEnum):
    """How much a finding matters to the publisher."""

    ERROR = "error"
    """Something the publisher gave is not in the printed site."""
    WARNING = "warning"
    """It is printed, but something in it was not understood or had to be decided."""
    NOTE = "note"
    """It is printed and understood; a person may still want to know."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What all findings of one code share."""

    severity: Severity
    remedy: str


_ERROR, _WARNING, _NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

KINDS: dict[str, Kind] = {
    "source.empty": Kind(_ERROR, "Delete the file, or put the cable's text in it."),
    "source.binary": Kind(_ERROR, "Save the cable as plain text (UTF-8) and replace this file."),
    "source.too-large": Kind(
        _ERROR,
        "A cable is a few kilobytes. Split the file into one file a cable, or raise "
        "'max_cable_bytes' in site.yaml if this really is one.",
    ),
    "source.unreadable": Kind(_ERROR, "Check that the file exists and that you may read it."),
    "source.encoding": Kind(_WARNING, "Check accents and quotes on the page; save the file as UTF-8 to be sure."),
    "source.not-a-cable": Kind(
        _NOTE,
        "Nothing to do if it holds no cables; otherwise save it in a format of docs/formats.md.",
    ),
    "source.unknown-table": Kind(
        _WARNING,
        "If it holds cables, save it with commas between the eight columns of docs/formats.md, in their order, or as "
        "one JSON object a line; otherwise take it out of the folder.",
    ),
    "source.broken-row": Kind(
        _ERROR,
        'Mend the row: eight fields in quotes, commas between, quotes inside written as \\". All other rows are read.',
    ),
    "source.damaged-row": Kind(
        _WARNING,
        "Compare the cable's page with the row; mend the row's quotes and commas to be sure.",
    ),
    "source.row-of-names": Kind(
        _NOTE,
        "Nothing to do if the columns are number, date, id, origin, classification, references, header, body.",
    ),
    "source.broken-page": Kind(
        _WARNING,
        "Compare the cable's page with the file; save the telegram as plain text if something is missing.",
    ),
    "source.same-name": Kind(_ERROR, "Give one of the two entries of 'sources' a 'collection' of its own."),
    "source.front-matter": Kind(
        _WARNING,
        "Mend the block between the two '---' lines at the top of the file: 'name: value', a line "
        "each, quotes around a value that holds ': '.",
    ),
    "source.defect": Kind(
        _ERROR,
        "This is a defect of Cablepress, not of your file. Run 'cablepress inspect --debug' on the file and report "
        "what it shows.",
    ),
    "cable.no-header": Kind(
        _WARNING,
        "Nothing to do for an extract; otherwise give 'id' and 'date', as front matter of a .md file or in its row.",
    ),
    "cable.no-id": Kind(
        _WARNING,
        "Name the file after its reference id (09USNATO432.txt), or give 'id' as front matter.",
    ),
    "cable.inferred-id": Kind(_NOTE, "Check it against the text; give 'id' as front matter to decide it yourself."),
    "cable.disagreement": Kind(
        _NOTE,
        "Check which is right; what the telegram itself says was taken. Front matter (a .md file) can decide it.",
    ),
    "cable.no-text": Kind(_NOTE, "Nothing to do: the release holds no text of this cable."),
    "cable.no-date": Kind(
        _WARNING, "Give 'date: 2009-10-07 05:31', in UTC: as front matter of a .md file, or in its row."
    ),
    "cable.bad-date": Kind(_WARNING, "Check the date-time group; give 'date' as front matter to correct it."),
    "cable.mended-date": Kind(_NOTE, "Check the date-time group; give 'date' as front matter to correct it."),
    "cable.no-subject": Kind(_NOTE, "Nothing to do if the cable has none; otherwise give 'subject' as front matter."),
    "cable.no-classification": Kind(_NOTE, "Nothing to do if the cable shows none; otherwise give 'classification'."),
    "cable.unknown-line": Kind(_NOTE, "Nothing to do: the line is shown with the header, as it stands."),
    "cable.unread-words": Kind(
        _NOTE, "Nothing to do: the words are shown with the header, as they stand, but no list or filter knows them."
    ),
    "cable.unclear-reference": Kind(
        _NOTE,
        "Nothing to do: the reference is shown as written, without a link.",
    ),
    "cable.another-telegram": Kind(
        _WARNING,
        "Put each telegram in a file (or record) of its own; nothing to do where this one quotes the other.",
    ),
    "cable.other-version": Kind(
        _WARNING,
        "Both texts are on the page. Delete one of the files if it should not be there; if it is another cable, give "
        "its 'id' as front matter.",
    ),
    "collection.syntax": Kind(
        _WARNING,
        "Mend the YAML: 'title: …', a line each, quotes around a value that holds ': '. Until then the collection is "
        "called after its folder.",
    ),
    "collection.unknown": Kind(_WARNING, "Remove the line, or correct the name."),
    "collection.repeated": Kind(_WARNING, "Keep one of the two lines."),
    "collection.value": Kind(_WARNING, "Correct the value; until then it is left out."),
    "site.no-cables": Kind(_ERROR, "Put cables into this folder, or set 'paths: cables' or 'sources'."),
    "site.no-source": Kind(_ERROR, "Correct the path in 'sources', or put the file or folder there."),
    "language.missing": Kind(
        _WARNING,
        "English is shown. Copy languages/en.yaml of the default theme to themes/NAME/languages/ under the language's "
        "tag and translate it, or set 'language' to one that has texts.",
    ),
    "language.syntax": Kind(_WARNING, "Mend the line; see docs/theme.md, Languages. English is shown in its place."),
    "language.unknown": Kind(_WARNING, "Take the key from languages/en.yaml of the default theme, or remove the line."),
    "language.gap": Kind(_WARNING, "Use the gaps that the English text has. It is shown in its place."),
    "look.contrast": Kind(
        _WARNING,
        "Choose a darker text or a lighter ground ('dark': the other way round); some readers have weak eyes.",
    ),
    "look.unreadable": Kind(_WARNING, "Check the path in site.yaml, from the site's folder; the page goes without."),
    "site.no-url": Kind(
        _NOTE,
        "Set 'url' in site.yaml to the address that the site will have: without it there is no "
        "sitemap, and pasted links show no canonical address.",
    ),
    "page.front-matter": Kind(_WARNING, "Mend the block between the two '---' lines at the top of the page."),
    "page.unreadable": Kind(_ERROR, "Save the page as plain text (UTF-8)."),
    "page.same-name": Kind(_ERROR, "Rename the page: another page has its address."),
    "page.foreign-picture": Kind(
        _WARNING,
        "Put the picture into themes/default/assets/ of your site and name it as assets/NAME, or make a link of it.",
    ),
    "note.front-matter": Kind(
        _WARNING,
        "Mend the block between the two '---' lines at the top of the note: title, author, date, and press, a list of "
        "entries with title, url, outlet and date.",
    ),
    "note.unreadable": Kind(_ERROR, "Save the note as plain text (UTF-8)."),
    "note.same-name": Kind(_ERROR, "Put both notes into one file: a cable has one."),
    "note.no-cable": Kind(
        _ERROR, "Name the note after the id of a cable of the collection, as its page shows it (09USNATO432.md)."
    ),
    "config.syntax": Kind(_ERROR, "Mend the YAML: 'name: value', a line each, spaces for indents."),
    "config.unknown": Kind(_ERROR, "Remove the line, or correct the name."),
    "config.repeated": Kind(_ERROR, "Keep one of the two lines."),
    "config.value": Kind(_ERROR, "Correct the value."),
}


class Finding(Record, frozen=True, order=True):
    """One thing noticed.

    Attributes:
        path: the file it is about, relative to the site's folder, with forward slashes.
        line: the line in that file, counted from 1; 0 where it is about the whole file.
        code: one of `KINDS`.
        message: what was noticed, as a sentence without a full stop.
        advice: what to do, where there is something better to say than the code's own remedy.
    """

    path: str
    line: int
    code: str
    message: str
    advice: str = ""

    @property
    def severity(self) -> Severity:
        """How much it matters."""
        return KINDS[self.code].severity

    @property
    def remedy(self) -> str:
        """What to do about it, as a sentence."""
        return self.advice or KINDS[self.code].remedy

    @property
    def place(self) -> str:
        """Where it is, as ``file:line``, the way editors and terminals make it a link."""
        return f"{self.path}:{self.line}" if self.line else self.path


def count_by_severity(findings: Iterable[Finding]) -> dict[Severity, int]:
    """Count findings, every severity present, the gravest first."""
    counts = dict.fromkeys(Severity, 0)
    for finding in findings:
        counts[finding.severity] += 1
    return counts


def has_errors(findings: Iterable[Finding]) -> bool:
    """Tell whether there is an error among findings."""
    return any(finding.severity is Severity.ERROR for finding in findings)
