"""Serves a printed site on this machine, prints it again when something changes, and has open pages reload.

The site is served by Python's own server from the printed folder. Pages gain one script on their way out (never
in the folder) that asks for the number of the last build and reloads the page when it grows. It is a file of its own,
as a theme's content security policy may forbid scripts inside pages.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator, Sequence
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit

from watchfiles import watch

from generator.config import FILE_NAME, Config, read_config
from generator.errors import CablepressError
from generator.press.build import build_site
from generator.press.report import BuildReport, Progress

_BUILD_NUMBER = "/.cablepress/build"
_SCRIPT = "/.cablepress/reload.js"
_RELOAD = b"""(function () {
  var known = document.currentScript.src.split("?")[1];
  setInterval(function () {
    fetch("/.cablepress/build").then(function (answer) { return answer.text(); }).then(function (number) {
      if (number !== known) location.reload();
    }).catch(function () {});
  }, 700);
})();
"""


class ServeListener(Protocol):
    """Hears what happens while a site is served."""

    def progress(self) -> Progress:
        """Give what hears a build's progress."""

    def built(self, report: BuildReport) -> None:
        """The site was printed."""

    def serving(self, address: str) -> None:
        """The site can be seen at an address."""

    def failed(self, error: CablepressError) -> None:
        """A build failed; the earlier site is still served."""


def serve_site(root: Path, *, port: int, jobs: int | None, listener: ServeListener) -> None:
    """Print a site and serve it until interrupted.

    Args:
        root: the site's folder.
        port: on the loopback address only; 0 takes any free one.
        jobs: how many processes work; None for as many as are useful.
        listener: hears what happens.

    Raises:
        CablepressError: the first build failed, or the port is taken.
    """
    config = read_config(root)
    changes = _changes(config)
    next(changes)  # watching begins before the first build: what is edited meanwhile is not missed
    listener.built(build_site(config, jobs=jobs, progress=listener.progress()))
    builds = _Builds()
    server = _open_server(config, port, builds)
    listener.serving(f"http://127.0.0.1:{server.server_address[1]}/")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        for _ in changes:
            config = _build_again(root, config, jobs, listener)
            builds.number += 1
    finally:
        server.shutdown()
        server.server_close()


class _Builds:
    """Counts builds, for pages to know when to reload."""

    number = 1


def _build_again(root: Path, config: Config, jobs: int | None, listener: ServeListener) -> Config:
    """Read the settings anew and print; a mistake is told and the earlier site stays."""
    try:
        config = read_config(root)
        listener.built(build_site(config, jobs=jobs, progress=listener.progress()))
    except CablepressError as error:
        listener.failed(error)
    return config


def _changes(config: Config) -> Iterator[None]:
    """Yield once when watching has begun, then whenever something changed.

    Folders are watched by the system. The settings' file is looked at several times a second, as many editors put a
    new file in its place, which ends the watch on a file.
    """
    places = [*map(config.path, ("cables", "pages", "notes")), config.root / "themes"]
    # Where there is none yet, the whole folder is watched, but for what builds write themselves.
    folders = [place for place in places if place.is_dir()] or [config.root]
    folders += [place for entry in config.sources if (place := config.root / entry.path).exists()]
    written = [config.path("output"), config.path("archive").parent]
    settings = config.root / FILE_NAME
    known = _stamp(settings)
    begun = False
    for changes in watch(*folders, debounce=300, rust_timeout=200, yield_on_timeout=True, raise_interrupt=True):
        changed = [path for _, path in changes if not _is_written(Path(path), written)]
        if changed or not begun or _stamp(settings) != known:
            known = _stamp(settings)
            begun = True
            yield


def _is_written(path: Path, places: Sequence[Path]) -> bool:
    """Tell whether a build wrote this: the output, the archive, and the folders beside the output (``.public.…``)."""
    beside = tuple(f".{place.name}." for place in places)
    return any(place == path or place in path.parents for place in places) or any(
        part.startswith(beside) for part in path.parts
    )


def _stamp(file: Path) -> tuple[int, int]:
    """Give what tells a file's states apart; the same for all that is missing."""
    try:
        status = file.stat()
    except OSError:
        return (0, 0)
    return (status.st_mtime_ns, status.st_size)


def _open_server(config: Config, port: int, builds: _Builds) -> ThreadingHTTPServer:
    handler = partial(_Handler, builds, directory=str(config.path("output")))
    try:
        return _Server(("127.0.0.1", port), handler)
    except OSError as error:
        raise CablepressError(
            f"the port {port} cannot be used: {error.strerror}", remedy="Choose another one with --port, or --port 0."
        ) from error


class _Server(ThreadingHTTPServer):
    """Serves until it is told to stop."""

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 - as the library has it
        """Say nothing of a browser that went away before all of a page was there."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(SimpleHTTPRequestHandler):
    """Serves files as a static host does, with 404.html, and adds the reload script to pages."""

    def __init__(self, builds: _Builds, *arguments: object, **options: object) -> None:
        self._builds = builds
        super().__init__(*arguments, **options)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        if path == _BUILD_NUMBER:
            self._send(HTTPStatus.OK, str(self._builds.number).encode(), "text/plain")
            return
        if path == _SCRIPT:
            self._send(HTTPStatus.OK, _RELOAD, "text/javascript")
            return
        file = Path(self.translate_path(path))
        file = file / "index.html" if file.is_dir() else file
        if file.suffix == ".html" and file.is_file():
            self._send_page(HTTPStatus.OK, file)
        else:
            super().do_GET()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code == HTTPStatus.NOT_FOUND and page.is_file():
            self._send_page(HTTPStatus.NOT_FOUND, page)
        else:
            super().send_error(code, message, explain)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - the name that http.server has
        """Say nothing of each request."""

    def _send_page(self, status: HTTPStatus, file: Path) -> None:
        """Send a page with the reload script; the number of the build that it is of is read before the page."""
        script = f'<script src="{_SCRIPT}?{self._builds.number}"></script>\n'
        self._send(status, file.read_bytes() + script.encode(), "text/html; charset=utf-8")

    def _send(self, status: HTTPStatus, content: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)
