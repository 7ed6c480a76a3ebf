"""A site on a real disk, for tests that read like what a publisher does: put cables in, build, look, change, build."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from generator.config import read_config
from generator.press import BuildReport, build_site
from generator.search.unpacking import PrintedIndex
from tests.printed_pages import PrintedPage, read_page
from tests.telegrams import telegram

ROOT = Path(__file__).parent.parent


class SiteFolder:
    """A site's folder, with a title and a url set, and no cables."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.output = root / "public"
        self.settings("title: Test\nurl: https://example.org/cables/\n")

    def settings(self, text: str) -> SiteFolder:
        """Write site.yaml."""
        return self.file("site.yaml", text)

    def cable(self, name: str, **facts: Any) -> SiteFolder:
        """Put a telegram into ``content/cables``; the facts are those of `telegram`."""
        return self.file(f"content/cables/{name}", telegram(**facts))

    def page(self, name: str, text: str) -> SiteFolder:
        """Put a page of the publisher's own into ``content/pages``."""
        return self.file(f"content/pages/{name}", text)

    def note(self, name: str, text: str) -> SiteFolder:
        """Put a note on a cable into ``content/notes``."""
        return self.file(f"content/notes/{name}", text)

    def file(self, name: str, content: str | bytes) -> SiteFolder:
        """Write any file of the site."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return self

    def remove(self, name: str) -> SiteFolder:
        """Remove a file of the site."""
        (self.root / name).unlink()
        return self

    def build(self, **options: Any) -> BuildReport:
        """Build the site in this process, as the command does."""
        return build_site(read_config(self.root), **options)

    def read(self, address: str) -> str:
        """Read a printed file."""
        return (self.output / address).read_text(encoding="utf-8")

    def view(self, address: str) -> PrintedPage:
        """Read a printed page as a browser does."""
        return read_page(address, self.read(address))

    def printed(self) -> dict[str, bytes]:
        """Give all printed files by address."""
        return files_of(self.output)

    def told(self) -> dict[str, bytes]:
        """Give what all printed files tell, by address: of the search's data what is packed in them."""
        index = PrintedIndex(lambda address: (self.output / address).read_bytes())
        return {address: _unpacked(index, address, content) for address, content in self.printed().items()}


def _unpacked(index: PrintedIndex, address: str, content: bytes) -> bytes:
    name = address.removeprefix("search/").removesuffix(".js")
    is_data = content.startswith(f'cablepress.receive("{name}","'.encode()) and name != "engine"
    return index.data(name) if is_data else content


def files_of(folder: Path) -> dict[str, bytes]:
    """Give the content of all files of a folder by their path in it."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def codes(report: BuildReport) -> list[str]:
    """Give the codes of a build's findings, in their order."""
    return [finding.code for finding in report.findings]
