"""Shows how long work is getting on: a bar on a terminal, plain lines elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from generator.press.report import Progress as Listener
from generator.press.report import Silence

ERR = Console(stderr=True, highlight=False, soft_wrap=True)
"""Where everything goes that is no result."""
STAGES = {
    "find": "Finding sources",
    "look": "Looking at what was printed",
    "ingest": "Reading cables",
    "link": "Linking cables",
    "compare": "Comparing with what was printed",
    "patch": "Patching the index",
    "index": "Indexing for search",
    "merge": "Writing the index",
    "single": "Printing the other pages",
    "print": "Printing cables",
    "list": "Printing lists",
    "sitemap": "Printing the sitemap",
    "publish": "Publishing",
    "twin": "Getting the twin folder ready",
    "note": "Noting what was printed",
}
_QUIET_SECONDS = 10
_LONG_SECONDS = 90


@contextmanager
def progress(*, quiet: bool) -> Iterator[Listener]:
    """Show a build's progress: a bar on a terminal, plain lines elsewhere, nothing where quiet."""
    if quiet:
        yield Silence()
    elif ERR.is_terminal:
        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            _RateColumn(),
            TimeRemainingColumn(compact=True, elapsed_when_finished=True),
        )
        with Progress(*columns, console=ERR, transient=True) as bars:
            yield _Bars(bars)
    else:
        yield PlainProgress()


class _RateColumn(ProgressColumn):
    """How many steps are done in a second, as soon as that is known."""

    def render(self, task: Task) -> Text:
        """Write it."""
        return Text(rate_of(task.speed or 0))


class _Bars:
    """A bar for every stage."""

    def __init__(self, bars: Progress) -> None:
        self._bars = bars
        self._task: TaskID | None = None

    def begin(self, stage: str, steps: int) -> None:
        if self._task is not None:
            self._bars.update(self._task, visible=False)
        self._task = self._bars.add_task(STAGES[stage], total=max(steps, 1))

    def advance(self, steps: int) -> None:
        if self._task is not None:
            self._bars.advance(self._task, steps)


class PlainProgress:
    """A line for every stage, and one every ten seconds of a long one."""

    def __init__(self) -> None:
        self._stage = ""
        self._steps = self._done = 0
        self._begun = self._last = monotonic()

    def begin(self, stage: str, steps: int) -> None:
        """Write the stage's line."""
        self._stage, self._steps, self._done = stage, steps, 0
        self._begun = self._last = monotonic()
        ERR.print(Text(STAGES[stage] + (f" ({steps:,})" if steps > 1 else "")))

    def advance(self, steps: int) -> None:
        """Write how far it is, if it is time to."""
        self._done += steps
        if monotonic() - self._last >= _QUIET_SECONDS:
            self._last = monotonic()
            ERR.print(Text(f"  {pace_of(self._done, self._steps, self._last - self._begun)}"))


def pace_of(done: int, steps: int, seconds: float) -> str:
    """Say how far something is, how fast it goes, and how long it will take if it goes on like this."""
    speed = done / seconds
    left = f"about {time_of((steps - done) / speed)} left" if 0 < done < steps else ""
    details = ", ".join(filter(None, [rate_of(speed), left]))
    return f"{done:,} of {steps:,}" + (f" ({details})" if details else "")


def rate_of(speed: float) -> str:
    """Say how many steps are done in a second; nothing where it is less than one."""
    return f"{speed:,.0f} a second" if speed >= 1 else ""


def time_of(seconds: float) -> str:
    """Say how long something takes, in whole minutes from one minute and a half on."""
    minutes = round(seconds / 60)
    return f"{minutes:,} min" if seconds > _LONG_SECONDS else f"{max(round(seconds), 1)} s"
