"""The programs that an audit runs: found, or a sentence on what to install."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

HERE = Path(__file__).parent
_INSTALLED = HERE / "node_modules" / ".package-lock.json"
_LOCK = HERE / "package-lock.json"
# The command, and the package of Debian that has it.
_NEEDED = {"java": "default-jre-headless", "node": "nodejs", "npm": "npm"}


class AuditError(Exception):
    """The audit cannot be made; the message says what to do."""


def find_tools() -> None:
    """Look for what must be there, and install the pinned packages of Node beside this file if they are not.

    Raises:
        AuditError: something is missing, or could not be installed.
    """
    missing = [package for command, package in _NEEDED.items() if not shutil.which(command)]
    if missing:
        raise AuditError(f"The audit needs Java, Node.js 18 and npm: apt-get install {' '.join(missing)}")
    if _INSTALLED.exists() and _INSTALLED.stat().st_mtime >= _LOCK.stat().st_mtime:
        return
    # No script of a package is run: none of these needs it.
    command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    done = subprocess.run(command, cwd=HERE, capture_output=True, text=True, check=False)
    if done.returncode:
        raise AuditError(why_not_installed(done.stderr))
    _INSTALLED.touch()


def why_not_installed(said: str) -> str:
    """Make one sentence of what npm said when it failed: what is missing, why, and what to do.

    Args:
        said: all that it wrote; it names its reason in a line of its own, after ``code``.
    """
    named = re.search(r"^npm (?:error|ERR!) code (\S+)", said, re.MULTILINE)
    reason = named[1] if named else " ".join(said.split())[-200:]
    return (
        "The audit cannot have what tests/audit/package-lock.json names: it needs an index of npm packages which this "
        f"machine reaches and trusts ('npm config get registry' says which it asks); npm failed with {reason}."
    )
