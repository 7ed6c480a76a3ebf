"""Has one build of a site use its archive at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from filelock import FileLock, Timeout

from generator.archive import forget_archive, is_damage
from generator.config import Config
from generator.errors import BuildError
from generator.press.written import lock_of

Done = TypeVar("Done")


def with_archive(config: Config, do: Callable[[], Done], *, clean: bool = False) -> Done:
    """Do something with a site's archive, which nobody else uses meanwhile.

    Args:
        config: the site's settings.
        do: is done again where the archive turned out to be damaged. All that it held is in the sources, so nobody
            needs to hear of it.
        clean: forget the archive first, so that everything is parsed again.

    Raises:
        BuildError: another build of this site is running, or the archive cannot be written.
    """
    path = config.path("archive")
    with _alone(config):
        if clean:
            forget_archive(path)
        try:
            return do()
        except Exception as error:
            if not is_damage(error):
                raise
        forget_archive(path)
        return do()


@contextmanager
def _alone(config: Config) -> Iterator[None]:
    """Hold the site's lock: two builds of one site would print into the same folders."""
    archive = config.path("archive")
    try:
        archive.parent.mkdir(parents=True, exist_ok=True)
        lock = FileLock(lock_of(archive), timeout=0)
        lock.acquire()
    except Timeout as error:
        raise BuildError(
            "another build of this site is running", where=config.root.as_posix(), remedy="Wait until it is done."
        ) from error
    except OSError as error:
        raise BuildError(
            f"the archive's folder cannot be written: {error.strerror}",
            where=config.shown(archive.parent),
            remedy="Check its permissions, or set 'paths: archive' in site.yaml.",
        ) from error
    try:
        yield
    finally:
        lock.release()
