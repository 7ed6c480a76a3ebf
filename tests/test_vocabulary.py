"""The vocabulary: its tables are sound, pages show what codes stand for, and a site can correct it."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import generator
from generator import vocabulary
from generator.archive import database
from generator.cable import TagKind
from generator.config import read_config
from generator.errors import ConfigError
from generator.findings import Finding
from generator.pages.names import KINDS
from generator.vocabulary import (
    CAPTIONS,
    CLASSIFICATIONS,
    PLACES,
    PRECEDENCES,
    STATION_ALIASES,
    STATIONS,
    TAG_CODES,
    TAGS,
    Station,
    TagTerm,
    Vocabulary,
    grammar_words,
    tag_kind,
)
from tests.site_folder import SiteFolder

PACKAGE = Path(generator.__file__).parent
TABLES = sorted((PACKAGE / "vocabulary" / "data").glob("*.tsv"))
TAG_FORMS = {
    TagKind.PLACE: r"[A-Z]{2}",
    TagKind.SUBJECT: r"[ABCEMOPST][A-Z]{3}",
    TagKind.PROGRAM: r"K[A-Z]{3}",
    TagKind.ORGANIZATION: r"[A-Z]{2,9}(-[A-Z0-9]{1,2})?|G-?\d{1,2}",
}


def rows(table: Path) -> list[list[str]]:
    lines = table.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")][1:]


# The tables


@pytest.mark.parametrize("table", TABLES, ids=lambda path: path.stem)
def test_a_table_names_its_sources_and_no_code_twice(table: Path) -> None:
    head = re.match(r"(#.*\n)+", table.read_text(encoding="utf-8"))
    assert head
    assert "# Source: " in head[0]
    codes = [row[0] for row in rows(table)]
    assert codes
    assert len(codes) == len(set(codes))
    assert all(cell == cell.strip() and cell.isprintable() for row in rows(table) for cell in row)


def test_no_tag_is_in_two_tables() -> None:
    assert len(TAG_CODES) == len(TAGS) == sum(len(rows(table)) for table in TABLES if table.stem.startswith("tags-"))


@pytest.mark.parametrize("kind", TAG_FORMS)
def test_tags_have_the_form_of_their_kind(kind: TagKind) -> None:
    wrong = [code for code, term in TAGS.items() if term.kind is kind and not re.fullmatch(TAG_FORMS[kind], code)]
    assert not wrong


def test_two_tags_of_one_name_are_known_to_be_so() -> None:
    """A name that stands twice is a slip of the pen, but for these."""
    named: dict[tuple[TagKind, str], list[str]] = {}
    for code, term in TAGS.items():
        if term.name:
            named.setdefault((term.kind, term.name), []).append(code)
    assert sorted(codes for codes in named.values() if len(codes) > 1) == [
        ["AE", "TC"], ["AID", "USAID"], ["EU", "EUN"], ["G-20", "G20"], ["G-77", "G77"], ["G-8", "G8"],
        ["PEPR", "PREL"], ["PHUM", "SHUM"], ["PREF", "SREF"], ["RB", "SR"], ["WTO", "WTRO"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "kind", "name"),
    [
        ("PREL", TagKind.SUBJECT, "External Political Relations"),
        ("PGOV", TagKind.SUBJECT, "Internal Governmental Affairs"),
        ("OPDC", TagKind.SUBJECT, "Diplomatic Correspondence"),
        ("OVIP", TagKind.SUBJECT, "Visits and Travel of Prominent Individuals and Leaders"),
        ("SHUM", TagKind.SUBJECT, "Human Rights"),
        ("KNNP", TagKind.PROGRAM, "Nuclear Non-Proliferation"),
        ("KIRF", TagKind.PROGRAM, "International Religious Freedom"),
        ("NATO", TagKind.ORGANIZATION, "North Atlantic Treaty Organization"),
        ("UN", TagKind.ORGANIZATION, "United Nations"),
        ("AU", TagKind.PLACE, "Austria"),
        ("AS", TagKind.PLACE, "Australia"),
        ("CE", TagKind.PLACE, "Sri Lanka"),
        ("CH", TagKind.PLACE, "China"),
        ("RS", TagKind.PLACE, "Russia"),
        ("RP", TagKind.PLACE, "Philippines"),
        ("SZ", TagKind.PLACE, "Switzerland"),
        ("UP", TagKind.PLACE, "Ukraine"),
        ("UR", TagKind.PLACE, "Soviet Union (to 1991)"),
        ("YO", TagKind.PLACE, "Yugoslavia"),
        ("XF", TagKind.PLACE, "Middle East"),
    ],
)
def test_tags_have_their_names_and_kinds(code: str, kind: TagKind, name: str) -> None:
    assert TAGS[code] == TagTerm(kind, name)


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("EU", TagKind.ORGANIZATION),  # two letters, yet no place
        ("QQ", TagKind.PLACE),
        ("KQQQ", TagKind.PROGRAM),
        ("KQQ", TagKind.SUBJECT),
        ("PQQQ", TagKind.SUBJECT),
        ("UNGA/C-6", TagKind.ORGANIZATION),
        ("ZANU-PF", TagKind.ORGANIZATION),
        ("CLINTON, HILLARY", TagKind.PERSON),
        ("COUNTRY CLEARANCE", TagKind.SUBJECT),
    ],
)
def test_the_kind_of_an_unknown_tag_comes_from_its_form(code: str, kind: TagKind) -> None:
    assert tag_kind(code) is kind


def test_stations_are_named_and_stand_in_known_countries() -> None:
    for code, station in STATIONS.items():
        assert re.fullmatch(r"[A-Z]{3,24}", code), code
        assert station.name, code
        assert not station.country or TAGS[station.country].kind is TagKind.PLACE, code
        assert not station.country or TAGS[station.country].name, code
    assert [code for code, station in STATIONS.items() if not station.country] == ["JERUSALEM", "SECTO"]


def test_an_alias_leads_to_a_station_and_is_none_itself() -> None:
    for alias, code in STATION_ALIASES.items():
        assert re.fullmatch("[A-Z]+", alias), alias
        assert code in STATIONS, alias
        assert alias not in STATIONS, alias
    written = [alias for table in TABLES if table.stem == "stations" for row in rows(table) for alias in row[4:]]
    aliases = " ".join(written).split()
    assert len(aliases) == len(set(aliases))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("STATE", "SECDEF"),
        ("VIENNA", "UNVIEVIENNA"),
        ("BRUSSELS", "USEUBRUSSELS"),
        ("BRUSSELS", "USNATO"),
        ("ROME", "UNROME"),
        ("BERLIN", "USBERLIN"),
        ("TAIPEI", "AITTAIPEI"),
        ("KIEV", "KYIV"),  # the ids of some years have the one, those of others the other
        ("DACCA", "DHAKA"),
        ("SANA", "SANAA"),
        ("JIDDA", "JEDDAH"),
    ],
)
def test_stations_that_are_easily_taken_for_each_other_are_two(one: str, other: str) -> None:
    assert one in STATIONS
    assert other in STATIONS
    assert STATION_ALIASES.get(one, one) != STATION_ALIASES.get(other, other)


@pytest.mark.parametrize(
    ("alias", "code"),
    [
        ("SECSTATE", "STATE"),
        ("SECSTATEWASHDC", "STATE"),
        ("SECDEFWASHDC", "SECDEF"),
        ("HK", "HONGKONG"),
        ("BA", "BUENOSAIRES"),
        ("USUN", "USUNNEWYORK"),
        ("UNVIE", "UNVIEVIENNA"),
        ("USINTHAVANA", "HAVANA"),
        ("MEXICOCITY", "MEXICO"),
    ],
)
def test_other_spellings_lead_to_the_code_of_reference_ids(alias: str, code: str) -> None:
    assert STATION_ALIASES[alias] == code


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("USNATO", "US Mission to NATO, Brussels"),
        ("TEHRAN", "Embassy Tehran"),
        ("HAMBURG", "Consulate General Hamburg"),
        ("STATE", "Department of State, Washington"),
        ("SECTO", "Secretary of State's traveling party"),
    ],
)
def test_a_post_is_named_with_its_place_once(code: str, title: str) -> None:
    assert STATIONS[code].title == title


def test_captions_classifications_and_precedences_keep_their_order() -> None:
    assert CAPTIONS[0] == "SIPDIS"
    assert (CLASSIFICATIONS[0], CLASSIFICATIONS[-1]) == ("UNCLASSIFIED", "TOP SECRET")
    assert (PRECEDENCES[0], PRECEDENCES[-1]) == ("FLASH", "ROUTINE")
    assert vocabulary.PRECEDENCE_OF_PROSIGN == {"Z": "FLASH", "O": "IMMEDIATE", "P": "PRIORITY", "R": "ROUTINE"}


# What counts for parsing


def test_codes_and_spellings_are_part_of_the_grammar_and_names_are_not() -> None:
    words = grammar_words()
    for word in ("'PREL'", "'USNATO'", "('SECSTATE', 'STATE')", "'SIPDIS'", "'subject'", "'NOFORN'"):
        assert word in words
    for name in ("External Political Relations", "US Mission to NATO", "Not for foreign nationals"):
        assert name not in words


def test_rooms_that_make_facts_use_no_names_of_the_vocabulary() -> None:
    """A corrected name would not reach the archive, as it does not make it parse again."""
    names = {"TAGS", "Vocabulary", "CAPTION_MEANINGS", "CLASSIFICATION_MEANINGS", "PRECEDENCE_MEANINGS"}
    rooms = set(getattr(database, "_GRAMMAR_ROOMS")) - {"vocabulary"}  # noqa: B009 - a private name
    for module in (path for room in rooms for path in (PACKAGE / room).rglob("*.py")):
        tree = ast.parse(module.read_text(encoding="utf-8"))
        imported = (n for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) and "vocabulary" in (n.module or ""))
        used = {alias.name for node in imported for alias in node.names}
        assert not used & names, module
        inside = [n.value for n in ast.walk(tree) if isinstance(n, (ast.Subscript, ast.Attribute))]
        assert not any(isinstance(node, ast.Name) and node.id == "STATIONS" for node in inside), module


# Pages


def test_a_cable_page_says_what_its_codes_stand_for(site: SiteFolder) -> None:
    site.cable("a.txt", post="USNATO", serial=432, tags=("PREL", "KNNP", "RS", "KQQQ"), level="S E C R E T")
    site.build()
    address = next(address for address in site.printed() if address.endswith("09USNATO432.html"))
    page = site.view(address).text
    assert "USNATO US Mission to NATO, Brussels" in page
    assert "PREL External Political Relations KNNP Nuclear Non-Proliferation RS Russia KQQQ" in page
    html = site.read(address)
    assert (
        '<abbr tabindex="0" title="For distribution on the Secret Internet Protocol Router Network">SIPDIS</abbr>'
        in html
    )
    assert 'content="SECRET cable from US Mission to NATO, Brussels, ' in html


def test_a_sender_that_nobody_knows_is_named_as_its_telegram_does(site: SiteFolder) -> None:
    site.cable("a.txt", post="ATLANTIS", serial=7)
    site.build()
    assert "ATLANTIS AMEMBASSY ATLANTIS" in next(
        site.view(address).text for address in site.printed() if address.endswith("09ATLANTIS7.html")
    )
    assert "Elsewhere ATLANTIS 1" in site.view("sender/index.html").text
    assert "<h1>ATLANTIS</h1>" in site.read("sender/ATLANTIS.html")


def test_lists_and_ways_in_name_their_codes(site: SiteFolder) -> None:
    site.cable("a.txt", post="USNATO", serial=432, tags=("PREL", "KQQQ"))
    site.build()
    assert "<h1>PREL, External Political Relations</h1>" in site.read("tag/PREL.html")
    assert "<h1>KQQQ</h1>" in site.read("tag/KQQQ.html")
    assert "<h1>USNATO, US Mission to NATO, Brussels</h1>" in site.read("sender/USNATO.html")
    assert '<meta property="og:title" content="PREL, External Political Relations">' in site.read("tag/PREL.html")
    assert "Belgium USNATO US Mission to NATO, Brussels 1" in site.view("sender/index.html").text
    home = site.view("index.html").text
    assert "USNATO US Mission to NATO, Brussels 1" in home
    assert "PREL External Political Relations 1" in home


def test_every_kind_of_tag_has_its_group_and_the_lists_lead_there(site: SiteFolder) -> None:
    tags = ("PREL", "MT", "KNNP", "NATO", "OVIP (CLINTON, HILLARY)")
    site.cable("a.txt", tags=tags)
    site.build()
    assert set(KINDS) == set(TagKind)
    index = site.read("tag/index.html")
    for kind in KINDS:
        assert f'id="list-{kind}s"' in index
    assert 'href="../tag/index.html#list-subjects"' in site.read("tag/PREL.html")
    assert 'href="../tag/index.html#list-places"' in site.read("tag/MT.html")


def test_places_stand_in_the_order_of_their_names(site: SiteFolder) -> None:
    site.cable("a.txt", tags=("CI", "CH", "AF", "QQ", "CG"))
    site.build()
    assert re.search(r"AF Afghanistan 1 CI Chile 1 CH China 1 CG Congo, .* 1 QQ 1", site.view("tag/index.html").text)


# Corrections

CORRECTIONS = """\
title: Test
vocabulary:
  tags:
    PREL: Relations of all kinds
    KQQQ: {name: Our own programme, kind: organization}
    NO: Norway by another name
    RS: {kind: subject}
  stations:
    ATLANTIS: {name: Embassy Atlantis, place: Poseidonia, country: Atlantis}
    USNATO: {place: Evere}
    VALLETTA: Mission Valletta
  captions:
    SIPDIS: On the network
"""


def test_a_site_s_corrections_show_on_its_pages_and_parse_nothing_again(site: SiteFolder) -> None:
    site.cable("a.txt", post="ATLANTIS", serial=7, tags=("PREL", "KQQQ"))
    site.cable("b.txt", post="USNATO", serial=8, tags=("NO", "RS"))
    site.build()
    site.settings(CORRECTIONS)
    report = site.build()
    assert (report.parsed, report.unchanged) == (0, 2)
    senders, tags = site.view("sender/index.html").text, site.view("tag/index.html").text
    assert "Atlantis ATLANTIS Embassy Atlantis, Poseidonia 1 Belgium USNATO US Mission to NATO, Evere 1" in senders
    assert "PREL Relations of all kinds 1 RS Russia 1 Places NO Norway by another name 1" in tags
    assert "Organizations KQQQ Our own programme 1" in tags
    assert "<h1>PREL, Relations of all kinds</h1>" in site.read("tag/PREL.html")
    page = next(site.read(address) for address in site.printed() if address.endswith("09ATLANTIS7.html"))
    assert '<abbr tabindex="0" title="On the network">SIPDIS</abbr>' in page
    assert "Embassy Atlantis, Poseidonia" in page


def test_what_a_correction_leaves_out_stays_as_it_was(site: SiteFolder) -> None:
    ours = read_config(site.settings(CORRECTIONS).root).vocabulary
    assert ours.tag("RS") == TagTerm(TagKind.SUBJECT, "Russia")
    assert ours.tag("PREL").kind is TagKind.SUBJECT
    assert ours.station("USNATO") == Station("US Mission to NATO", "Evere", "BE", PLACES["Brussels"])
    assert ours.station("VALLETTA") == Station("Mission Valletta", "Valletta", "MT", PLACES["Valletta"])
    assert ours.tag("PGOV") == TAGS["PGOV"]
    assert ours.caption("NODIS") == vocabulary.CAPTION_MEANINGS["NODIS"]


def test_without_corrections_the_vocabulary_is_that_of_the_tables() -> None:
    assert Vocabulary().tag("PREL") == TAGS["PREL"]
    assert Vocabulary().tag("QQ") == TagTerm(TagKind.PLACE)
    assert Vocabulary().station("ATLANTIS").title == ""
    assert (Vocabulary().country("USNATO"), Vocabulary().country("ATLANTIS")) == ("Belgium", "")


def test_a_stranger_s_name_in_the_settings_is_never_markup(site: SiteFolder) -> None:
    site.cable("a.txt", post="USNATO", tags=("PREL",))
    attack = "'\"><script>alert(1)</script>'"
    site.settings(
        f"title: Test\nvocabulary:\n  tags:\n    PREL: {attack}\n"
        f"  stations:\n    USNATO: {{name: {attack}, country: {attack}}}\n  captions:\n    SIPDIS: {attack}\n"
    )
    site.build()
    for address, content in site.printed().items():
        if address.endswith(".html"):
            assert b"<script>alert" not in content, address


@pytest.mark.parametrize(
    ("settings", "line", "code", "message", "remedy"),
    [
        ("vocabulary: x\n", 1, "config.value", "'vocabulary' must be a list of entries", ""),
        ("vocabulary:\n  tag:\n    PREL: x\n", 2, "config.unknown", "no setting 'vocabulary.tag'", "'tags'"),
        ("vocabulary:\n  tags: [PREL]\n", 2, "config.value", "'vocabulary.tags' must be a list", ""),
        (
            "vocabulary:\n  tags:\n    PREL:\n",
            3,
            "config.value",
            "'vocabulary.tags.PREL' must be text",
            "after 'PREL:'",
        ),
        ("vocabulary:\n  tags:\n    PREL: 12\n", 3, "config.value", "must be text", 'PREL: "12"'),
        ("vocabulary:\n  tags:\n    PREL: [a]\n", 3, "config.value", "must be text", ""),
        ("vocabulary:\n  tags:\n    PREL: ' '\n", 3, "config.value", "must be some words", ""),
        (f"vocabulary:\n  tags:\n    PREL: {'x' * 201}\n", 3, "config.value", "at most 200 characters", ""),
        ('vocabulary:\n  tags:\n    PREL: "a\\0b"\n', 3, "config.value", "no control characters", ""),
        ("vocabulary:\n  tags:\n    PREL: a\n    prel: b\n", 4, "config.repeated", "is set twice", ""),
        ("vocabulary:\n  tags:\n    KQQQ: {kin: place}\n", 3, "config.unknown", "'vocabulary.tags.KQQQ.kin'", "'kind'"),
        ("vocabulary:\n  tags:\n    KQQQ: {kind: programme}\n", 3, "config.value", "no kind 'programme'", "'program'"),
        ("vocabulary:\n  tags:\n    ? [a, b]\n    : c\n", 3, "config.unknown", "no code", ""),
        ("vocabulary:\n  stations:\n    US-NATO: x\n", 3, "config.value", "no code of a station", "such as USNATO"),
        ("vocabulary:\n  stations:\n    SECSTATE: x\n", 3, "config.value", "another spelling of STATE", "Write STATE"),
        (
            "vocabulary:\n  stations:\n    ROME: {city: Rome}\n",
            3,
            "config.unknown",
            "'vocabulary.stations.ROME.city'",
            "",
        ),
        ("vocabulary:\n  captions:\n    SIPDIS: {name: x}\n", 3, "config.value", "must be text", ""),
    ],
)
def test_a_mistake_in_a_correction_is_reported_with_its_line(
    site: SiteFolder, settings: str, line: int, code: str, message: str, remedy: str
) -> None:
    with pytest.raises(ConfigError) as caught:
        read_config(site.settings(settings).root)
    found: list[Finding] = list(caught.value.findings)
    assert [(each.line, each.code) for each in found] == [(line, code)]
    assert message in found[0].message
    assert remedy in found[0].remedy
    assert found[0].remedy, "every mistake says what to do"
