"""The part ``vocabulary`` of site.yaml: what a site adds to the vocabulary, or corrects in it.

`config` reads the rest of the file; it hands the node over, and hears of the mistakes.
"""

from __future__ import annotations

import difflib
import math
import re
from collections.abc import Callable, Collection, Iterator

import yaml

from generator.cable import TagKind
from generator.vocabulary import PLACES, STATION_ALIASES, STATIONS, Location, Station, TagTerm, Vocabulary

Note = Callable[[yaml.Node, str, str, str], None]
"""Takes a mistake: where it is, its code, what is wrong, what to do."""

_TEXT = "tag:yaml.org,2002:str"
_NUMBERS = {"tag:yaml.org,2002:int", "tag:yaml.org,2002:float"}
_DEGREES = {"latitude": 90, "longitude": 180}
_DECIMAL = re.compile(r"[+-]?\d{1,3}(\.\d{1,9})?")
_STATION = re.compile(r"[A-Z]{1,40}\Z")
_LONGEST = 200
_KINDS = [kind.value for kind in TagKind]


def read_vocabulary(node: yaml.Node, note: Note) -> Vocabulary:
    """Read what a site says of codes.

    Args:
        node: what stands after ``vocabulary:``.
        note: hears of every mistake; an entry with one is as if it were not there.
    """
    return _Reader(note).read(node)


class _Reader:
    def __init__(self, note: Note) -> None:
        self._note = note
        self._before = Vocabulary()
        self._tags: dict[str, TagTerm] = {}
        self._stations: dict[str, Station] = {}
        self._captions: dict[str, str] = {}

    def read(self, node: yaml.Node) -> Vocabulary:
        readers = {"tags": self._read_tag, "stations": self._read_station, "captions": self._read_caption}
        for part, entries in self._settings(node, "vocabulary", readers):
            for key, code, entry in self._pairs(entries, f"vocabulary.{part}"):
                name = f"vocabulary.{part}.{code}"
                if part != "stations" or self._is_station(key, name, code):
                    readers[part](entry, name, code)
        return Vocabulary(tags=self._tags, stations=self._stations, captions=self._captions)

    def _read_tag(self, node: yaml.Node, name: str, code: str) -> None:
        """Read ``External Political Relations``, or ``{name: …, kind: program}``; what is left out stays as it was."""
        before = self._before.tag(code)
        if not isinstance(node, yaml.MappingNode):
            self._tags[code] = TagTerm(before.kind, self._text(node, name, code))
            return
        kind, text = before.kind, before.name
        for key, value in self._settings(node, name, ("name", "kind")):
            if key == "name":
                text = self._text(value, f"{name}.name", key)
            else:
                kind = self._kind(value, f"{name}.kind") or kind
        self._tags[code] = TagTerm(kind, text)

    def _read_station(self, node: yaml.Node, name: str, code: str) -> None:
        """Read ``Embassy Tehran``, or ``{name: …, place: …, country: …}``; what is left out stays as it was.

        A place that the tables know is where they say, unless latitude and longitude say otherwise.
        """
        before = self._before.station(code)
        if not isinstance(node, yaml.MappingNode):
            text = self._text(node, name, code)
            self._stations[code] = Station(text, before.place, before.country, before.location)
            return
        values = {"name": before.name or code, "place": before.place, "country": before.country}
        degrees: dict[str, float] = {}
        for key, value in self._settings(node, name, (*values, *_DEGREES)):
            if key in values:
                values[key] = self._text(value, f"{name}.{key}", key)
            else:
                degrees[key] = self._degrees(value, f"{name}.{key}", _DEGREES[key])
        location = PLACES.get(values["place"], before.location)
        if len(degrees) == len(_DEGREES):
            location = Location(**degrees)
        elif degrees:
            advice = "Write both, in degrees: latitude: 50.8, longitude: 4.4."
            self._note(node, "config.value", f"'{name}' has only one of latitude and longitude", advice)
        self._stations[code] = Station(**values, location=location)

    def _read_caption(self, node: yaml.Node, name: str, code: str) -> None:
        self._captions[code] = self._text(node, name, code)

    def _is_station(self, node: yaml.Node, name: str, code: str) -> bool:
        if not _STATION.match(code):
            advice = "Write it as reference ids have it, in capitals from A to Z, such as USNATO."
            self._note(node, "config.value", f"'{name}' is no code of a station", advice)
            return False
        if code in STATION_ALIASES and code not in STATIONS:
            meant = STATION_ALIASES[code]
            self._note(node, "config.value", f"'{name}' is another spelling of {meant}", f"Write {meant} in its place.")
            return False
        return True

    def _kind(self, node: yaml.Node, name: str) -> TagKind | None:
        value = self._text(node, name, "kind").lower()
        if value in _KINDS:
            return TagKind(value)
        if value:
            self._note(node, "config.value", f"'{name}': there is no kind '{value}'", _suggest(value, _KINDS))
        return None

    def _settings(self, node: yaml.Node, name: str, known: Collection[str]) -> Iterator[tuple[str, yaml.Node]]:
        """Yield the pairs of a mapping whose keys are known."""
        for key_node, _, value in self._pairs(node, name):
            key = str(key_node.value)
            if key in known:
                yield key, value
            else:
                message = f"there is no setting '{name}.{key}'"
                self._note(key_node, "config.unknown", message, _suggest(key.lower(), known))

    def _pairs(self, node: yaml.Node, name: str) -> Iterator[tuple[yaml.ScalarNode, str, yaml.Node]]:
        """Yield the pairs of a mapping: the key's node, the key as a code is written, and the value."""
        if not isinstance(node, yaml.MappingNode):
            self._note(node, "config.value", f"'{name}' must be a list of entries, 'CODE: name' a line each", "")
            return
        seen: set[str] = set()
        for key, value in node.value:
            code = " ".join(key.value.split()).upper() if isinstance(key, yaml.ScalarNode) else ""
            if not code or not code.isprintable():
                self._note(key, "config.unknown", f"'{name}' holds something that is no code", "")
            elif code in seen:
                self._note(key, "config.repeated", f"'{name}.{key.value}' is set twice", "")
            else:
                yield key, code, value
            seen.add(code)

    def _text(self, node: yaml.Node, name: str, key: str) -> str:
        """Read a text of one line; empty where there is none, which is a mistake."""
        if not isinstance(node, yaml.ScalarNode) or node.tag != _TEXT:
            advice = f"Write something after '{key}:', or remove the line."
            if not isinstance(node, yaml.ScalarNode):
                advice = f"Write one text after '{key}:', on the same line."
            if isinstance(node, yaml.ScalarNode) and node.value:
                advice = f'Put quotes around it: {key}: "{node.value}".'
            self._note(node, "config.value", f"'{name}' must be text", advice)
            return ""
        text = " ".join(node.value.split())
        if not text or not text.isprintable() or len(text) > _LONGEST:
            message = f"'{name}' must be some words: at most {_LONGEST} characters, and no control characters"
            self._note(node, "config.value", message, "")
            return ""
        return text

    def _degrees(self, node: yaml.Node, name: str, most: int) -> float:
        """Read a latitude or longitude; 0 where there is none, which is a mistake."""
        text = str(node.value) if isinstance(node, yaml.ScalarNode) and node.tag in _NUMBERS else ""
        degrees = float(text) if _DECIMAL.fullmatch(text) else math.inf
        if abs(degrees) > most:
            advice = "South and west are below zero: -33.9 is in the southern half."
            self._note(node, "config.value", f"'{name}' must be degrees, from -{most} to {most}", advice)
            return 0
        return degrees


def _suggest(given: str, known: Collection[str]) -> str:
    close = difflib.get_close_matches(given, known, n=1)
    return f"Did you mean '{close[0]}'?" if close else f"There are: {', '.join(known)}."
