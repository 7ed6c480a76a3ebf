"""Finds all sources of a site: what is in the cables' folder, and what ``sources`` of site.yaml names beside it."""

from __future__ import annotations

from itertools import chain
from operator import attrgetter

from generator.config import FILE_NAME, Config
from generator.findings import Finding
from generator.source_entries import SourceEntry
from generator.sources.discovery import Discovery, SourceFile, find_single, find_sources


def find_all_sources(config: Config) -> Discovery:
    """Find the files that a site's cables are in, in the order of their names; findings say what is missing."""
    folder = config.path("cables")
    # Names of sources are printed: those of a folder elsewhere must not tell where this machine keeps it.
    inside = config.root in folder.parents and ".." not in folder.parts
    found = [find_sources(folder, config.shown(folder) if inside else folder.name)]
    found += [_find_entry(config, entry) for entry in config.sources]
    findings = [finding for each in found for finding in each.findings]
    files: list[SourceFile] = []
    for file in sorted(chain.from_iterable(each.files for each in found), key=attrgetter("name")):
        if files and file.name == files[-1].name:  # sorting has left the one that was found first in front
            message = "another source has the same name here, so this one was not read"
            findings.append(Finding(file.name, 0, "source.same-name", message))
        else:
            files.append(file)
    if not files:
        message = "there are no cables in this folder" if folder.is_dir() else "this folder does not exist"
        findings.append(Finding(config.shown(folder), 0, "site.no-cables", message))
    descriptions = tuple(file for each in found for file in each.descriptions)
    return Discovery(tuple(files), tuple(findings), descriptions)


def _find_entry(config: Config, entry: SourceEntry) -> Discovery:
    path = config.root / entry.path
    if path.is_dir():
        return find_sources(path, entry.shown, entry.collection)
    if not path.exists():
        message = f"'{entry.path}', which 'sources' names, does not exist"
        return Discovery((), (Finding(FILE_NAME, entry.line, "site.no-source", message),))
    return find_single(path, entry.shown, entry.collection)
