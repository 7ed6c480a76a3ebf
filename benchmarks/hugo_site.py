"""The made-up cables as a Hugo site: Markdown with front matter, and a bare theme.

What ours has to find out by parsing a telegram, Hugo is given ready in the front matter: date,
subject, sender and TAGS. That is a present to Hugo, and it is made outside of the timing. The
header goes into a code block and each paragraph of the body stays a paragraph, so that both
generators print all of the text.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks.markdown_site import save, write_body, write_markdown_site

if TYPE_CHECKING:
    from collections.abc import Mapping

    from benchmarks.reading import Telegram

THEME: Final = Path(__file__).parent / "hugo"


def write_hugo_site(site: Path, folder: Path) -> None:
    """Writes all that Hugo needs to print the cables of `site` into `folder`."""

    def write(telegram: Telegram, _: str) -> str:
        return write_page(front_matter(telegram), write_body(telegram))

    write_markdown_site(site, folder, THEME, write)
    # Only a folder with a page of its own is a section, and gets a list: the years do.
    for year in sorted(path for path in (folder / "content").iterdir() if path.is_dir()):
        save(year / "_index.md", write_page({"title": year.name}))


def front_matter(telegram: Telegram) -> dict[str, object]:
    """What the bare theme shows of a cable beside its text."""
    return {
        "title": telegram.subject,
        "date": telegram.sent.isoformat(),
        "senders": [telegram.sender],
        "tags": telegram.tags,
    }


def write_page(matter: Mapping[str, object], body: str = "") -> str:
    """A page for Hugo, with its front matter in JSON: Hugo reads that faster than YAML."""
    return f"{json.dumps(matter)}\n{body}"
