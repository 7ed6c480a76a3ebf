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
    for key, node in _walk(root, ""):
        line = node.start_mark.line + 1
        text = _text(node)
        if text is None:
            mistakes.append((line, f"'{key}' must be a text, or a form for each plural ('other' among them)"))
        elif not all(_is_whole(form) for form in ([text] if isinstance(text, str) else text.values())):
            mistakes.append((line, f"'{key}' has a brace without its partner, or a gap without a name"))
        else:
            texts[key], lines[key] = text, line
    return Texts(texts, lines, tuple(mistakes))


def gaps(text: Text) -> set[str]:
    """Give the names of the gaps of a text, in whichever of its forms."""
    forms = [text] if isinstance(text, str) else text.values()
    return {name for form in forms for _, name, _, _ in Formatter().parse(form) if name is not None}


def usable(read: Texts, others: Mapping[str, Text]) -> Iterator[tuple[str, Text]]:
    """Yield the texts of a file whose gaps are filled: those that the text in its place, if there is one, has too."""
    for key, text in read.texts.items():
        if key not in others or gaps(text) <= gaps(others[key]):
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
        elif not gaps(text) <= gaps(english[key]):
            wrong = ", ".join(sorted("{" + name + "}" for name in gaps(text) - gaps(english[key])))
            yield Finding(shown, read.lines[key], "language.gap", f"'{key}' has a gap that nothing fills: {wrong}")


def _walk(node: yaml.Node | None, above: str) -> Iterator[tuple[str, yaml.Node]]:
    """Yield the texts of all sections, with their keys."""
    if not isinstance(node, yaml.MappingNode):
        if node is not None:
            yield above.removesuffix("."), node
        return
    for key, value in node.value:
        name = f"{above}{key.value}"
        if isinstance(value, yaml.MappingNode) and not _is_plural(value):
            yield from _walk(value, f"{name}.")
        else:
            yield name, value


def _is_plural(node: yaml.MappingNode) -> bool:
    return bool(node.value) and all(key.value in _FORMS for key, _ in node.value)


def _text(node: yaml.Node) -> Text | None:
    if isinstance(node, yaml.ScalarNode):
        return str(node.value)
    if isinstance(node, yaml.MappingNode):
        forms = {key.value: value.value for key, value in node.value if isinstance(value, yaml.ScalarNode)}
        return forms if "other" in forms else None
    return None


def _is_whole(form: str) -> bool:
    try:
        return all(name is None or name.isidentifier() for _, name, _, _ in Formatter().parse(form))
    except ValueError:
        return False
