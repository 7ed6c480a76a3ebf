"""`python -m tests.audit`: every page of the sample by the Nu HTML Checker, a page of every kind by Lighthouse.

It fails on any finding. What needs neither Java nor Node is in `make test`.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urlsplit

from generator.config import read_config
from tests.audit.host import serve_compressed
from tests.audit.lighthouse import LEAST, Asked, Judged, judge
from tests.audit.nu import nu_findings
from tests.audit.tools import AuditError, find_tools
from tests.kinds import html_of, pages_of_each_kind
from tests.printed_sample import print_sample
from tests.site_folder import ROOT

_NO_INDEX = '<meta name="robots" content="noindex">'


def main() -> int:
    """Audit the sample; give the exit code: 0 for nothing found, 1 for findings, 2 where something is missing."""
    try:
        find_tools()
        with tempfile.TemporaryDirectory() as folder:
            site = Path(folder) / "site"
            site.mkdir()
            output = print_sample(site, Path(folder) / "public")
            with serve_compressed(output, urlsplit(read_config(ROOT).url).path) as host:
                found = list(_audit(host, html_of(output)))
    except AuditError as error:
        print(error, file=sys.stderr)
        return 2
    for sentence in found:
        print(sentence)
    print(f"audit: {len(found) or 'no'} finding{'' if len(found) == 1 else 's'}")
    return 1 if found else 0


def _audit(host: str, pages: Mapping[str, str]) -> Iterator[str]:
    """Yield a sentence for each finding; print the table of scores while they come."""
    found = nu_findings(host, list(pages))
    print(f"Nu HTML Checker: {len(pages)} pages, {len(found)} findings", flush=True)
    yield from found
    print(f"\n{'Lighthouse':<58}" + "".join(f"{name:>16}" for name in LEAST))
    for judged in judge(host, list(_asked(pages))):
        print(_row(judged), flush=True)
        yield from judged.short()
    print()


def _asked(pages: Mapping[str, str]) -> Iterator[Asked]:
    """Choose the page of each kind that shows most of it, as a phone and as a desktop has it."""
    for chosen in pages_of_each_kind(pages).values():
        for desktop in (False, True):
            yield Asked(chosen[0], desktop, seo=_NO_INDEX not in pages[chosen[0]])


def _row(judged: Judged) -> str:
    return f"{judged.asked.name:<58}" + "".join(f"{judged.scores.get(name, '–'):>16}" for name in LEAST)


if __name__ == "__main__":
    sys.exit(main())
