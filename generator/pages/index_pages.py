"""The pages of which a site has one each: home, the ways in, search, and 404."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from markupsafe import Markup

from generator import addresses
from generator.archive import Archive, Count, Listing
from generator.cable import TagKind
from generator.pages.collections import count_collections
from generator.pages.drawn import draw_all_months, draw_senders, draw_time
from generator.pages.list_names import period_address
from generator.pages.names import KINDS, anchor, anchor_of_kind, name_kind, name_level, rank_level
from generator.pages.views import Frame, Link, Site
from generator.pages.wanted import link_most_wanted
from generator.record import Record
from generator.vocabulary import Vocabulary
from generator.wording import Wording

_MOST_FREQUENT = 12
_NOTHING = Markup()


class HomeView(Record, frozen=True, kw_only=True):
    """The home page: the collection's figures, its span, and the ways in."""

    frame: Frame
    cables: int
    senders: int
    tags: int
    span: str
    years: tuple[Link, ...]
    timeline: Markup
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
    """Some links under a heading.

    Attributes:
        heading: what they have in common.
        anchor: the group's ``id``, the same in every language.
        links: in their order.
        address: of the heading's own list, if it has one.
        count: how many cables that has.
    """

    heading: str
    anchor: str
    links: tuple[Link, ...]
    address: str = ""
    count: int = 0


class IndexView(Record, frozen=True, kw_only=True):
    """A way in: all tags by kind, all senders by country, all months in a calendar; ``above`` is the way up."""

    frame: Frame
    heading: str
    note: str
    groups: tuple[Group, ...]
    picture: Markup = _NOTHING
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
    say = site.wording.say
    description = site.description or say("home.description", cables=say("count.cables", count=cables))
    return HomeView(
        frame=Frame(site, addresses.HOME, site.title, " ".join(description.split())),
        cables=cables,
        senders=len(senders),
        tags=len(tags),
        span=site.wording.span(*span) if span else "",
        years=tuple(Link(each.key, addresses.year(int(each.key)), each.cables) for each in years),
        timeline=draw_time(archive.counts(Listing.MONTH), say("pictures.time"), period_address, site.wording),
        frequent_senders=tuple(_link_sender(count, site.vocabulary) for count in _most_frequent(senders)),
        frequent_tags=tuple(_link_tag(count, site.vocabulary) for count in _most_frequent(tags)),
        undated=next(
            (Link(say("home.undated"), addresses.UNDATED, each.cables) for each in archive.counts(Listing.UNDATED)),
            None,
        ),
        levels=tuple(Link(level.text, level.address, level.count) for level in link_levels(archive, site.wording)),
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
    kinds: dict[TagKind, list[Link]] = {kind: [] for kind in KINDS}
    for count in counts:
        kinds[site.vocabulary.tag(count.key).kind].append(_link_tag(count, site.vocabulary))
    kinds[TagKind.PLACE].sort(key=lambda link: (not link.name, link.name, link.text))  # readers know countries by name
    groups = [
        Group(name_kind(kind, site.wording), anchor_of_kind(kind), tuple(links))
        for kind, links in kinds.items()
        if links
    ]
    return view_index(frame_index(site, addresses.TAGS, "tags", len(counts)), site.wording.say("tags.note"), groups)


def view_senders(archive: Archive, site: Site) -> IndexView:
    """Make the view of the page that lists all senders, by country."""
    counts = archive.counts(Listing.SENDER)
    countries: dict[str, list[Link]] = defaultdict(list)
    for count in counts:
        countries[site.vocabulary.country(count.key)].append(_link_sender(count, site.vocabulary))
    elsewhere = countries.pop("", [])
    groups = [Group(country, anchor(country), tuple(countries[country])) for country in sorted(countries)]
    if elsewhere:
        groups.append(Group(site.wording.say("senders.elsewhere"), anchor("elsewhere"), tuple(elsewhere)))
    picture = draw_senders(counts, addresses.root(addresses.SENDERS), site.vocabulary, site.wording)
    frame = frame_index(site, addresses.SENDERS, "senders", len(counts))
    return view_index(frame, site.wording.say("senders.note"), groups, picture)


def view_classifications(archive: Archive, site: Site) -> IndexView:
    """Make the view of the page that lists all levels, from the lowest to the highest."""
    levels = link_levels(archive, site.wording)
    groups = [Group(site.wording.say("classifications.levels"), anchor("levels"), levels)] if levels else []
    frame = frame_index(site, addresses.CLASSIFICATIONS, "classifications")
    return view_index(frame, site.wording.say("classifications.note"), groups)


def link_levels(archive: Archive, wording: Wording) -> tuple[Link, ...]:
    """Give a link to each level that cables have, from the lowest to the highest, with its count and meaning."""
    counts = sorted(archive.counts(Listing.CLASSIFICATION), key=lambda count: rank_level(count.key))
    return tuple(
        Link(each.key, addresses.classification(each.key), each.cables, name_level(each.key, wording))
        for each in counts
    )


def view_dates(archive: Archive, site: Site) -> IndexView:
    """Make the view of the page that lists all months, by year."""
    undated = site.wording.say("dates_page.undated")
    groups = [
        Group(undated, anchor("undated"), (), addresses.UNDATED, count.cables)
        for count in archive.counts(Listing.UNDATED)
    ]
    picture = draw_all_months(archive.counts(Listing.MONTH), addresses.root(addresses.DATES), site.wording)
    frame = frame_index(site, addresses.DATES, "dates_page")
    return view_index(frame, site.wording.say("dates_page.note"), groups, picture)


def view_search(archive: Archive, site: Site) -> PlainView:
    """Make the view of the search page."""
    return PlainView(frame=frame_index(site, addresses.SEARCH, "search"), cables=archive.count())


def view_not_found(site: Site) -> PlainView:
    """Make the view of the page that a server shows where there is none."""
    return PlainView(frame=frame_index(site, addresses.NOT_FOUND, "not_found"))


def view_index(frame: Frame, note: str, groups: Sequence[Group], picture: Markup = _NOTHING) -> IndexView:
    """Make the view of a way in, which is called what its frame is."""
    return IndexView(frame=frame, heading=frame.title, note=note, groups=tuple(groups), picture=picture)


def frame_index(site: Site, address: str, section: str, count: int = 0) -> Frame:
    """Make the frame of a page whose title and description are in a section of the interface texts."""
    say = site.wording.say
    return Frame(site, address, say(f"{section}.title"), say(f"{section}.description", site=site.title, count=count))


def _link_tag(count: Count, vocabulary: Vocabulary) -> Link:
    return Link(count.key, addresses.tag(count.key), count.cables, vocabulary.tag(count.key).name)


def _link_sender(count: Count, vocabulary: Vocabulary) -> Link:
    return Link(count.key, addresses.sender(count.key), count.cables, vocabulary.station(count.key).title)


def _most_frequent(counts: list[Count]) -> list[Count]:
    return sorted(counts, key=lambda count: (-count.cables, count.key))[:_MOST_FREQUENT]
