"""One field of a fragment: damaged cables are held in pieces, and other programs ask for one field at a time.

Each function takes the bare value (``PREL, MT``), the labelled block (``TAGS: PREL, MT``), or any larger piece of a
telegram that holds it, with other fields above and below. None of them raises on any text; what the text does not
hold is empty or None.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from generator.cable import Addressee, Block, ClassifiedBy, Reference, Tag
from generator.telegram.addressees import parse_addressees
from generator.telegram.body import parse_body
from generator.telegram.classification import ClassificationLine, parse_classification
from generator.telegram.classified_by import parse_classified_by
from generator.telegram.dtg import DateTimeGroup, parse_dtg
from generator.telegram.executive_order import Declassification, parse_executive_order
from generator.telegram.handling import find_captions
from generator.telegram.labels import Role, role_of, without_decoration
from generator.telegram.layout import Layout, find_layout
from generator.telegram.lines import PARAGRAPH, Line, split_lines, squeeze
from generator.telegram.parsing import SENDER_LABEL
from generator.telegram.parts import LATE
from generator.telegram.references import parse_references
from generator.telegram.subject import read_subject_part
from generator.telegram.summary import find_summary
from generator.telegram.tags import parse_tags
from generator.telegram.transmission import parse_transmission_id

_LONGEST_STATEMENT = 400
_STATEMENT = "Classified By: "


def read_transmission_id(text: str) -> str:
    """Read the id of the transmission, ``VZCZCXRO3880``; empty if the text has none."""
    return parse_transmission_id(text)


def read_dtg(text: str) -> DateTimeGroup | None:
    """Read the date-time group: of the DTG line if there is one, else the first in the text."""
    lines = _texts(text, Role.DTG) or [text]
    return parse_dtg(lines[0])


def read_sender(text: str) -> str:
    """Read the sender as written: ``USMISSION USNATO`` of ``FM USMISSION USNATO``."""
    lines = _texts(text, Role.FROM, "FM ")
    return squeeze(SENDER_LABEL.sub("", lines[0], count=1)) if lines else ""


def read_addressees(text: str) -> tuple[Addressee, ...]:
    """Read all addressees, those of TO before those of INFO; lines without a label are read as those of TO."""
    return (*read_action_addressees(text), *read_info_addressees(text))


def read_action_addressees(text: str) -> tuple[Addressee, ...]:
    """Read the addressees of TO; lines without a label are read as such."""
    return parse_addressees(_lines(text, Role.TO, "TO "))


def read_info_addressees(text: str) -> tuple[Addressee, ...]:
    """Read the addressees of INFO; they need their label, since nothing else tells them from those of TO."""
    return parse_addressees(_lines(text, Role.INFO))


def read_classification(text: str) -> ClassificationLine | None:
    """Read the classification line: of several the one with a serial; or a bare ``CONFIDENTIAL//NOFORN``."""
    texts = _texts(text, Role.CLASSIFICATION) or [text.strip()]
    read = [line for line in map(parse_classification, texts) if line]
    return next((line for line in read if line.serial), read[0] if read else None)


def read_handling(text: str) -> tuple[str, ...]:
    """Read the handling captions, of their own lines and of the classification line, each once."""
    texts = [*_texts(text, Role.CLASSIFICATION), *_texts(text, Role.HANDLING)]
    if not texts and not _layout(text).header:
        texts = [text]
    return tuple(dict.fromkeys(caption for each in texts for caption in find_captions(each)))


def read_declassification(text: str, year: int = 0) -> Declassification:
    """Read the E.O. line: the date of declassification, or the rule in place of one.

    Args:
        text: the fragment.
        year: the cable's own, if known.
    """
    read = [parse_executive_order(each, year) for each in _texts(text, Role.EXECUTIVE_ORDER, "E.O. 12958: ")]
    return next((each for each in read if each.on), read[0] if read else Declassification())


def read_tags(text: str) -> tuple[Tag, ...]:
    """Read the TAGS, each once, in their order."""
    tags = (tag for each in _texts(text, Role.TAGS, "TAGS: ") for tag in parse_tags(each))
    return tuple(dict.fromkeys(tags))


def read_subject(text: str) -> str:
    """Read the subject, on one line; empty if the text has none."""
    return next(filter(None, map(read_subject_part, _texts(text, Role.SUBJECT, "SUBJECT: "))), "")


def read_references(text: str, year: int | None = None) -> tuple[Reference, ...]:
    """Read the references of all REF blocks.

    Args:
        text: the fragment.
        year: the cable's own, with two digits or four. It is the year of a reference that gives none; without it,
            such a reference is unclear.
    """
    texts = map(without_decoration, _texts(text, Role.REFERENCE, "REF: "))
    return tuple(reference for each in texts for reference in parse_references(each, year=year))


def read_classified_by(text: str) -> ClassifiedBy | None:
    """Read who classified: of a Classified By line, or of a first paragraph that says so."""
    texts = _texts(text, Role.CLASSIFIED_BY, _STATEMENT)
    blocks = read_body(text)
    first = [blocks[0].text[:_LONGEST_STATEMENT]] if blocks else []
    read = next(filter(None, map(parse_classified_by, ["\n".join(texts), *first])), None)
    if read and read.text.startswith(_STATEMENT) and _STATEMENT not in text:  # that label is ours
        return replace(read, text=read.text.removeprefix(_STATEMENT))
    return read


def read_body(text: str) -> tuple[Block, ...]:
    """Read the paragraphs, headings, items and tables."""
    layout = _layout(text)
    return parse_body(layout.body, layout.header).blocks


def read_summary(text: str) -> str:
    """Read the summary, which begins with its label; without one there is none."""
    return find_summary(read_body(text))


def read_signer(text: str) -> str:
    """Read the signer, the surname in capitals that is the last line; or the only one."""
    layout = _layout(text)
    body = [line for line in layout.body if line.text]
    if len(body) == 1:  # a name with nothing above it is one only because it was asked for
        body = [Line(0, "It ends."), *body]
        return parse_body(body).signer
    return parse_body(layout.body, layout.header).signer


def _layout(text: str) -> Layout:
    return find_layout(split_lines(text))


def _texts(text: str, role: Role, label: str = "") -> list[str]:
    """Give the parts of one role, as they stand.

    Where the text has none and begins with an unlabelled line, that is the bare value: with its label in front, it
    ends where the part would end in a telegram. A label below a piece of a body counts, too: it was asked for.
    """
    layout = _layout(text)
    parts = layout.joined(role)
    if not parts and role in LATE:
        below = next((at for at, line in enumerate(layout.body) if role_of(line.text) is role), None)
        parts = find_layout(layout.body[below:]).joined(role) if below is not None else []
    if not parts and label and _may_be_bare(text):
        parts = _layout(label + text.strip()).joined(role)[:1]
    return [part.text for part in parts]


def _lines(text: str, role: Role, label: str = "") -> Sequence[Line]:
    return [line for each in _texts(text, role, label) for line in split_lines(each)]


def _may_be_bare(text: str) -> bool:
    """Tell whether a text begins with a value that has lost its label: with no other label, and no paragraph."""
    first = next((line for line in text.split("\n") if line.strip()), "")
    return bool(first) and role_of(first) is None and PARAGRAPH.match(first) is None
