"""sitemap.xml: every page of the site for search engines (sitemaps.org, protocol 0.9)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from itertools import chain
from urllib.parse import quote

from generator import addresses
from generator.parallel import in_batches
from generator.sitefile import SiteFile

_MOST_IN_A_FILE = 50_000
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def sitemap_files(url: str, pages: Iterable[str]) -> Iterator[SiteFile]:
    """Give the sitemap; more than 50,000 pages make several, and last an index of them. Pages are taken as they come.

    Args:
        url: the address that the printed folder will have, ending in ``/``.
        pages: the addresses of all pages, in the order in which they shall stand.
    """
    parts = in_batches(pages, _MOST_IN_A_FILE)
    first, second = next(parts, ()), next(parts, ())
    if not second:
        yield SiteFile(addresses.SITEMAP, _urls(url, first))
        return
    names = []
    for number, part in enumerate(chain([first, second], parts), 1):
        names.append(f"sitemap-{number}.xml")
        yield SiteFile(names[-1], _urls(url, part))
    yield SiteFile(addresses.SITEMAP, _document("sitemapindex", "sitemap", url, names))


def _urls(url: str, pages: Iterable[str]) -> bytes:
    return _document("urlset", "url", url, ("" if page == addresses.HOME else page for page in pages))


def _document(root: str, entry: str, url: str, addresses_of: Iterable[str]) -> bytes:
    lines = (f"<{entry}><loc>{escape(url + quote(address))}</loc></{entry}>\n" for address in addresses_of)
    return f"{_HEAD}<{root} {_NAMESPACE}>\n{''.join(lines)}</{root}>\n".encode()
