"""A collection of made-up telegrams, as large as asked for and always the same.

    python -m benchmarks.cables --count 10000 --out DIR

writes `DIR/content/cables/YYYY/MM/ID.txt`; with `--csv`, one table of all of them as
`DIR/content/cables/cables.csv`, every field in quotes and without a row of names. The same count
and seed give the same bytes on every machine. The cables come one by one, in the order of their
dates; only the latest ids are remembered, for references, so that memory does not grow with the
collection.

What they do not have is damage: no misspelt headers, no sections, no missing marks. They measure
speed; the sample collection and the tests are there for the grammar.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Final

from benchmarks.stations import POSTS, Post
from benchmarks.telegram import Facts, write_telegram
from benchmarks.words import below

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# How many of a thousand cables are of which year. As in the best known collection, most are of
# the last few years (85% from 2003 on), and 2010 ends with February.
_YEARS: Final = (
    dict.fromkeys(range(1973, 1983), 3)
    | dict.fromkeys(range(1983, 1993), 5)
    | dict.fromkeys(range(1993, 2003), 7)
    | {2003: 60, 2004: 90, 2005: 110, 2006: 130, 2007: 140, 2008: 145, 2009: 150, 2010: 25}
)
_END: Final = datetime(2010, 3, 1, tzinfo=UTC)

_REMEMBERED: Final = 20_000
_REMEMBERED_OF_POST: Final = 50
_NEVER_SENT: Final = 90_000  # no post comes near this serial

# How many references a cable has, each entry as likely as the next.
_REFERENCES: Final = (0, 0, 0, 0, 1, 1, 1, 2, 2, 3, 4)


@dataclass(frozen=True, slots=True)
class MadeCable:
    """One telegram of the collection, and where it belongs under `content/cables/`."""

    path: Path
    text: str


@dataclass(slots=True)
class _Desk:
    """What must be known of earlier cables to write the next."""

    serials: dict[tuple[str, int], int] = field(default_factory=dict)
    sent: list[str] = field(default_factory=list)
    sent_by: dict[str, list[str]] = field(default_factory=dict)

    def next_serial(self, rng: Random, post: Post, year: int) -> int:
        """Serials rise with gaps: no collection holds all that a post has sent."""
        serial = self.serials.get((post.station, year), 0) + 1 + below(rng, 6)
        self.serials[post.station, year] = serial
        return serial

    def draw_references(self, rng: Random, post: Post, year: int) -> list[str]:
        """References as cables write them; one in ten is to a cable that nobody holds."""
        drawn: dict[str, None] = {}
        for _ in range(_REFERENCES[below(rng, len(_REFERENCES))]):
            own = self.sent_by.get(post.station, self.sent)
            known: Sequence[str] = own if below(rng, 2) else self.sent
            if known and below(rng, 10):
                drawn[known[below(rng, len(known))]] = None
            else:
                serial = _NEVER_SENT + below(rng, 9_999)
                drawn[f"{year % 100:02} {POSTS.draw(rng).station} {serial}"] = None
        return list(drawn)

    def remember(self, rng: Random, facts: Facts) -> None:
        """Makes the cable one that later ones may cite."""
        reference = f"{facts.date:%y} {facts.post.station} {facts.serial}"
        _keep(rng, self.sent, reference, _REMEMBERED)
        own = self.sent_by.setdefault(facts.post.station, [])
        _keep(rng, own, reference, _REMEMBERED_OF_POST)


def _keep(rng: Random, kept: list[str], item: str, most: int) -> None:
    # When full, a chance one gives way: old cables fade out, yet a few stay citable for long.
    if len(kept) < most:
        kept.append(item)
    else:
        kept[below(rng, most)] = item


def make_cables(count: int, seed: int = 1) -> Iterator[MadeCable]:
    """The cables of the collection, oldest first."""
    rng = Random(seed)
    desk = _Desk()
    for date in _draw_dates(rng, count):
        post = POSTS.draw(rng)
        references = desk.draw_references(rng, post, date.year)
        facts = Facts(post, date, desk.next_serial(rng, post, date.year), references)
        desk.remember(rng, facts)
        path = Path(f"{date:%Y}", f"{date:%m}", f"{facts.id}.txt")
        yield MadeCable(path, write_telegram(rng, facts))


def _draw_dates(rng: Random, count: int) -> Iterator[datetime]:
    shares = 0
    for year, share in _YEARS.items():
        first, end = count * shares // 1000, count * (shares + share) // 1000
        shares += share
        start = datetime(year, 1, 1, tzinfo=UTC)
        minutes = (min(datetime(year + 1, 1, 1, tzinfo=UTC), _END) - start) // timedelta(minutes=1)
        for number in range(end - first):
            minute = (number * minutes + below(rng, minutes)) // (end - first)
            yield start + timedelta(minutes=minute)


def write_cables(count: int, folder: Path, seed: int = 1) -> int:
    """Writes the collection under `folder/content/cables`; says how many bytes that were."""
    cables = folder / "content" / "cables"
    written = 0
    month = None
    for cable in make_cables(count, seed):
        path = cables / cable.path
        if path.parent != month:
            month = path.parent
            month.mkdir(parents=True, exist_ok=True)
        written += path.write_bytes(cable.text.encode())
    return written


def write_table(cables: Iterable[MadeCable], path: Path, megabytes: int = 0) -> int:
    """Writes cables as one table, until it has so many megabytes if that is asked for; says how many they were."""
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = written = 0
    with path.open("wb") as table:
        for cable in cables:
            rows += 1
            written += table.write(_write_row(rows, cable))
            if megabytes and written >= megabytes * 1_000_000:
                break
    return rows


def _write_row(number: int, cable: MadeCable) -> bytes:
    header, _, body = cable.text.strip("\n").partition("\n\n")
    date = f"{int(cable.path.parts[1])}/1/{cable.path.parts[0]} 0:00"
    fields = (str(number), date, cable.path.stem, "Embassy", "UNCLASSIFIED", "", header, body)
    escaped = (each.replace("\\", "\\\\").replace('"', '\\"').replace("'", "\\'") for each in fields)
    return (",".join(f'"{each}"' for each in escaped) + "\n").encode()


def main() -> None:
    """Writes a collection to the folder named on the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.cables", description=__doc__)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--csv", action="store_true", help="one table instead of a file for each")
    wanted = parser.parse_args()
    if wanted.csv:
        table = wanted.out / "content" / "cables" / "cables.csv"
        write_table(make_cables(wanted.count, wanted.seed), table)
        print(f"{wanted.count:,} made-up cables, {table.stat().st_size:,} bytes in one table")
        return
    size = write_cables(wanted.count, wanted.out, wanted.seed)
    print(f"{wanted.count:,} made-up cables, {size:,} bytes, {size // max(wanted.count, 1):,} each")


if __name__ == "__main__":
    main()
