"""A file of interface texts, as a translator writes it: ``languages/fr.yaml`` of a theme.

Sections with a text a line. A text has gaps in braces; one with a plural has a form for each of the language's
categories (``one``, ``few``, ``other``, …: Unicode's plural rules)::

    cable:
      from: De
      cited_by: Cité par
    count:
      cables: {one: "{count} câble", other: "{count} câbles"}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter

import yaml

from generator.findings import Finding
from generator.frontmatter import YAML_FAILURES

FOLDER = "languages"
Text = str | Mapping[str, str]
_FORMS = {"zero", "one", "two", "few", "many", "other"}
_DEEPEST = 3
"""Sections in each other; the deepest text there is has the key ``meanings.captions.SIPDIS``."""
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Texts:
    """What a file of interface texts says.

    Attributes:
        texts: by their keys, such as ``cable.from``.
        lines: where each stands.
        mistakes: what is wrong with the file: lines, and what.
    """

    texts: Mapping[str, Text]
    lines: Mapping[str, int]
    mistakes: tuple[tuple[int, str], ...]


@cache
def read_texts(path: Path) -> Texts:
    """Read a file; one that is not there has no texts. What is wrong in it is left out, and told."""
    try:
        root = yaml.compose(path.read_text(encoding="utf-8-sig"), Loader=_Loader)
    except FileNotFoundError:
        return Texts({}, {}, ())
    except (*YAML_FAILURES, OSError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        return Texts({}, {}, ((mark.line + 1 if mark else 1, "the file cannot be read as YAML"),))
    texts: dict[str, Text] = {}
    lines: dict[str, int] = {}
    mistakes: list[tuple[int, str]] = []
    for line, key, node in _walk(root):
        text = _text(node) if isinstance(node, yaml.Node) else None
        if isinstance(node, str):
            mistakes.append((line, node))
        elif text is None:
            mistakes.append((line, f"'{key}' must be a text, or a form for each plural ('other' among them)"))
        elif not all(_is_whole(form) for form in ([text] if isinstance(text, str) else text.values())):
            mistakes.append((line, f"'{key}' has a brace without its partner, or a gap that is not a name alone"))
        else:
            texts[key], lines[key] = text, line
    return Texts(texts, lines, tuple(mistakes))


def gaps(text: Text) -> set[str]:
    """Give the names of the gaps of a text, in whichever of its forms."""
    forms = [text] if isinstance(text, str) else text.values()
    return {name for form in forms for _, name, _, _ in Formatter().parse(form) if name is not None}


def usable(read: Texts, others: Mapping[str, Text]) -> Iterator[tuple[str, Text]]:
    """Yield the texts of a file that can stand in the place of others, or that have no such place to stand in.

    Their gaps must be filled, and nobody can choose among the forms of a plural where there is no number.
    """
    for key, text in read.texts.items():
        if key not in others or (gaps(text) <= gaps(others[key]) and not _is_plural_alone(text, others[key])):
            yield key, text


def check_texts(path: Path, shown: str, english: Mapping[str, Text]) -> Iterator[Finding]:
    """Find what is wrong with a file of interface texts.

    Args:
        path: the file.
        shown: how people see its path.
        english: the texts that there are, in English.
    """
    read = read_texts(path)
    for line, what in read.mistakes:
        yield Finding(shown, line, "language.syntax", what)
    for key, text in read.texts.items():
        if key not in english:
            if not key.startswith("meanings."):
                yield Finding(shown, read.lines[key], "language.unknown", f"nothing shows a text '{key}'")
        elif _is_plural_alone(text, english[key]):
            message = f"'{key}' must be one text: it has no number that a plural could hang on"
            yield Finding(shown, read.lines[key], "language.syntax", message)
        elif not gaps(text) <= gaps(english[key]):
            wrong = ", ".join(sorted("{" + name + "}" for name in gaps(text) - gaps(english[key])))
            yield Finding(shown, read.lines[key], "language.gap", f"'{key}' has a gap that nothing fills: {wrong}")


def _walk(root: yaml.Node | None) -> Iterator[tuple[int, str, yaml.Node | str]]:
    """Yield the texts of all sections: the line, the key, and the node, or what is wrong in its place."""
    if isinstance(root, yaml.MappingNode):
        yield from _walk_section(root, "", 1)
    elif root is not None:
        yield root.start_mark.line + 1, "", root


def _walk_section(section: yaml.MappingNode, name: str, depth: int) -> Iterator[tuple[int, str, yaml.Node | str]]:
    for key, value in section.value:
        line = key.start_mark.line + 1
        if not isinstance(key, yaml.ScalarNode):
            yield line, name, "the name before a ':' must be a text"
            continue
        inside = f"{name}{key.value}"
        # An alias (*name) is the very node that it names, whose text was written for another place.
        if value.start_mark.index < key.start_mark.index:
            yield line, inside, f"'{inside}' is an alias (*name), which is not read here"
        elif not isinstance(value, yaml.MappingNode) or _is_plural(value):
            yield value.start_mark.line + 1, inside, value
        elif depth == _DEEPEST:
            yield line, inside, f"'{inside}' is a section in too many others"
        else:
            yield from _walk_section(value, f"{inside}.", depth + 1)


def _is_plural(node: yaml.MappingNode) -> bool:
    return bool(node.value) and all(isinstance(key, yaml.ScalarNode) and key.value in _FORMS for key, _ in node.value)


def _is_plural_alone(text: Text, other: Text) -> bool:
    """Tell whether a text has forms of a plural where the one in its place has no number to choose among them by."""
    return not isinstance(text, str) and isinstance(other, str) and "count" not in gaps(other)


def _text(node: yaml.Node) -> Text | None:
    if isinstance(node, yaml.ScalarNode):
        return str(node.value)
    if not isinstance(node, yaml.MappingNode) or not all(isinstance(form, yaml.ScalarNode) for _, form in node.value):
        return None
    forms = {key.value: form.value for key, form in node.value}
    return forms if "other" in forms else None


def _is_whole(form: str) -> bool:
    """Tell whether all gaps of a text are names alone: what ``{count:d}`` or ``{count!r}`` ask for is Python's."""
    try:
        return all(
            name is None or (name.isidentifier() and not spec and not conversion)
            for _, name, spec, conversion in Formatter().parse(form)
        )
    except ValueError:
        return False
