"""Short ways to give text to the parser."""

from __future__ import annotations

from collections.abc import Mapping

from generator.cable import Block, Cable, Source
from generator.telegram import Layout, Part, Role, find_layout, parse_telegram
from generator.telegram.body import Body, parse_body
from generator.telegram.lines import split_lines

HEADER = """\
VZCZCXRO3880
RR RUEHRK RUEHLI
DE RUEHVT #0118 2800531
ZNR UUUUU ZZH
R 070531Z OCT 09
FM AMEMBASSY VALLETTA
TO RUEHC/SECSTATE WASHDC 3456
INFO RUEHRK/AMEMBASSY REYKJAVIK

UNCLAS VALLETTA 000118

SIPDIS

E.O. 12958: N/A

TAGS: PREL, MT

SUBJECT: EXERCISE: THE LIGHTHOUSE IS FICTIONAL

"""


def read(text: str, path: str = "note.txt", fields: Mapping[str, object] | None = None) -> Cable:
    """Parse a text as that of a file."""
    return parse_telegram(text, Source(path=path, line=1, sha256="0" * 64), fields=fields)


def layout_of(text: str) -> Layout:
    """Find the parts of a text."""
    return find_layout(split_lines(text))


def parts_of(text: str) -> list[tuple[Role, str]]:
    """Give the parts of a text, blank ones and an empty body left out."""
    return [
        (part.role, squeeze_part(part)) for part in layout_of(text).parts if part.role is not Role.BLANK and part.lines
    ]


def squeeze_part(part: Part) -> str:
    """Give a part's lines, stripped, with a bar between them."""
    return " | ".join(line.text.strip() for line in part.lines if line.text)


def body_of(text: str, header: str = "") -> Body:
    """Parse a text as a body, with the header that it repeats."""
    return parse_body(split_lines(text), split_lines(header))


def blocks_of(text: str) -> tuple[Block, ...]:
    """Parse a text as a body and give its blocks."""
    return body_of(text).blocks


def codes_of(cable: Cable) -> list[str]:
    """Give the codes of a cable's findings."""
    return [finding.code for finding in cable.findings]
