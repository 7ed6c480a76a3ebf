"""The publisher's own pages: ``content/pages/*.md`` in CommonMark, with HTML in them off."""

from __future__ import annotations

from pathlib import PurePosixPath

from markupsafe import Markup

from generator import addresses
from generator.findings import Finding
from generator.frontmatter import read_front_matter
from generator.pages.markdown import read_markdown, text_of, write_markdown
from generator.pages.views import Frame, Link, Site, shorten
from generator.record import Record


class OwnPage(Record, frozen=True):
    """A page that the publisher wrote.

    Attributes:
        address: ``about.html`` for ``about.md``.
        title: the front matter's ``title``, else the first heading, else the file's name.
        description: the front matter's ``description``, else the first words.
        html: the page's content.
    """

    address: str
    title: str
    description: str
    html: str

    @property
    def link(self) -> Link:
        """The way to the page."""
        return Link(self.title, self.address)


class OwnPageView(Record, frozen=True, kw_only=True):
    """A publisher's page as it is shown."""

    frame: Frame
    heading: str
    content: Markup


def read_own_page(text: str, path: str) -> tuple[OwnPage, tuple[Finding, ...]]:
    """Read a page's Markdown.

    Args:
        text: the file's whole text.
        path: the file, relative to the folder of pages; it gives the address.

    Returns:
        The page, and what was wrong with its front matter or its pictures.
    """
    front = read_front_matter(text)
    wrong = (Finding(path, front.mistake_line, "page.front-matter", front.mistake),) if front.mistake else ()
    tokens, pictures = read_markdown(text[front.end :], path, front.end_line)
    headings = [text_of(tokens[i + 1]) for i, token in enumerate(tokens) if token.type == "heading_open"]
    starts_with_title = bool(tokens) and tokens[0].tag == "h1"
    place = PurePosixPath(path).with_suffix("")
    title = str(front.fields.get("title") or "") or (
        headings[0] if headings else place.name.replace("-", " ").capitalize()
    )
    if starts_with_title:
        del tokens[:3]
    words = next((text_of(token) for token in tokens if token.type == "inline" and token.level == 1), "")
    page = OwnPage(
        address=addresses.own_page(place.as_posix()),
        title=title,
        description=shorten(str(front.fields.get("description") or "") or words),
        html=write_markdown(tokens),
    )
    return page, (*wrong, *pictures)


def view_own_page(page: OwnPage, site: Site) -> OwnPageView:
    """Make the view of a publisher's page."""
    frame = Frame(site, page.address, page.title, page.description)
    return OwnPageView(frame=frame, heading=page.title, content=Markup(page.html))  # noqa: S704 - CommonMark, HTML off
