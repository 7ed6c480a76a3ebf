"""The made-up cables as a Hugo site with a theme that prints the same pages as ours does.

All that ours finds out is given to Hugo in front matter: the fields of the telegram, its
paragraphs one by one, which reference is which page of the collection, who cites the cable, which
cables stand next to it, which cables are of a day. What is left to Hugo is to gather the lists of
TAGS, senders, years and months, to cut them into pages, to follow the paths, and to print.
"""

from __future__ import annotations

import shutil
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from benchmarks.hugo_site import write_page
from benchmarks.markdown_site import find_sources, read_source, save
from benchmarks.reading import Telegram

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

THEME: Final = Path(__file__).parent / "hugo_same"
LOOKS: Final = Path(__file__).parent.parent / "themes" / "default" / "assets"

_MONTHS: Final = ("January February March April May June July August September October November December").split()
_LONGEST: Final = 200


class Place(NamedTuple):
    """What must be known of a cable to link it with the others; they sort by date."""

    sent: datetime
    id: str
    sender: str
    cites: tuple[str, ...]

    @property
    def path(self) -> str:
        """The page's path in Hugo's content."""
        return f"/cable/{self.sent:%Y/%m}/{self.id}"


@dataclass(frozen=True, slots=True)
class Links:
    """How one cable stands to the others: paths of pages, and empty text for none."""

    number: int
    near: dict[str, str]
    cited_by: list[str] = field(default_factory=list)


def write_hugo_same_site(site: Path, folder: Path) -> None:
    """Writes all that Hugo needs to print the cables of `site` as ours does into `folder`."""
    shutil.copytree(THEME, folder)
    shutil.copytree(LOOKS, folder / "static" / "assets")
    save(folder / "static" / ".nojekyll", "")
    places = sorted(place_of(read_source(source)) for source in find_sources(site))
    paths = {place.id: place.path for place in places}
    links = link_cables(places)
    for source in find_sources(site):
        telegram = read_source(source)
        page = write_page(front_matter(telegram, paths, links[telegram.id]))
        save(folder / "content" / f"{paths[telegram.id][1:]}.md", page)
        save(folder / "static" / "source" / source_name(telegram), source.read_text(encoding="utf-8"))
    for name, matter in write_dates(places):
        save(folder / "content" / name, write_page(matter))


def place_of(telegram: Telegram) -> Place:
    """What the other cables must know of this one."""
    cites = tuple(dict.fromkeys(reference.id for reference in telegram.references))
    return Place(telegram.sent, telegram.id, telegram.sender, cites)


def link_cables(places: list[Place]) -> dict[str, Links]:
    """Finds the neighbours and the citing cables of each; they come in the order of their dates."""
    links = {place.id: Links(number, {}) for number, place in enumerate(places, start=1)}
    of_sender: dict[str, list[Place]] = defaultdict(list)
    for place in places:
        of_sender[place.sender].append(place)
        for cited in place.cites:
            if cited in links and cited != place.id:
                links[cited].cited_by.append(place.path)
    for row, suffix in [(places, ""), *((row, "_by_sender") for row in of_sender.values())]:
        for earlier, later in pairwise(row):
            links[earlier.id].near[f"later{suffix}"] = later.path
            links[later.id].near[f"earlier{suffix}"] = earlier.path
    return links


def front_matter(telegram: Telegram, paths: dict[str, str], links: Links) -> dict[str, object]:
    """All that the page of a cable shows, where `paths` are those of all cables by their ids."""
    sent = telegram.sent
    return {
        "title": telegram.subject,
        "date": sent.isoformat(),
        "weight": links.number,  # Hugo sorts by it, and need not be asked for another order
        "description": describe(telegram),
        "id": telegram.id,
        "when": long_date(sent),
        "datetime": sent.isoformat(),
        "time": f"{sent:%H:%M} UTC",
        "sender": [telegram.sender],
        "tag": telegram.tags,
        "year": [f"{sent:%Y}"],
        "month": [f"{sent:%Y-%m}"],
        "day": f"/day/{sent:%Y-%m-%d}",
        "from": telegram.sender,
        "sender_name": telegram.sender_name,
        "classification": telegram.classification,
        "handling": ", ".join(telegram.handling),
        "paragraphs": [each._asdict() for each in telegram.paragraphs],
        "signer": telegram.signer,
        "references": [{**each._asdict(), "path": paths.get(each.id, "")} for each in telegram.references],
        "cited_by": links.cited_by,
        **links.near,
        "classified_by": telegram.classified_by,
        **write_declassification(telegram.declassify),
        "precedence": telegram.precedence,
        "dtg": telegram.dtg,
        "transmission": telegram.transmission,
        "source": source_name(telegram),
        "action": telegram.action,
        "info": telegram.info,
        "header": telegram.header,
    }


def write_declassification(rule: str) -> dict[str, str]:
    """When the text may be let go: a day as pages write it, or the rule as it stands."""
    month, _, rest = rule.partition("/")
    day, _, year = rest.partition("/")
    if not year:
        return {"declassify": rule}
    on = datetime(int(year), int(month), int(day), tzinfo=UTC)
    return {"declassify": long_date(on), "declassify_on": f"{on:%Y-%m-%d}"}


def source_name(telegram: Telegram) -> str:
    """Where the text stands below `source/`, and below `content/cables/` of the made-up site."""
    return f"{telegram.sent:%Y/%m}/{telegram.id}.txt"


def describe(telegram: Telegram) -> str:
    """What the cable is in a sentence, then as much of its summary as fits."""
    summary = telegram.paragraphs[1].text.removeprefix("Summary: ")
    what = f"{telegram.classification} cable from {telegram.sender_name} of {long_date(telegram.sent)}"
    text = f"{what}. {summary}"
    if len(text) <= _LONGEST:
        return text
    return text[: _LONGEST - 1].rpartition(" ")[0].rstrip(" ,;:-") + "…"


def long_date(day: datetime) -> str:
    """`7 October 2009`; strftime would name the months in the language of the machine."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def write_dates(places: Iterable[Place]) -> Iterator[tuple[str, dict[str, object]]]:
    """The pages of years, months and days: what they are called, and what is in each.

    A day's cables are given, since as terms of a taxonomy some thousand days cost Hugo a fifth of
    its time. Hugo cuts only taxonomies into pages, but up to 200,000 cables no day needs a second.
    """
    days: dict[str, list[Place]] = defaultdict(list)
    inside: dict[str, dict[str, None]] = defaultdict(dict)
    for place in places:
        year, month, day = (place.sent.strftime(form) for form in ("%Y", "%Y-%m", "%Y-%m-%d"))
        days[day].append(place)
        inside[year][f"/month/{month}"] = None
        inside[month][f"/day/{day}"] = None
    for key, below in inside.items():
        kind, name = ("month", f"{_MONTHS[int(key[5:]) - 1]} {key[:4]}") if "-" in key else ("year", key)
        matter = {"title": f"Cables of {name}", "linkTitle": name.split()[0]}
        yield f"{kind}/{key}/_index.md", {**matter, "below": list(below)}
    for key, cables in days.items():
        name = long_date(cables[0].sent)
        matter = {"title": f"Cables of {name}", "linkTitle": name.split()[0], "in": key[:7]}
        yield f"day/{key}.md", {**matter, "cables": [cable.path for cable in cables]}
