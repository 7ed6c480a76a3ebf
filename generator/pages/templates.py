"""Jinja's environment for themes, made to print the many short texts of a page faster.

Jinja writes ``escape(…)`` around everything that a template prints, which makes a `Markup` of each piece only to join
it with the others. Here it writes a call of `print_text` instead, which gives the same characters in a third of the
time: what is no `Markup` yet is escaped all the same, but most texts hold nothing to escape.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined, nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape

_find_special = re.compile("[&<>'\"]").search


def print_text(value: object) -> str:
    """Escape anything that a template prints, unless it is `Markup`, which is HTML already."""
    if type(value) is str and not _find_special(value):
        return value
    return value if type(value) is Markup else escape(value)


class _CodeGenerator(CodeGenerator):
    """Writes a template's code as Jinja does, but for what stands around each text to print."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401 - Jinja's own
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None:
            self.write("environment.print_text(")
        else:
            super()._output_child_pre(node, frame, finalize)


class ThemeEnvironment(Environment):
    """A theme's templates: everything escaped, and a name that the view has not is an error.

    Args:
        folders: where templates are; the first that has one wins.
    """

    code_generator_class = _CodeGenerator
    print_text = staticmethod(print_text)

    def __init__(self, folders: Sequence[Path]) -> None:
        super().__init__(
            loader=ChoiceLoader([FileSystemLoader(folder) for folder in folders]),
            autoescape=True,
            auto_reload=False,  # a build has an environment of its own
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
