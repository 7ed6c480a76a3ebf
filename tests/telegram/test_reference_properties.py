"""What holds for every REF block: nothing is linked that was not named in it, and nothing of it is lost."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.cable import ReferenceKind
from generator.telegram.identity import ReferenceId, read_reference_id
from generator.telegram.references import parse_references

OWN = ReferenceId(9, "VALLETTA", 118)
NAMES = {
    "ROME": ("ROME", "Rome", "AMEMBASSY ROME", "EMBASSY ROME", "rome"),
    "STATE": ("STATE", "SECSTATE", "SECSTATE WASHDC", "State"),
    "SANJOSE": ("SAN JOSE", "San Jose", "SANJOSE"),
    "NDJAMENA": ("N'DJAMENA", "N’DJAMENA", "NDJAMENA"),
    "PORTAUPRINCE": ("PORT AU PRINCE", "PORT-AU-PRINCE"),
    "STPETERSBURG": ("ST PETERSBURG", "ST. PETERSBURG"),
    "USUNNEWYORK": ("USUN NEW YORK", "USUN"),
    "SAOPAULO": ("SAO PAULO", "São Paulo"),
    "HONGKONG": ("HONG KONG", "HK", "AMCONSUL HONG KONG"),
    "VALLETTA": ("VALLETTA", "Valletta"),
}
PROSE = (
    "(NOTAL)", "AND PREVIOUS", "DATED 12 OCT", "ROE-DOE E-MAIL 12/12/06", "SEE ALSO", "9 FAM 41.41 N3", "TD-314/12345-06",
    "PARA 3", "FISH QUOTAS", "THE 2008 MEETING", "12 OCT 06", "07/18/08", "UNSCR 1441", "PAGE 02", "ET AL", "(C)", "GROUP OF 77",
    "IIR 6 847 0123 06", "3 PERCENT", "Elections in Athens 2004", "H.R. 1234", "Boeing 747", "no. 5", "70 people", "A-34",
    "PAGE 02 VALLET 00118 01 OF 02 070531Z", "VALLETTA 00000118 001.2 OF 003", "SECTION 01 OF 02", "050114Z JAN 07", "SECSTATE 031234Z",
)  # fmt: skip
LETTERS = ("{}. ", "{}) ", "({}) ", "{} - ", "¶{}. ", "{}: ", "({}.) ", "{}.", "({} ")
BETWEEN = ("\n", " ", ", ", "; ", "\n     ", ";\n", " \n\n")


@st.composite
def spelt(draw: st.DrawFn) -> tuple[str, str]:
    """Spell a telegram in one of the usual ways; give the spelling and the id that it means."""
    station = draw(st.sampled_from(sorted(NAMES)))
    name = draw(st.sampled_from(NAMES[station]))
    serial = draw(st.integers(1, 399_999))
    digits = draw(st.sampled_from((str(serial), f"{serial:05d}", f"{serial:06d}")))
    year = draw(st.one_of(st.none(), st.integers(1973, 2009)))
    if year is None:
        own = 8 if station == OWN.station and serial > OWN.serial else 9
        return f"{name} {digits}", f"{own:02d}{station}{serial}"
    short = f"{year % 100:02d}"
    forms = [
        f"{short} {name} {digits}",
        f"{year} {name} {digits}",
        f"{name} {digits} ({year})",
        f"{name} {digits} OF {year}",
    ]
    forms += [
        f"'{short} {name} {digits}",
        f"{short}-{name}-{digits}",
        f"{short}{name}{digits}",
        f"{name} {digits} ({short})",
    ]
    return draw(st.sampled_from(forms)), f"{short}{station}{serial}"


@st.composite
def blocks(draw: st.DrawFn) -> tuple[str, set[str]]:
    """Write a REF block of telegrams and prose; give it and the ids of its telegrams."""
    label = draw(st.sampled_from(("REF: ", "REFS: ", "REF(S): ", "REFTELS: ", "Ref: ", "", "REF:\n")))
    form = draw(st.sampled_from(LETTERS))
    between = draw(st.sampled_from(BETWEEN))
    items: list[str] = []
    ids: set[str] = set()
    for number in range(draw(st.integers(1, 5))):
        pieces = []
        for _ in range(draw(st.integers(1, 3))):
            if draw(st.booleans()):
                pieces.append(draw(st.sampled_from(PROSE)))
            else:
                text, meant = draw(spelt())
                pieces.append(text)
                ids.add(meant)
        items.append(form.format("ABCDE"[number]) + draw(st.sampled_from((", ", "; ", " AND ", "\n"))).join(pieces))
    return label + between.join(items), ids


@given(blocks())
@settings(deadline=None, max_examples=600)
def test_every_link_is_to_a_telegram_that_was_named(block: tuple[str, set[str]]) -> None:
    text, ids = block
    targets = {each.target for each in parse_references(text, OWN) if each.kind is ReferenceKind.CABLE}
    assert targets <= ids, text


@given(spelt(), st.sampled_from(("REF: ", "REF: A. ", "REFTEL: (A) ", "")))
@settings(deadline=None, max_examples=300)
def test_a_telegram_alone_is_found_in_every_spelling(named: tuple[str, str], before: str) -> None:
    text, meant = named
    assert [each.target for each in parse_references(before + text, OWN)] == ([meant] if meant != str(OWN) else [""])


def words(text: str) -> list[str]:
    return re.findall(r"[A-Z]{4,}|\d{3,}", text.upper())


@given(blocks())
@example(("A. ROME 12\nPAGE 02 VALLET 00118 01 OF 02 070531Z B. AND PREVIOUS", set()))
@settings(deadline=None, max_examples=200)
def test_no_word_of_a_block_is_lost(block: tuple[str, set[str]]) -> None:
    text, _ = block
    shown = words(" ".join(each.text for each in parse_references(text, OWN)))
    transmission = {"PAGE", "VALLET", "SECTION", "REFS", "REFTELS", "VALLETTA"}
    lost = [
        word for word in words(text) if word not in shown and word not in transmission and not word.startswith("00")
    ]
    assert [word for word in lost if word != "070531"] == []


@given(st.text(max_size=300), st.sampled_from((None, OWN)), st.sampled_from((None, 9, 2009, 76, 1976)))
@settings(deadline=None, max_examples=300)
def test_a_block_of_any_text_is_read_and_twice_to_the_same(
    text: str, own: ReferenceId | None, year: int | None
) -> None:
    assert parse_references(text, own, year) == parse_references(text, own, year)


TOKENS: Sequence[str] = (
    "A. ", "06 ", "ROME ", "ROME 1", "12", "'", "(", ")", "-", "/", ",", " AND ", "2006", "STATE", "\n", "REF: ", "²", "٣", "ß", "ŉ", "İ", "OF ", "O",
    "A. THROUGH C. ", "B) ", '"', "“", "”", "DATED 12/3/05", ";", "E-MAIL", ".", "St. ", "OURTEL ",
)  # fmt: skip


@given(st.lists(st.sampled_from(TOKENS), max_size=25).map("".join), st.sampled_from((None, OWN)))
@settings(deadline=None, max_examples=600)
def test_pieces_of_references_in_any_order_are_read_to_ids_in_canonical_form(
    text: str, own: ReferenceId | None
) -> None:
    for each in parse_references(text, own, 2009):
        assert (each.kind is ReferenceKind.CABLE) == bool(each.target)
        assert not each.target or str(read_reference_id(each.target)) == each.target


@pytest.mark.parametrize("year", [9, 2009])
def test_a_bare_year_stands_in_for_the_cable_s_own(year: int) -> None:
    assert [each.target for each in parse_references("REF: ROME 12", None, year)] == ["09ROME12"]
