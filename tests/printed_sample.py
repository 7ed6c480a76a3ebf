"""Prints the sample collection for who looks at its pages, away from the checkout's own site and archive."""

from __future__ import annotations

import shutil
from pathlib import Path

from generator.config import read_config
from generator.press import build_site
from tests.site_folder import ROOT


def print_sample(site: Path, output: Path) -> Path:
    """Print the sample.

    Args:
        site: an empty folder, for the site's content and its archive.
        output: where the pages go.

    Returns:
        The folder of the pages.
    """
    shutil.copytree(ROOT / "content", site / "content")
    shutil.copy(ROOT / "site.yaml", site)
    build_site(read_config(site), output=output)
    return output
