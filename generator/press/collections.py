"""Reads what the publisher says about each collection."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.collection import Collection, read_collection, undescribed
from generator.findings import Finding
from generator.source_entries import SourceEntry
from generator.sources.discovery import Discovery, SourceFile


@dataclass(frozen=True, slots=True)
class Collections:
    """The collections that the sources belong to, in the order of their names, and what was wrong with any."""

    collections: tuple[Collection, ...]
    findings: tuple[Finding, ...]


def read_collections(discovery: Discovery, entries: Iterable[SourceEntry] = ()) -> Collections:
    """Read the collection.yaml of every collection; one that has none is known by its name alone.

    Args:
        discovery: the files that were found.
        entries: of ``sources``; what one says about its collection wins over a collection.yaml.
    """
    found = {name: undescribed(name) for name in _names(discovery.files)}
    findings: list[Finding] = []
    for file in discovery.descriptions:
        if not file.path.is_file():  # reading a pipe would wait for ever
            findings.append(Finding(file.name, 0, "collection.syntax", "it is not a file"))
            continue
        try:
            text = file.path.read_text(encoding="utf-8-sig")
        except OSError as error:
            message = f"it cannot be read: {error.strerror}"
            advice = "Make sure that it is a file, and that you may read it."
            findings.append(Finding(file.name, 0, "collection.syntax", message, advice))
            continue
        except UnicodeDecodeError:
            advice = "Save it as plain text in UTF-8."
            findings.append(Finding(file.name, 0, "collection.syntax", "it is not UTF-8 text", advice))
            continue
        collection, wrong = read_collection(text, file.collection, file.name)
        findings += wrong
        if file.collection in found:  # a folder without cables makes no page
            found[file.collection] = collection
    said = {entry.collection: entry.description for entry in entries if entry.description}
    found |= {name: collection for name, collection in said.items() if name in found}
    return Collections(tuple(found[name] for name in sorted(found)), tuple(findings))


def _names(files: Iterable[SourceFile]) -> set[str]:
    return {file.collection for file in files} - {""}
