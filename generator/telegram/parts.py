"""The parts of a telegram as records: neighbouring lines of one role, and all of them in their order."""

from __future__ import annotations

from collections.abc import Sequence

from generator.record import Record
from generator.telegram.labels import Role, behind_weak_label, role_of
from generator.telegram.lines import Line

LATE = {Role.EXECUTIVE_ORDER, Role.TAGS, Role.SUBJECT, Role.REFERENCE, Role.CLASSIFIED_BY}
"""The roles of the lower header, whose order is broken most often."""
_OPEN_AGAIN = LATE | {Role.FROM}
"""Two REF blocks may follow each other without a blank line; their labels tell them apart."""


class Part(Record, frozen=True):
    """Neighbouring lines of one role."""

    role: Role
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """The lines as they stand."""
        lines = self.lines
        return lines[0].text if len(lines) == 1 else "\n".join([line.text for line in lines])


class Layout(Record, frozen=True):
    """All parts of a telegram in their order; together they hold each of its lines once.

    Attributes:
        parts: the last of them is the body.
        by_role: the same parts.
        body: the lines of the body.
        header: all lines above it.
    """

    parts: tuple[Part, ...]
    by_role: dict[Role, list[Part]]
    body: tuple[Line, ...]
    header: tuple[Line, ...]

    def all(self, role: Role) -> list[Part]:
        """Give the parts of one role."""
        return self.by_role.get(role, [])

    def first(self, role: Role) -> Part | None:
        """Give the first part of a role, or None."""
        return next(iter(self.all(role)), None)

    def joined(self, role: Role) -> list[Part]:
        """Give the parts of a role, those put together that only blank lines keep apart; a label begins a new one."""
        joined: list[list[Line]] = []
        for part in self.all(role):
            if joined and role_of(part.lines[0].text) is not role:
                joined[-1].extend(part.lines)
            else:
                joined.append(list(part.lines))
        return [Part(role, tuple(lines)) for lines in joined]


def put_together(lines: Sequence[Line], roles: Sequence[Role]) -> Layout:
    """Put neighbouring lines of one role together; the lines beyond the roles are the body."""
    header, body = tuple(lines[: len(roles)]), tuple(lines[len(roles) :])
    parts: list[Part] = []
    start = 0
    for index, role in enumerate(roles[1:], 1):
        if role is not roles[start] or (role in _OPEN_AGAIN and _has_label(header[index], role)):
            parts.append(Part(roles[start], header[start:index]))
            start = index
    if roles:
        parts.append(Part(roles[start], header[start:]))
    parts.append(Part(Role.BODY, body))
    by_role: dict[Role, list[Part]] = {}
    for part in parts:
        by_role.setdefault(part.role, []).append(part)
    return Layout(tuple(parts), by_role, body, header)


def put_above(lines: Sequence[Line], role: Role, layout: Layout) -> Layout:
    """Put lines of one role above all parts of a layout."""
    part = Part(role, tuple(lines))
    by_role = {
        role: [part, *layout.all(role)],
        **{each: parts for each, parts in layout.by_role.items() if each is not role},
    }
    return Layout((part, *layout.parts), by_role, layout.body, (*part.lines, *layout.header))


def _has_label(line: Line, role: Role) -> bool:
    """Tell whether a line has the label of a role, and not a word that only looks like it."""
    return role_of(line.text) is role and not (role is Role.SUBJECT and behind_weak_label(line.text))
