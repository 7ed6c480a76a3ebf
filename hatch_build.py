"""Brings lunr.js into the package while it is built.

The search page runs the real lunr.js. No copy of it is committed: the build takes the one that the pinned
mkdocs package carries (see ``build-system.requires``) and stops unless its SHA-256 is the known one.
"""

from __future__ import annotations

import hashlib
import importlib.util
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

LUNR_VERSION = "2.3.9"
LUNR_SHA256 = "c1a28d9e95163292fbcc07ff794f1f0e1ade8741c513afe96d5b1046a18110bc"
LUNR_IN_MKDOCS = "contrib/search/templates/search/lunr.js"
TARGET = "generator/search/lunr.js"


class LunrBuildHook(BuildHookInterface[Any]):
    """Hatchling calls it before every wheel, editable ones included."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Put lunr.js beside the search code and into the wheel.

        Args:
            version: the kind of build; Hatchling's, not used.
            build_data: Hatchling's record of the build; ``artifacts`` gains the file.

        Raises:
            RuntimeError: mkdocs is missing, or its lunr.js is not the one we know.
        """
        del version
        spec = importlib.util.find_spec("mkdocs")
        if spec is None or spec.origin is None:
            raise RuntimeError("mkdocs, which carries lunr.js, is not in the build environment")
        script = (Path(spec.origin).parent / LUNR_IN_MKDOCS).read_bytes()
        found = hashlib.sha256(script).hexdigest()
        if found != LUNR_SHA256:
            raise RuntimeError(f"lunr.js {LUNR_VERSION}: SHA-256 {found}, expected {LUNR_SHA256}")
        (Path(self.root) / TARGET).write_bytes(script)
        build_data["artifacts"].append(f"/{TARGET}")
