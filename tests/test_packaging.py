"""The built package: everything that a user needs is in the wheel, and it works without this checkout."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import hatch_build
from tests.site_folder import ROOT, SiteFolder


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built by pip as for a user."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), str(ROOT)]
    subprocess.run(pip, check=True)
    (built,) = folder.glob("cablepress-*.whl")
    return built


def test_the_wheel_carries_the_theme_and_the_known_lunr_js_and_nothing_of_the_tests(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        lunr = archive.read("generator/search/lunr.js")
    assert hashlib.sha256(lunr).hexdigest() == hatch_build.LUNR_SHA256
    assert "generator/themes/default/cable.html" in names
    assert "generator/themes/default/assets/style.css" in names
    assert "generator/search/browser/engine.js" in names
    assert [name for name in names if name.startswith(("tests", "content", "benchmarks"))] == []


def test_a_site_is_printed_by_the_wheel_alone(wheel: Path, tmp_path: Path, site: SiteFolder) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "installed")
    site.cable("09VALLETTA118.txt")
    subprocess.run(
        [sys.executable, "-m", "generator", "build", str(site.root)],
        check=True,
        cwd=tmp_path / "installed",
        capture_output=True,
    )
    assert "FICTIONAL" in site.read("cable/2009/10/09VALLETTA118.html")
    assert "lunr" in (site.output / "search" / "engine.js").read_text(encoding="utf-8")


def test_a_lunr_js_that_is_not_the_known_one_stops_the_build(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    package = tmp_path / "mkdocs"
    script = package / hatch_build.LUNR_IN_MKDOCS
    script.parent.mkdir(parents=True)
    (package / "__init__.py").touch()
    script.write_text("alert(1)")
    monkeypatch.syspath_prepend(tmp_path)
    hook = hatch_build.LunrBuildHook.__new__(hatch_build.LunrBuildHook)
    with pytest.raises(RuntimeError, match="SHA-256"):
        hook.initialize("standard", {"artifacts": []})
