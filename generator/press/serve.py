"""Serves a printed site on this machine, prints it again when something changes, and has open pages reload.

The site is served by Python's own server from the printed folder. Pages gain one script on their way out (never
in the folder) that asks for the number of the last build and reloads the page when it grows. It is a file of its own,
as a theme's content security policy may forbid scripts inside pages.
"""

from __future__ import annotations

import sys
import threading
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit

from generator.config import read_config
from generator.errors import CablepressError
from generator.press.build import build_site
from generator.press.report import BuildReport, Progress
from generator.press.watching import Watch

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
    watch = Watch(config)
    changes = watch.changes()
    next(changes)  # watching begins before the first build: what is edited meanwhile is not missed
    report = build_site(config, jobs=jobs, progress=listener.progress())
    listener.built(report)
    served = _Served(report.output)
    server = _open_server(port, served)
    listener.serving(f"http://127.0.0.1:{server.server_address[1]}/")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        for _ in changes:
            _build_again(root, watch, jobs, listener, served)
    finally:
        server.shutdown()
        server.server_close()


@dataclass
class _Served:
    """What is served: the folder published last, and the number of builds, for pages to know when to reload."""

    folder: Path
    builds: int = 1


def _build_again(root: Path, watch: Watch, jobs: int | None, listener: ServeListener, served: _Served) -> None:
    """Read the settings anew, watch what they name, and print; a mistake is told and the earlier site stays."""
    try:
        config = read_config(root)
        watch.follow(config)
        report = build_site(config, jobs=jobs, progress=listener.progress())
    except CablepressError as error:
        listener.failed(error)
    else:
        listener.built(report)
        if report.published:
            served.folder = report.output
    served.builds += 1


def _open_server(port: int, served: _Served) -> ThreadingHTTPServer:
    handler = partial(_Handler, served)
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

    def __init__(self, served: _Served, *arguments: object) -> None:
        self._served = served
        super().__init__(*arguments, directory=str(served.folder))  # type: ignore[arg-type]

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        if path == _BUILD_NUMBER:
            self._send(HTTPStatus.OK, str(self._served.builds).encode(), "text/plain")
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
        script = f'<script src="{_SCRIPT}?{self._served.builds}"></script>\n'
        self._send(status, file.read_bytes() + script.encode(), "text/html; charset=utf-8")

    def _send(self, status: HTTPStatus, content: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)
