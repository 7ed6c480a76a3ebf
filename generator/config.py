"""site.yaml: what a publisher can set, read with every mistake reported at once.

The settings are the fields of `Config` and `Paths`; their defaults make a site that builds without any
site.yaml at all. Reading keeps YAML's line numbers, so that each mistake says where it is.
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

import yaml

from generator.corrections import read_vocabulary
from generator.errors import ConfigError
from generator.findings import Finding
from generator.frontmatter import YAML_FAILURES, syntax_finding
from generator.look import SECTIONS as LOOK_SECTIONS
from generator.look import Look
from generator.setting_checks import (
    WrongValueError,
    at_least,
    check_archive,
    check_language,
    check_path,
    check_text,
    check_theme,
    check_title,
    check_url,
    setting,
)
from generator.source_entries import SourceEntry, read_entries
from generator.vocabulary import Vocabulary

FILE_NAME = "site.yaml"

_KINDS = {str: "text", int: "a whole number", bool: "yes or no"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Paths:
    """Where things are, relative to the site's folder (absolute paths work too).

    Attributes:
        cables: the cables, in any depth of folders.
        pages: the publisher's own pages, ``*.md``.
        notes: the publisher's notes on cables, ``ID.md``.
        output: the printed site.
        archive: the archive, one SQLite file that ends in ``.sqlite``. It can be deleted at any time; the next build
            makes it again.
    """

    cables: str = setting("content/cables", check_path)
    pages: str = setting("content/pages", check_path)
    notes: str = setting("content/notes", check_path)
    output: str = setting("public", check_path)
    archive: str = setting(".cablepress/archive.sqlite", check_archive)


@dataclass(frozen=True, slots=True, kw_only=True)
class Boosts:
    """How much a hit in each field of the search counts, from 1 to 100."""

    id: int = setting(10, at_least(1, 100))
    subject: int = setting(5, at_least(1, 100))
    tags: int = setting(2, at_least(1, 100))
    sender: int = setting(2, at_least(1, 100))
    signer: int = setting(2, at_least(1, 100))
    body: int = setting(1, at_least(1, 100))


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """A site's settings.

    Attributes:
        root: the site's folder; all paths start from it.
        title: the collection's name, on every page.
        url: the address that the printed folder will have, with ``/`` at the end; empty if not known.
        description: a sentence or two about the collection, for the home page and for pasted links.
        language: the language of the site, as a tag such as ``en``.
        cable_language: the language that the cables are written in.
        headlines: show subjects in capitals in headline case.
        theme: a folder under ``themes/``, the site's own first and then those that come with Cablepress.
        page_size: how many cables stand on one page of a list.
        max_cable_bytes: the size from which a file is taken for something else than one cable.
        sources: files and folders of cables beside the cables' folder; each is a collection of its own.
        paths: where things are.
        boosts: how much a hit in each field of the search counts.
        look: what the site changes of its theme's looks.
        vocabulary: what the site adds to the names of codes, or corrects in them.
    """

    root: Path
    title: str = setting("Cables", check_title)
    url: str = setting("", check_url)
    description: str = setting("")
    language: str = setting("en", check_language)
    cable_language: str = setting("en", check_language)
    headlines: bool = setting(default=True)
    theme: str = setting("default", check_theme)
    page_size: int = setting(100, at_least(5, 1000))
    max_cable_bytes: int = setting(5_000_000, at_least(1_000, 1_000_000_000))
    sources: tuple[SourceEntry, ...] = ()
    paths: Paths = field(default_factory=Paths)
    boosts: Boosts = field(default_factory=Boosts)
    look: Look = field(default_factory=Look)
    vocabulary: Vocabulary = field(default_factory=Vocabulary)

    def path(self, setting: str) -> Path:
        """Give the place that one of `Paths` means, made absolute against the site's folder."""
        return self.root / str(getattr(self.paths, setting))

    def shown(self, path: Path) -> str:
        """Give a path as people see it: relative to the site's folder where it is inside, with ``/``."""
        try:
            return path.relative_to(self.root).as_posix()
        except ValueError:
            return path.as_posix()


def read_config(root: Path, *, url: str | None = None) -> Config:
    """Read ``site.yaml`` of a site's folder.

    Args:
        root: the site's folder. Without a site.yaml in it, every setting has its default.
        url: the site's address, in place of the setting.

    Raises:
        ConfigError: it cannot be read, is not YAML, or holds mistakes; all of them are in the error.
    """
    config = _read_file(root)
    if url is None:
        return config
    try:
        return replace(config, url=check_url(url))
    except WrongValueError as error:
        raise ConfigError("--url", [Finding("--url", 0, "config.value", str(error))]) from error


def _read_file(root: Path) -> Config:
    try:
        text = (root / FILE_NAME).read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return Config(root=root)
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(FILE_NAME, [_unread_mistake(error)]) from error
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except YAML_FAILURES as error:
        raise ConfigError(FILE_NAME, [syntax_finding(error, text, FILE_NAME, "config.syntax")]) from error
    if node is None or (_is_scalar(node) and not node.value):  # nothing in it but remarks
        return Config(root=root)
    reader = _Reader()
    values = reader.read(node, Config, "")
    if reader.mistakes:
        raise ConfigError(FILE_NAME, sorted(reader.mistakes))
    return Config(root=root, **values)


def _unread_mistake(error: OSError | UnicodeDecodeError) -> Finding:
    if isinstance(error, UnicodeDecodeError):
        return _mistake(0, "config.syntax", "the file is not UTF-8 text", "Save it as plain text in UTF-8.")
    advice = "Make sure that it is a file, and that you may read it."
    return _mistake(0, "config.syntax", f"the file cannot be read: {error.strerror}", advice)


def _mistake(line: int, code: str, message: str, advice: str = "") -> Finding:
    return Finding(FILE_NAME, line, code, message, advice)


_SECTIONS: dict[str, type[Any]] = {"paths": Paths, "boosts": Boosts, **LOOK_SECTIONS}
"""The settings that are lists of settings themselves."""


class _Reader:
    """Turns YAML nodes into a dataclass's values, and gathers the mistakes on the way."""

    def __init__(self) -> None:
        self.mistakes: list[Finding] = []

    def read(self, node: yaml.Node, record: type[Any], prefix: str) -> dict[str, Any]:
        """Read a mapping node into keyword arguments for ``record``; ``prefix`` names its parent."""
        if not isinstance(node, yaml.MappingNode):
            what = f"'{prefix.removesuffix('.')}'" if prefix else "the file"
            self._note(node, "config.value", f"{what} must be a list of settings, 'name: value' a line each")
            return {}
        known = {each.name: each for each in fields(record) if each.name != "root"}
        values: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = key_node.value if _is_scalar(key_node) else "?"
            if key not in known:
                self._note(key_node, "config.unknown", f"there is no setting '{prefix}{key}'", _suggest(key, known))
            elif key in values:
                self._note(key_node, "config.repeated", f"'{prefix}{key}' is set twice")
            elif key in _SECTIONS:
                section = _SECTIONS[key]
                values[key] = section(**self.read(value_node, section, f"{prefix}{key}."))
            elif key == "sources":
                values[key] = read_entries(value_node, self._note)
            elif key == "vocabulary":
                values[key] = read_vocabulary(value_node, self._note)
            else:
                values[key] = self._value(value_node, prefix + key, known[key])
        return values

    def _value(self, node: yaml.Node, name: str, setting: Any) -> Any:  # noqa: ANN401 - a Field, and any setting's type
        expected = type(setting.default)
        value = _construct(node)
        if type(value) is not expected:
            advice = _advise_on_type(node, setting.name) if expected is str else ""
            self._note(node, "config.value", f"'{name}' must be {_KINDS[expected]}", advice)
            return setting.default
        try:
            return setting.metadata["check"](check_text(value) if isinstance(value, str) else value)
        except WrongValueError as error:
            self._note(node, "config.value", f"'{name}': {error}")
            return setting.default

    def _note(self, node: yaml.Node, code: str, message: str, advice: str = "") -> None:
        self.mistakes.append(_mistake(node.start_mark.line + 1, code, message, advice))


def _is_scalar(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode)


def _construct(node: yaml.Node) -> object:
    """Make a value of a scalar as YAML means it; None of anything else, and of what YAML can make nothing of."""
    try:
        return yaml.SafeLoader("").construct_object(node) if _is_scalar(node) else None
    except YAML_FAILURES:  # an unknown tag; a date such as 2009-99-99
        return None


def _advise_on_type(node: yaml.Node, key: str) -> str:
    """Say how to make text of a value that YAML takes for something else: a number, a date, yes or no."""
    if not _is_scalar(node):
        return ""
    if not node.value:
        return f"Write something after '{key}:', or remove the line."
    return f'Put quotes around it: {key}: "{node.value}".'


def _suggest(key: str, known: dict[str, Any]) -> str:
    close = difflib.get_close_matches(key.lower(), known, n=1)
    if close:
        return f"Did you mean '{close[0]}'?"
    return f"The settings here are: {', '.join(known)}."
