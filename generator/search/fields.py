"""The fields of the index: what of a cable can be searched."""

from __future__ import annotations

import re

from generator.archive import CableText
from generator.vocabulary import Vocabulary

_YEAR = re.compile(r"^(?:19|20)?\d\d(?=\D)")

FIELDS = ("id", "subject", "tags", "sender", "signer", "body")
BODY = FIELDS.index("body")


def texts_of(cable: CableText, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Give the text of each of `FIELDS`.

    Codes stand with their names, so that either finds the cable, and an id also without its year, as it is often cited.
    """
    return (
        f"{cable.id} {_YEAR.sub('', cable.id)}",
        cable.subject,
        " ".join(f"{tag.code} {vocabulary.tag(tag.code).name}" for tag in cable.tags),
        f"{cable.sender} {cable.sender_name} {vocabulary.station(cable.sender).title}",
        cable.signer,
        "\n".join(block.text for block in cable.body),
    )
