"""Front matter that could not be read: it stays above the telegram, and is none of it.

One colon too many makes a block no YAML. It is kept and shown, but a line ``subject: Talks: next steps`` must not pass
for the telegram's own, whose header would then begin below its subject.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.telegram.labels import Role, role_of
from generator.telegram.lines import Line

_FENCE = "---"
_FENCES = {_FENCE, "..."}
_NAMED = re.compile(r"\s{0,8}(?P<name>[A-Za-z_][\w -]{0,40}?)\s{0,3}:(?:\s|\Z)")
_NEVER = {Role.TRANSMISSION, Role.DTG, Role.CLASSIFICATION}
"""What shows that the first rule of dashes belongs to a telegram, and so does the next."""


def count_lines(lines: Sequence[Line]) -> int:
    """Count the lines of a block of front matter above a telegram, both its rules among them; 0 if there is none.

    Its names are not in capitals, as a telegram's labels are.
    """
    if not lines or lines[0].text != _FENCE:
        return 0
    first = next((line.text for line in lines[1:] if line.text), "")
    named = _NAMED.match(first)
    if named is None or named["name"].isupper():
        return 0
    for count, line in enumerate(lines[1:], start=2):
        if line.text in _FENCES:
            return count
        if role_of(line.text) in _NEVER:
            return 0
    return 0
