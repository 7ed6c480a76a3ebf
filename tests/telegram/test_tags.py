"""TAGS: Traffic Analysis by Geography and Subject."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.cable import TagKind
from generator.telegram import Role
from generator.telegram.tag_words import codes_in
from generator.telegram.tags import parse_tags, read_tags_part
from tests.telegram.reading import HEADER, parts_of, read


def codes(text: str) -> list[str]:
    return [tag.code for tag in parse_tags(text)]


@pytest.mark.parametrize(
    "label",
    [
        "TAGS:",
        "TAGS",
        "TAGES:",
        "TAG:",
        "TAG",
        "TAS:",
        "TABS:",
        "TGS:",
        "AGS:",
        "TAGS;",
        "TAGS,",
        "TAGS :",
        "Tags:",
        "tags:",
        "TAGS.",
    ],
)
def test_a_label_may_be_mistyped(label: str) -> None:
    assert codes(f"{label} PREL, MT") == ["PREL", "MT"]
    cable = read(HEADER.replace("TAGS:", label) + "¶1. (U) Text.\n")
    assert [tag.code for tag in cable.tags] == ["PREL", "MT"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("TAGS: PREL, NATO, RS", ["PREL", "NATO", "RS"]),
        ("TAGS: PREL NATO RS", ["PREL", "NATO", "RS"]),
        ("TAGS: PREL,NATO,RS", ["PREL", "NATO", "RS"]),
        ("TAGS: PREL; NATO; RS", ["PREL", "NATO", "RS"]),
        ("TAGS: PREL-PGOV-RS", ["PREL", "PGOV", "RS"]),
        ("TAGS: US-RS, PREL", ["US-RS", "PREL"]),
        ("TAGS: PREL,, NATO,", ["PREL", "NATO"]),
        ("TAGS: PREL. NATO.", ["PREL", "NATO"]),
        ("TAGS: prel, Nato", ["PREL", "NATO"]),
        ("TAGS: [PREL](#) [NATO](#) [RS](#)", ["PREL", "NATO", "RS"]),
        ("TAGS: [PREL](#), [NATO](https://example.org/tag/NATO)", ["PREL", "NATO"]),
        ("TAGS: [PREL](#)[NATO](#)", ["PREL", "NATO"]),
        ("TAGS: PREL\nNATO RS\n  KNNP", ["PREL", "NATO", "RS", "KNNP"]),
        ("TAGS:\nPREL NATO", ["PREL", "NATO"]),
        ("PREL NATO", ["PREL", "NATO"]),
        ("TAGS: PREL, PREL, prel", ["PREL"]),
        ("TAGS: PREL SIPDIS NATO", ["PREL", "NATO"]),
        ("TAGS: UNGA/C-6, ZANU-PF", ["UNGA/C-6", "ZANU-PF"]),
        ("TAGS: PREL/PGOV/KXQZ/FR", ["PREL", "PGOV", "KXQZ", "FR"]),
        ("TAGS: PREL/KXQZ", ["PREL", "KXQZ"]),
        ("TAGS: PREL/PGOV/XQZA", ["PREL", "PGOV", "XQZA"]),
        ("TAGS: UNGA/PLENARY/C-6", ["UNGA/PLENARY/C-6"]),
        ("TAGS: UNGA/XQZA", ["UNGA/XQZA"]),
        ("TAGS: (PREL, MT)", ["PREL", "MT"]),
        ("TAGS: N/A", []),
        ("TAGS: NONE", []),
        ("TAGS:", []),
        ("", []),
        ("TAGS: PREL (U) MT", ["PREL", "MT"]),
        ("TAGS: PREL\nPAGE 02 ROME 01196 01 OF 02 082030Z\nMT IT", ["PREL", "MT", "IT"]),
        ("TAGS: PREL\nPAGE 02\nMT", ["PREL", "MT"]),
    ],
)
def test_codes_come_in_their_order_each_once_without_captions_and_page_lines(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("TAGS: OVIP (ROE, JANE)", ["OVIP", "ROE, JANE"]),
        ("TAGS: PREL OVIP (ROE, JANE) MT", ["PREL", "OVIP", "ROE, JANE", "MT"]),
        ("TAGS: OVIP (ROE, JANE), OVIP (DOE, JOHN Q.)", ["OVIP", "ROE, JANE", "DOE, JOHN Q."]),
        ("TAGS: OVIP (ROE,\nJANE)", ["OVIP", "ROE, JANE"]),
        ("TAGS: [OVIP](#) (ROE, JANE) [MT](#)", ["OVIP", "ROE, JANE", "MT"]),
        ("TAGS: OVIP (Roe, Jane)", ["OVIP", "ROE, JANE"]),
        ("TAGS: OVIP (ROE-DOE, JANE)", ["OVIP", "ROE-DOE, JANE"]),
    ],
)
def test_a_person_in_brackets_is_a_tag_of_its_own(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("MT", TagKind.PLACE),
        ("XX", TagKind.PLACE),
        ("KNNP", TagKind.PROGRAM),
        ("KPAO", TagKind.PROGRAM),
        ("ROE, JANE", TagKind.PERSON),
        ("NATO", TagKind.ORGANIZATION),
        ("UN", TagKind.ORGANIZATION),
        ("UNGA/C-6", TagKind.ORGANIZATION),
        ("PREL", TagKind.SUBJECT),
        ("KIDS1", TagKind.SUBJECT),
    ],
)
def test_the_form_of_a_code_tells_its_kind(code: str, kind: TagKind) -> None:
    text = f"OVIP ({code})" if "," in code else code
    assert parse_tags(text)[-1].kind is kind


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        ("TAGS: PREL, MT\n", ["PREL", "MT"]),
        ("TAGS: PREL\nMT\nIT\n", ["PREL", "MT", "IT"]),
        ("TAGS:\n\nPREL MT\n", ["PREL", "MT"]),
        ("TAGS\nPREL MT\n", ["PREL", "MT"]),
        ("TAGS: PREL\nPAGE 02 VALLET 00118 070531Z\nMT\n", ["PREL", "MT"]),
        ("TAGS: PREL\n\nTAGS: MT\n", ["PREL", "MT"]),
        ("TAGS: PREL\nTAGS: MT\n", ["PREL", "MT"]),
    ],
)
def test_a_block_of_tags_may_wrap_begin_a_line_later_and_come_twice(block: str, expected: list[str]) -> None:
    cable = read(HEADER.replace("TAGS: PREL, MT\n", block) + "¶1. (U) Text.\n")
    assert [tag.code for tag in cable.tags] == expected
    assert cable.subject == "EXERCISE: THE LIGHTHOUSE IS FICTIONAL"


def test_a_cable_without_tags_has_none() -> None:
    assert read(HEADER.replace("TAGS: PREL, MT\n", "") + "¶1. (U) TAGS: PREL\n").tags == ()


@pytest.mark.parametrize(
    "label",
    [
        "TAG S:",
        "T A G S:",
        "TAGSS:",
        "TAAGS:",
        "TGAS:",
        "TASG:",
        "TAGD:",
        "RAGS:",
        "TAHS:",
        "TAG(S):",
        "TAGS (U):",
        "TAGS::",
        "TAGS: TAGS:",
        "TAGS:TAGS",
        "**TAGS:**",
        "# TAGS:",
        "> TAGS:",
        "(U) TAGS:",
        "TAGS  ",
        "TAGS\t",
        "Tags :",
        "tAGS:",
        "TAGS: :",
    ],
)
def test_a_label_may_be_damaged_doubled_or_decorated(label: str) -> None:
    assert codes(f"{label} PREL, MT") == ["PREL", "MT"]
    cable = read(HEADER.replace("TAGS:", label) + "¶1. (U) Text.\n")
    assert [tag.code for tag in cable.tags] == ["PREL", "MT"]
    assert cable.subject == "EXERCISE: THE LIGHTHOUSE IS FICTIONAL"


def test_a_label_may_be_glued_to_the_first_code() -> None:
    for value in ("TAGSPREL, MT", "TAGS:PREL,MT", "TAGSPREL MT", "TAGSPRELMT"):
        assert codes(value) == ["PREL", "MT"]
        assert [tag.code for tag in read(HEADER.replace("TAGS: PREL, MT", value)).tags] == ["PREL", "MT"]


@pytest.mark.parametrize(
    "line",
    [
        "Tags hang on the buoys.",
        "TAG ALONG WITH THE BOAT",
        "TAGSCHRIFT",
        "STAGS: NONE",
        "TAGS are on the buoys",
        "HASHTAGS: NONE",
        "VILLAGES: PREL",
        "Tag, you are it",
        "Tags were counted, and then they were lost.",
    ],
)
def test_a_word_that_looks_like_the_label_is_none(line: str) -> None:
    assert read(f"UNCLAS VALLETTA 000118\n\nSUBJECT: A FISH\n\n{line}\n\n¶1. (U) Text.\n").tags == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ETRDEINVECINPGOVCS", ["ETRD", "EINV", "ECIN", "PGOV", "CS"]),
        ("PRELMT", ["PREL", "MT"]),
        ("PRELPGOV", ["PREL", "PGOV"]),
        ("PREL PGOVKDEM MT", ["PREL", "PGOV", "KDEM", "MT"]),
        ("PRELPGOV,MARRKNNPIR", ["PREL", "PGOV", "MARR", "KNNP", "IR"]),
        ("ECONEFINETRD", ["ECON", "EFIN", "ETRD"]),
        ("SENVEWWTEFISIC", ["SENV", "EWWT", "EFIS", "IC"]),
        ("NATOPREL", ["NATO", "PREL"]),
        ("UNSCPREL", ["UNSC", "PREL"]),
        ("MTPREL", ["MT", "PREL"]),
        ("PGOVPHUMUNHRC", ["PGOV", "PHUM", "UNHRC"]),
        ("prelpgov", ["PREL", "PGOV"]),
        ("TAGS: PREL PGOV\nMTKNNP", ["PREL", "PGOV", "MT", "KNNP"]),
    ],
)
def test_glued_codes_are_parted_where_known_ones_cover_them_exactly(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize(
    "word",
    [
        "COUNTRY",
        "SOCIALISTS",
        "TERRORISM",
        "PRELUDE",
        "ECONOMIC",
        "PARMESAN",
        "MARRIAGE",
        "GERMANY",
        "KNNPX",
        "PRELX",
        "ISRAEL",
        "SENATE",
        "AIRCRAFT",
        "CASCADES",
        "ELECTIONS",
        "MTIT",
        "ITMTIC",
        "OVIPERS",
        "PETERS",
    ],
)
def test_another_word_is_not_taken_apart(word: str) -> None:
    assert codes_in(word) == ()
    assert codes(word) == [word]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("TAGS: COUNTRY CLEARANCE", ["COUNTRY CLEARANCE"]),
        ("TAGS: OTRA, COUNTRY CLEARANCE, MT", ["OTRA", "COUNTRY CLEARANCE", "MT"]),
        ("TAGS: OTRA COUNTRY CLEARANCE MT", ["OTRA", "COUNTRY CLEARANCE", "MT"]),
        ("TAGS: OTRA COUNTRY\nCLEARANCE MT", ["OTRA", "COUNTRY CLEARANCE", "MT"]),
        ("TAGS: OTRA MT\nEFIN COUNTRY CLEARANCE", ["OTRA", "MT", "EFIN", "COUNTRY CLEARANCE"]),
        ("TAGS: EXTERNAL RELATIONS, PREL", ["EXTERNAL RELATIONS", "PREL"]),
        ("TAGS: MCAP, MILITARY CAPABILITIES", ["MCAP", "MILITARY CAPABILITIES"]),
        ("TAGS: PREL, TERRORISM, MT", ["PREL", "TERRORISM", "MT"]),
        ("TAGS: [COUNTRY CLEARANCE](#) [MT](#)", ["COUNTRY CLEARANCE", "MT"]),
        ("TAGS: POLITICAL PARTIES; HUMAN RIGHTS", ["POLITICAL PARTIES", "HUMAN RIGHTS"]),
        ("TAGS: PREL KXYZ KQQQ", ["PREL", "KXYZ", "KQQQ"]),
        ("TAGS: XYZW, QQ", ["XYZW", "QQ"]),
    ],
)
def test_a_tag_may_have_several_words_and_need_not_be_known(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("OVIP (CLINTON, HILLARY)", ["OVIP", "CLINTON, HILLARY"]),
        ("OREP (PELOSI, NANCY)", ["OREP", "PELOSI, NANCY"]),
        ("PREL (DOE, J.)", ["PREL", "DOE, J."]),
        ("OVIP (ROE, JANE; DOE, JOHN), MT", ["OVIP", "ROE, JANE", "DOE, JOHN", "MT"]),
        ("OVIP (ROE, JANE AND DOE, JOHN)", ["OVIP", "ROE, JANE", "DOE, JOHN"]),
        ("OVIP (ROE, JANE, DOE, JOHN)", ["OVIP", "ROE, JANE", "DOE, JOHN"]),
        ("OVIP (DOE, JOHN, JR.)", ["OVIP", "DOE, JOHN, JR."]),
        ("OVIP (ROE, JANE) (DOE, JOHN)", ["OVIP", "ROE, JANE", "DOE, JOHN"]),
        ("OVIP(ROE, JANE)", ["OVIP", "ROE, JANE"]),
        ("OVIP (ROE,JANE)", ["OVIP", "ROE, JANE"]),
        ("OVIP ( ROE , JANE )", ["OVIP", "ROE, JANE"]),
        ("OVIP (O'ROE, JANE)", ["OVIP", "O'ROE, JANE"]),
        ("OVIP (DE ROE, JANE ANN)", ["OVIP", "DE ROE, JANE ANN"]),
        ("OVIP (ROE, JANE", ["OVIP", "ROE, JANE"]),
        ("OVIP (MUÑOZ, JOSÉ", ["OVIP", "MUÑOZ, JOSÉ"]),
        ("OVIP (Muñoz, José)", ["OVIP", "MUÑOZ, JOSÉ"]),
        ("OVIP (ROE, JANE MT", ["OVIP", "ROE, JANE", "MT"]),
        ("OVIP (ROE, JANE, PREL, MT", ["OVIP", "ROE, JANE", "PREL", "MT"]),
        ("PREL OVIP ROE, JANE) MT", ["PREL", "OVIP", "ROE, JANE", "MT"]),
        ("OVIP ROE, JANE, MT", ["OVIP", "ROE, JANE", "MT"]),
        ("OVIP, PREL, MT", ["OVIP", "PREL", "MT"]),
        ("OVIP PREL, MT", ["OVIP", "PREL", "MT"]),
        ("OVIP (ROE)", ["OVIP", "ROE"]),
        ("[OVIP](#) [ROE, JANE](#)", ["OVIP", "ROE, JANE"]),
        ("TAGS: OVIP (ROE, JANE), PREL,\nOVIP (DOE,\nJOHN), MT", ["OVIP", "ROE, JANE", "PREL", "DOE, JOHN", "MT"]),
        ("PREL (IT, MT)", ["PREL", "IT", "MT"]),
    ],
)
def test_persons_are_read_whatever_became_of_their_brackets(text: str, expected: list[str]) -> None:
    assert codes(text) == expected
    assert codes(f"TAGS: {text}") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PREL/PGOV", ["PREL", "PGOV"]),
        ("UNGA/C-6", ["UNGA/C-6"]),
        ("UNSC/E", ["UNSC/E"]),
        ("ZANU-PF", ["ZANU-PF"]),
        ("PREL - MT", ["PREL", "MT"]),
        ("PREL-PGOV", ["PREL", "PGOV"]),
        ("PREL.PGOV.MT", ["PREL", "PGOV", "MT"]),
        ("PREL AND MT", ["PREL", "MT"]),
        ("PREL & MT", ["PREL", "MT"]),
        ("#PREL #MT", ["PREL", "MT"]),
        ("*PREL* _MT_", ["PREL", "MT"]),
        ("\"PREL\", 'MT'", ["PREL", "MT"]),
        ("PREL:MT", ["PREL", "MT"]),
        ("PREL. MT.", ["PREL", "MT"]),
        ("U.S. PREL", ["US", "PREL"]),
        ("PR EL, MT", ["PREL", "MT"]),
        ("G8 PREL", ["G8", "PREL"]),
        ("KIRAQ1", ["KIRAQ1"]),
        ("PREL, N/A", ["PREL"]),
        ("PREL NOFORN SIPDIS MT", ["PREL", "MT"]),
        ("PREL, MT ROGER CHANNEL", ["PREL", "MT"]),
        ("PREL NO, MT", ["PREL", "NO", "MT"]),
        ("E.O. 12958: N/A PREL", ["PREL"]),
        ("PREL, MT E.O. 12958: DECL: 10/06/2019", ["PREL", "MT"]),
        ("PREL PAGE 02 MT", ["PREL", "MT"]),
        ("PREL\nPAGE 02        VALLET 00118  01 OF 02  070531Z\nMT", ["PREL", "MT"]),
        ("PREL PAGE 02 VALLET 00118 MT", ["PREL", "MT"]),
        ("PREL, MT SUBJECT: A FISH", ["PREL", "MT"]),
        ("PREL, MT SUBJ: A FISH", ["PREL", "MT"]),
        ("PREL, MT\nSUBJECT A FISH", ["PREL", "MT"]),
        ("PREL, MT\nUBJECT: A FISH", ["PREL", "MT"]),
        ("PREL, MT REF: 06 ROME 12", ["PREL", "MT"]),
        ("PREL, MT Classified By: Jane Roe", ["PREL", "MT"]),
        ("PREL MT THE LIGHTHOUSE IS FICTIONAL", ["PREL", "MT"]),
    ],
)
def test_marks_captions_and_words_of_other_fields_are_no_tags(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("TAGS: PREL, 12, MT", ("12",)),
        ("TAGS: PREL ?? MT", ("??",)),
        ("TAGS: PREL A MT", ("A",)),
        ("TAGS: PREL, MT THE LIGHTHOUSE OF MALTA", ("THE LIGHTHOUSE OF MALTA",)),
        ("TAGS: PREL, X, MT", ("X",)),
        ("TAGS: PREL SUBJECT: A FISH", ("SUBJECT: A FISH",)),
        ("TAGS: PREL E.O. 12958: DECL: 10/06/2019", ("E.O. 12958: DECL: 10/06/2019",)),
        ("TAGS: PREL, MT", ()),
        ("TAGS: PREL, PREL, SIPDIS, N/A (U)", ()),
        ("TAGS: [PREL](#) - [MT](#).", ()),
        ("TAGS: PREL\nPAGE 02 VALLET 00118\nMT", ()),
        ("TAGS: OVIP (ROE, JANE), #MT", ()),
    ],
)
def test_words_in_no_tag_are_left_over_and_labels_separators_captions_and_repeats_are_not(
    text: str, left: tuple[str, ...]
) -> None:
    assert read_tags_part(text).left == left


def test_what_is_left_over_is_a_finding_with_its_line() -> None:
    cable = read(HEADER.replace("TAGS: PREL, MT", "TAGS: PREL, MT,\nKNNP, 12") + "¶1. (U) Text.\n")
    (finding,) = cable.findings
    assert (finding.code, finding.line) == ("cable.unread-words", 17)
    assert "'12'" in finding.message
    assert read(HEADER + "¶1. (U) Text.\n").findings == ()


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        ("TAGS: PREL\nMT\nSUBJCET: A FISH\n", ["PREL", "MT"]),
        ("TAGS: PREL\nMT\nUBJECT A FISH\n", ["PREL", "MT"]),
        ("TAGS: PREL, MT\nA FISH IS COUNTED\n", ["PREL", "MT"]),
        ("TAGS: PREL, MT\nFISH ARE COUNTED IN MALTA\n", ["PREL", "MT"]),
        ("TAGS: PREL, MT\nThe fish are counted.\n", ["PREL", "MT"]),
        ("TAGS: PREL, MT\n-----\n", ["PREL", "MT"]),
        ("TAGS: PREL, MT\n1. (U) Text.\n", ["PREL", "MT"]),
        ("TAGS: PREL, MT\nSIPDIS\n", ["PREL", "MT"]),
        ("TAGS: PREL\nSIPDIS\nMT KNNP\nIT\n", ["PREL", "MT", "KNNP", "IT"]),
        ("TAGS: PREL\nSIPDIS\nA FISH IN MALTA\n", ["PREL"]),
        ("TAGS: PREL, MT\nDEPT FOR EUR/NB\n", ["PREL", "MT"]),
        ("TAGS: PREL,\n   MT, KNNP,\n   IT\n", ["PREL", "MT", "KNNP", "IT"]),
        ("TAGS: OVIP (ROE,\nJANE), MT\n", ["OVIP", "ROE, JANE", "MT"]),
        ("TAGS: PREL, OVIP\n(ROE, JANE), MT\n", ["PREL", "OVIP", "ROE, JANE", "MT"]),
        ("TAGS: PREL, XYZW,\nQQQQ, IT\n", ["PREL", "XYZW", "QQQQ", "IT"]),
        ("TAGS: OTRA, MT\nEFIN COUNTRY CLEARANCE\n", ["OTRA", "MT", "EFIN", "COUNTRY CLEARANCE"]),
        ("TAGS: OTRA, COUNTRY\nCLEARANCE, MT\n", ["OTRA", "COUNTRY CLEARANCE", "MT"]),
        ("TAGS: PREL\nUNCLASSIFIED\nPAGE 02 VALLET 00118 070531Z\nMT\n", ["PREL", "MT"]),
        ("TAGS: PREL\n\nUNCLASSIFIED\n\nPAGE 02 VALLET 00118 070531Z\n\nMT\n", ["PREL", "MT"]),
        ("TAGS:\n\n\nPREL MT\n", ["PREL", "MT"]),
        ("TAGS:\nPREL\nMT\n", ["PREL", "MT"]),
        ("TAGS:\n\nSUBJECT: A FISH\n", []),
        ("TAGS: PREL,\n\nMT, IT\n", ["PREL", "MT", "IT"]),
        ("TAGS: PREL,\n\nFISH\n", ["PREL"]),
        ("TAGS: prel\nmt, it\n", ["PREL", "MT", "IT"]),
        ("TAGS: PREL MT SUBJECT A FISH\n", ["PREL", "MT"]),
        ("TAGS: PREL MTSUBJECT: A FISH\n", ["PREL", "MT"]),
        ("SIPDIS TAGS: PREL MT\n", ["PREL", "MT"]),
        ("TAGS: PREL MT E.O. 12958: DECL: OADR\n", ["PREL", "MT"]),
    ],
)
def test_a_block_of_tags_ends_where_the_tags_end(block: str, expected: list[str]) -> None:
    text = f"UNCLAS VALLETTA 000118\n\n{block}\nREF: 06 ROME 12\n\n¶1. (U) Text.\n"
    cable = read(text)
    assert [tag.code for tag in cable.tags] == expected
    assert "cable.unread-words" not in {finding.code for finding in cable.findings}


def test_a_label_in_the_body_opens_no_tags_and_one_in_a_notice_neither() -> None:
    assert read(HEADER + "¶1. (U) Text.\n\nTAGS: KNNP\n").tags == read(HEADER + "¶1. (U) Text.\n").tags
    notice = "C O R R E C T E D  C O P Y - ADDED TAGS"
    cable = read(HEADER.replace("SIPDIS", f"{notice}\n\nSIPDIS") + "¶1. (U) Text.\n")
    assert [tag.code for tag in cable.tags] == ["PREL", "MT"]
    assert (Role.NOTICE, notice) in parts_of(cable.header)


WORDS = st.sampled_from(
    "PREL MT KNNP NATO XYZW QQ COUNTRY CLEARANCE TERRORISM THE FISH OF A 12 3A ?? (ROE, JANE) (DOE OVIP OREP "
    "UNGA/C-6 #IT ETRDEINV ROE, JANE) ; , \n - & U.S. x@y 100% é".split(" ")
)


@given(st.lists(WORDS, max_size=14).map(" ".join))
@settings(deadline=None, max_examples=300)
def test_no_word_of_tags_is_lost(text: str) -> None:
    read_part = read_tags_part(f"TAGS: {text}")
    kept = "".join([*(tag.code for tag in read_part.tags), *read_part.left]).upper()
    for word in re.findall(r"\w+", text.upper()):
        assert word in re.sub(r"[^\w]", "", kept), (word, read_part)


def test_a_second_subject_behind_the_tags_is_reported() -> None:
    cable = read("UNCLAS VALLETTA 000118\n\nSUBJECT: A FISH\nTAGS: PREL SUBJECT: ANOTHER\n\n¶1. (U) Text.\n")
    assert ([tag.code for tag in cable.tags], cable.subject) == (["PREL"], "A FISH")
    assert [f.line for f in cable.findings if f.code == "cable.unread-words" and "ANOTHER" in f.message] == [4]
