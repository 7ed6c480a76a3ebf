"""How fast one large table of cables is filed, and how much memory that takes.

    python -m benchmarks.csv_ingest --megabytes 200 [--jobs 2]

writes a table of made-up cables (in a temporary folder), has the archive made of it by a process of its own, and again
when nothing has changed. Memory is the peak of all its processes together.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

from benchmarks.cables import make_cables, write_table
from benchmarks.processes import MemoryWatch

_BYTES_OF_A_CABLE: Final = 6_600
_INGEST: Final = """
import sys
from pathlib import Path
from generator.archive import ingest_sources, open_database
from generator.parallel import open_workers
from generator.sources.discovery import find_single
if __name__ == "__main__":
    table, archive, jobs = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    with open_workers(jobs) as workers, open_database(archive) as database:
        report = ingest_sources(database, find_single(table, table.name, "").files, 5_000_000, workers)
    print(report.parsed, report.unchanged)
"""


def main() -> None:
    """Prints the rate of a first and of a second ingest."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.csv_ingest", description=__doc__)
    parser.add_argument("--megabytes", type=int, default=200)
    parser.add_argument("--jobs", type=int, default=2)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        table, script = Path(folder, "cables.csv"), Path(folder, "ingest.py")
        script.write_text(_INGEST, encoding="utf-8")
        count = wanted.megabytes * 1_000_000 // _BYTES_OF_A_CABLE + 1_000
        rows = write_table(make_cables(count), table, wanted.megabytes)
        size = table.stat().st_size
        print(f"{rows:,} cables in a table of {size / 1e6:,.0f} MB, {wanted.jobs} jobs")
        for name in ("new", "unchanged"):
            seconds, peak = _run(
                [sys.executable, str(script), str(table), str(Path(folder, "a.sqlite")), str(wanted.jobs)]
            )
            rate, each = size / 1e6 / seconds, 1000 * seconds / rows
            print(f"{name:>10}: {seconds:6.1f} s, {rate:6.1f} MB/s, {each:.2f} ms a cable, peak {peak / 1e6:,.0f} MB")


def _run(command: list[str]) -> tuple[float, int]:
    begun = time.monotonic()
    process = subprocess.Popen(command, cwd=Path(__file__).parent.parent, stdout=subprocess.DEVNULL)
    watch = MemoryWatch(process.pid)
    watch.start()
    code = process.wait()
    seconds, peak = time.monotonic() - begun, watch.stop()
    if code:
        raise SystemExit(code)
    return seconds, peak


if __name__ == "__main__":
    main()
