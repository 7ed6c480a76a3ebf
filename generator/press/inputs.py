"""What goes into a site, read and understood."""

from __future__ import annotations

from dataclasses import dataclass

from generator.archive import Note
from generator.collection import Collection
from generator.config import Config
from generator.findings import Finding
from generator.pages import OwnPage
from generator.press.collections import read_collections
from generator.press.notes import read_notes
from generator.press.own_pages import read_own_pages
from generator.sources.discovery import Discovery, SourceFile


@dataclass(frozen=True, slots=True)
class Inputs:
    """What goes into a site beside its settings and its theme.

    Attributes:
        files: the site's sources, in the order of their names.
        collections: what the publisher says about them.
        own_pages: the publisher's own pages.
        notes: the publisher's notes on cables.
        findings: what was noticed about the sources.
        other_findings: what was noticed about the pages, the notes and the settings.
    """

    files: tuple[SourceFile, ...]
    collections: tuple[Collection, ...]
    own_pages: tuple[OwnPage, ...]
    notes: tuple[Note, ...]
    findings: tuple[Finding, ...]
    other_findings: tuple[Finding, ...]


def read_inputs(config: Config, discovery: Discovery) -> Inputs:
    """Read what stands beside the sources of a site."""
    described = read_collections(discovery, config.sources)
    own_pages, notes = read_own_pages(config), read_notes(config)
    others = [*own_pages.findings, *notes.findings]
    if not config.url:
        others.append(Finding("site.yaml", 0, "site.no-url", "the site's address is not set"))
    return Inputs(
        files=discovery.files,
        collections=described.collections,
        own_pages=own_pages.pages,
        notes=notes.notes,
        findings=(*discovery.findings, *described.findings),
        other_findings=tuple(others),
    )
