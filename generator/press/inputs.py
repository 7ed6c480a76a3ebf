"""What goes into a site, and digests of it: by these the next build knows what it need not do again."""

from __future__ import annotations

import hashlib
import platform
import re
import zlib
from dataclasses import asdict, dataclass
from functools import cache
from importlib.metadata import requires, version
from pathlib import Path

import msgspec

from generator.archive import Note
from generator.collection import Collection
from generator.config import Config
from generator.findings import Finding
from generator.pages import OwnPage, Site, Theme
from generator.press.collections import read_collections
from generator.press.look import OwnLook
from generator.press.notes import read_notes
from generator.press.own_pages import read_own_pages
from generator.press.sources import find_all_sources
from generator.sources.discovery import SourceFile
from generator.sources.stamps import NO_STAMP

_PACKAGE = Path(__file__).parent.parent
_encode = msgspec.msgpack.Encoder(enc_hook=str).encode


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


@dataclass(frozen=True, slots=True)
class Digests:
    """Digests of what a site is made of.

    Attributes:
        shared: of what all pages share: Cablepress with the libraries it stands on, the theme, the settings.
        inputs: of that and all else; empty where a source may change and look the same.
    """

    shared: str
    inputs: str


def find_inputs(config: Config) -> Inputs:
    """Find the sources of a site, and read what stands beside them."""
    discovery = find_all_sources(config)
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


def digest_inputs(config: Config, site: Site, theme: Theme, look: OwnLook, inputs: Inputs) -> Digests:
    """Give digests of all that goes into a site."""
    digest = hashlib.sha256(_digest_program().encode())
    digest.update(_encode((site, config.page_size, asdict(config.boosts), look.style, look.files)))
    for folder in theme.folders:
        _add_folder(digest, folder)
    shared = digest.hexdigest()
    if any(file.stamp == NO_STAMP for file in inputs.files):
        return Digests(shared, "")
    findings = sorted((*inputs.findings, *inputs.other_findings))
    digest.update(_encode((config.max_cable_bytes, inputs.collections, inputs.own_pages, inputs.notes, findings)))
    for file in inputs.files:
        digest.update(f"{file.name}\0{file.collection}\0{file.stamp}\n".encode())
    return Digests(shared, digest.hexdigest())


@cache
def _digest_program() -> str:
    """Give a digest of Cablepress, and of the versions of all that it stands on."""
    needed = [line for line in requires("cablepress") or () if "extra ==" not in line]
    names = [found[0] for line in needed if (found := re.match(r"[\w.-]+", line))]
    versions = [platform.python_version(), zlib.ZLIB_RUNTIME_VERSION, *(f"{name} {version(name)}" for name in names)]
    digest = hashlib.sha256("\n".join(versions).encode())
    _add_folder(digest, _PACKAGE)
    return digest.hexdigest()


def _add_folder(digest: hashlib._Hash, folder: Path) -> None:
    """Add the names and the content of all files of a folder to a digest."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            content = path.read_bytes()
            digest.update(f"{path.relative_to(folder).as_posix()} {len(content)}\n".encode())
            digest.update(content)
