"""Prints the sample collection for who looks at its pages, away from the checkout's own site and archive."""

from __future__ import annotations

import shutil
from pathlib import Path

from generator.config import read_config
from generator.press import build_site
from tests.site_folder import ROOT

NOTED = "cable/2007/03/07VALLETTA118.html"
"""The cable on which the other publisher has something to say."""
_OTHER_SETTINGS = """
title: L'exercice du port
url: https://example.org/harbour-exercise/
description: Soixante-trois télégrammes inventés d'un exercice ; tout y est imaginaire.
language: fr
page_size: 25
theme: ledger
look:
  logo: content/logo.svg
  footer: Publié par *La Gazette du port*, [redaction@example.org](mailto:redaction@example.org)
"""
_LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><path d="M0 1 1 0l1 1z" fill="#1b5e70"/></svg>'
_NOTE = """---
title: La suite de l'affaire
author: La rédaction
date: 2011-09-02
press:
- {title: Une lampe perdue, url: "https://example.org/lampe", outlet: La Poste du port, date: 2010-12-01}
---
La *lampe* a été [retrouvée](about.html).

## Sources

Aucune : tout est imaginaire.
"""
_OWN_PAGE = """---
title: À propos
---
Ces télégrammes sont *inventés* ; ils montrent ce que l'on peut lire, chercher et citer.

| Boîte | Télégrammes |
|---|---|
| Le port | cinquante-trois |
| Le gardien | dix |
"""


def print_sample(site: Path, output: Path) -> Path:
    """Print the sample.

    Args:
        site: an empty folder, for the site's content and its archive.
        output: where the pages go.

    Returns:
        The folder of the pages.
    """
    shutil.copytree(ROOT / "content", site / "content")
    shutil.copy(ROOT / "site.yaml", site)
    build_site(read_config(site), output=output)
    return output


def print_otherwise(site: Path, output: Path) -> Path:
    """Print the sample as another publisher would: in French, in the ledger theme, with a logo, a footer and a note.

    Args:
        site: an empty folder, for the site's content and its archive.
        output: where the pages go, of the same kinds and at the same addresses as those of the sample.

    Returns:
        The folder of the pages.
    """
    shutil.copytree(ROOT / "content" / "cables", site / "content" / "cables")
    files = {
        "site.yaml": _OTHER_SETTINGS,
        "content/logo.svg": _LOGO,
        "content/pages/about.md": _OWN_PAGE,
        f"content/notes/{Path(NOTED).stem}.md": _NOTE,
    }
    for name, content in files.items():
        path = site / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(content, encoding="utf-8")
    build_site(read_config(site), output=output)
    return output
