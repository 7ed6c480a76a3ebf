"""Workers: results in order, however many there are; nobody works on when the build is over, however it ended."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.errors import BuildError, OutputError
from generator.parallel import in_batches, open_workers, processors
from tests.commands import is_alive, with_package


def slow_square(number: int) -> int:
    time.sleep(0.02 if number % 3 == 0 else 0)  # the first of three is done last
    return number * number


def fail_at_three(number: int) -> int:
    if number == 3:
        raise OutputError("three is no good", where="here", remedy="Take four.")
    return number


def end_at_three(number: int) -> int:
    if number == 3:
        os._exit(9)  # as when memory runs out
    return number


def write_on(folder: Path) -> None:
    """Write a file again and again, for as long as this process lives."""
    (folder / f"{os.getpid()}.alive").touch()
    while True:
        time.sleep(0.01)


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_results_come_in_the_order_of_the_pieces(jobs: int) -> None:
    with open_workers(jobs) as workers:
        assert list(workers.map(slow_square, range(40))) == [number * number for number in range(40)]
        assert list(workers.map(slow_square, [])) == []


@pytest.mark.parametrize("jobs", [1, 2])
def test_pieces_are_asked_for_as_they_are_needed_and_not_all_at_once(jobs: int) -> None:
    asked: list[int] = []

    def pieces() -> Iterator[int]:
        for number in range(1000):
            asked.append(number)
            yield number

    with open_workers(jobs) as workers:
        next(workers.map(slow_square, pieces()))
    assert len(asked) < 30


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_a_worker_raises_is_raised_here_with_its_place_and_remedy(jobs: int) -> None:
    with pytest.raises(OutputError, match="three is no good") as caught, open_workers(jobs) as workers:
        list(workers.map(fail_at_three, range(10)))
    assert (caught.value.where, caught.value.remedy) == ("here", "Take four.")


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_pieces_done_side_by_side_come_in_their_order_and_need_no_process(jobs: int) -> None:
    with open_workers(jobs) as workers:
        done = list(workers.side_by_side(lambda number: (slow_square(number), os.getpid()), range(40)))
    assert done == [(number * number, os.getpid()) for number in range(40)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_of_pieces_done_side_by_side_none_is_begun_once_nobody_waits_for_it(jobs: int) -> None:
    begun: list[int] = []

    def begin(number: int) -> int:
        begun.append(number)
        time.sleep(0.01)
        return fail_at_three(number)

    with pytest.raises(OutputError, match="three is no good"), open_workers(jobs) as workers:
        list(workers.side_by_side(begin, range(1000)))
    assert len(begun) < 100


def test_a_worker_that_the_system_ended_is_an_error_that_says_what_to_do() -> None:
    with pytest.raises(BuildError, match="probably because memory ran out") as caught, open_workers(2) as workers:
        list(workers.map(end_at_three, range(10)))
    assert "--jobs" in caught.value.remedy


def test_work_that_is_handed_in_after_a_worker_has_ended_is_the_same_error() -> None:
    with open_workers(2) as workers:
        broken = workers.map(end_at_three, range(3, 10))
        with pytest.raises(BuildError, match="ended from outside"):
            list(broken)
        with pytest.raises(BuildError, match="ended from outside"):
            workers.map(slow_square, range(3))


def test_batches_hold_all_pieces_in_order_and_the_last_one_what_is_left() -> None:
    assert list(in_batches(range(7), 3)) == [(0, 1, 2), (3, 4, 5), (6,)]
    assert list(in_batches([], 3)) == []


def test_there_is_a_processor() -> None:
    assert processors() >= 1


MAIN = """
import sys
from pathlib import Path
from generator.parallel import open_workers
from tests.test_parallel import write_on

if __name__ == "__main__":
    with open_workers(2) as workers:
        list(workers.map(write_on, [Path(sys.argv[1])] * 2))
"""


def test_workers_end_when_the_process_that_started_them_is_killed(tmp_path: Path) -> None:
    """Else they would print on into the folder that the next build prints into."""
    script = tmp_path / "main.py"
    script.write_text(MAIN)
    command = [sys.executable, str(script), str(tmp_path)]
    with subprocess.Popen(command, env=with_package(), stderr=subprocess.DEVNULL) as main:
        while len(list(tmp_path.glob("*.alive"))) < 2:
            assert main.poll() is None
            time.sleep(0.01)
        main.send_signal(signal.SIGKILL)
    workers = [int(path.stem) for path in tmp_path.glob("*.alive")]
    deadline = time.monotonic() + 10
    while any(is_alive(worker) for worker in workers):
        assert time.monotonic() < deadline
        time.sleep(0.01)


READY = """
import sys
from generator.parallel import get_ready, let_go, open_workers
from tests.test_parallel import find_module, is_deaf

if __name__ == "__main__":
    get_ready("colorsys")
    for _ in range(2):
        with open_workers(2, "colorsys") as workers:
            print(*workers.map(find_module, ["colorsys"] * 4), *workers.map(is_deaf, range(2)))
        let_go()
"""


def find_module(name: str) -> str:
    """Give where a module that this process has not imported by itself is from; empty if nobody has."""
    return Path(sys.modules[name].__file__ or "").name if name in sys.modules else ""


def is_deaf(_: int) -> bool:
    """Tell whether this process does not hear Ctrl-C."""
    return signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, set())


def test_workers_have_what_was_got_ready_for_them_but_never_from_the_folder_that_somebody_is_in(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "colorsys.py").write_text("raise SystemExit('a stranger was here')")
    script = tmp_path / "main.py"
    script.write_text(READY)
    done = subprocess.run(
        [sys.executable, str(script)], cwd=folder, env=with_package(), capture_output=True, text=True, check=False
    )
    found = "colorsys.py" if sys.platform == "linux" else ""  # elsewhere workers are started afresh
    assert (done.stdout, done.stderr) == (f"{' '.join([found] * 4)} True True\n" * 2, "")
