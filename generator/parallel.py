"""Runs one function over many pieces of work, in this process or in several, with results in order.

One worker and many share this one path, so that they cannot differ in what they make.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import chain, islice
from multiprocessing import forkserver, resource_tracker
from multiprocessing.connection import wait
from typing import TypeVar

from generator.errors import BuildError

Piece = TypeVar("Piece")
Result = TypeVar("Result")

WORK = "generator.press.printing"
"""The module that imports whatever workers need."""
LOOK = "generator.output"
"""The room that imports what they need who only look at files: a tenth of that."""
_AHEAD = 4
_SURROUNDINGS = {"PYTHONSAFEPATH": "1", "OPENBLAS_NUM_THREADS": "1"}
"""Of the process that workers are forks of: it imports no module of the folder one is in, and numpy starts no threads
in it, which no fork bears."""
_imported: list[str] = []
"""The module that the process imported, while there is one."""
_FORKS = sys.platform == "linux"
"""Elsewhere, a process may only be started afresh: Windows has no other way, macOS has libraries that bear no other."""


def processors() -> int:
    """Count the processors that this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # macOS, Windows
        return os.cpu_count() or 1


def in_batches(pieces: Iterable[Piece], size: int) -> Iterator[tuple[Piece, ...]]:
    """Cut pieces into tuples of ``size``, the last one of what is left."""
    todo = iter(pieces)
    while batch := tuple(islice(todo, size)):
        yield batch


class Workers:
    """Where pieces of work are done: here for one job, in that many processes for more.

    Processes are started for the first pieces that are more than one: many a build has no such work.
    """

    def __init__(self, pool: ProcessPoolExecutor | None, jobs: int, module: str = __name__) -> None:
        self._pool = pool
        self._jobs = jobs
        self._module = module
        self._is_started = False

    def map(
        self, function: Callable[[Piece], Result], pieces: Iterable[Piece], *, ahead: int = _AHEAD
    ) -> Iterator[Result]:
        """Give ``function(piece)`` for every piece, in their order, as they come.

        Args:
            function: what to do with a piece.
            pieces: as many as there are.
            ahead: how many pieces a worker may be given before the results of its earlier ones are taken: it bounds
                what waits in memory.

        With processes, the first pieces are handed in at once, before anybody asks for a result: of two calls in a
        row, the second one's pieces are at hand when the first one's run out. The function must be importable, and
        pieces and results must pickle. What the function raises is raised when its result is asked for.

        Raises:
            BuildError: a process ended before its work did.
        """
        todo = iter(pieces)
        first = list(islice(todo, 2)) if self._pool else []
        todo = chain(first, todo)
        if self._pool is None or len(first) == 1:
            return map(function, todo)
        self._start()
        with _explained_end():
            waiting = deque(_submit(self._pool, function, piece) for piece in islice(todo, self._jobs * ahead))
        return self._results(self._pool, function, waiting, todo)

    def side_by_side(self, function: Callable[[Piece], Result], pieces: Iterable[Piece]) -> Iterator[Result]:
        """Give ``function(piece)`` for every piece, in their order, by as many threads of this process.

        For pieces that need what this process has open, and most of whose time goes into what Python lets others run
        beside: to deflate and to inflate, to digest, to read and to write files. No process is started for them, which
        for a second's work takes as long as it saves. All pieces are handed in at once.
        """
        return map(function, pieces) if self._jobs == 1 else self._in_threads(function, pieces)

    def make_ready(self, function: Callable[[Piece], object], piece: Piece) -> None:
        """Have workers that are idle call ``function(piece)`` for what stays in their memory; nobody waits for it.

        Where none was started, there is nobody to get ready.

        What it raises is not heard of: whatever needs the same will raise it again.

        Raises:
            BuildError: a process ended before its work did.
        """
        if self._pool is not None and self._is_started:
            with _explained_end():
                for _ in range(self._jobs):
                    _submit(self._pool, function, piece)

    def _in_threads(self, function: Callable[[Piece], Result], pieces: Iterable[Piece]) -> Iterator[Result]:
        with ThreadPoolExecutor(self._jobs) as threads:
            yield from threads.map(function, pieces)  # whoever takes no more of them has the rest called off

    def _start(self) -> None:
        """Get what workers are forks of ready; they are started one by one, by the pool."""
        if not self._is_started:
            get_ready(self._module)
            self._is_started = True

    def _results(
        self,
        pool: ProcessPoolExecutor,
        function: Callable[[Piece], Result],
        waiting: deque[Future[Result]],
        todo: Iterator[Piece],
    ) -> Iterator[Result]:
        """Yield what was handed in, and hand in one more piece for every result that is taken."""
        while waiting:
            with _explained_end():
                result = waiting.popleft().result()
                waiting.extend(_submit(pool, function, piece) for piece in islice(todo, 1))
            yield result


def get_ready(module: str) -> None:
    """Start the process of which workers will be forks, where they are forks, and have it import a module meanwhile.

    Then no worker has to import what all of them need, which takes longer than to print a thousand pages. The process
    does nothing else, so it has no threads. It looks for no module in the folder that somebody happens to be in.

    One that was started with another module is ended first, unless that imports all there is; no worker may be left.
    """
    if not _FORKS or {module, WORK} & set(_imported):
        return
    let_go()
    _imported.append(module)
    forkserver.set_forkserver_preload([module])
    before = {name: os.environ.get(name) for name in _SURROUNDINGS}
    os.environ.update(_SURROUNDINGS)
    try:
        resource_tracker.ensure_running()  # Python's own; its start lets Ctrl-C through again, so it must come before
        with _deaf_to_ctrl_c():
            forkserver.ensure_running()
    finally:
        for name, value in before.items():
            del os.environ[name]
            if value is not None:
                os.environ[name] = value


def let_go() -> None:
    """End what `get_ready` started, and wait for it.

    It ends with this process anyhow, but then nobody hears how much work it and its forks have done. Python means the
    way to do this for its own tests: should it go away, all that is lost is that.
    """
    stop = getattr(getattr(forkserver, "_forkserver", None), "_stop", None)
    if _FORKS and stop:
        stop()
        _imported.clear()


@contextmanager
def open_workers(jobs: int, module: str = __name__) -> Iterator[Workers]:
    """Open ``jobs`` workers, and stop them at the end, before what was raised goes on its way.

    Args:
        jobs: how many.
        module: what all of them need.

    Workers are not forked from this process, as that would copy threads' locks and open files: on Linux they are forks
    of one that was started for it (see `get_ready`), elsewhere they are started afresh. When this block is left, none
    of them works any more: nobody writes into a folder that is being cleared away.
    """
    collected_before = gc.get_threshold()
    _collect_rarely()
    try:
        if jobs <= 1:
            yield Workers(None, 1, module)
            return
        context = multiprocessing.get_context("forkserver" if _FORKS else "spawn")
        pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin_work)
        try:
            yield Workers(pool, jobs, module)
        finally:
            pool.shutdown(cancel_futures=True)
    finally:
        gc.set_threshold(*collected_before)


@contextmanager
def _explained_end() -> Iterator[None]:
    """Say what it means that a worker has ended before its work did."""
    try:
        yield
    except BrokenProcessPool as error:
        raise BuildError(
            "a working process was ended from outside, probably because memory ran out",
            remedy="Close other programs, or give fewer processes with --jobs.",
        ) from error


def _submit(pool: ProcessPoolExecutor, function: Callable[[Piece], Result], piece: Piece) -> Future[Result]:
    """Hand in a piece; the first one starts the workers."""
    with _deaf_to_ctrl_c():
        return pool.submit(function, piece)


@contextmanager
def _deaf_to_ctrl_c() -> Iterator[None]:
    """Have processes that are started meanwhile not hear Ctrl-C: whoever waits for them does, but not before the end.

    A process that was started, and of which nobody took note, would never be told to end.
    """
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    with _ctrl_c_later():
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})  # a new process keeps what is blocked
        try:
            yield
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _ctrl_c_later() -> Iterator[None]:
    """Have Ctrl-C, which another thread (one of numpy's) may hear for this one, do what it does at the end."""
    if threading.current_thread() is not threading.main_thread():  # where Python never does it
        yield
        return
    heard: list[int] = []
    handler = signal.signal(signal.SIGINT, lambda number, _: heard.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, handler)
        if heard and callable(handler):
            handler(heard[0], None)


def _begin_work() -> None:
    """In a worker, before its first piece."""
    _collect_rarely()
    _end_with_parent()


def _collect_rarely() -> None:
    """Have the garbage collector look around less often: a build makes millions of objects and hardly any cycle."""
    gc.set_threshold(100_000, 50, 100)


def _end_with_parent() -> None:
    """End as soon as the process that started it does.

    A build that was killed leaves nobody behind who still prints while the next build does.
    """
    parent = multiprocessing.parent_process()
    if parent is None:
        return
    sentinel = parent.sentinel

    def watch() -> None:
        wait([sentinel])
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
