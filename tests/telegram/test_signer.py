"""The signer: the surname at the end, whatever closes the telegram below it."""

from __future__ import annotations

import pytest

from tests.telegram.reading import HEADER, body_of, read


@pytest.mark.parametrize(
    "name",
    [
        "ROE",
        "PENDLEWOOD",
        "ROE-DOE",
        "O'ROE",
        "O’ROE",
        "D'ROE",
        "DE LA ROE",
        "VAN DER ROE",
        "VON ROE",
        "DI ROE",
        "ST. ROE",
        "McROE",
        "MacROE",
        "MCROE",
        "ROE JR.",
        "ROE, JR",
        "J. ROE",
        "J.A. ROE",
        "ROE (ACTING)",
        "ROE ACTING",
        "MUÑOZ-ROE",
        "ROEDOE",
        "LI",
        "ROE DOE",
        "PENDLEWOOD/ROE",
    ],
)
def test_a_surname_is_taken_as_written(name: str) -> None:
    body = body_of(f"¶1. (U) The buoy is blue.\n{name}\n")
    assert (body.signer, body.signer_line) == (name, 2)
    assert [block.text for block in body.blocks] == ["The buoy is blue."]


@pytest.mark.parametrize(
    "closing",
    [
        "NNNN",
        "BT",
        "BT\n#0118",
        "#1234",
        "BT\n#0118\nNNNN",
        "UNCLAS",
        "CONFIDENTIAL",
        "CONFIDENTIAL\n\nNNNN",
        "UNCLASSIFIED\n\nUNCLASSIFIED",
        "C O N F I D E N T I A L",
        "SECRET/NODIS",
        "UNCLAS VALLETTA 000118",
        "LIMITED OFFICIAL USE\n\n\n\n\n\nNNNN",
        "SIPDIS",
        "MINIMIZE CONSIDERED",
        "<< END OF DOCUMENT >>",
        "Declassified/Released US Department of State EO Systematic Review 20 MAR 2014",
        "Margaret P. Grafeld Declassified/Released US Department of State EO Systematic Review 04 MAY 2006",
        "UNCLASSIFIED\nPAGE 02 OF 02",
        "NOTE BY OC/T: #AS RECEIVED.",
        "RELEASED IN FULL",
        "-----------",
        "****",
        "VALLETTA 00000118  002 OF 002",
        "!!!!",
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n\n"])
def test_the_signer_is_found_above_whatever_closes_the_telegram(closing: str, gap: str) -> None:
    body = body_of(f"¶1. (U) The buoy is blue.\nROE{gap}{closing}\n")
    assert body.signer == "ROE"
    assert body.blocks[0].text == "The buoy is blue."


@pytest.mark.parametrize(
    "gap", ["\n", "\n\n", "\n\n\n\n", "\n     ", "\nVALLETTA 00000118  002 OF 002\n", "\n\nNNNN\n\n"]
)
def test_the_signer_may_stand_at_once_below_the_text_or_further_down(gap: str) -> None:
    assert body_of(f"¶1. (U) The buoy is blue.{gap}ROE\n").signer == "ROE"


@pytest.mark.parametrize(
    "last",
    [
        "END COMMENT",
        "END SUMMARY",
        "END TEXT",
        "END OF TEXT",
        "BEGIN TEXT",
        "COMMENT",
        "END COMMENT.",
        "UNQUOTE",
        "UNQTE",
        "ANNEX",
        "WARNING",
        "ACTION REQUEST",
        "CONTINUED",
        "Roe",
        "roe",
        "ROE.",
        "ROE 118",
        "ROE:",
        "ROE?",
        "R",
        "A B C D",
        "(ROE)",
        "THE BUOY IS BLUE AND NOBODY WANTS IT",
        "¶2. (U) ROE",
        "-- ROE",
        "1. ROE",
        "[ROE]",
        "ROE UNCLAS",
        "POL/ROE",
        "ROE/PREL",
        "xxxxxxxxxxxx",
        "XXXXXXXXXXXX",
        "12",
    ],
)
def test_a_last_line_of_another_form_is_no_signer_and_stays_in_the_text(last: str) -> None:
    body = body_of(f"¶1. (U) The buoy is blue.\n\n{last}\n")
    assert (body.signer, body.signer_line) == ("", 0)
    assert len(body.blocks) == 2


@pytest.mark.parametrize(
    "last", ["SIPDIS", "MINIMIZE CONSIDERED", "CONFIDENTIAL", "UNCLAS", "NNNN", "BT", "NOFORN", "UNCLASSIFIED"]
)
def test_a_closing_line_alone_is_no_signer(last: str) -> None:
    assert body_of(f"¶1. (U) The buoy is blue.\n\n{last}\n").signer == ""


@pytest.mark.parametrize(
    "text",
    [
        "1. THE BUOY WENT OUT IN JUNE AND THE DIRECTOR WAITS FOR ITS\nRETURN",
        "1. THE BUOY IS BLUE AND THE DIRECTOR\nOF THE\nLIGHTHOUSE",
        "1. (U) The buoy is the property of\nNATO",
        "1. (U) The buoy belongs to the\nUN",
        "1. (U) Members are Malta, Iceland,\nNATO",
        "1. THE BUOY WENT OUT IN JUNE AND THE DIRECTOR WAITS FOR ITS\n\nPAGE 02 ROME 01196 082030Z\n\nRETURN",
        "1. (U) The buoy is the property of\nVALLETTA 00000118  002 OF 002\nNATO",
    ],
)
def test_the_last_word_of_a_sentence_that_was_wrapped_is_no_signer(text: str) -> None:
    assert body_of(f"{text}\n").signer == ""


def test_the_last_of_a_list_in_capitals_is_no_signer() -> None:
    body = body_of("¶1. (U) The cities are:\nOSLO\nROME\nBERN\n")
    assert (body.signer, body.blocks[0].text) == ("", "The cities are:\nOSLO\nROME\nBERN")


def test_a_sign_glued_to_the_name_is_no_part_of_it() -> None:
    assert body_of("¶1. (U) The buoy is blue.\nROE##\n").signer == "ROE"


def test_the_post_s_own_name_is_no_signer() -> None:
    assert read(f"{HEADER}¶1. (U) The buoy is blue.\n\nVALLETTA\n").signer == ""
    assert read(f"{HEADER}¶1. (U) The buoy is blue.\n\nROE\n").signer == "ROE"


def test_a_body_of_nothing_but_a_name_has_no_signer() -> None:
    assert (body_of("ROE\n").signer, [block.text for block in body_of("ROE\n").blocks]) == ("", ["ROE"])


@pytest.mark.parametrize("gap", ["\n", "\n\n\n"])
def test_a_level_below_the_text_is_no_header_where_the_telegram_has_lost_its_own(gap: str) -> None:
    cable = read(f"3. The buoy is blue.{gap}ROE{gap}CONFIDENTIAL{gap}NNNN\n")
    assert (cable.signer, [block.text for block in cable.body]) == ("ROE", ["The buoy is blue."])


@pytest.mark.parametrize(
    ("last", "signer", "text"),
    [
        ("PLEASE SAY SO. DOERING", "DOERING", "PLEASE SAY SO."),
        ("The buoy is blue. End comment. DOERING", "DOERING", "The buoy is blue. End comment."),
        ('HE SAID "NEVER."  O\'ROE', "O'ROE", 'HE SAID "NEVER."'),
        ("HE MET GEN. DOERING", "", "HE MET GEN. DOERING"),
        ("HE MET MR. DOERING", "", "HE MET MR. DOERING"),
        ("HE MET J. DOERING", "", "HE MET J. DOERING"),
        ("HE ASKED THE U.S. EMBASSY", "", "HE ASKED THE U.S. EMBASSY"),
        ("THE BUOY IS BLUE. SEPTEL", "", "THE BUOY IS BLUE. SEPTEL"),
        ("THE BUOY IS BLUE. DOERING.", "", "THE BUOY IS BLUE. DOERING."),
        ("THE BUOY IS BLUE. VALLETTA", "", "THE BUOY IS BLUE. VALLETTA"),
        ("The buoy is blue. Doering", "", "The buoy is blue. Doering"),
    ],
)
def test_a_name_behind_the_last_sentence_is_the_signer_and_one_behind_a_title_is_not(
    last: str, signer: str, text: str
) -> None:
    body = body_of(f"2. {last}\n", HEADER)
    assert (body.signer, [block.text for block in body.blocks]) == (signer, [text])


def test_a_note_below_the_signer_stays_in_the_text() -> None:
    body = body_of("¶1. (U) The buoy of this exercise is blue.\n\nROE\n\nNOTE: NOT PASSED ABOVE ADDRESSEES\n")
    assert (body.signer, body.signer_line) == ("ROE", 3)
    assert [block.text for block in body.blocks][1:] == ["NOTE: NOT PASSED ABOVE ADDRESSEES"]


def test_a_note_below_a_heading_signs_nothing() -> None:
    body = body_of("¶1. (U) The buoy of this exercise is blue.\n\nThe Cellar\n\nNOTE: NOT PASSED ABOVE ADDRESSEES\n")
    assert (body.signer, len(body.blocks)) == ("", 3)
