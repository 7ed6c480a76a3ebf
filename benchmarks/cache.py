"""What the bench makes once and keeps under `.bench/`: cables, converted sites, installed peers.

A folder is made beside its place and then renamed, so that one that exists is whole. Its name
carries a digest of the code that made it: changed code makes a new one.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

_STAMP: Final = "installed.json"


class NotInstalledError(Exception):
    """A peer cannot be had on this machine; the message says why."""


def make_once(folder: Path, make: Callable[[Path], object]) -> Path:
    """The folder, which `make` is asked to fill if it is not there."""
    if not folder.exists():
        partial = folder.with_name(f"{folder.name}.partial")
        shutil.rmtree(partial, ignore_errors=True)
        partial.parent.mkdir(parents=True, exist_ok=True)
        make(partial)
        partial.rename(folder)
    return folder


def digest_of(sources: Iterable[Path]) -> str:
    """Eight letters that change with the bytes of these files."""
    seen = hashlib.sha256()
    for source in sources:
        seen.update(hashlib.sha256(source.read_bytes()).digest())
    return seen.hexdigest()[:8]


def install(venv: Path, *requirements: str) -> dict[str, str]:
    """The versions of what is installed in `venv`, which is made on the first call."""
    stamp = venv / _STAMP
    if not stamp.exists():
        # Not by renaming: a virtual environment knows its own path.
        shutil.rmtree(venv, ignore_errors=True)
        python = venv / "bin" / "python"
        _run(sys.executable, "-m", "venv", str(venv))
        _run(str(python), "-m", "pip", "install", "--quiet", *requirements)
        listed = json.loads(_run(str(python), "-m", "pip", "list", "--format", "json"))
        stamp.write_text(json.dumps({item["name"]: item["version"] for item in listed}))
    versions: dict[str, str] = json.loads(stamp.read_text())
    return versions


def install_node_package(folder: Path, package: str, version: str) -> str:
    """The version of a package for Node.js that is installed in `folder`, which is made on the first call."""
    installed = folder / "node_modules" / package / "package.json"
    npm = shutil.which("npm")
    if not npm:
        raise NotInstalledError("it needs Node.js and npm")
    if not installed.exists():
        folder.mkdir(parents=True, exist_ok=True)
        _run(npm, "install", "--no-audit", "--no-fund", "--prefix", str(folder), f"{package}@{version}")
    return str(json.loads(installed.read_text(encoding="utf-8"))["version"])


def find_binary(venv: Path, inside: str) -> Path:
    """A program that a package carries, so that no wrapper in Python is timed with it."""
    for found in venv.glob(f"lib/python*/site-packages/{inside}"):
        return found
    raise NotInstalledError(f"the package holds no {inside}")


def _run(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        lines = done.stderr.strip().splitlines() or ["no reason was given"]
        raise NotInstalledError(lines[-1])
    return done.stdout
