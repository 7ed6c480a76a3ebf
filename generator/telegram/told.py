"""Told lines: which line of its file a person is told for each line of the text that is read.

Inside the grammar a line is told from others by its place in the text. In the file several of them may stand on one
line (JSON Lines; a page with ``&#x000A;``) or in any order, so that only what goes out is numbered as the file is.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from generator.cable import Block
from generator.record import Record
from generator.telegram.lines import Line


class Told(Record, frozen=True):
    """The lines that a person is told.

    Attributes:
        first: the line of the file on which the text begins.
        numbers: the line of the file for each line of the text; empty where they go up one by one.
    """

    first: int = 1
    numbers: Sequence[int] = ()

    def line(self, number: int) -> int:
        """Give the line of the file that is told for a line of the text, by its number."""
        if self.numbers:
            return self.numbers[min(number, len(self.numbers)) - 1]
        return self.first + number - 1

    def lines(self, lines: Sequence[Line]) -> Sequence[Line]:
        """Give lines with the numbers that are told of them."""
        return [replace(line, number=self.line(line.number)) for line in lines]

    def blocks(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """Give blocks with the numbers that are told of their first lines."""
        if self.first == 1 and not self.numbers:  # nearly always, and each block costs a copy
            return blocks
        return tuple([replace(block, line=self.line(block.line)) for block in blocks])
