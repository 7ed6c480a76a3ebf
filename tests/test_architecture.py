"""The plan of the house (docs/architecture.md), held by reading every import of the package."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import generator

PACKAGE = Path(generator.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))

# From the top of the house to the ground; rooms on one floor do not see each other.
FLOORS = (
    {"cli"},
    {"press"},
    {"output"},
    {"pages", "search", "exports"},
    {"archive"},
    {"redaction"},
    {"telegram"},
    {"sources"},
)
GROUND = {
    "addresses", "cable", "clocks", "collection", "config", "corrections", "errors", "findings", "folders",
    "frontmatter", "look", "memory", "parallel", "record", "setting_checks", "sitefile", "source_entries", "vocabulary",
    "wording", "wording_file",
}  # fmt: skip
LONGEST_FILE = 300
LONGEST_FUNCTION = 45


def room_of(module: Path) -> str:
    return module.relative_to(PACKAGE).parts[0].removesuffix(".py")


def floor_of(room: str) -> int:
    return next((number for number, rooms in enumerate(FLOORS) if room in rooms), len(FLOORS))


def imports(module: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: imports name the whole path"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def own_imports(module: Path) -> Iterator[str]:
    return (name for name in imports(module) if name.startswith("generator.") and name != "generator.__version__")


def test_every_room_is_on_the_plan() -> None:
    rooms = {room_of(module) for module in MODULES} - {"__init__", "__main__"}
    assert rooms == set().union(GROUND, *FLOORS)


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_room_sees_only_those_below_it(module: Path) -> None:
    room = room_of(module)
    if room in {"__init__", "__main__"}:
        return
    seen = {name.split(".")[1] for name in own_imports(module)} - {room}
    wrong = {other for other in seen if floor_of(other) <= floor_of(room)} if room not in GROUND else seen - GROUND
    assert not wrong, f"{room} may not import {wrong}"


def test_only_redaction_sees_raw_text() -> None:
    harmless = ("generator.sources.discovery", "generator.sources.stamps")  # names and states of files, no text
    for module in MODULES:
        if room_of(module) in {"sources", "redaction"}:
            continue
        raw = [name for name in own_imports(module) if name.startswith("generator.sources")]
        assert all(name.startswith(harmless) for name in raw), f"{module.name} reaches past the redaction: {raw}"


def test_only_the_command_line_prints() -> None:
    for module in MODULES:
        if room_of(module) == "cli":
            continue
        calls = [n for n in ast.walk(ast.parse(module.read_text(encoding="utf-8"))) if isinstance(n, ast.Call)]
        names = {call.func.id for call in calls if isinstance(call.func, ast.Name)}
        assert "print" not in names, module
        assert not any(name.startswith(("rich", "typer")) for name in imports(module)), module


def test_only_output_and_the_archive_write_files() -> None:
    writers = {"write_text", "write_bytes", "mkdir", "unlink", "rename", "rmdir", "hardlink_to", "symlink_to", "touch"}
    allowed = {"output": writers, "archive": {"mkdir", "unlink"}, "press": {"mkdir", "unlink", "rmdir"}}
    for module in MODULES:
        attributes = {
            node.func.attr
            for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        }
        assert attributes & writers <= allowed.get(room_of(module), set()), module
        if room_of(module) != "output" and module.name not in SCRATCH:
            assert not set(modes_of_open(module)) & set("wax+"), module


SCRATCH = {"run_file.py"}
"""What writes into the folder that the press gives it for what is needed until the end of a build."""


def modes_of_open(module: Path) -> Iterator[str]:
    """Yield the letters of all modes in which a module opens files."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and "open" in {getattr(node.func, "attr", ""), getattr(node.func, "id", "")}:
            texts = [each for each in ast.walk(node) if isinstance(each, ast.Constant)]
            for text in texts:
                yield from text.value if isinstance(text.value, str) and len(text.value) <= 3 else ""


def test_pages_search_and_exports_do_not_read_the_disk_but_for_themes_and_scripts() -> None:
    readers = {"read_text", "read_bytes"}
    may_read = {"theme.py", "scripts.py"}
    for module in MODULES:
        if room_of(module) in FLOORS[3] and module.name not in may_read:
            source = module.read_text(encoding="utf-8")
            assert not any(reader in source for reader in readers), module


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_file_can_be_read_in_one_sitting_and_a_function_seen_at_once(module: Path) -> None:
    source = module.read_text(encoding="utf-8")
    assert source.count("\n") <= LONGEST_FILE
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < LONGEST_FUNCTION, node.name


def test_nothing_is_called_utils() -> None:
    for module in MODULES:
        assert not {"utils", "util", "helpers", "helper", "manager", "common"} & set(module.stem.split("_"))


def test_what_the_plan_names_is_there() -> None:
    plan = (PACKAGE.parent / "docs" / "architecture.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`((?:generator|themes|docs|tests)/[\w./-]+)`", plan))
    assert len(named) > 20
    assert sorted(name for name in named if not (PACKAGE.parent / name).exists()) == []
