"""collection.yaml: what a publisher says about a collection, read with every mistake reported and none in the way.

A collection is a folder directly under the cables' folder, or an entry of ``sources`` in site.yaml. Each may hold a
``collection.yaml``; without one, or with a broken one, its title is made from its name and the build goes on.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterator

import yaml

from generator.findings import Finding
from generator.frontmatter import YAML_FAILURES, syntax_finding
from generator.record import Record
from generator.setting_checks import WrongValueError, check_text, check_web_address

FILE_NAME = "collection.yaml"
_LONGEST = 100_000
"""Characters. Nobody writes so much about a collection, and reading YAML is slow."""
_LONGEST_SHOWN = 60
_SPELLINGS = {"license": "licence"}


class Collection(Record, frozen=True, kw_only=True):
    """Where some of the cables are from.

    Attributes:
        name: of the folder, or of the entry of ``sources``; it makes the address of the collection's page.
        title: what readers know it by.
        description: some sentences about it.
        provenance: who had these files, and how they came here.
        provenance_url: where they were published before: http or https, or empty.
        licence: what may be done with them.
        described: there is a collection.yaml, so the publisher sees a collection in this folder.
    """

    name: str
    title: str
    description: str = ""
    provenance: str = ""
    provenance_url: str = ""
    licence: str = ""
    described: bool = False


def undescribed(name: str) -> Collection:
    """Make a collection of which only the name is known: ``harbour-exercise`` is 'Harbour exercise'.

    A name with spaces was written for people: 'Releases of 1973-79' keeps its hyphen.
    """
    plain = " ".join(name.split())
    words = plain if " " in plain else " ".join(re.sub(r"[-_]+", " ", name).split()) or name
    return Collection(name=name, title=words[:1].upper() + words[1:])


def read_collection(text: str, name: str, path: str) -> tuple[Collection, tuple[Finding, ...]]:
    """Read what a collection.yaml says; raises nothing.

    Args:
        text: the file's text.
        name: of the collection.
        path: of the file, as people see it.

    Returns:
        The collection, made of all that is sound, and a finding for everything that is not.
    """
    plain = undescribed(name)
    values: dict[str, str] = {}
    findings: list[Finding] = []
    for item in _read_lines(text, path):
        if isinstance(item, Finding):
            findings.append(item)
        else:
            values[item[0]] = item[1]
    known = {field: values.get(field, "") for field in _CHECKS}
    known["title"] = known["title"] or plain.title
    return Collection(name=name, **known, described=True), tuple(findings)


def _read_lines(text: str, path: str) -> Iterator[tuple[str, str] | Finding]:
    """Yield names with their values, and what is wrong with others."""
    if len(text) > _LONGEST:
        yield Finding(path, 0, "collection.syntax", f"it has {len(text):,} characters; that is no description")
        return
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except YAML_FAILURES as error:
        yield syntax_finding(error, text, path, "collection.syntax")
        return
    if node is None or (isinstance(node, yaml.ScalarNode) and not node.value):  # nothing in it but remarks
        return
    if not isinstance(node, yaml.MappingNode):
        yield Finding(path, node.start_mark.line + 1, "collection.syntax", "it is not made of 'name: value' lines")
        return
    seen: set[str] = set()
    for key, value in node.value:
        field = field_named(str(key.value)) if isinstance(key, yaml.ScalarNode) else "?"
        line = key.start_mark.line + 1
        if field not in _CHECKS:
            yield Finding(path, line, "collection.unknown", f"a collection has no '{_shown(field)}'", _suggest(field))
        elif field in seen:
            yield Finding(path, line, "collection.repeated", f"'{field}' is given twice; the first is taken")
        else:
            seen.add(field)
            yield from _read_value(field, value, path)


def _read_value(field: str, node: yaml.Node, path: str) -> Iterator[tuple[str, str] | Finding]:
    line = node.start_mark.line + 1
    if not isinstance(node, yaml.ScalarNode):
        advice = "Write it on the same line, or below '|' with an indent."
        yield Finding(path, line, "collection.value", f"'{field}' must be text", advice)
        return
    try:
        yield field, read_value(field, node.value)
    except WrongValueError as error:
        yield Finding(path, line, "collection.value", f"'{field}': {error}")


def _on_one_line(value: str) -> str:
    return " ".join(value.split())


def _check_url(value: str) -> str:
    value = value.strip()
    return check_web_address(value, "https://archive.example.org/") if value else ""


_CHECKS: dict[str, Callable[[str], str]] = {
    "title": _on_one_line,
    "description": str.strip,
    "provenance": str.strip,
    "provenance_url": _check_url,
    "licence": _on_one_line,
}
FIELDS = tuple(_CHECKS)
"""What can be said of a collection."""


def field_named(name: str) -> str:
    """Give the field that a name means: ``license`` is another spelling."""
    return _SPELLINGS.get(name, name)


def read_value(field: str, text: str) -> str:
    """Give one of `FIELDS` as it is used.

    Raises:
        WrongValueError: it cannot be that; the message says why.
    """
    return _CHECKS[field](check_text(text))


def _suggest(field: str) -> str:
    close = difflib.get_close_matches(field.lower()[:40], _CHECKS, n=1)
    return f"Did you mean '{close[0]}'?" if close else f"It may have: {', '.join(_CHECKS)}."


def _shown(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"
