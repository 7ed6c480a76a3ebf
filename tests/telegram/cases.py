"""How a case of a table says that the parser gets it wrong."""

from __future__ import annotations

import pytest


def known_failure(*values: object, why: str) -> object:
    """Mark a case of a table as one that is known to go wrong.

    Args:
        values: the case, as its table has it: what goes in, and what should come out.
        why: in a few words; ``docs/parsing.md`` lists it.

    The case is run, and must go wrong: once the parser gets it right, the test fails until the mark is taken off.
    """
    return pytest.param(*values, marks=pytest.mark.xfail(strict=True, raises=AssertionError, reason=why))
