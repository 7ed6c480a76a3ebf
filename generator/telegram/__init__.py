"""The cable grammar: the text of a telegram in, a `Cable` out.

Two steps. `layout` finds: it gives every line of the text to exactly one part (the DTG, the addressees, TAGS, the
body). Then each field's own module decides what its part means. Nothing here raises on any text, reads a disk, or
knows of other cables; what is not understood stays in the text and becomes a finding.
"""

from generator.telegram.layout import Layout, Part, Role, find_layout
from generator.telegram.parsing import parse_telegram

__all__ = ["Layout", "Part", "Role", "find_layout", "parse_telegram"]
