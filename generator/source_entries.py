"""The list ``sources`` of site.yaml: files and folders of cables outside the cables' folder."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import PurePath

import yaml

from generator.collection import FIELDS, Collection, field_named, read_value, undescribed
from generator.setting_checks import WrongValueError

Note = Callable[[yaml.Node, str, str, str], None]
"""Hears of a mistake: where it is, the finding's code, what it is, what to do."""

_NAMES = ("path", "collection", *FIELDS)
_ENDINGS = {".txt", ".md", ".csv", ".html", ".htm", ".json", ".jsonl"}
_TEXT = "tag:yaml.org,2002:str"


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A file or folder of cables outside the cables' folder.

    Attributes:
        path: as written: relative to the site's folder, or absolute.
        collection: the collection that all cables in it belong to.
        shown: its name as people see it, which does not tell where the machine keeps it.
        line: the line of site.yaml that names it.
        description: what site.yaml says about the collection; None where it says no more than a name.
    """

    path: str
    collection: str
    shown: str
    line: int = field(default=0, compare=False)
    description: Collection | None = None


def read_entries(node: yaml.Node, note: Note) -> tuple[SourceEntry, ...]:
    """Read the list; every mistake is noted, and what has one is left out.

    Args:
        node: the setting's value.
        note: hears of mistakes.
    """
    if not isinstance(node, yaml.SequenceNode):
        note(node, "config.value", "'sources' must be a list", "Write '- ' and a path, a line each.")
        return ()
    entries: dict[str, SourceEntry] = {}
    for each in node.value:
        entry = _read_entry(each, note)
        if entry is None:
            continue
        if entry.shown.casefold() in entries:
            message = f"two entries of 'sources' would both be shown as '{entry.shown}'"
            note(each, "config.value", message, "Give one of them a 'collection' of its own.")
        entries.setdefault(entry.shown.casefold(), entry)
    return tuple(entries.values())


def _read_entry(node: yaml.Node, note: Note) -> SourceEntry | None:
    """Read an entry: a path alone, or a mapping with ``path`` and what else is known of the collection."""
    line = node.start_mark.line + 1
    if not isinstance(node, yaml.MappingNode):
        path = _read_text(node, "an entry of 'sources'", note)
        return _make_entry(path, "", line) if path else None
    texts: dict[str, str] = {}
    for key_node, value_node in node.value:
        key = field_named(str(key_node.value))
        if key not in _NAMES:
            advice = f"An entry has 'path' and, if wanted, {', '.join(_NAMES[1:])}."
            note(key_node, "config.unknown", f"there is no setting '{key[:40]}' in an entry of 'sources'", advice)
        elif key in texts:
            note(key_node, "config.repeated", f"'{key}' is set twice in one entry of 'sources'", "")
        else:
            texts[key] = _read_known(key, value_node, note)
    if "path" not in texts:
        note(node, "config.value", "an entry of 'sources' has no 'path'", "Write 'path: ' and the file or folder.")
    collection = " ".join(texts.get("collection", "").split())
    if "/" in collection or "\\" in collection or collection.startswith("."):
        message = f"'{collection}' is no collection's name"
        note(node, "config.value", message, "Write some words without slashes that do not begin with a dot.")
        return None
    if not texts.get("path"):
        return None
    entry = _make_entry(texts["path"], collection, line)
    said = {name: texts[name] for name in FIELDS if texts.get(name)}
    if not said:
        return entry
    title = {"title": undescribed(entry.collection).title}
    return replace(entry, description=Collection(name=entry.collection, **(title | said), described=True))


def _read_known(key: str, node: yaml.Node, note: Note) -> str:
    name = f"'{key}' in an entry of 'sources'"
    if key not in FIELDS:
        return _read_text(node, name, note)
    if not isinstance(node, yaml.ScalarNode):
        note(node, "config.value", f"{name} must be text", "Write it on the same line, or below '|' with an indent.")
        return ""
    try:
        return read_value(key, str(node.value))
    except WrongValueError as error:
        note(node, "config.value", f"{name}: {error}", "")
        return ""


def _read_text(node: yaml.Node, name: str, note: Note) -> str:
    if not isinstance(node, yaml.ScalarNode) or node.tag != _TEXT:
        value = node.value if isinstance(node, yaml.ScalarNode) else ""
        note(node, "config.value", f"{name} must be text", f'Put quotes around it: "{value}".' if value else "")
        return ""
    text = str(node.value)
    if not text.strip():
        note(node, "config.value", f"{name} is empty", "Write something there, or remove it.")
        return ""
    if not text.isprintable():
        note(node, "config.value", f"{name} holds a control character", "Leave it out.")
        return ""
    return text


def _make_entry(path: str, collection: str, line: int) -> SourceEntry:
    """Name an entry: by its collection where one is given, else by its own last part.

    A path inside the site's folder may be shown whole; of any other, people see the collection and the file's name.
    """
    plain = PurePath(path)
    name = plain.name if plain.name not in {"", ".."} else "sources"
    stem = plain.stem if plain.suffix.lower() in _ENDINGS else name
    if not plain.is_absolute() and ".." not in plain.parts:
        shown = plain.as_posix()
    elif collection:
        shown = f"{collection}/{name}"
    else:
        shown = name
    return SourceEntry(path, collection or stem, shown, line)
