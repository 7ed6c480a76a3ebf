"""`python -m tests.endurance`: hundreds of builds killed at random moments, and builds on a small disk that fills up.

After each, the published folder must be the earlier site or the new one, whole, and the next build, without help, must
print what a clean one prints. `make test` has a few of these; this takes some ten minutes and ends with a count. It
raises where a promise does not hold.
"""

from __future__ import annotations

import argparse
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Final

from tests.commands import COMMAND, with_package
from tests.site_folder import SiteFolder, files_of
from tests.test_kills import OURS, assert_whole, kill_after, kill_at_the_end, print_editions, start_build, write_cables

_JOBS: Final = (1, 2)
_DISK: Final = 24  # megabytes
_EARLIEST: Final = 0.15
"""The share of a build's time that has gone by at the earliest kill: before, the interpreter only starts."""


def main() -> int:
    """Do as often as asked."""
    parser = argparse.ArgumentParser(prog="python -m tests.endurance", description=__doc__)
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--full-disks", type=int, default=40)
    parser.add_argument("--on", type=Path, help="for its own use: the small disk's folder")
    wanted = parser.parse_args()
    if wanted.on:
        fill_disks(wanted.on, wanted.full_disks)
        return 0
    for jobs in _JOBS:
        kill_builds(jobs, wanted.kills // len(_JOBS))
    return on_a_small_disk(wanted.full_disks)


def kill_builds(jobs: int, kills: int) -> None:
    """Kill builds: every fourth when publishing begins, the others at a random moment; only those that ran count."""
    chance = random.Random(jobs)
    seen: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        editions = print_editions(Path(folder))
        site = new_site(Path(folder) / "site")
        begun = time.monotonic()
        start_build(site, jobs).wait()
        whole = time.monotonic() - begun
        (site.output / "CNAME").write_text(OURS)
        edition = 0
        while seen["killed"] < kills:
            earlier, edition = editions[edition], 1 - edition
            write_cables(site, edition)
            at_the_end = seen["tries"] % 4 == 0
            moment = chance.uniform(_EARLIEST, 1) * whole
            killed = kill_at_the_end(site, jobs) if at_the_end else kill_after(site, jobs, moment)
            seen.update(tries=1, killed=killed, published=killed and files_of(site.output) != earlier)
            assert_whole(site, earlier, editions[edition])
    print(
        f"--jobs {jobs}: {seen['killed']} builds killed, {seen['published']} of them after their site was published; "
        f"{seen['tries'] - seen['killed']} were done before they could be. Each time the published site was whole, and "
        "the next build printed what a clean one prints."
    )


def new_site(folder: Path) -> SiteFolder:
    """Make a site with the cables of the first edition."""
    folder.mkdir()
    site = SiteFolder(folder)
    write_cables(site, 0)
    return site


def on_a_small_disk(times: int) -> int:
    """Run `fill_disks` on a small disk in memory, which only that process sees; say so where there can be none."""
    with tempfile.TemporaryDirectory() as folder:
        own = f"{sys.executable} -m tests.endurance --full-disks {times} --on {folder}"
        mounting = f"mount -t tmpfs -o size={_DISK}m tmpfs {folder} || exit 77; exec {own}"
        unshare = shutil.which("unshare") or "unshare"
        done = subprocess.run([unshare, "-rm", "sh", "-c", mounting], env=with_package(), check=False)
    if done.returncode == 77:
        print("A small disk could not be made here: that needs Linux, and the right to mount.")
    return done.returncode


def fill_disks(disk: Path, times: int) -> None:
    """Build with so little room left that some builds cannot end; then make room, and build again."""
    chance = random.Random(times)
    editions = print_editions(disk)
    for name in ("0", "1"):
        shutil.rmtree(disk / name)
    site = new_site(disk / "site")
    site.build()
    (site.output / "CNAME").write_text(OURS)
    needed = sum(map(len, editions[1].values())) * 2
    filler = disk / "filler"
    failed = edition = 0
    for _ in range(times):
        earlier, edition = editions[edition], 1 - edition
        write_cables(site, edition)
        filler.write_bytes(bytes(max(shutil.disk_usage(disk).free - chance.randrange(needed), 0)))
        done = subprocess.run(
            [*COMMAND, "build", str(site.root), "--jobs", str(chance.choice(_JOBS))],
            env=with_package(),
            capture_output=True,
            text=True,
            check=False,
        )
        failed += done.returncode != 0
        if done.returncode:
            assert "Traceback" not in done.stderr, done.stderr
            assert "space" in done.stderr, done.stderr
        filler.unlink()
        assert_whole(site, earlier, editions[edition])
    print(
        f"On a disk of {_DISK} MB with little room, {failed} of {times} builds ended with a sentence about it. Each "
        "time the published site was whole, and with room again the next build printed what a clean one prints."
    )


if __name__ == "__main__":
    sys.exit(main())
