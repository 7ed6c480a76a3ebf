"""The scripts of the search: those that pages load, and the engine, which runs in a worker."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files

import rjsmin  # type: ignore[import-untyped]

from generator.addresses import SEARCH_FOLDER
from generator.errors import BuildError
from generator.sitefile import SiteFile
from generator.wording import Wording

_BUNDLES = {
    "client": ("say", "client"),
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
    "marking": ("say", "lunr", "terms", "marking", "elements", "blocks", "passage", "sought", "marks"),
}
_ENGINE = (
    *("say", "lunr", "terms", "bytes", "recent", "shards", "words", "phrases", "ids", "ranking", "asking"),
    *("suggesting", "filters", "columns", "engine", "worker"),
)
_KEY = re.compile(r'"([a-z]+\.[a-z_]+)"')


def script_files(wording: Wording) -> Iterator[SiteFile]:
    """Give the files of the scripts, in the words of a language."""
    for name, parts in _BUNDLES.items():
        yield SiteFile(f"{SEARCH_FOLDER}/{name}.js", join_scripts(parts, wording).encode())
    # As text in a call, since what a worker runs must be at hand as text on a disk.
    yield SiteFile(
        f"{SEARCH_FOLDER}/engine.js",
        f'cablepress.receive("engine",{json.dumps(join_scripts(_ENGINE, wording))});\n'.encode(),
    )


def join_scripts(names: Sequence[str], wording: Wording) -> str:
    """Put scripts into one, made small: that is a tenth of what a first search would load.

    rjsmin damages templates within templates; there are none.
    """
    scripts = [_lunr() if name == "lunr" else rjsmin.jsmin(_read(f"browser/{name}.js")) for name in names]
    texts = _texts_for(scripts, wording)
    return "\n".join([*scripts[:1], texts, *scripts[1:]] if texts and names[0] == "say" else [texts, *scripts])


def _texts_for(scripts: Iterable[str], wording: Wording) -> str:
    """Write a call that teaches scripts the interface texts that they say; empty if they say none."""
    keys = sorted({key for script in scripts for key in _KEY.findall(script) if key in wording.texts})
    if not keys:
        return ""
    texts = json.dumps({key: wording.texts[key] for key in keys}, ensure_ascii=False, separators=(",", ":"))
    return f"cablepress.learn({json.dumps(wording.language)},{texts});"


@cache
def _lunr() -> str:
    script = _read("lunr.js")
    licence = script[: script.index("*/") + len("*/")]
    return f"{licence}\n{rjsmin.jsmin(script)}\n"


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
