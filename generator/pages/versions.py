"""The versions of a cable side by side: each other text against the first, as HTML that themes style, not lay out.

A comparison is read by ear as well: what has changed is in ``<del>`` and ``<ins>``, each side says whose it is, and
what is the same on both sides stands there once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from markupsafe import Markup, escape

from generator import addresses
from generator.archive import FiledCable, Version
from generator.archive.same_text import as_read
from generator.cable import Addressee, Cable
from generator.pages.comparison import Piece, Row, compare_texts
from generator.record import Record
from generator.wording import Wording

_LEAST_TO_FOLD = 3
"""Fewer rows that are the same stay open: to fold them would save nothing."""


class Difference(Record, frozen=True):
    """A fact of the header in which two versions differ: what one says, what the other, and how many both."""

    name: str
    removed: tuple[str, ...]
    added: tuple[str, ...]
    kept: int


class VersionView(Record, frozen=True, kw_only=True):
    """One text of a cable.

    Attributes:
        number: 1 for the one that the page shows.
        paths: the files that have it.
        address: where it can be had as it is.
        differences: facts in which it differs from the first.
        rows: how many rows of the comparison differ from the first.
        comparison: the text of the first next to this one's; empty for the first itself.
    """

    number: int
    paths: tuple[str, ...]
    address: str
    differences: tuple[Difference, ...] = ()
    rows: int = 0
    comparison: Markup = Markup()


def view_versions(filed: FiledCable, wording: Wording) -> Iterator[VersionView]:
    """Make the views of a cable's texts, of which most cables have one."""
    for version in filed.versions:
        address = addresses.source_text(filed.address, version.number)
        if version.number == 1:
            yield VersionView(number=1, paths=version.paths, address=address)
            continue
        rows = compare_texts(_telegram(filed.versions[0]), _telegram(version))
        yield VersionView(
            number=version.number,
            paths=version.paths,
            address=address,
            differences=tuple(find_differences(filed.cable, filed.others[version.number], wording)),
            rows=sum(map(_differs, rows)),
            comparison=write_comparison(rows, version.number, wording),
        )


def _telegram(version: Version) -> str:
    """Give what is compared: the telegram as it is read, without what a table or a page says beside it."""
    return as_read(version.text[version.beside :])


def _differs(row: Row) -> bool:
    """Tell whether anything of a row is marked; a pilcrow, or the shape of a quote, is not, and would only puzzle."""
    return any(piece.changed for piece in (*row.left, *row.right))


def write_addressee(addressee: Addressee, wording: Wording) -> str:
    """``RUEHC/SECSTATE WASHDC PRIORITY 3456``."""
    excluded = wording.say("cable.not_to_these") if addressee.excluded else ""
    words = " ".join(filter(None, (addressee.name, addressee.precedence, addressee.number, addressee.note, excluded)))
    return f"{addressee.route}/{words}" if addressee.route else words


def _date(cable: Cable, wording: Wording) -> tuple[str, ...]:
    return (f"{wording.long_date(cable.sent)}, {wording.clock(cable.sent)}",) if cable.sent else ()


def _declassification(cable: Cable, wording: Wording) -> tuple[str, ...]:
    return (wording.long_date(cable.declassify_on),) if cable.declassify_on else _one(cable.declassify_rule)


def _one(text: str) -> tuple[str, ...]:
    return (text,) if text else ()


_FACTS: tuple[tuple[str, Callable[[Cable, Wording], Sequence[str]]], ...] = (
    ("subject", lambda cable, _: _one(cable.subject)),
    ("date", _date),
    ("from", lambda cable, _: _one(cable.sender_name or cable.sender)),
    ("classification", lambda cable, _: _one(cable.classification)),
    ("handling", lambda cable, _: cable.handling),
    ("precedence", lambda cable, _: cable.precedences),
    ("action", lambda cable, wording: [write_addressee(each, wording) for each in cable.action]),
    ("information", lambda cable, wording: [write_addressee(each, wording) for each in cable.info]),
    ("tags", lambda cable, _: tuple(tag.code for tag in cable.tags)),
    ("references", lambda cable, _: tuple(each.text for each in cable.references)),
    ("classified_by", lambda cable, _: _one(cable.classified_by.text) if cable.classified_by else ()),
    ("declassification", _declassification),
    ("signer", lambda cable, _: _one(cable.signer)),
)


def find_differences(first: Cable, other: Cable, wording: Wording) -> Iterator[Difference]:
    """Yield the facts in which two versions of a cable differ, in the order of a telegram's header."""
    for name, read in _FACTS:
        before, after = tuple(read(first, wording)), tuple(read(other, wording))
        if before == after:
            continue
        in_both = set(before) & set(after)
        removed = tuple(each for each in before if each not in in_both)
        added = tuple(each for each in after if each not in in_both)
        if removed or added:  # the order alone is for the text below to show
            yield Difference(wording.say(f"cable.{name}"), removed, added, len(in_both))


def write_comparison(rows: Sequence[Row], number: int, wording: Wording) -> Markup:
    """Write a comparison of the first version with another.

    Args:
        rows: as `compare_texts` gives them.
        number: of the other version.
        wording: the words of the interface.
    """
    written: list[str] = []
    groups = [(same, list(group)) for same, group in groupby(rows, key=lambda row: not _differs(row))]
    for place, (same, group) in enumerate(groups):
        if same:
            written += _write_same(group, wording, first=place == 0, last=place == len(groups) - 1)
        else:
            written += [_write_row(row, number, wording) for row in group]
    return Markup("".join(written))  # noqa: S704 - every piece is escaped where it is written


def _write_same(rows: Sequence[Row], wording: Wording, *, first: bool, last: bool) -> Iterator[str]:
    """Write rows that are the same on both sides: those next to a change, and the others folded."""
    before, after = 0 if first else 1, 0 if last else 1
    folded = rows[before : len(rows) - after]
    if len(folded) < _LEAST_TO_FOLD:
        yield from (_write_once(row) for row in rows)
        return
    yield from (_write_once(row) for row in rows[:before])
    inside = "".join(_write_once(row) for row in folded)
    summary = escape(wording.say("versions.same", count=len(folded)))
    yield f"<details><summary>{summary}</summary>\n{inside}</details>\n"
    yield from (_write_once(row) for row in rows[len(rows) - after :])


def _write_once(row: Row) -> str:
    return f"<p>{escape(_text(row.left))}</p>\n"


def _write_row(row: Row, number: int, wording: Wording) -> str:
    left, right = _write_side(row.left, "del", 1, wording), _write_side(row.right, "ins", number, wording)
    return f'<div class="row">\n{left}{right}</div>\n'


def _write_side(pieces: Sequence[Piece], element: str, number: int, wording: Wording) -> str:
    label = f'<b class="whose">{escape(wording.say("versions.speaker", number=number))} </b>'
    if not pieces:
        return f'<p class="lacks">{label}<i>{escape(wording.say("versions.nothing"))}</i></p>\n'
    written = " ".join(
        f"<{element}>{escape(piece.text)}</{element}>" if piece.changed else escape(piece.text) for piece in pieces
    )
    return f"<p>{label}{written}</p>\n"


def _text(pieces: Sequence[Piece]) -> str:
    return " ".join(piece.text for piece in pieces)
