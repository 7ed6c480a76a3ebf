"""Invented cables that are long or odd in each way that a page must bear, and the sites that hold them."""

from __future__ import annotations

import re
from pathlib import Path

from tests.site_folder import SiteFolder
from tests.telegrams import telegram

WORD = "UNBREAKABLE" * 30
ARABIC = "هذا تمرين وكل ما فيه خيال، والمنارة رقم 14 لا وجود لها (buoy 14)."
HEBREW = "זהו תרגיל והכול בו דמיוני, המגדלור מספר 14 אינו קיים."
CABLES = {"subject": 1, "tags": 3, "table": 4, "references": 5, "megabyte": 7}
"""The serial numbers of the cables from Valletta that have much of something."""
_ORDINARY = re.compile(r"09VALLETTA1\d{3}|tag/[NPT]|date/\d{4}/|/(page-)?\d\.html|sender/VALLETTA\.html")
_SENTENCE = "This is an exercise about a lighthouse that stands nowhere, and everything in it is fictional. "


def odd_pages(site: SiteFolder) -> list[str]:
    """Give the addresses of the pages that show what is odd: the same list stands at several others."""
    pages = (path.relative_to(site.output).as_posix() for path in sorted(site.output.rglob("*.html")))
    return [page for page in pages if not _ORDINARY.search(page)]


def odd_site(root: Path) -> SiteFolder:
    """Make a site with a cable of each odd kind, and print it."""
    site = SiteFolder(root)
    site.settings(
        f"title: The Collection of {WORD[:66]} and Every Other Paper\nurl: https://example.org/\n"
        f"description: {_SENTENCE * 4}\npage_size: 20\n"
    )
    _add_many(site)
    _add_long(site)
    _add_what_the_publisher_says(site)
    site.build()
    return site


def _add_many(site: SiteFolder) -> None:
    """Add cables that have hundreds of something."""
    tags = ("PREL", "MT", "NATO", "PENDLEWOOD, MARGUERITE", *(f"T{n:03}" for n in range(56)))
    site.cable("odd/09VALLETTA3.txt", serial=3, tags=tags)
    rows = "\n".join(f"  Buoy {n:<9} {n * 7 % 90:>8} {n * 13 % 50:>8} {'seen and not lost':>40}" for n in range(2_000))
    site.cable("odd/09VALLETTA4.txt", serial=4, subject="EXERCISE: A TABLE", body=f"¶1. (U) Fictional:\n\n{rows}\n")
    references = "\n     ".join(f"{chr(65 + n % 26)}. 08 REYKJAVIK {n + 100} (NOTAL)" for n in range(400))
    site.cable("odd/09VALLETTA5.txt", serial=5, subject="EXERCISE: MANY REFERENCES", refs=references)
    for serial in range(1_001, 1_121):
        site.cable(f"odd/citing/09VALLETTA{serial}.txt", serial=serial, refs="A. VALLETTA 5")
    informed = "\n".join(f"RUEH{n:03}/AMEMBASSY {WORD[: n % 90]}X {n:04}" for n in range(150))
    many = telegram(serial=9, subject="EXERCISE: MANY ADDRESSEES").replace("3456  \n", f"3456  \nINFO {informed}\n")
    site.file("content/cables/odd/09VALLETTA9.txt", many)


def _add_long(site: SiteFolder) -> None:
    """Add cables of long texts, of words that cannot be broken, and of letters that run from right to left."""
    subject = ("THE LONG WORDS OF AN EXERCISE " * 10)[:299] + "E"
    site.cable("odd/09VALLETTA1.txt", serial=1, subject=subject)
    site.cable("odd/09VALLETTA2.txt", serial=2, subject=WORD[:300], body=f"¶1. (U) {WORD * 4}\n\n{WORD}\n\n- {WORD}")
    other = f"¶1. (U) {WORD} {ARABIC}\n\n{HEBREW}"
    site.cable("odd/versions/09VALLETTA2.txt", serial=2, subject=WORD[:120], body=other)
    body = "\n\n".join([f"¶1. (U) {ARABIC * 6}", f"¶2. (U) {HEBREW * 6}", HEBREW, f"- {ARABIC}\n- {_SENTENCE}"])
    site.cable("odd/09VALLETTA6.txt", serial=6, subject=ARABIC, body=body)
    paragraphs = (f"¶{n}. (U) {n}: {_SENTENCE * 100}" for n in range(1, 109))
    site.cable("odd/09VALLETTA7.txt", serial=7, subject="EXERCISE: A MEGABYTE", body="\n\n".join(paragraphs))
    post = f"A STATION OF A VERY LONG NAME INDEED {WORD[:40]}"
    site.cable("odd/09VALLETTA8.txt", serial=8, post=post, level="S E C R E T")


def _add_what_the_publisher_says(site: SiteFolder) -> None:
    """Add an extract with a long address, what is said of the collection, and a page of the publisher's own."""
    url = f"https://example.org/{'a-very-long-address-' * 20}"
    site.file(f"content/cables/odd/{WORD[:100]}.txt", f"---\nmedia:\n  - {url}\n---\nAn extract, fictional: {WORD}\n")
    site.file(
        "content/cables/odd/collection.yaml",
        f"title: {WORD[:90]}\ndescription: {ARABIC} {WORD}\nprovenance: {WORD}\nprovenance_url: {url}\n"
        f"licence: {WORD}\n",
    )
    cells, rule = " | ".join(f"{n} {WORD[:30]}" for n in range(12)), "|".join(["---"] * 12)
    table = f"| {cells} |\n|{rule}|\n| {cells} |"
    site.page("odd.md", f"---\ntitle: {WORD[:80]}\n---\n# {WORD}\n\n{table}\n\n`{WORD}` {url}\n")


def site_of_one(root: Path) -> SiteFolder:
    """Make a site with a single cable, and print it."""
    site = SiteFolder(root).settings("title: One\nurl: https://example.org/\n")
    site.cable("09VALLETTA118.txt")
    site.build()
    return site


def site_of_none(root: Path) -> SiteFolder:
    """Make a site without cables, and print it."""
    site = SiteFolder(root).settings("title: None\nurl: https://example.org/\n")
    site.build()
    return site
