"""What a telegram does not say that a cable's page should: told to the publisher, who may know it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.cable import Cable
from generator.telegram.attributes import Note
from generator.telegram.classification import ClassificationLine
from generator.telegram.identity import station_code

_LONGEST_LOCATOR = 60


def missing_fields(cable: Cable, level: ClassificationLine | None, locator: str | None) -> Iterator[Note]:
    """Yield a note for each field of a cable that nothing gives.

    Args:
        cable: as it was read.
        level: its classification line.
        locator: where a release without a text of it says that this is; ``record`` for a record without one; None
            where there is a text.
    """
    if locator is not None:
        if locator != "record":
            text = f"the release has no text of it, only attributes (Locator: {locator[:_LONGEST_LOCATOR]})"
            yield Note("cable.no-text", text)
    elif cable.extract:
        yield Note("cable.no-header", "the text has no telegram header, or says that it is an extract")
    elif not cable.classification:
        yield Note("cable.no-classification", "no classification was found")
    if cable.sent is None:
        yield Note("cable.no-date", "no date-time group was found")
        if level and level.serial and not cable.id.endswith(f"{station_code(level.post)}{level.serial}"):
            text = f"'{level.post} {level.serial}' makes no id, as no date gives the year"
            yield Note("cable.inferred-id", text)
    if not cable.subject:
        yield Note("cable.no-subject", "no subject was found")
