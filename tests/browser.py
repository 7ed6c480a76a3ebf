"""A real Chromium, and a printed sample site where readers have it: on a host under a sub-path, and on a disk."""

from __future__ import annotations

import os
import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
# Chromium's own errands on the network are off: what is left are the requests of our pages.
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SUB_PATH = "some/sub/path"


def find_chromium() -> str:
    """Give the path of a Chromium; without one, these tests fail (they are never skipped)."""
    for name in (os.environ.get("CHROMIUM", ""), *NAMES):
        found = shutil.which(name) if name else None
        if found:
            return found
    raise AssertionError("The browser tests need Chromium: install it, or set CHROMIUM to its path.")


@contextmanager
def open_browser() -> Iterator[Browser]:
    """Start a headless Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=QUIET)
        yield browser
        browser.close()


@contextmanager
def serve(folder: Path, sent: list[str] | None = None) -> Iterator[str]:
    """Serve a folder on this machine as a static host does; give its address, ending in ``/``.

    The path of each file that is sent is added to ``sent``, but not of one that the browser's cache still has.
    """
    handler = partial(_QuietHandler, [] if sent is None else sent, directory=str(folder))
    with run_server(handler) as host:
        yield f"{host}/"


@contextmanager
def run_server(handler: Callable[..., SimpleHTTPRequestHandler]) -> Iterator[str]:
    """Run a server on this machine whose requests a handler answers; give its address, without ``/`` at the end."""
    server = _QuietServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _QuietServer(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a browser that is closed while it loads a page."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _QuietHandler(SimpleHTTPRequestHandler):
    def __init__(self, sent: list[str], *arguments: Any, **options: Any) -> None:
        self.sent = sent
        super().__init__(*arguments, **options)  # which answers the request at once

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:  # noqa: ARG002 - the name it has there
        """Note what is sent."""
        if code == HTTPStatus.OK:
            self.sent.append(self.path)

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - the name that http.server has
        """Say nothing of each request."""


@dataclass
class Watch:
    """What a page did that a reader would not see: messages in the console, exceptions, requests."""

    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def follow(self, page: Page) -> None:
        """Watch a page from now on."""

        def note_console(message: ConsoleMessage) -> None:
            if message.type in {"error", "warning"}:
                self.complaints.append(message.text)

        def note_error(error: Exception) -> None:
            self.complaints.append(str(error))

        def note_request(request: Request) -> None:
            self.requests.append(request.url)

        page.on("console", note_console)
        page.on("pageerror", note_error)
        page.on("request", note_request)
