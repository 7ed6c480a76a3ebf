"""No text, however repetitive, takes more than its length: four times the text, about four times the time."""

from __future__ import annotations

import contextlib
from collections.abc import Callable

import pytest

from generator.frontmatter import read_front_matter
from generator.pages.markup import find_pieces
from generator.sources.decoding import decode_text
from generator.telegram.identity import read_reference_id, station_code
from generator.telegram.reference_items import find_items
from generator.telegram.references import parse_references
from tests.growth import takes_too_long
from tests.telegram.reading import read

TOKENS = [
    *"aA1.,;:-/()[]{}\"'’¶é\u00a0\t\n_=*&#!<>|\\\u2028\x0c\ufffd",
    "A ", "a ", "Aa ", "1 ", "- ", ". ", ", ", "' ", "A'", "A’", "A.", "A-", "A/", "A, ", "a.b", "1/", "1.", "1-", "(A", "A)",
    " .", '."', "E.O.", "E-", "AA ", "AAA. ", "00 ", "06ROME", "06-", "O4 ", "O", "AB\n", "A\n\n", "a\n", "1\n", " \n", "-\n", "\n\n ",
    "A. ", "A.\n", "(A) ", "A - ", "A: ", "¶A.", "(C) ", "(C)\n", "( ", "(C/NF) ", "(C/", "/NF", "¶1. ", "¶1.\n", "¶1.\n\n", "1. ",
    "1.\n", "1. (C) a\n", "1. (C) a\n\n", "(1) a\n", "(a) (i) ", "-- a\n", "--a", "- a\n\n", "  a  b\n", "a   b ", "a  b", "A\n---\n",
    "---\n", "--- ", "xxxxxxxxxxxx ",
    "O70531Z ", "070531 ", "07 05 31", "OIL", "O/P ", "OOO", "ZDK ", "OCT ", "OCTOBER 6, 2019 ", "6 OCT ", "10/", "10/06 ", "DECL", "DECL: N/A ",
    "AS AMENDED ", "DNG: CO ", "XMT A, ", "XMT AMEMBASSY A ", "AMEMBASSY ", "AMEMBASSY A/", "SECSTATE WASHDC3456", "ZEN/", "RUEHC/RUEHC/",
    "RUEHC\\", "NIACT IMMEDIATE ", "PRIORITY A ", " POUCH", "//J5//", "ALL POSTS\n", "COLLECTIVE\n", "OF\n", "S I P D I S ", "E F T O ", "SIPDISSIPDIS",
    "SIPIDS ", "NO FOREIGN ", "REL TO USA, ", "USA, ", "USA AND ", "SIPDIS STATE FOR ", "CHANNEL ", "UNLCAS ", "C O N F ", "CONFIDENTAIL ",
    "FINAL SECTION OF ", "SECT 1/", "TOSEC 1 ", "ROME001196 ", "ROME-", "NO. 1 ", "0O", "Jr., ", "Roe, ", "van der ", "a.i. ", "A. ROE, ",
    "Ambassador ", "Ambassador Roe ", "(b)", "(bd) ", "b/", "1.4", "Derived from: ", "classified by ", "for reasons ", "per ", "FOR THE REASONS OF ",
    "&#8217;", "&#", "(C) 1. ", "Para 1. ", "P1. ", "l. (C) ", "1 (C) ", "a. 2. (C) ", ". 2.", "(A)\n\n", "(i) a\n", "o a\n", "| ", "|", "....",
    ". . ", "- - ", "Aa\n", "Aa\n\n", "a-\n", "A.\n\n", "END ", "END\n", "ENDS ", "SUM", "SUMMARY AND COMMENT", "SUMMARY/", "A SUMMARY ENDS ",
    "BEGIN TEXT\n", "FINAL SECTION OF ", "SECTION 02 OF 02\n", "UNCLAS SECTION 01 OF 02 ROME 001196\na\n", "PAGE 01 ROME 01196\n",
    "PAGE 01 ROME 01196\na\n", "STATE 015113 182333Z\n", "a ROME 00001196 001.2 OF 003 b ", "A B 00001196 001 OF 003 ", "PAGE 02 A 1196 ",
    "ACTION EUR-12\n", "Declassified/Released US Department of State ", "this record is an extract ", "xxxx", "xX",
    "VZCZC", "VZCZC\n", "RUEHC ", "RUEHC/", "DE RUEHNO #0432\n", "PP RUEHC\n", "070531Z OCT 09 ", "070531Z ", "070531Z OCT 09\n", "O P ",
    "NIACT ", "FM ", "FM A\n", "TO ", "TO A\n", "INFO ", "INFO A\n", "XMT ", "XMT\n", "PRIORITY ", "PRIORITY\n", "3456\n",
    "RUEHC/SECSTATE WASHDC PRIORITY 3456\n", "UNCLAS ", "UNCLAS\n", "C O N F I D E N T I A L ", "C ", "S E C R E T\n", "//", "// ", "//A ",
    "FOR OFFICIAL USE ONLY ", "SECTION 01 OF 02 ", "SECTION 01 OF 02\n", "SECTION ", "UNCLAS SECTION 01 OF 02 ROME 001196\n", "SIPDIS ",
    "SIPDIS\n", "E.O. 12958: ", "E.O. 12958: N/A\n", "DECL: ", "10/06/", "TAGS ", "TAGS:\n", "TAGS: PREL\n", "[A](#) ", "[A](", "(A, ", "(AAA ",
    "OVIP (ROE, JANE) ", "SUBJECT: ", "SUBJECT:\n", "SUBJECT: A\n", "SUBJ ", "C O R R E C T E D ", "partial extract ", "REF: ", "REF:\n",
    "REFS ", "REF: A. 06 ROME 1\n", "06 ROME 1, ", "ROME 1 AND ", "1 AND ", "1, ", "06 ", "ROME ", "2009 ", "TD-", "U.S.", "CLASSIFIED BY ",
    "CLASSIFIED BY: ", "Classified By\n", "AF/", "AF/C - ", "FOR REASONS ", "FOR ", "THE ", "SEC. ", "AND ", " and A", "1.4 ", "1.4 (b) ",
    "REASON: 1.4\n", "SUMMARY ", "SUMMARY: ", "SUMMARY\n", ". Summary: ", "END SUMMARY ", "END ", "END SUMMARY\n", "PAGE 02 ", "PAGE 02\n",
    "PAGE 02 ROME 01196 01 OF 02 082030Z\n", "VALLETTA 00000118  001.2 OF 003\n", "ROE 00000", "A 00000 ", "NNNN\n", "BT\n", "ROE\n", "END\n",
]  # fmt: skip

DATED = "R 070531Z OCT 09\nFM AMEMBASSY VALLETTA\n"
NAMED = f"{DATED}\nUNCLAS VALLETTA 000118\n\n"
ABOUT = f"{NAMED}SUBJECT: A\n\n"

PLACES = {
    "alone": ("", ""),
    "in the body": (f"{ABOUT}¶1. (U) Text. ", "x\nROE\n"),
    "below the header": (ABOUT, "x"),
    "in the subject": (f"{NAMED}SUBJECT: A ", "x\n\n¶1. Text.\n"),
    "in the tags": (f"{NAMED}TAGS: PREL ", "x\n\nSUBJECT: A\n"),
    "in the references": (f"{ABOUT}REF: A. 06 ROME 1 ", "x\n\n¶1. Text.\n"),
    "in Classified By": (f"{ABOUT}Classified By: Poloff Roe ", "x 1.4 (b)\n\n¶1. Text.\n"),
    "in the reasons": (f"{ABOUT}Classified By: Poloff Roe 1.4 ", "x\n\n¶1. Text.\n"),
    "in the E.O. line": (f"{DATED}E.O. 12958: DECL: ", "x\n\nSUBJECT: A\n"),
    "in an E.O. line that ends the text": (f"{DATED}E.O. 12958: DECL: ", ""),
    "in the TAGS that end the text": (f"{NAMED}TAGS: PREL ", ""),
    "in a subject that ends the text": (f"{NAMED}SUBJECT: A ", ""),
    "in the references that end the text": (f"{ABOUT}REF: A. 06 ROME 1 ", ""),
    "in the classification": (f"{DATED}UNCLAS ", "x\n\nSUBJECT: A\n"),
    "in the addressees": (f"{DATED}TO RUEHC/", "x\n\nUNCLAS ROME 1\n"),
    "in the sender": ("R 070531Z OCT 09\nFM ", "x\n\nUNCLAS ROME 1\n"),
    "in the date": ("R ", "070531Z OCT 09\n\nUNCLAS ROME 1\n"),
    "in the transmission lines": ("VZCZC", "x\nR 070531Z OCT 09\n"),
}


@pytest.mark.parametrize("place", PLACES)
def test_a_repeated_token_takes_time_in_proportion_to_its_length(place: str) -> None:
    before, after = PLACES[place]
    assert [token for token in TOKENS if takes_too_long(read, before, token, after)] == []


@pytest.mark.parametrize("parse", [read_reference_id, station_code, read_front_matter])
def test_names_and_front_matter_take_time_in_proportion_to_their_length(parse: Callable[[str], object]) -> None:
    assert [token for token in TOKENS if takes_too_long(parse, "09", token, "")] == []


REFERENCE_TOKENS = [
    "A. THROUGH ", "A.A.", "(A) ", "REF A: ", "REF:\n", "\nREF: ", "06 ROME ", "ROME 06 ", "ROME 1 AND ", "1/", "1-", "1, ", "(06) ", "'06 ",
    "ST. ", "PORT-", "PORT-AU-PRINCE 1", "ROE-DOE ", "NO. ", "- - ", '"A', "“A” ", "DATED ", "DATED 1/1/", "12 MAR ", "PAGE 02 ", "PAGE 02 ROME ",
    "ROME 00000118 ", "UNCLAS ", "SECTION 01 OF ", "OF ", "O", "1O", "A-1 ", "A@", "(NOTAL) ", "(06", "ROME 1\n", "\nA. ", "Z. AA. ", "1) ", "²",
]  # fmt: skip


@pytest.mark.parametrize("before", ["", "REF: A. ROME 1 ", "REF: A. ROE "])
def test_references_take_time_in_proportion_to_their_length(before: str) -> None:
    tokens = TOKENS + REFERENCE_TOKENS
    assert [token for token in tokens if takes_too_long(parse_references, before, token, " ROME 1")] == []


@pytest.mark.parametrize("parse", [find_items, lambda text: list(find_pieces(text))])
def test_items_and_mentions_take_time_in_proportion_to_their_length(parse: Callable[[str], object]) -> None:
    tokens = [*TOKENS, *REFERENCE_TOKENS, "ref ", "refs A, ", "A and ", "ref (A) "]
    assert [token for token in tokens if takes_too_long(parse, "ref A ", token, "")] == []


@pytest.mark.parametrize("data", [b"a", b"\r", b"\xff", b"\x01", "¶".encode(), "\x93".encode(), b"\r\n"])
def test_decoding_takes_time_in_proportion_to_its_length(data: bytes) -> None:
    def decode(text: str) -> None:
        with contextlib.suppress(ValueError):  # refusing it is an answer, too
            decode_text(text.encode("latin-1"))

    assert not takes_too_long(decode, "", data.decode("latin-1"), "")
