"""A draft: a block of the body that is still growing."""

from __future__ import annotations

import msgspec

from generator.telegram.shapes import SENTENCE_END, has_columns, is_heading, may_be_underlined

_SHORT_HEADING = 60


class Draft(msgspec.Struct, gc=False):
    """A block that is still growing, line by line.

    Attributes:
        lines: its lines so far, without number, mark and label.
        line: the number of the first one.
        number: the paragraph's number, or 0.
        mark: its portion mark.
        label: an item's label; `family` and `indent` say of which list.
        prefix: what its first line had before the text, where that may be a row of a table.
        underlined: a line of dashes stands below it.
        alone: it began below a blank line, and a blank line or a new block follows.
        sure: its number has a pilcrow or a mark.
        closed: nothing more can go on with it.
    """

    lines: list[str]
    line: int
    number: int = 0
    mark: str = ""
    label: str = ""
    family: str = ""
    indent: int = 0
    prefix: str = ""
    underlined: bool = False
    alone: bool = False
    sure: bool = False
    closed: bool = False

    @property
    def empty(self) -> bool:
        """It has a number, a mark or a label, and no text yet."""
        return len(self.lines) == 1 and not self.lines[0].strip()

    @property
    def ended(self) -> bool:
        """Its last sentence is at its end."""
        return SENTENCE_END.search(self.lines[-1][-4:]) is not None

    @property
    def ends_with_row(self) -> bool:
        """Its last line has columns."""
        return has_columns(self.lines[-1].strip())

    @property
    def may_be_heading(self) -> bool:
        """Dashes below would underline it."""
        return not (self.number and len(self.lines[-1]) > _SHORT_HEADING) and may_be_underlined(self.lines)

    def announces_table(self, text: str) -> bool:
        """Tell whether it ends with a colon, and a line of columns follows: ``They are:``, and then a table."""
        if not self.lines[-1].endswith(":") or "  " not in text or self.empty:
            return False
        return has_columns(text.strip()) and not self.ends_with_row

    def goes_on_below(self, text: str) -> bool:
        """Tell whether it is a heading in capitals, and a line is the text that follows it at once."""
        if len(self.lines) != 1 or self.number or self.label or not self.alone or text.isupper():
            return False
        heading, start = self.lines[0].strip(), text.lstrip("\"“'‘([ ")[:1]
        return len(heading) <= _SHORT_HEADING and is_heading(heading) and (start.isupper() or start.isdigit())
