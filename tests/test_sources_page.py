"""The published HTML page: its table, its two texts, and every trap in them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.findings import Finding
from generator.sources import RawTelegram
from generator.sources.discovery import SourceFile
from generator.sources.making import Piece
from generator.sources.page import read_page
from tests.source_files import MOST_BYTES, cables_of, codes_of, quick, read_file

HEADER = "VZCZCXRO3880\nPP RUEHDBU\nP 070531Z OCT 09\nFM AMEMBASSY VALLETTA\nTO RUEHC/SECSTATE WASHDC 3456\n"
BODY = (
    "C O N F I D E N T I A L VALLETTA 000118 \n\nSUBJECT: EXERCISE: THE BUOY & THE PIER\n\n"
    "REF: A. 09 ROME 5\n     B. 09 OSLO 6\n\n1. (C) All of it is fictional.\n\n2. (C) This too. \nPENDLEWOOD\n"
)
MEDIA = "<tr><td colspan=5>Appears in: <a href='https://example.org/a'>A</a> <a href='javascript:x()'>B</a></td></tr>"


def page(
    *,
    subject: str = "EXERCISE: THE BUOY & THE PIER",
    header: str | None = HEADER,
    body: str = BODY,
    media: str = "",
    created: str = "2009-10-07 05:31",
    title: str = "classification",
    head: str = "<html><head><meta charset='utf-8'><title>09VALLETTA118</title></head><body>",
) -> str:
    """Write a page as the site of the first publication did."""

    def escaped(text: str) -> str:
        plain = text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "&#x000A;")
        for mark in ("1. (C)", "2. (C)", "B. "):
            plain = plain.replace(mark, f"<a id='par{mark[0]}' href='#par{mark[0]}'>¶</a>{mark}")
        return plain

    cells = f"""<td><a href='/cable/2009/10/09VALLETTA118.html' title='09VALLETTA118'>09VALLETTA118</a></td>
<td><a href='/date/2009-10_0.html' title='2009-10'>{created}</a></td><td>2011-08-30 01:44</td>
<td><a href='/classification/1_0.html' title='{title}'>CONFIDENTIAL</a></td>
<td><a href='/origin/1_0.html' title='origin'>Embassy Valletta</a></td>"""
    blocks = "".join(f"<code><pre>{escaped(text)}</pre></code>\n" for text in (header, body) if text is not None)
    return f"""{head}
<h3>Viewing cable 09VALLETTA118, {subject.replace("&", "&amp;")}</h3>
<p>If you are new to these pages, please read an introduction. <a href='#'>¶</a></p>
<table class='cable'>
<tr><th>Reference ID</th><th>Created</th><th>Released</th><th>Classification</th><th>Origin</th></tr>
<tr>{cells}</tr>{media}
</table>
{blocks}</body></html>
"""


def test_a_page_line_does_not_take_the_others_with_it_that_stand_on_one_line_of_the_page(tmp_path: Path) -> None:
    artefact = "VALLETTA 00000118  001.2 OF 002 \n\n2. (C) This too. \nPENDLEWOOD\n\nNNNN\n"
    written = page(body=BODY.replace("2. (C) This too. \nPENDLEWOOD\n", artefact))
    (cable,) = cables_of(tmp_path, "a.html", written)
    assert [block.text for block in cable.body] == ["All of it is fictional.", "This too."]
    assert cable.signer == "PENDLEWOOD"


def test_a_page_becomes_the_cable_that_it_shows(tmp_path: Path) -> None:
    (cable,) = cables_of(tmp_path, "09VALLETTA118.html", page())
    assert (cable.id, cable.subject) == ("09VALLETTA118", "EXERCISE: THE BUOY & THE PIER")
    assert (cable.dtg, cable.sender_name) == ("070531Z OCT 09", "AMEMBASSY VALLETTA")
    assert [(each.letter, each.target) for each in cable.references] == [("A", "09ROME5"), ("B", "09OSLO6")]
    assert [(block.number, block.text) for block in cable.body] == [(1, "All of it is fictional."), (2, "This too.")]
    assert cable.signer == "PENDLEWOOD"
    assert cable.findings == ()


def test_the_text_is_the_telegram_below_what_the_table_says(tmp_path: Path) -> None:
    (telegram,) = read_file(tmp_path, "a.html", page())
    assert isinstance(telegram, RawTelegram)
    head, _, text = telegram.text.partition("\n\n")
    assert head.split("\n") == [
        "id: 09VALLETTA118",
        "created: 2009-10-07 05:31",
        "released: 2011-08-30 01:44",
        "classification: CONFIDENTIAL",
        "origin: Embassy Valletta",
        "subject: EXERCISE: THE BUOY & THE PIER",
    ]
    assert text.startswith("VZCZCXRO3880\nPP RUEHDBU\n")
    assert "     B. 09 OSLO 6" in text, "the site's pilcrow before a letter is none of the telegram's"


def test_the_order_and_words_of_the_classification_are_the_link_s_text_and_not_its_title(tmp_path: Path) -> None:
    (telegram,) = read_file(tmp_path, "a.html", page(title="UNCLASSIFIED"))
    assert isinstance(telegram, RawTelegram)
    assert telegram.attributes["classification"] == "CONFIDENTIAL"


def test_one_text_alone_is_the_body_and_the_table_says_the_rest(tmp_path: Path) -> None:
    (cable,) = cables_of(tmp_path, "a.html", page(header=None))
    assert (cable.id, cable.dtg, cable.sender_name) == ("09VALLETTA118", "", "Embassy Valletta")
    assert cable.sent is not None
    assert f"{cable.sent:%Y-%m-%d %H:%M}" == "2009-10-07 05:31"
    assert cable.body[0].text == "All of it is fictional."


def test_media_links_are_kept_where_they_lead_to_the_web(tmp_path: Path) -> None:
    (cable,) = cables_of(tmp_path, "a.html", page(media=MEDIA))
    assert cable.media == ("https://example.org/a",)
    assert cable.id == "09VALLETTA118"


def test_an_empty_subject_is_none(tmp_path: Path) -> None:
    (cable,) = cables_of(
        tmp_path, "a.html", page(subject="", body="C O N F I D E N T I A L VALLETTA 118\n\n1. (C) A.\n")
    )
    assert cable.subject == ""


def test_the_heading_s_subject_is_taken_where_the_text_has_none(tmp_path: Path) -> None:
    (cable,) = cables_of(tmp_path, "a.html", page(body="C O N F I D E N T I A L VALLETTA 118\n\n1. (C) A.\n"))
    assert cable.subject == "EXERCISE: THE BUOY & THE PIER"


@pytest.mark.parametrize(("created", "disagrees"), [("2009-10-08 05:31", False), ("2009-10-09 00:00", True)])
def test_a_date_more_than_a_day_away_is_said_and_the_telegram_s_is_taken(
    tmp_path: Path, created: str, disagrees: bool
) -> None:
    (cable,) = cables_of(tmp_path, "a.html", page(created=created))
    assert ("cable.disagreement" in [each.code for each in cable.findings]) == disagrees
    assert cable.sent is not None
    assert f"{cable.sent:%Y-%m-%d}" == "2009-10-07"


def test_breaks_are_breaks_whether_entities_elements_or_real(tmp_path: Path) -> None:
    written = page().replace("&#x000A;", "\n", 3).replace("&#x000A;", "<br/>", 2).replace("&#x000A;", "&#10;", 2)
    one, two = (read_file(tmp_path, "a.html", each)[0] for each in (page(), written))
    assert isinstance(one, RawTelegram)
    assert isinstance(two, RawTelegram)
    assert one.text == two.text


def test_a_finding_points_at_the_line_of_the_page(tmp_path: Path) -> None:
    written = page(header=HEADER.replace("070531Z", "072531Z")).replace("&#x000A;", "\n")
    (cable,) = cables_of(tmp_path, "a.html", written)
    (bad,) = (each for each in cable.findings if each.code == "cable.bad-date")
    assert "072531Z" in written.split("\n")[bad.line - 1]
    assert "All of it is fictional" in written.split("\n")[cable.body[0].line - 1]


def test_markup_inside_a_text_is_text_or_nothing(tmp_path: Path) -> None:
    body = BODY.replace("fictional", "<script>alert(1)</script> fictional")
    (cable,) = cables_of(tmp_path, "a.html", page(body=body))
    assert cable.body[0].text == "All of it is <script>alert(1)</script> fictional."


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
def test_a_page_in_another_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    (cable,) = cables_of(tmp_path, "a.html", page(head="<html><body>").encode(encoding))
    assert cable.body[0].text == "All of it is fictional."


@pytest.mark.parametrize(
    "text", ["<html><body><p>About us</p></body></html>", "<html><pre>ls -l\n</pre></html>", "<html>"]
)
def test_a_page_without_a_telegram_is_a_note(tmp_path: Path, text: str) -> None:
    assert codes_of(read_file(tmp_path, "a.html", text)) == [("source.not-a-cable", 0)]


def test_a_page_that_is_too_deep_is_read_as_far_as_it_can_be_and_said(tmp_path: Path) -> None:
    items = read_file(tmp_path, "a.html", page().replace("</body>", "<div>" * 5000))
    assert "source.broken-page" in [code for code, _ in codes_of(items)]
    assert isinstance(items[0], RawTelegram)


PIECES = (
    "<pre>|</pre>|<td>|<table class='cable'>|<tr>|<td colspan=5>|<h3>Viewing cable |<a>¶</a>|<br>|<!--|&#x000A;|&#0;"
    "|&#xD800;|\n|1. x|TAGS: X|\x00|é"
).split("|")


@quick
@given(st.lists(st.sampled_from(PIECES)))
def test_any_pieces_of_pages_are_read_or_refused(pieces: list[str]) -> None:
    data = ("<html>" + "".join(pieces)).encode()
    for item in read_page(Piece(SourceFile("", "a.html", ""), data, 1, 1, MOST_BYTES)):
        if isinstance(item, RawTelegram):
            assert len(item.line_numbers) == item.text.count("\n") + 1
            assert all(1 <= number <= data.count(b"\n") + 1 for number in item.line_numbers)
            assert not set(item.text) & {"\0", "\ud800"}
        else:
            assert isinstance(item, Finding)
