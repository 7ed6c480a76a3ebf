"""The stages of a build: told to whoever listens, and timed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter

from generator.press.report import Progress


class Stages:
    """Tells a build's stages to a listener, and notes how many seconds each took, in their order."""

    def __init__(self, listener: Progress) -> None:
        self.advance = listener.advance
        self.seconds: dict[str, float] = {}
        self._listener = listener

    @contextmanager
    def stage(self, name: str, steps: int) -> Iterator[None]:
        """Be in a stage of so many steps."""
        self._listener.begin(name, steps)
        start = perf_counter()
        yield
        self.seconds[name] = round(perf_counter() - start, 3)
