"""The bench's cables are a fixed quantity: what is measured on them can be measured again."""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import eleventy_site, pelican_site
from benchmarks.cables import make_cables
from benchmarks.disk import Attic
from benchmarks.engines import CABLEPRESS
from benchmarks.floor import write_again
from benchmarks.hugo_same_site import front_matter, link_cables, place_of, write_dates
from benchmarks.markup import weigh_markup
from benchmarks.measure import Cost, Printed
from benchmarks.peers import Contestant
from benchmarks.reading import Telegram, read_telegram
from benchmarks.report import Result, Round, write_report

# A bar stands for the two spaces with which lines of a telegram end.
CITED = """

VZCZCXRO9730|
RR RUEHC|
DE RUEHDR #0006 0341301|
ZNR UUUUU ZZH|
R 031301Z FEB 09|
FM AMEMBASSY DUJER|
TO RUEHC/SECSTATE WASHDC 4686

UNCLAS DUJER 000006

SIPDIS

E.O. 12958: N/A

TAGS: [PREL](#)

SUBJECT: TALKS

¶1. (U) It is fictional exercise text.

¶2. (U) Summary: The talks began.|
GOLRON"""

CITING = """

VZCZCXYZ0001|
PP RUEHC RUEAIIA|
DE RUEHBR #0007 0341405|
ZNR UUUUU ZZH|
P 031405Z FEB 09|
FM AMCONSUL BUNDOR|
TO RUEHC/SECSTATE WASHDC 4686|
INFO RUEAIIA/CIA WASHDC

UNCLAS SENSITIVE BUNDOR 000007

SIPDIS

E.O. 12958: N/A

TAGS: [PREL](#) [IZ](#)

SUBJECT: TRADE & TALKS

REF: A. 09 DUJER 6|
B. 09 DUJER 99999

¶1. (U) It is fictional exercise text.

¶2. (SBU) Summary: The talks go on.|
GOLRON"""


def read(text: str) -> Telegram:
    marked = re.search(r"^UNCLAS.* (\w+) 0*(\d+)$", text, re.MULTILINE)
    assert marked is not None
    return read_telegram(f"09{marked[1]}{marked[2]}", 2009, text.replace("|", "  "))


def test_the_same_seed_gives_the_same_bytes_on_every_machine() -> None:
    made = hashlib.sha256()
    for cable in make_cables(50, seed=7):
        made.update(f"{cable.path.as_posix()}\n{cable.text}\n".encode())

    assert made.hexdigest() == ("d3da326b8fb6df447fa53f8920acd4daa045207a844177ff4c8eadd62e109d4c")


def test_the_mean_cable_is_within_a_tenth_of_six_and_a_half_kilobytes() -> None:
    sizes = [len(cable.text.encode()) for cable in make_cables(500)]

    assert 5_850 < sum(sizes) / len(sizes) < 7_150


def test_a_cable_is_filed_under_the_year_station_and_serial_that_its_text_gives() -> None:
    for cable in make_cables(200):
        sent = re.search(r"^[A-Z] \d{6}Z [A-Z]{3} (\d\d)  $", cable.text, re.MULTILINE)
        marked = re.search(r"^[A-Z ]+? ([A-Z]+) (\d{6})$", cable.text, re.MULTILINE)

        assert sent is not None
        assert marked is not None
        assert cable.path.stem == f"{sent[1]}{marked[1]}{int(marked[2])}"
        assert cable.path.parts[0].endswith(sent[1])


def test_a_made_up_telegram_is_read_as_it_was_written() -> None:
    telegram = read(CITING)

    assert (telegram.id, telegram.sender, telegram.sender_name) == ("09BUNDOR7", "BUNDOR", "AMCONSUL BUNDOR")
    assert telegram.sent == datetime(2009, 2, 3, 14, 5, tzinfo=UTC)
    assert (telegram.classification, telegram.handling) == ("UNCLASSIFIED", ["SENSITIVE", "SIPDIS"])
    assert (telegram.action, telegram.info) == (["RUEHC/SECSTATE WASHDC 4686"], ["RUEAIIA/CIA WASHDC"])
    assert (telegram.tags, telegram.subject) == (["PREL", "IZ"], "TRADE & TALKS")
    assert [each.number for each in telegram.paragraphs] == [1, 2]
    assert telegram.paragraphs[1].text == "Summary: The talks go on."
    assert telegram.signer == "GOLRON"


def test_every_made_up_telegram_can_be_read() -> None:
    for cable in make_cables(300):
        telegram = read_telegram(cable.path.stem, int(cable.path.parts[0]), cable.text)

        assert f"SUBJECT: {telegram.subject}\n" in f"{telegram.header}\n"
        assert len(telegram.paragraphs) == cable.text.count("¶")
        assert cable.text.endswith(telegram.signer)


def test_hugo_is_given_what_a_cable_cites_and_what_is_next_to_it() -> None:
    telegrams = [read(CITED), read(CITING), read(CITED.replace("000006", "000008").replace("031301", "041301"))]
    places = [place_of(telegram) for telegram in telegrams]
    links = link_cables(places)
    paths = {place.id: place.path for place in places}

    cited, citing, last = (front_matter(telegram, paths, links[telegram.id]) for telegram in telegrams)

    assert citing["references"] == [
        {"letter": "A", "text": "09 DUJER 6", "path": "/cable/2009/02/09DUJER6"},
        {"letter": "B", "text": "09 DUJER 99999", "path": ""},
    ]
    assert cited["cited_by"] == ["/cable/2009/02/09BUNDOR7"]
    assert (citing["earlier"], citing["later"]) == ("/cable/2009/02/09DUJER6", "/cable/2009/02/09DUJER8")
    assert last["earlier_by_sender"] == "/cable/2009/02/09DUJER6"
    assert "earlier" not in cited
    assert "later_by_sender" not in citing
    assert [citing[name] for name in ("sender", "tag", "year", "month", "day")] == [
        ["BUNDOR"],
        ["PREL", "IZ"],
        ["2009"],
        ["2009-02"],
        "/day/2009-02-03",
    ]
    assert citing["description"] == ("UNCLASSIFIED cable from AMCONSUL BUNDOR of 3 February 2009. The talks go on.")


def test_hugo_is_given_the_months_of_a_year_and_the_cables_of_a_day() -> None:
    pages = dict(write_dates([place_of(read(CITED)), place_of(read(CITING))]))

    assert pages["year/2009/_index.md"]["below"] == ["/month/2009-02"]
    assert pages["month/2009-02/_index.md"]["below"] == ["/day/2009-02-03"]
    assert pages["month/2009-02/_index.md"]["title"] == "Cables of February 2009"
    assert pages["day/2009-02-03.md"]["cables"] == ["/cable/2009/02/09DUJER6", "/cable/2009/02/09BUNDOR7"]


def test_pelican_and_eleventy_are_given_what_hugo_is_given() -> None:
    telegram = read(CITING)

    assert pelican_site.write_head(telegram) == (
        "Title: TRADE & TALKS\nDate: 2009-02-03 14:05\nCategory: BUNDOR\nTags: PREL, IZ\nSlug: 09BUNDOR7\n"
    )
    matter = eleventy_site.front_matter(telegram, "2009/02/09BUNDOR7.html")
    assert (matter["title"], matter["sender"], matter["tags"]) == ("TRADE & TALKS", "BUNDOR", ["PREL", "IZ"])
    assert (matter["date"], matter["permalink"]) == ("2009-02-03T14:05:00+00:00", "2009/02/09BUNDOR7.html")


def test_the_floor_is_the_time_to_write_the_same_files_again(tmp_path: Path) -> None:
    printed, copy = tmp_path / "printed", tmp_path / "copy"
    for number in range(20):
        (printed / str(number % 3)).mkdir(parents=True, exist_ok=True)
        (printed / str(number % 3) / f"{number}.html").write_bytes(bytes(10_000_000) if number == 7 else b"page")
    attic = Attic(tmp_path / "attic")

    assert write_again(printed, copy, attic) > 0

    assert not copy.exists()  # in the attic, so that the next one begins with an empty folder
    (again,) = (folder for folder in (tmp_path / "attic" / "old").iterdir())
    assert {path.relative_to(again): path.read_bytes() for path in again.rglob("*.html")} == {
        path.relative_to(printed): path.read_bytes() for path in printed.rglob("*.html")
    }


def test_markup_is_what_a_page_has_beside_its_text(tmp_path: Path) -> None:
    page = tmp_path / "cable" / "2009" / "a.html"
    page.parent.mkdir(parents=True)
    page.write_text('<!doctype html>\n<title>A  lamp</title><p title="seen on hover">It is &lt; lit.')
    assert weigh_markup(tmp_path) == [len(page.read_text()) - len("A lampIt is < lit.")]
    (page.parent / "b.html").write_text("<b>b</b>")
    assert weigh_markup(tmp_path)[0] == len("<b></b>")


def test_the_report_says_where_the_time_goes_how_far_the_floor_is_and_how_large_files_are(
    tmp_path: Path,
) -> None:
    contestant = Contestant("cablepress", "1", CABLEPRESS, tmp_path, tmp_path, (), index_stages=("index",))
    said = '{"seconds": {"ingest": 6.0, "index": 4.0}}'
    costs = [Cost(wall, 1.0, 1, 0.0, last_line=said) for wall in (10.0, 12.0, 11.0)]
    ours = Result(contestant, costs, Printed(2, 3_000_000, 1_254_000))

    round_ = Round(10, 65_000, [ours], [], [], floor=[2.0, 2.0, 2.2], markup=[4_000, 5_000, 6_000])
    page = write_report([round_], "cablepress", 3)
    assert "uncompressed: 5.0 KB (95th percentile 6.0), of 3 pages." in page

    assert "| 2 | 3.0 | 1,254 |" in page
    assert "as it waited for them: ingest 6.00 s (60%), index 4.00 s (40%)." in page
    assert "again by a plain loop takes 2.00 (2.00–2.20) s; making them takes 5.0 (5.0–6.0) times that." in page
