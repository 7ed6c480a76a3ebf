"""Digests of what goes into a site: by these the next build knows what it need not do again."""

from __future__ import annotations

import hashlib
import os
import platform
import re
import zlib
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from functools import cache
from importlib.metadata import requires, version
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from generator.config import Config
from generator.pages.theme import Theme
from generator.pages.views import Site
from generator.parallel import in_batches
from generator.sources.discovery import Discovery
from generator.sources.stamps import NO_STAMP

if TYPE_CHECKING:
    from generator.press.look import OwnLook

_PACKAGE = Path(__file__).parent.parent
_PAGE = ".md"
_FILES_AT_A_TIME = 1_000
_encode = msgspec.msgpack.Encoder(enc_hook=str).encode


@dataclass(slots=True)
class Found:
    """What a site is made from: its sources, and a digest of all of it as `digest_inputs` gives it."""

    discovery: Discovery
    digest: str

    def take(self) -> Discovery:
        """Give the sources, and hold them no longer: of 250,000 files, that is 70 MB. Then there are none."""
        taken, self.discovery = self.discovery, Discovery((), ())
        return taken


def digest_shared(config: Config, theme: Theme, site: Site, look: OwnLook) -> str:
    """Give a digest of what all pages share: Cablepress with the libraries it stands on, the theme, the settings."""
    digest = _digest_looks(theme)
    digest.update(_encode((site, config.page_size, asdict(config.boosts), look.style, look.files)))
    return digest.hexdigest()


def digest_inputs(config: Config, theme: Theme, discovery: Discovery) -> str:
    """Give a digest of all that goes into a site; empty where a source may change and look the same.

    What the publisher says is digested as it stands in the files: to understand it takes longer.
    """
    if NO_STAMP in map(attrgetter("stamp"), discovery.files):
        return ""
    digest = _digest_looks(theme)
    digest.update(_encode((asdict(config), sorted(discovery.findings))))
    for folder in (config.path("pages"), config.path("notes")):
        _add_files(digest, folder, (path for path in folder.rglob("*") if path.suffix.lower() == _PAGE))
    _add_files(digest, config.root, (config.root / path for path in config.look.files()))
    for file in discovery.descriptions:
        _add_files(digest, file.path.parent, [file.path])
    for files in in_batches(discovery.files, _FILES_AT_A_TIME):
        digest.update("".join([f"{file.name}\0{file.collection}\0{file.stamp}\n" for file in files]).encode())
    return digest.hexdigest()


def _digest_looks(theme: Theme) -> hashlib._Hash:
    """Begin a digest with Cablepress and the theme."""
    digest = hashlib.sha256(digest_program().encode())
    for folder in theme.folders:
        _add_files(digest, folder, folder.rglob("*"))
    return digest


@cache
def digest_program() -> str:
    """Give a digest of Cablepress, and of the versions of all that it stands on."""
    needed = [line for line in requires("cablepress") or () if "extra ==" not in line]
    names = [found[0] for line in needed if (found := re.match(r"[\w.-]+", line))]
    versions = [platform.python_version(), zlib.ZLIB_RUNTIME_VERSION, *(f"{name} {version(name)}" for name in names)]
    digest = hashlib.sha256("\n".join(versions).encode())
    _add_files(digest, _PACKAGE, (path for path in _PACKAGE.rglob("*") if path.suffix != ".pyc"))
    return digest.hexdigest()


def _add_files(digest: hashlib._Hash, folder: Path, paths: Iterable[Path]) -> None:
    """Add the names and the content of some files of a folder to a digest; of what cannot be read, the name only."""
    for path in sorted(paths):
        if path.is_file():
            try:
                content = path.read_bytes()
            except OSError:
                content = b""
            name = Path(os.path.relpath(path, folder)).as_posix().encode("utf-8", "surrogateescape")
            digest.update(b"%s %d\n" % (name, len(content)))
            digest.update(content)
