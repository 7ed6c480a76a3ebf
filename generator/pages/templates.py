"""Jinja's environment for themes, made to print the many short texts of a page faster.

In a template's code, Jinja writes ``escape(…)`` around everything that is printed. Here it writes a call of
`print_text` instead, which gives the same characters in a fraction of the time.
"""

from __future__ import annotations

import keyword
from collections.abc import MutableMapping, Sequence
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, StrictUndefined, Template, nodes
from jinja2.compiler import CodeGenerator, Frame

from generator.pages.escaping import print_text


class _CodeGenerator(CodeGenerator):
    """Writes a template's code as Jinja does, but for what stands around each text and each block."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401 - Jinja's own
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None:
            self.write("environment.print_text(")
        else:
            super()._output_child_pre(node, frame, finalize)

    def writeline(self, x: str, node: nodes.Node | None = None, extra: int = 0) -> None:
        """Write a line of code. A block's text goes up in one piece: each of many would pass through every frame."""
        if x.startswith("yield from "):
            x = f"yield concat({x.removeprefix('yield from ')})"
        super().writeline(x, node, extra)


class _QuickCodeGenerator(_CodeGenerator):
    """Writes code that takes every attribute for granted, ``(view).cable``, and calls what it is given."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - Jinja's own
        """Write what a dot means, where that can be said in Python."""
        if not node.attr.isidentifier() or keyword.iskeyword(node.attr):
            super().visit_Getattr(node, frame)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def visit_Call(  # noqa: N802 - Jinja's own
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        """Write a call.

        Jinja's own sees first whether what is called asks for the context: here only macros do, to learn whether to
        escape, and everything is escaped.
        """
        is_plain = not (node.dyn_args or node.dyn_kwargs or any(keyword.iskeyword(each.key) for each in node.kwargs))
        if forward_caller or not is_plain:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(")(")
        for each in (*node.args, *node.kwargs):
            self.visit(each, frame)
            self.write(", ")
        self.write(")")


class ThemeEnvironment(Environment):
    """A theme's templates: everything escaped, and a name that the view has not is an error.

    A build has an environment of its own, in which no template changes, nor what all templates know.

    Args:
        folders: where templates are; the first that has one wins. ``default/base.html`` is that of the folder
            ``default``, so that a theme's template can extend the one in whose place it stands.
    """

    code_generator_class = _CodeGenerator
    print_text = staticmethod(print_text)

    def __init__(self, folders: Sequence[Path]) -> None:
        super().__init__(
            loader=ChoiceLoader(
                [
                    *(FileSystemLoader(folder) for folder in folders),
                    PrefixLoader({folder.name: FileSystemLoader(folder) for folder in reversed(folders)}),
                ]
            ),
            autoescape=True,
            auto_reload=False,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self._found: dict[str, Template] = {}

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - Jinja's own
    ) -> Template:
        """Give a template: each page asks for its own, for the frame and for what they import."""
        if not isinstance(name, str) or globals:
            return super().get_template(name, parent, globals)
        if name not in self._found:
            self._found[name] = super().get_template(name, parent)
        return self._found[name]

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Give what a template knows beside its view as one dict: every page looks at all of it several times."""
        return {**self.globals, **(d or {})}


class QuickEnvironment(ThemeEnvironment):
    """The same templates, for views that have whatever is asked of them.

    For each dot, Jinja looks for an attribute, then for an item, and else sees to it that somebody hears of it, which
    is a tenth of the time of a page. Here a dot is an attribute. Whoever renders with this must be ready for an
    AttributeError, and render again with a `ThemeEnvironment`, which knows what is meant or wrong.
    """

    code_generator_class = _QuickCodeGenerator
