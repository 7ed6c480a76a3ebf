"""The table of all cables: any fields come back as they were written, and a broken row costs nothing but itself."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.cable import ReferenceKind
from generator.findings import Finding
from generator.sources import RawTelegram
from generator.sources.recognising import ROW_BEGINS, Format
from generator.sources.rows import find_rows
from tests.source_files import cables_of, codes_of, quick, read_file, write_row

BODY = "UNCLAS VALLETTA 118\n\nSUBJECT: EXERCISE: THE BUOY\n\n1. (U) It is fictional.\n"
GOOD = ("1", "10/7/2009 5:31", "09VALLETTA118", "Embassy Valletta", "UNCLASSIFIED", "", "R 070531Z OCT 09\n", BODY)
FIELDS = st.text(st.sampled_from("ab1,\"'\\\n ¶é/:")) | st.just('\n"12","1/2/2003 4:05","03ROME1"')
ROWS = st.lists(st.tuples(st.integers(1, 10**9).map(str), *[FIELDS] * 7), min_size=1, max_size=6)


def rows_of(data: bytes) -> list[tuple[str, ...]]:
    found = find_rows(data, ROW_BEGINS[Format.TABLE], start=0, line=1, number=1)
    return [tuple(field.decode() for field in row.fields) for row in found if not row.problem]


def row(*, number: str = "2", **changes: str) -> str:
    names = ("number", "date", "id", "origin", "level", "references", "header", "body")
    return write_row(*({**dict(zip(names, GOOD, strict=True)), "number": number} | changes).values())


# Quotes, backslashes, line breaks


@quick
@given(ROWS)
def test_rows_come_back_as_they_were_written_whatever_their_fields_hold(rows: list[tuple[str, ...]]) -> None:
    assert rows_of("".join(write_row(*each) for each in rows).encode()) == rows


@quick
@given(ROWS)
def test_rows_whose_quotes_are_doubled_come_back_too(rows: list[tuple[str, ...]]) -> None:
    plain = [tuple(field.replace("\\", "/") for field in each) for each in rows]
    written = "".join(",".join('"' + field.replace('"', '""') + '"' for field in each) + "\n" for each in plain)
    assert rows_of(written.encode()) == plain


@quick
@given(
    st.lists(st.sampled_from([b'"', b"\\", b",", b"\n", b'"1","', b'"2","1/2/2003 4:05","03ROME1","', b"x", b"\xff"]))
)
def test_any_bytes_are_rows_or_broken_rows_in_order_and_none_is_read_twice(pieces: list[bytes]) -> None:
    data = b"".join(pieces)
    found = list(find_rows(data, ROW_BEGINS[Format.TABLE], start=0, line=1, number=1))
    assert all(one.end <= other.start for one, other in pairwise(found))
    left = b"".join(
        data[a:b]
        for a, b in zip([0, *(each.end for each in found)], [*(each.start for each in found), len(data)], strict=True)
    )
    assert not left.strip(b" \t\r\n"), "every byte is in some row"
    assert [each.line for each in found] == [data.count(b"\n", 0, each.start) + 1 for each in found]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (r"\"", '"'),
        (r"\'", "'"),
        (r"\\", "\\"),
        ('""', '"'),
        (r"C:\temp", r"C:\temp"),
        (r"\\\"", r"\""),
        ("a\r\nb", "a\r\nb"),
        ("", ""),
    ],
)
def test_an_escape_is_what_it_means_and_any_other_backslash_is_itself(written: str, meant: str) -> None:
    assert rows_of((f'"{written}",' * 7 + '"x"\n').encode()) == [(meant,) * 7 + ("x",)]


# A row is a cable


def test_a_row_becomes_a_cable_with_all_that_its_columns_say(tmp_path: Path) -> None:
    written = row(references="72MOSCOW1603|72TEHRAN1091", header="", body="1. (U) Nothing but text.")
    (cable,) = cables_of(tmp_path, "all.csv", written)
    assert (cable.id, cable.sender, cable.sender_name) == ("09VALLETTA118", "VALLETTA", "Embassy Valletta")
    assert cable.sent is not None
    assert f"{cable.sent:%Y-%m-%d %H:%M}" == "2009-10-07 05:31"
    assert cable.classification == "UNCLASSIFIED"
    assert [(each.target, each.kind) for each in cable.references] == [
        ("72MOSCOW1603", ReferenceKind.CABLE),
        ("72TEHRAN1091", ReferenceKind.CABLE),
    ]


def test_fields_larger_than_python_s_csv_reads_are_read(tmp_path: Path) -> None:
    (cable,) = cables_of(tmp_path, "all.csv", row(body=BODY + "2. (U) " + "word " * 60_000))
    assert len(cable.body[-1].text) > 131_072


def test_a_file_without_a_last_line_break_and_one_with_windows_line_breaks_are_read(tmp_path: Path) -> None:
    written = (row(number="1") + row(number="2", id="09VALLETTA119")).replace("\n", "\r\n").removesuffix("\r\n")
    assert [cable.id for cable in cables_of(tmp_path, "all.csv", written)] == ["09VALLETTA118", "09VALLETTA119"]


def test_windows_1252_in_a_row_is_read_and_said_at_its_line(tmp_path: Path) -> None:
    data = (row(number="1") + row(number="2", id="09VALLETTA119", body=BODY + "2. “Quoted”.")).encode("cp1252")
    first, second = read_file(tmp_path, "all.csv", data)
    assert isinstance(second, RawTelegram)
    assert "“Quoted”" in second.text
    assert codes_of([first]) == []
    line = data.count(b"\n", 0, data.index(b"\x93")) + 1
    assert [(each.code, each.line) for each in second.findings] == [("source.encoding", line)]


def test_a_finding_inside_a_row_points_at_the_line_of_the_file(tmp_path: Path) -> None:
    written = row(number="1") + row(number="2", header="VZCZCXRO1\nR 311200Z FEB 05\nFM AMEMBASSY VALLETTA\n")
    cable = cables_of(tmp_path, "all.csv", written)[1]
    (bad,) = (each for each in cable.findings if each.code == "cable.bad-date")
    assert written.split("\n")[bad.line - 1] == "R 311200Z FEB 05"
    assert written.split("\n")[cable.body[0].line - 1] == "1. (U) It is fictional."
    assert cable.body[0].line > bad.line


def test_a_row_of_names_is_passed_over_and_said(tmp_path: Path) -> None:
    for names in ("id,date,reference_id,origin,classification,references,header,body", '"Number","Date","ID","Origin"'):
        found = read_file(tmp_path, "all.csv", names + "\n" + row())
        assert isinstance(found[0], Finding)
        assert found[0].code == "source.row-of-names"
        assert [each.line for each in found] == [1, 2]


def test_a_table_that_quotes_only_what_needs_it_is_read(tmp_path: Path) -> None:
    written = f'1,10/7/2009 5:31,09VALLETTA118,Embassy Valletta,UNCLASSIFIED,,"R 070531Z OCT 09","{BODY}"\n' * 2
    assert [cable.id for cable in cables_of(tmp_path, "all.csv", written)] == ["09VALLETTA118"] * 2


# Broken rows

BETWEEN = {
    "a field too few": ('"2","1/2/2003 4:05","03ROME5"\n', ["source.broken-row"]),
    "no fields": ('"2"\n', ["source.broken-row"]),
    "a quote never closed": ('"2","1/2/2003 4:05,"03ROME5","x","SECRET","","h","b"\n', ["source.broken-row"]),
    "words without quotes": ("What is this?\nAnd that.\n", ["source.broken-row"]),
    "no id": (row(id="").replace("\n", " ") + "\n", ["cable.inferred-id"]),
    "a bad date": (row(date="13/45/2003 4:05", id="03ROME5"), ["cable.bad-date"]),
    "a header that is not closed": (
        '"2","1/2/2003 4:05","03ROME5","x","SECRET","","head,"body"\n',
        ["source.damaged-row"],
    ),
    "a quote that is not escaped": (
        row(id="03ROME5").replace("fictional", 'so-called "fiction",'),
        ["source.damaged-row"],
    ),
    "a comma too many": (row(id="03ROME5").removesuffix("\n") + ',"more"\n', ["source.damaged-row"]),
    "no body": ('"2","1/2/2003 4:05","03ROME5","x","SECRET","","header"\n', ["source.damaged-row"]),
}


@pytest.mark.parametrize(("broken", "codes"), BETWEEN.values(), ids=BETWEEN.keys())
def test_a_broken_row_is_a_finding_with_its_row_and_line_and_the_next_is_read(
    tmp_path: Path, broken: str, codes: list[str]
) -> None:
    first = row(number="1", id="09VALLETTA117")
    written = first + broken + row(number="3", id="09VALLETTA119")
    ids = [cable.id for cable in cables_of(tmp_path, "all.csv", written)]
    assert ids[0] == "09VALLETTA117"
    assert ids[-1] == "09VALLETTA119"
    found = [each for each in codes_of(read_file(tmp_path, "all.csv", written), tmp_path) if each[0] in codes]
    assert (codes[0], first.count("\n") + 1) in found


def test_lines_that_are_no_rows_are_one_finding(tmp_path: Path) -> None:
    written = row(number="1") + "What is this?\n" * 50 + row(number="2")
    found = read_file(tmp_path, "all.csv", written)
    assert [code for code, _ in codes_of(found)] == ["source.broken-row"]
    (finding,) = (each for each in found if isinstance(each, Finding))
    first = row(number="1").count("\n") + 1
    assert f"(lines {first} to {first + 49})" in finding.message


def test_a_damaged_row_keeps_every_word(tmp_path: Path) -> None:
    written = row(number="1", id="09VALLETTA117", body="1. He said \x00QUOTE\x00,\x00QUOTE\x00 twice.").replace(
        "\x00QUOTE\x00", '"'
    )
    (telegram,) = (each for each in read_file(tmp_path, "all.csv", written) if isinstance(each, RawTelegram))
    assert 'He said "," twice.' in telegram.text or "He said" in telegram.text
    assert re.search(r"twice\.", telegram.text)


def test_a_row_without_an_id_is_named_after_the_file_and_its_own_bytes(tmp_path: Path) -> None:
    written = row(id="", header="", body="Nothing that gives an id.") + row(id="", header="", body="Nor this.")
    ids = [cable.id for cable in cables_of(tmp_path, "all.csv", written)]
    assert len(set(ids)) == 2
    assert all(re.fullmatch(r"ALL-[0-9A-F]{8}", each) for each in ids)


def test_the_published_id_wins_over_the_text_s_and_a_damaged_one_stays_an_alias(tmp_path: Path) -> None:
    (cable,) = cables_of(tmp_path, "all.csv", row(id="09SECTION01OF02VALLETTA118"))
    assert cable.id == "09VALLETTA118"
    assert "09SECTION01OF02VALLETTA118" in cable.aliases
    (other,) = cables_of(tmp_path, "all.csv", row(id="09VALLETTA999"))
    assert (other.id, other.aliases) == ("09VALLETTA999", ())
    assert "cable.disagreement" in [each.code for each in other.findings]
