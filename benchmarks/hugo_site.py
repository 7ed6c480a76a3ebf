"""The made-up cables as a Hugo site: Markdown with YAML front matter, and a bare theme.

What ours has to find out by parsing a telegram, Hugo is given ready in the front matter: date,
subject, sender and TAGS. That is a present to Hugo, and it is made outside of the timing. The
header goes into a code block and each paragraph of the body stays a paragraph, so that both
generators print all of the text.
"""

from __future__ import annotations

import json
import re
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

THEME: Final = Path(__file__).parent / "hugo"

_DTG = re.compile(r"^[A-Z] (\d\d)(\d\d)(\d\d)Z ([A-Z]{3}) \d\d  $", re.MULTILINE)
_TAG = re.compile(r"\[(\S+)\]\(#\)")
_SUBJECT = re.compile(r"^SUBJECT: (.+)$", re.MULTILINE)
_STATION = re.compile(r"\d\d([A-Z]+)\d+")
_MONTHS: Final = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC"
_FIRST_PARAGRAPH: Final = "\n\n¶1."


def write_hugo_site(site: Path, folder: Path) -> None:
    """Writes all that Hugo needs to print the cables of `site` into `folder`."""
    shutil.copytree(THEME, folder)
    content = folder / "content"
    for year in sorted((site / "content" / "cables").iterdir()):
        for month in sorted(year.iterdir()):
            target = content / year.name / month.name
            target.mkdir(parents=True)
            for source in month.iterdir():
                page = convert_cable(source.stem, source.read_text(encoding="utf-8"), year.name)
                (target / f"{source.stem}.md").write_text(page, encoding="utf-8")
        # Only a folder with a page of its own is a section, and gets a list: the years do.
        (content / year.name / "_index.md").write_text(f'---\ntitle: "{year.name}"\n---\n')


def convert_cable(cable_id: str, text: str, year: str) -> str:
    """One made-up telegram as a page for Hugo."""
    header, _, body = text.partition(_FIRST_PARAGRAPH)
    day, hour, minute, month = _found(_DTG, header).groups()
    number = _MONTHS.split().index(month) + 1
    date = datetime(int(year), number, int(day), int(hour), int(minute), tzinfo=UTC)
    matter = {
        "title": _found(_SUBJECT, header)[1],
        "date": date.isoformat(),
        "senders": [_found(_STATION, cable_id)[1]],
        "tags": _TAG.findall(header),
    }
    # JSON is YAML, and quotes what a subject may hold.
    fields = "\n".join(f"{name}: {json.dumps(value)}" for name, value in matter.items())
    return f"---\n{fields}\n---\n```\n{header.strip()}\n```\n\n¶1.{body}\n"


def _found(pattern: re.Pattern[str], text: str) -> re.Match[str]:
    match = pattern.search(text)
    if match is None:
        raise ValueError(f"{pattern.pattern} is not in this made-up cable: {text[:200]}")
    return match
