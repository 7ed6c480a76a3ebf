"""A build killed at any moment leaves the earlier site or the new one, whole, and the next build needs no help."""

from __future__ import annotations

import random
import subprocess
import time
from datetime import timedelta
from pathlib import Path

import pytest

from tests.commands import COMMAND, with_package
from tests.site_folder import SiteFolder, files_of
from tests.telegrams import DEFAULT_SENT

CABLES = 24
MOMENTS = 4
"""Kills at random for each number of jobs; as many again come when the new site is about to be published."""
OURS = "This file is the publisher's own."


def write_cables(site: SiteFolder, edition: int) -> None:
    """Write the cables of one of two editions of the site: they differ by edited, added and removed cables."""
    for serial in range(1, CABLES):
        name = f"{serial}.txt"
        if serial % 10 == 3 + edition:
            (site.root / "content" / "cables" / name).unlink(missing_ok=True)
            continue
        subject = f"EXERCISE: EDITION {edition}" if serial % 7 == 0 else "EXERCISE"
        body = f"1. (U) Fictional cable {serial}. " * 20
        sent = DEFAULT_SENT + timedelta(minutes=serial)
        site.cable(name, serial=serial, subject=subject, sent=sent, refs=f"VALLETTA {serial // 2 + 1}", body=body)


def print_editions(folder: Path) -> list[dict[str, bytes]]:
    """Print both editions by themselves; give what each consists of."""
    editions: list[dict[str, bytes]] = []
    for edition in (0, 1):
        (folder / str(edition)).mkdir()
        site = SiteFolder(folder / str(edition))
        write_cables(site, edition)
        site.build()
        editions.append(site.printed() | {"CNAME": OURS.encode()})
    assert editions[0] != editions[1]
    return editions


def start_build(site: SiteFolder, jobs: int) -> subprocess.Popen[bytes]:
    command = [*COMMAND, "build", str(site.root), "--jobs", str(jobs)]
    return subprocess.Popen(command, env=with_package(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def kill_after(site: SiteFolder, jobs: int, seconds: float) -> bool:
    """Start a build and kill it some time later; returns whether it was still running."""
    with start_build(site, jobs) as build:
        time.sleep(seconds)
        build.kill()
    return build.returncode != 0


def kill_at_the_end(site: SiteFolder, jobs: int) -> bool:
    """Start a build and kill it when all is printed and publishing begins."""
    with start_build(site, jobs) as build:
        while build.poll() is None and not has_new_list(site):
            time.sleep(0.0005)
        build.kill()
    return build.returncode != 0


def has_new_list(site: SiteFolder) -> bool:
    """Tell whether a list of what is printed lies in the staging folder; that of a twin is the published one."""
    new, old = site.root / ".public.printing" / "SHA256SUMS", site.output / "SHA256SUMS"
    try:
        return new.exists() and not (old.exists() and old.samefile(new))
    except FileNotFoundError:
        return False


def assert_whole(site: SiteFolder, earlier: dict[str, bytes], later: dict[str, bytes]) -> None:
    """Make sure of what a killed build left in the site's folder, and of what the next one prints."""
    assert files_of(site.output) in (earlier, later), "neither the earlier site nor the new one"
    subprocess.run(["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"], cwd=site.output, check=True)
    site.build()
    assert files_of(site.output) == later
    left = {path.name for path in site.root.iterdir()} - {".public.printing"}  # the twin
    assert left == {".cablepress", "content", "public", "site.yaml"}


@pytest.mark.parametrize("jobs", [1, 2])
def test_killed_at_any_moment_a_build_leaves_a_whole_site_and_the_next_one_is_as_a_clean_one(
    tmp_path: Path, site: SiteFolder, jobs: int
) -> None:
    editions = print_editions(tmp_path)
    write_cables(site, 0)
    start = time.monotonic()
    assert start_build(site, jobs).wait() == 0
    whole = time.monotonic() - start
    (site.output / "CNAME").write_text(OURS)
    chance = random.Random(jobs)  # noqa: S311 - the same moments at each run
    moments = [chance.uniform(0.3, 1) * whole for _ in range(MOMENTS)]
    killed = 0
    for number in range(2 * MOMENTS):
        earlier, later = editions[number % 2], editions[(number + 1) % 2]
        write_cables(site, (number + 1) % 2)
        killed += kill_after(site, jobs, moments[number // 2]) if number % 2 else kill_at_the_end(site, jobs)
        assert_whole(site, earlier, later)
    assert killed >= 2, "builds were still running when they were killed"
