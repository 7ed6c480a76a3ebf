"""A collection made for the filters: cables that differ in all that can be filtered by, and a page with the panel."""

from __future__ import annotations

import json
import random
from itertools import chain
from pathlib import Path

from generator.archive import Archive
from generator.pages.filters import make_filters
from generator.pages.templates import ThemeEnvironment
from generator.search import pack_columns
from generator.search.scripts import join_scripts
from generator.wording import open_wording
from tests.lunr_index import VOCABULARY
from tests.site_folder import ROOT

_THEME = ROOT / "themes" / "default"
_ENGINE = ("say", "bytes", "filters", "columns")
_PANEL = ("elements", "filters", "years", "dates", "facet", "chips", "panel")
_MARKS = ("UNCLAS", "C O N F I D E N T I A L", "S E C R E T", "UNCLAS")
_FOLDERS = (("",), ("alpha",), ("beta",), ("alpha", "beta"))
_MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()
_TAGS = ("PREL", "PGOV", "IZ", "ECON", "KDEM", *(f"K{a}{b}Z" for a in "BCDFGHJKLMNPRSTVW" for b in "BCDFGHJKLMNPRST"))

# Opens the columns as the engine does: by scripts that call `cablepress.receive`.
OPEN = """
const received = new Map();
cablepress.receive = (name, text) => received.set(name, text);
function load(name, [seal]) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = `search/${name}.js`;
    script.onload = () => resolve(cablepress.unpack(received.get(name), seal));
    script.onerror = reject;
    document.head.append(script);
  });
}
const columns = new cablepress.Columns(CONTENTS, load);
const everyCable = Uint32Array.from({ length: CONTENTS.cables }, (_, cable) => cable);
"""

# What the search page does with the panel, as short as it can be.
_GLUE = """
let total = 0;
let filters = cablepress.filtersFromAddress(new URLSearchParams(location.search));
const panel = new cablepress.Panel(document.getElementById("search-filters"), {
  chips: document.getElementById("search-chips"),
  onChange(changed) {
    filters = changed;
    history.replaceState(null, "", `?${cablepress.filtersToAddress(filters, new URLSearchParams())}`);
    search();
  },
  onOpen: count,
});
document.getElementById("search-filters").hidden = false;
async function search() {
  const { kept, years, names } = await columns.keep(everyCable, filters);
  total = kept.length;
  panel.show({ years, names, filters, total });
  await count();
  document.getElementById("search-status").textContent = cablepress.counted(total);
}
async function count() {
  const { wanted } = panel;
  if (wanted.length) panel.show({ counts: await columns.count(everyCable, filters, wanted), filters, total });
}
search();
"""

_PAGE = """<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'self'">
<title>Filters</title><link rel="icon" href="assets/favicon.svg"><link rel="stylesheet" href="assets/style.css">
<script src="page.js" defer></script>
{% from "_filters.html" import filters, chips %}
<main><div class="found">{{ filters(cables) }}
<div>{{ chips() }}<p id="search-status" role="status"></p></div></div></main>
"""


def write_cables(folder: Path, count: int) -> None:
    """Write cables, the same each time: some undated, some without TAGS, some in two collections, of many senders."""
    choice = random.Random(count)  # noqa: S311 - the same each time
    posts = [f"PORT{a}{b}" for a in "ABCDEFGHIJKLMNOPQRST" for b in "ABCDEFGHIJKLMN"]
    for number in range(1, count + 1):
        post = posts[min(int(choice.expovariate(0.008)), len(posts) - 1)]
        tags = choice.sample(_TAGS, choice.choice((0, 1, 2, 3)))
        if choice.random() < 0.5:
            tags.append("PREL" if "PREL" not in tags else "MARR")
        sent = (
            f"{choice.randint(1, 28):02}1200Z {choice.choice(_MONTHS)} {choice.choice((73, 99, 4, 4, 5, 6, 6, 6)):02}"
        )
        lines = [
            *([f"R {sent}"] if number % 23 else []),
            f"FM AMEMBASSY {post}\nTO SECSTATE WASHDC\n",
            f"{choice.choice(_MARKS)} {post} {number:06}\n",
            *([f"TAGS: {', '.join(tags)}"] if tags else []),
            "SUBJECT: EXERCISE\n",
            f"1. (U) Harbour {number}.",
        ]
        for name in choice.choice(_FOLDERS):
            path = folder / name / f"{number:05}.txt"
            path.parent.mkdir(exist_ok=True)
            path.write_text("\n".join(lines), encoding="utf-8")


def write_panel(archive: Archive, folder: Path) -> None:
    """Write the files of the columns, ``index.html`` with the panel, and ``empty.html`` with the engine alone."""
    packed = pack_columns(archive, VOCABULARY)
    contents = {
        "cables": archive.count(),
        "columns": {name: each.known for name, each in packed.packed.items()},
        "years": packed.years,
    }
    files = {file.address: file.content for file in chain(*(each.files() for each in packed.packed.values()))}
    wording = open_wording("en")
    engine = join_scripts(_ENGINE, wording)
    opened = f"var cablepress = {{}};\n{engine}\nconst CONTENTS = {json.dumps(contents)};\n{OPEN}"
    panel = join_scripts(_PANEL, wording)
    environment = ThemeEnvironment([_THEME])
    environment.filters.update(make_filters(wording))
    page = environment.from_string(_PAGE).render({"cables": archive.count()})
    files |= {
        "engine.js": opened.encode(),
        "empty.html": b'<!doctype html><link rel="icon" href="assets/favicon.svg"><script src="engine.js"></script>',
        "page.js": f"{opened}\n{panel}\n{_GLUE}".encode(),
        "index.html": page.encode(),
        "assets/style.css": (_THEME / "assets" / "style.css").read_bytes(),
        "assets/favicon.svg": (_THEME / "assets" / "favicon.svg").read_bytes(),
    }
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
