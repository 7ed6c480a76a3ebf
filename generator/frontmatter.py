"""Front matter: the YAML block between two ``---`` lines at the top of a text file; and what is wrong with any YAML."""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field

import yaml

from generator.findings import Finding

YAML_FAILURES = (yaml.YAMLError, ValueError, OverflowError, RecursionError)
"""What PyYAML raises on bad input: beside its own errors those of numbers, of characters, of too deep nesting."""

_BLOCK = re.compile(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_LONGEST = 100_000
"""Characters. Reading YAML is slow, and two rules of dashes in a long text need not mean that it is some."""
_NO_TEXT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """A text's front matter, and where the rest begins.

    A block that is not sound YAML belongs to the rest, so that it is shown and not lost.

    Attributes:
        fields: names and values, every value as the text (or list or mapping of texts) that was typed.
        end: the index in the text where the rest begins.
        end_line: the same as a line, from 1.
        mistake: what is wrong with it, as a sentence without a full stop; empty if nothing is.
        mistake_line: where, as a line from 1.
    """

    fields: Mapping[str, object] = field(default_factory=dict)
    end: int = 0
    end_line: int = 1
    mistake: str = ""
    mistake_line: int = 0


def read_front_matter(text: str) -> FrontMatter:
    """Find and read the front matter of a text whose lines end in line feeds; raises nothing."""
    if text.partition("\n")[0].rstrip() != "---":
        return FrontMatter()
    block = _BLOCK.match(text)
    if block is None:
        return FrontMatter(mistake="the front matter has no closing '---' line", mistake_line=1)
    if len(block[1]) > _LONGEST:
        return FrontMatter(mistake="the front matter is far too long to be one", mistake_line=1)
    try:
        fields = yaml.load(block[1], Loader=_PlainLoader)  # noqa: S506 - it makes nothing but plain values
    except YAML_FAILURES as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or "it is not YAML"
        return FrontMatter(
            mistake=f"the front matter cannot be read: {problem}", mistake_line=mark.line + 2 if mark else 1
        )
    if fields is not None and not isinstance(fields, dict):
        return FrontMatter(mistake="the front matter is not made of 'name: value' lines", mistake_line=2)
    named = {str(name): value for name, value in (fields or {}).items()}
    return FrontMatter(named, block.end(), text.count("\n", 0, block.end()) + 1)


def syntax_finding(error: Exception, text: str, path: str, code: str) -> Finding:
    """Say what is wrong with a file of YAML, and in which line.

    Args:
        error: one of `YAML_FAILURES`.
        text: of the file.
        path: of the file, as people see it.
        code: of the finding.
    """
    mark = getattr(error, "problem_mark", None)
    line = mark.line + 1 if mark else 0
    problem = getattr(error, "problem", None) or "it is not YAML"
    if isinstance(error, yaml.reader.ReaderError):
        line = text.count("\n", 0, error.position) + 1
        problem = f"it holds the control character {chr(error.character)!a}"
    advice = "Put spaces in the place of tabs." if "\\t" in problem else ""
    return Finding(path, line, code, f"the file cannot be read: {problem}", advice)


class _PlainLoader(yaml.BaseLoader):
    """Makes nothing but text, lists and mappings: a serial of 00432 stays as typed.

    Three things that YAML allows are mistakes here: an alias (a few of them can swell to gigabytes), a name given
    twice (one of the values would be lost), and an escape that makes half a character or a control character.
    """

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            alias = self.peek_event()  # type: ignore[no-untyped-call]
            raise yaml.MarkedYAMLError(problem="aliases (*name) are not read here", problem_mark=alias.start_mark)
        return super().compose_node(parent, index)

    def construct_scalar(self, node: yaml.ScalarNode) -> str:
        text = str(super().construct_scalar(node))
        wrong = _NO_TEXT.search(text)
        if wrong:
            problem = f"it holds the control character {wrong[0]!a}"
            raise yaml.MarkedYAMLError(problem=problem, problem_mark=node.start_mark)
        return text

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, object]:
        names: set[str] = set()
        for key, _ in node.value:
            name = str(key.value)
            if name in names:
                raise yaml.MarkedYAMLError(problem=f"'{name}' is given twice", problem_mark=key.start_mark)
            names.add(name)
        return super().construct_mapping(node, deep)
