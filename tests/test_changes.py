"""Whatever a publisher changes between builds, and in whatever order, a build is as a clean one, byte for byte."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
import time
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from random import Random

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    MultipleResults,
    RuleBasedStateMachine,
    consumes,
    initialize,
    invariant,
    multiple,
    rule,
)

from generator.config import read_config
from generator.press import build_site
from tests.site_folder import SiteFolder, files_of
from tests.telegrams import DEFAULT_SENT, telegram

FOLDERS = ("", "harbour/", "lighthouse/")
POSTS = ("VALLETTA", "OSLO", "ROME")
TAGS = ("PREL", "MT", "ECON", "KNNP", "XQZ")
THEIRS = ("CNAME", ".git/objects/1", "cable/notes.txt", "theirs/deep/x.txt")
"""What somebody else may put into the printed folder."""
WORDS = ("buoy", "harbour", "the", "and", "of", "lamp", "lighthouse", "tide")
NAMES = ("Aalbekk", "Kvitholm", "Gudny", "NEAFC", "Harbour", "Lamp")
"""Few cables have each of these; the last two, subjects say as well."""


def body_with(names: Sequence[str]) -> str:
    """Write a text that says some names."""
    return f"1. (U) An exercise, fictional, of {', and of '.join(names)}."


class Changes(RuleBasedStateMachine):
    """A site that is changed and built again; after each change the printed folder is compared with a clean print."""

    cables: Bundle[str] = Bundle("cables")

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        (self.folder / "site").mkdir()
        self.site = SiteFolder(self.folder / "site")
        self.facts: dict[str, dict[str, object]] = {}
        self.settings = {"title": "Test", "page_size": "5"}

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    @initialize(target=cables)
    def begin(self) -> MultipleResults[str]:
        for serial in (1, 2, 3):
            self.write(f"{serial}.txt", serial=serial, refs=f"VALLETTA {serial + 1}")
        for serial, names in {
            4: NAMES[:2],
            5: NAMES[:2],
            6: NAMES[2:4],
            7: NAMES[2:4],
            8: NAMES[4:],
            9: NAMES[4:],
        }.items():
            self.write(f"{serial}.txt", serial=serial, body=body_with(names))
        self.write("10.txt", serial=10)
        return multiple(*self.facts)

    def write(self, name: str, **facts: object) -> None:
        self.facts[name] = self.facts.get(name, {}) | facts
        self.site.file(f"content/cables/{name}", telegram(**self.facts[name]))  # type: ignore[arg-type]

    @rule(target=cables, folder=st.sampled_from(FOLDERS), post=st.sampled_from(POSTS), serial=st.integers(1, 6))
    def add(self, folder: str, post: str, serial: int) -> str:
        name = f"{folder}{post}-{serial}.txt"
        self.write(name, post=post, serial=serial)
        return name

    @rule(cable=cables, words=st.lists(st.sampled_from(WORDS), max_size=8))
    def edit(self, cable: str, words: list[str]) -> None:
        if cable in self.facts:
            self.write(cable, body=f"1. (U) An exercise, fictional: {' '.join(words)}.")

    @rule(cable=cables, names=st.lists(st.sampled_from(NAMES), min_size=2, max_size=6))
    def name(self, cable: str, names: list[str]) -> None:
        if cable in self.facts:
            self.write(cable, body=body_with(names))

    @rule(cable=cables, words=st.lists(st.sampled_from(WORDS), min_size=1, max_size=5))
    def retitle(self, cable: str, words: list[str]) -> None:
        if cable in self.facts:
            self.write(cable, subject=f"EXERCISE: {' '.join(words).upper()}")

    @rule(cable=cables, tags=st.sets(st.sampled_from(TAGS)))
    def file_elsewhere(self, cable: str, tags: set[str]) -> None:
        if cable in self.facts:
            self.write(cable, tags=sorted(tags))

    @rule(
        cable=cables, signer=st.sampled_from(["PENDLEWOOD", "O'BRIEN", ""]), level=st.sampled_from(["S E C R E T", ""])
    )
    def correct_signer_and_level(self, cable: str, signer: str, level: str) -> None:
        if cable in self.facts:
            self.write(cable, signer=signer, level=level or "UNCLAS")

    @rule(cable=cables, days=st.integers(0, 40), undated=st.booleans())
    def redate(self, cable: str, days: int, undated: bool) -> None:
        if cable in self.facts:
            self.write(cable, sent=None if undated else DEFAULT_SENT + timedelta(days=days))

    @rule(cable=cables, post=st.sampled_from(POSTS), serial=st.integers(1, 6), other=st.integers(7, 8))
    def cite(self, cable: str, post: str, serial: int, other: int) -> None:
        if cable in self.facts:
            self.write(cable, refs=f"A. {post} {serial}\n     B. ROME {other}")

    @rule(cable=cables, post=st.sampled_from(POSTS), serial=st.integers(1, 6), glued=st.booleans())
    def name_a_cable_in_the_text(self, cable: str, post: str, serial: int, glued: bool) -> None:
        if cable in self.facts:
            named = f"09{post}{serial}" if glued else f"09 {post} {serial:04}"
            self.write(cable, body=f"1. (U) An exercise, fictional, as {named} was.")

    @rule(target=cables, cable=consumes(cables), folder=st.sampled_from(FOLDERS), number=st.integers(0, 9))
    def rename(self, cable: str, folder: str, number: int) -> str:
        name = f"{folder}renamed-{number}.txt"
        if cable in self.facts and name not in self.facts:
            facts = self.facts.pop(cable)
            self.site.remove(f"content/cables/{cable}")
            self.write(name, **facts)
            return name
        return cable

    @rule(cable=consumes(cables))
    def remove(self, cable: str) -> None:
        if self.facts.pop(cable, None) is not None:
            self.site.remove(f"content/cables/{cable}")

    @rule(cable=cables)
    def damage(self, cable: str) -> None:
        if self.facts.pop(cable, None) is not None:
            self.site.file(f"content/cables/{cable}", b"\x00\x01 no cable \xff")

    @rule(setting=st.sampled_from(["title: Another", "page_size: 7", "boosts: {subject: 9}", "language: fr", ""]))
    def change_a_setting(self, setting: str) -> None:
        key, _, value = setting.partition(": ")
        self.settings = {"title": "Test", "page_size": "5"} | ({key: value} if key else {})
        self.write_settings()

    @rule(name=st.sampled_from(["Renamed", "Harbours"]))
    def rename_a_tag(self, name: str) -> None:
        self.settings["vocabulary"] = f"{{tags: {{PREL: {name}}}}}"
        self.write_settings()

    def write_settings(self) -> None:
        lines = "".join(f"{key}: {value}\n" for key, value in self.settings.items())
        self.site.settings(f"url: https://example.org/cables/\n{lines}")

    @rule(text=st.sampled_from(["", "<p>Page not found: another theme.</p>\n", "{{ view.frame.title }}"]))
    def change_a_template(self, text: str) -> None:
        if text:
            self.site.file("themes/default/404.html", text)
        else:
            shutil.rmtree(self.site.root / "themes", ignore_errors=True)

    @rule(text=st.sampled_from(["", "About.\n", "Another *page*.\n"]))
    def write_a_page(self, text: str) -> None:
        if text:
            self.site.page("about.md", text)
        else:
            shutil.rmtree(self.site.root / "content" / "pages", ignore_errors=True)

    @rule(
        name=st.sampled_from(["09VALLETTA1", "09OSLO2"]),
        text=st.sampled_from(["", "A note.\n", "---\ntitle: Another\npress: [{url: 'https://example.org/x'}]\n---\n"]),
    )
    def write_a_note(self, name: str, text: str) -> None:
        if text:
            self.site.note(f"{name}.md", text)
        else:
            (self.site.root / "content" / "notes" / f"{name}.md").unlink(missing_ok=True)

    @rule()
    def update_cablepress(self) -> None:
        with sqlite3.connect(self.site.root / ".cablepress" / "archive.sqlite") as archive:
            archive.execute("UPDATE meta SET value = 'of another version'")

    @rule()
    def lose_the_printed_site(self) -> None:
        shutil.rmtree(self.site.output)

    @rule(twin=st.booleans(), chosen=st.randoms(use_true_random=False), content=st.binary(max_size=3))
    def change_a_printed_file(self, twin: bool, chosen: Random, content: bytes) -> None:
        top = self.site.root / ".public.printing" if twin else self.site.output
        files = sorted(path for path in top.rglob("*") if path.is_file() and path.name != "SHA256SUMS")
        if files:
            path = chosen.choice(files)
            path.unlink()
            if len(content) > 1:  # otherwise it is lost
                path.write_bytes(content)

    @rule()
    def lose_the_twin(self) -> None:
        shutil.rmtree(self.site.root / ".public.printing", ignore_errors=True)

    @rule()
    def wait_so_long_that_times_tell_changes(self) -> None:
        time.sleep(0.15)

    @rule(name=st.sampled_from(THEIRS), content=st.sampled_from([b"", b"theirs", b"others"]))
    def put_something_into_the_printed_folder(self, name: str, content: bytes) -> None:
        path = self.site.output / name
        if content and self.site.output.is_dir():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.unlink(missing_ok=True)
            path.write_bytes(content)
        else:
            path.unlink(missing_ok=True)

    def theirs(self) -> list[Path]:
        return [path for name in THEIRS if (path := self.site.output / name).is_file()]

    @invariant()
    def a_build_is_as_a_clean_one(self) -> None:
        before = {path: path.read_bytes() for path in self.theirs()}
        held_back = self.site.build(jobs=1).held_back
        assert {path: path.read_bytes() for path in self.theirs()} == before
        clean = self.folder / "clean"
        shutil.copytree(self.site.root, clean, ignore=shutil.ignore_patterns(".cablepress", "public"))
        build_site(read_config(clean), jobs=1)
        expected, printed = files_of(clean / "public"), files_of(self.site.output)
        for name in THEIRS:
            printed.pop(name, None)
        shutil.rmtree(clean)
        if held_back:  # a site with cables is never replaced by one without
            return
        assert list(printed) == list(expected)
        assert [address for address, content in printed.items() if content != expected[address]] == []


Changes.TestCase.settings = settings(
    max_examples=8, stateful_step_count=8, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
TestChanges = Changes.TestCase
