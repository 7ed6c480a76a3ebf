"""Which blocks of a cable's text are its summary."""

from __future__ import annotations

from generator.cable import BlockKind, Cable


def summary_blocks(cable: Cable) -> frozenset[int]:
    """Give the places, from 0, of the blocks that hold the summary's lines, in their order.

    The grammar gives the summary as text, a line a block, without labels and marks (`telegram.summary`).
    """
    if not cable.summary:
        return frozenset()
    lines = iter(cable.summary.split("\n"))
    line = next(lines)
    found: set[int] = set()
    for place, block in enumerate(cable.body):
        text = block.text
        if block.kind is not BlockKind.RULE and (line in text or line in " ".join(text.split())):
            found.add(place)
            following = next(lines, None)
            if following is None:
                return frozenset(found)
            line = following
    return frozenset()  # it cannot be told: none is set apart
