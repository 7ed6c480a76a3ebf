"""The scripts of the search: those that pages load, and the engine, which runs in a worker."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

import rjsmin  # type: ignore[import-untyped]

from generator.addresses import SEARCH_FOLDER
from generator.errors import BuildError
from generator.sitefile import SiteFile

_BUNDLES = {
    "client": ("client",),
    "page": (
        "elements",
        "sought",
        "recent",
        "reading",
        "filters",
        "facet",
        "chips",
        "dates",
        "years",
        "panel",
        "results",
        "page",
    ),
    "cable": ("cable",),
    "marking": ("lunr", "terms", "marking", "elements", "blocks", "passage", "sought", "marks"),
}
_ENGINE = (
    *("lunr", "terms", "bytes", "recent", "shards", "words", "phrases", "ids", "ranking", "asking"),
    *("suggesting", "filters", "columns", "engine", "worker"),
)
_LEFT_OUT = re.compile(r"^[ ]*//.*\n|^[ ]+", re.MULTILINE)


def script_files() -> Iterator[SiteFile]:
    """Give the files of the scripts."""
    for name, parts in _BUNDLES.items():
        yield SiteFile(f"{SEARCH_FOLDER}/{name}.js", _join(parts).encode())
    # As text in a call, since what a worker runs must be at hand as text on a disk.
    yield SiteFile(
        f"{SEARCH_FOLDER}/engine.js", f'cablepress.receive("engine",{json.dumps(_join(_ENGINE))});\n'.encode()
    )


def _join(names: Iterable[str]) -> str:
    """Put scripts into one, without comments and indentation: a tenth of what a first search would load."""
    return "\n".join(_lunr() if name == "lunr" else _strip(_read(f"browser/{name}.js")) for name in names)


@cache
def _lunr() -> str:
    script = _read("lunr.js")
    licence = script[: script.index("*/") + len("*/")]
    return f"{licence}\n{rjsmin.jsmin(script)}\n"


def _strip(script: str) -> str:
    """Leave out lines that are comments, and what lines are indented by; rjsmin damages templates within templates."""
    return _LEFT_OUT.sub("", script)


@cache
def _read(name: str) -> str:
    script = files("generator.search").joinpath(*name.split("/"))
    if not script.is_file():
        raise BuildError(
            f"{name} is missing from this installation",
            where=f"generator/search/{name}",
            remedy="Install Cablepress again; building its package brings lunr.js.",
        )
    return script.read_text(encoding="utf-8")
