"""Reads the publisher's own pages from their folder."""

from __future__ import annotations

from dataclasses import dataclass

from generator import addresses
from generator.config import Config
from generator.findings import Finding
from generator.pages import OwnPage, read_own_page
from generator.press.markdown_files import read_markdown

_TAKEN_FOLDERS = {*addresses.FOLDERS, "assets"}
_TAKEN_PAGES = {addresses.HOME, addresses.SEARCH, addresses.NOT_FOUND}


@dataclass(frozen=True, slots=True)
class OwnPages:
    """The publisher's pages that can be printed, by address, and what was wrong with any."""

    pages: tuple[OwnPage, ...]
    findings: tuple[Finding, ...]


def read_own_pages(config: Config) -> OwnPages:
    """Read all pages, in any depth of folders."""
    pages: dict[str, OwnPage] = {}
    findings: list[Finding] = []
    for file in read_markdown(config, "pages"):
        if file.text is None:
            findings.append(Finding(file.shown, 0, "page.unreadable", "this page cannot be read as UTF-8 text"))
            continue
        page, wrong = read_own_page(file.text, file.inside)
        findings += (Finding(file.shown, each.line, each.code, each.message) for each in wrong)
        # Some disks and hosts do not tell capitals from small letters.
        if _is_taken(page.address) or page.address.lower() in pages:
            findings.append(Finding(file.shown, 0, "page.same-name", f"the address {page.address} is taken"))
        else:
            pages[page.address.lower()] = page
    return OwnPages(tuple(pages.values()), tuple(findings))


def _is_taken(address: str) -> bool:
    folder, slash, _ = address.lower().partition("/")
    return address.lower() in _TAKEN_PAGES or (bool(slash) and folder in _TAKEN_FOLDERS)
