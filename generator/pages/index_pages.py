"""The pages of which a site has one each: home, the ways in, search, and 404."""

from __future__ import annotations

from collections import defaultdict

from generator import addresses
from generator.archive import Archive, Count, Listing
from generator.cable import TagKind
from generator.pages.collections import count_collections
from generator.pages.dates import long_date, month_name
from generator.pages.names import KIND_HEADINGS, NO_COUNTRY, anchor, rank_level
from generator.pages.views import Frame, Link, Site
from generator.pages.wanted import link_most_wanted
from generator.record import Record
from generator.vocabulary import CLASSIFICATION_MEANINGS, Vocabulary

_MOST_FREQUENT = 12


class HomeView(Record, frozen=True, kw_only=True):
    """The home page: the collection's figures, its span, and the ways in."""

    frame: Frame
    cables: int
    senders: int
    tags: int
    span: str
    years: tuple[Link, ...]
    most_in_a_year: int
    frequent_senders: tuple[Link, ...]
    frequent_tags: tuple[Link, ...]
    undated: Link | None
    levels: tuple[Link, ...]
    signers: int
    frequent_signers: tuple[Link, ...]
    wanted: int
    most_wanted: tuple[Link, ...]
    collections: tuple[Link, ...]


class Group(Record, frozen=True):
    """Some links under a heading; ``address`` leads to the heading's own list, if it has one."""

    heading: str
    links: tuple[Link, ...]
    address: str = ""
    count: int = 0

    @property
    def anchor(self) -> str:
        """The group's ``id``."""
        return anchor(self.heading)


class IndexView(Record, frozen=True, kw_only=True):
    """A way in: all tags by kind, all senders by country, all months by year; ``above`` is the way up."""

    frame: Frame
    heading: str
    note: str
    groups: tuple[Group, ...]
    above: tuple[Link, ...] = ()


class PlainView(Record, frozen=True, kw_only=True):
    """A page with nothing on it that the archive says: search, 404."""

    frame: Frame
    cables: int = 0


def view_home(archive: Archive, site: Site) -> HomeView:
    """Make the view of the home page."""
    cables, senders, tags = archive.count(), archive.counts(Listing.SENDER), archive.counts(Listing.TAG)
    years, signers = archive.counts(Listing.YEAR), archive.counts(Listing.SIGNER)
    span = archive.span()
    description = site.description or f"{cables:,} diplomatic cables, by tag, sender and date."
    return HomeView(
        frame=Frame(site, addresses.HOME, site.title, " ".join(description.split())),
        cables=cables,
        senders=len(senders),
        tags=len(tags),
        span=f"{long_date(span[0])} to {long_date(span[1])}" if span else "",
        years=tuple(Link(each.key, addresses.year(int(each.key)), each.cables) for each in years),
        most_in_a_year=max((each.cables for each in years), default=0),
        frequent_senders=tuple(_link_sender(count, site.vocabulary) for count in _most_frequent(senders)),
        frequent_tags=tuple(_link_tag(count, site.vocabulary) for count in _most_frequent(tags)),
        undated=next(
            (Link("Undated", addresses.UNDATED, each.cables) for each in archive.counts(Listing.UNDATED)), None
        ),
        levels=tuple(Link(level.text, level.address, level.count) for level in link_levels(archive)),
        signers=len(signers),
        frequent_signers=tuple(
            Link(count.key, addresses.signer(count.key), count.cables) for count in _most_frequent(signers)
        ),
        wanted=archive.count_wanted(),
        most_wanted=link_most_wanted(archive),
        collections=count_collections(archive),
    )


def view_tags(archive: Archive, site: Site) -> IndexView:
    """Make the view of the page that lists all TAGS, by kind."""
    counts = archive.counts(Listing.TAG)
    kinds: dict[TagKind, list[Link]] = {kind: [] for kind in KIND_HEADINGS}
    for count in counts:
        kinds[site.vocabulary.tag(count.key).kind].append(_link_tag(count, site.vocabulary))
    kinds[TagKind.PLACE].sort(key=lambda link: (not link.name, link.name, link.text))  # readers know countries by name
    return IndexView(
        frame=Frame(site, addresses.TAGS, "Tags", f"The {len(counts):,} TAGS of {site.title}, by kind."),
        heading="Tags",
        note="TAGS (Traffic Analysis by Geography and Subject) are the codes by which senders filed their cables.",
        groups=tuple(Group(KIND_HEADINGS[kind], tuple(links)) for kind, links in kinds.items() if links),
    )


def view_senders(archive: Archive, site: Site) -> IndexView:
    """Make the view of the page that lists all senders, by country."""
    counts = archive.counts(Listing.SENDER)
    countries: dict[str, list[Link]] = defaultdict(list)
    for count in counts:
        countries[site.vocabulary.country(count.key)].append(_link_sender(count, site.vocabulary))
    elsewhere = countries.pop("", [])
    groups = [Group(country, tuple(countries[country])) for country in sorted(countries)]
    if elsewhere:
        groups.append(Group(NO_COUNTRY, tuple(elsewhere)))
    return IndexView(
        frame=Frame(site, addresses.SENDERS, "Senders", f"The {len(counts):,} senders of {site.title}."),
        heading="Senders",
        note="The posts and offices that the cables are from, under the station's code in their reference ids.",
        groups=tuple(groups),
    )


def view_classifications(archive: Archive, site: Site) -> IndexView:
    """Make the view of the page that lists all levels, from the lowest to the highest."""
    levels = link_levels(archive)
    return IndexView(
        frame=Frame(site, addresses.CLASSIFICATIONS, "Classifications", f"The levels of {site.title}."),
        heading="Classifications",
        note="The level that a cable as a whole was given, from the lowest to the highest.",
        groups=(Group("Levels", levels),) if levels else (),
    )


def link_levels(archive: Archive) -> tuple[Link, ...]:
    """Give a link to each level that cables have, from the lowest to the highest, with its count and meaning."""
    counts = sorted(archive.counts(Listing.CLASSIFICATION), key=lambda count: rank_level(count.key))
    return tuple(
        Link(each.key, addresses.classification(each.key), each.cables, CLASSIFICATION_MEANINGS.get(each.key, ""))
        for each in counts
    )


def view_dates(archive: Archive, site: Site) -> IndexView:
    """Make the view of the page that lists all months, by year."""
    months: dict[str, list[Link]] = defaultdict(list)
    for count in archive.counts(Listing.MONTH):
        year, month = count.key.split("-")
        link = Link(month_name(int(month)), f"date/{year}/{month}.html", count.cables)
        months[year].append(link)
    groups = [
        Group(count.key, tuple(months[count.key]), addresses.year(int(count.key)), count.cables)
        for count in archive.counts(Listing.YEAR)
    ]
    groups += [Group("Undated", (), addresses.UNDATED, count.cables) for count in archive.counts(Listing.UNDATED)]
    return IndexView(
        frame=Frame(site, addresses.DATES, "Dates", f"The years and months of {site.title}."),
        heading="Dates",
        note="Days, months and years are those of the date-time group, in UTC.",
        groups=tuple(groups),
    )


def view_search(archive: Archive, site: Site) -> PlainView:
    """Make the view of the search page."""
    frame = Frame(site, addresses.SEARCH, "Search", f"Search the full text of {site.title}.")
    return PlainView(frame=frame, cables=archive.count())


def view_not_found(site: Site) -> PlainView:
    """Make the view of the page that a server shows where there is none."""
    return PlainView(frame=Frame(site, addresses.NOT_FOUND, "Page not found", "There is no page at this address."))


def _link_tag(count: Count, vocabulary: Vocabulary) -> Link:
    return Link(count.key, addresses.tag(count.key), count.cables, vocabulary.tag(count.key).name)


def _link_sender(count: Count, vocabulary: Vocabulary) -> Link:
    return Link(count.key, addresses.sender(count.key), count.cables, vocabulary.station(count.key).title)


def _most_frequent(counts: list[Count]) -> list[Count]:
    return sorted(counts, key=lambda count: (-count.cables, count.key))[:_MOST_FREQUENT]
