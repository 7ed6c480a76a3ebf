"""The golden pages: a small site whose pages are kept in ``tests/golden/`` and compared byte for byte.

``python -m tests.golden`` (or ``make golden``) prints them anew, after a change that is meant.
Read their diff like code.
"""

from __future__ import annotations

import shutil
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from tests.site_folder import SiteFolder, files_of

GOLDEN = Path(__file__).parent / "golden"
NOT_KEPT = ("search/", "assets/", "source/", "SHA256SUMS", ".nojekyll")
"""What is compared elsewhere, or is a file of the repository as it stands."""


def print_golden(root: Path) -> dict[str, bytes]:
    """Print the small site below a folder; give the files that are kept, by address."""
    site = SiteFolder(root)
    site.settings("title: Golden\nurl: https://example.org/golden/\ndescription: A small site.\npage_size: 5\n")
    site.page("about.md", "---\ntitle: About\n---\nAn *exercise*.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n")
    site.note(
        "09VALLETTA118.md",
        "---\ntitle: What came of it\nauthor: The editors\ndate: 2011-09-02\npress:\n"
        "- {title: A lamp is lost, url: 'https://example.org/lamp', outlet: The Harbour Post, date: 2010-12-01}\n---\n"
        "The *lamp* was [found](about.html).\n\n## Sources\n\nNone; this is fictional.\n",
    )
    site.cable(
        "harbour/09VALLETTA118.txt",
        level="C O N F I D E N T I A L",
        tags=("PREL", "KSCA", "MT", "NATO"),
        refs="A. LISBON 77 (NOTAL)\n     B. 08 OSLO 12\n     C. E-MAIL OF OCTOBER 5",
        body=(
            "Classified By: Poloff Marguerite Pendlewood for reasons 1.4 (b) and (d).\n\n"
            "¶1. (C) SUMMARY: This exercise is fictional; see ref A & ref D. END SUMMARY.\n\n"
            "WHAT WAS SEEN\n-------------\n\n"
            "¶2. (C/NF) A source (xxxxxxxxxxxx) counted:\n\n"
            "  Buoys     Seen   Lost\n  Red         12      1\n  Green        9      0\n\n"
            "-- one <b>lamp</b>;\n-- two lamps.\n\n"
            "¶3. (U) COMMENT: Nothing more."
        ),
    )
    site.cable(
        "harbour/09LISBON77.txt", post="LISBON", serial=77, sent=datetime(2009, 10, 6, 23, 59, tzinfo=UTC), tags=("MT",)
    )
    site.cable("harbour/copy-of-118.txt", body="¶1. (U) An exercise. The same id, another text, all fictional.")
    for serial in range(201, 207):
        site.cable(f"harbour/more/09VALLETTA{serial}.txt", serial=serial, tags=("PREL",), signer="")
    site.file(
        "content/cables/harbour/extract.txt",
        "---\nmedia:\n  - https://example.org/a?b=1&c=2\n  - http://example.net/\n---\n"
        "A partial extract of the original cable. It is fictional.\n",
    )
    site.file(
        "content/cables/harbour/collection.yaml",
        "title: The harbour\ndescription: |\n  Invented cables.\n\n  A <second> paragraph.\nprovenance: A desk.\n"
        "provenance_url: https://example.org/desk?a=1&b=2\nlicence: CC0\n",
    )
    site.cable("second-copy/09VALLETTA206.txt", serial=206, tags=("PREL",), signer="")
    site.build()
    kept = {address: content for address, content in site.printed().items() if not address.startswith(NOT_KEPT)}
    return dict(sorted(kept.items()))


def refresh() -> None:
    """Keep what is printed now."""
    with tempfile.TemporaryDirectory() as folder:
        pages = print_golden(Path(folder))
    shutil.rmtree(GOLDEN, ignore_errors=True)
    for address, content in pages.items():
        path = GOLDEN / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def kept_pages() -> dict[str, bytes]:
    """Give the golden pages by address."""
    return dict(sorted(files_of(GOLDEN).items()))


if __name__ == "__main__":
    refresh()
