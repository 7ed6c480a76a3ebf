"""Makes HTML of any text: five signs are written as references, in the way of MarkupSafe, so that both may be mixed.

MarkupSafe's `escape` makes a `Markup` of each text, which takes ten times as long as to escape a short one. A page has
hundreds of pieces, so here texts stay plain.
"""

from __future__ import annotations

from collections.abc import Callable

import markupsafe
from markupsafe import Markup, escape

_LONG = 100

escape_text: Callable[[str], str] = getattr(markupsafe, "_escape_inner", lambda text: str.__str__(escape(text)))
"""Escapes a text. MarkupSafe means this way of its own for itself only: should it go away, `escape` gives the same, and
takes longer."""


def escape_long(text: str) -> str:
    """Escape a text that is long: to look for each sign by itself is a tenth of the work of looking at each letter."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    if "'" in text:
        text = text.replace("'", "&#39;")
    if '"' in text:
        text = text.replace('"', "&#34;")
    return text


def print_text(value: object) -> str:
    """Escape anything that a template prints, unless it is `Markup`, which is HTML already."""
    if type(value) is str:
        return escape_text(value) if len(value) < _LONG else escape_long(value)
    return value if type(value) is Markup else escape(value)
