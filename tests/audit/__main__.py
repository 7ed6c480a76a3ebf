"""`python -m tests.audit`: every page of the sample by the Nu HTML Checker, a page of every kind by Lighthouse.

The sample is asked about once more as another publisher would print it: in French, in the ledger theme, with a note.
It fails on any finding. What needs neither Java nor Node is in `make test`.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from urllib.parse import urlsplit

from generator.config import read_config
from tests.audit.host import serve_compressed
from tests.audit.lighthouse import LEAST, MOST, Asked, Judged, judge
from tests.audit.nu import nu_findings
from tests.audit.tools import AuditError, find_tools
from tests.kinds import html_of, pages_of_each_kind
from tests.printed_sample import NOTED, print_otherwise, print_sample
from tests.site_folder import ROOT

_NO_INDEX = '<meta name="robots" content="noindex">'


def main() -> int:
    """Audit the sample; give the exit code: 0 for nothing found, 1 for findings, 2 where something is missing."""
    try:
        find_tools()
        found = [
            *_audit("the sample", print_sample, _of_each_kind),
            *_audit("in French, in the ledger theme", print_otherwise, _of_another_publisher),
        ]
    except AuditError as error:
        print(error, file=sys.stderr)
        return 2
    for sentence in found:
        print(sentence)
    print(f"audit: {len(found) or 'no'} finding{'' if len(found) == 1 else 's'}")
    return 1 if found else 0


def _audit(
    name: str, print_site: Callable[[Path, Path], Path], choose: Callable[[Mapping[str, str]], list[str]]
) -> Iterator[str]:
    """Print a site and yield a sentence for each finding; print the table of scores while they come."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        site.mkdir()
        output = print_site(site, Path(folder) / "public")
        pages = html_of(output)
        with serve_compressed(output, urlsplit(read_config(ROOT).url).path) as host:
            found = nu_findings(host, list(pages))
            print(f"Nu HTML Checker, {name}: {len(pages)} pages, {len(found)} findings\n", flush=True)
            yield from found
            print(f"{f'Lighthouse, {name}':<58}" + "".join(f"{column:>16}" for column in (*LEAST, *MOST)), flush=True)
            for judged in judge(host, list(_asked(pages, choose(pages)))):
                print(_row(judged), flush=True)
                yield from judged.short()
            print()


def _of_each_kind(pages: Mapping[str, str]) -> list[str]:
    """Choose the page of each kind that shows most of it."""
    return [first for first, *_ in pages_of_each_kind(pages).values()]


def _of_another_publisher(_pages: Mapping[str, str]) -> list[str]:
    """Choose what another publisher's pages have and the sample's have not: a note, a logo, a footer, other rules."""
    return ["index.html", NOTED]


def _asked(pages: Mapping[str, str], addresses: list[str]) -> Iterator[Asked]:
    """Ask for each page as a phone and as a desktop has it."""
    for address in addresses:
        for desktop in (False, True):
            yield Asked(address, desktop, seo=_NO_INDEX not in pages[address])


def _row(judged: Judged) -> str:
    scores = [judged.scores.get(name, "–") for name in LEAST]
    return f"{judged.asked.name:<58}" + "".join(f"{cell:>16}" for cell in (*scores, *judged.steady.values()))


if __name__ == "__main__":
    sys.exit(main())
