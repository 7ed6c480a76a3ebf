"""No file, however repetitive, takes a reader more than its length: four times the bytes, about four times the time."""

from __future__ import annotations

import pytest

from generator.sources.discovery import SourceFile
from generator.sources.making import Piece
from generator.sources.page import read_page
from generator.sources.reading import Reader
from generator.sources.recognising import recognise
from generator.sources.records import read_records
from generator.sources.release import read_release
from generator.sources.repair import repair_text
from generator.sources.table import read_table
from generator.sources.text import read_text
from tests.growth import takes_too_long

TOKENS = [
    *"aA1\"',\\\n \t&;<>{}[]¶Â:-/.",
    *['","', '"\n"', '\\"', '""', '"1","', '\n"1","1/2/2003 4:05","03ROME1"', '\n"1","', '"\n', "\r\n", " \n", "\\\\"],
    *["<pre>", "</pre>", "<a>¶</a>", "&#x000A;", "<br>", "<td>", "<tr><td colspan=5>", "<table class='cable'>", "<!--"],
    *[
        "Message Attributes\n",
        "Message Text\n",
        "Locator: ",
        "TAGS: A\n",
        "n/a\n",
        "Draft Date",
        "Declassified/Released ",
    ],
    *['{"a":', '{"text": "', "[1,", '{"id": "A"}\n', "&#8217;", "&amp;", "Â¶", "â€™", "Ã", "Â¶\n", "id,date,origin,"],
]
TABLE = "<html><table class='cable'><tr><td>A</td></tr></table>"
STARTS: dict[Reader, tuple[str, ...]] = {
    read_text: ("", "09ROME1\nA\n2009-10-07\nSECRET\nRome\n"),
    read_table: ('"1","1/2/2003 4:05","03ROME1","a","b","","', '"1","1/2/2003 4:05","03ROME1","a","b","","h","b"\n'),
    read_page: ("<html>", "<html><h3>Viewing cable 09ROME1, ", f"{TABLE}<pre>TAGS: "),
    read_release: ("Message Text\n", "Message Attributes\nSubject: "),
    read_records: ('{"text": "', '{"id": "A"}\n', ""),
}


@pytest.mark.parametrize("reader", STARTS, ids=lambda reader: str(reader.__name__))
def test_a_repeated_token_takes_a_reader_time_in_proportion_to_its_length(reader: Reader) -> None:
    def read(text: str) -> None:
        list(reader(Piece(SourceFile("", "a", ""), text.encode(), 1, 1, 5_000_000)))

    slow = [(start, token) for start in STARTS[reader] for token in TOKENS if takes_too_long(read, start, token, "")]
    assert slow == []


@pytest.mark.parametrize("start", ["", "<?xml ", "{", '"1","', "id,date,origin\n"])
def test_recognising_takes_time_in_proportion_to_the_length(start: str) -> None:
    slow = [token for token in TOKENS if takes_too_long(lambda text: recognise(text.encode(), ""), start, token, "")]
    assert slow == []


def test_mending_takes_time_in_proportion_to_the_length() -> None:
    assert [token for token in TOKENS if takes_too_long(repair_text, "", token, "")] == []
