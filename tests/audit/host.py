"""A host for the printed site that compresses what it sends, as hosts do."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from typing import Any

from tests.browser import run_server

_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
}


@contextmanager
def serve_compressed(folder: Path, path: str) -> Iterator[str]:
    """Serve a folder on this machine.

    Args:
        folder: a printed site.
        path: where on the host it stands, as in the site's url: ``/`` or ``/a/b/``.

    Yields:
        The site's address, ending in ``/``.
    """
    with run_server(partial(_Handler, folder, path)) as host:
        yield f"{host}{path}"


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, folder: Path, path: str, *arguments: Any) -> None:
        self.folder, self.site = folder, path
        super().__init__(*arguments)  # which answers the request at once

    def do_GET(self) -> None:
        """Answer with a file of the site, and with nothing that is not one."""
        address = self.path.partition("?")[0]
        file = self.folder / (address.removeprefix(self.site) or "index.html")
        is_ours = address.startswith(self.site) and ".." not in address and file.is_file()
        if not is_ours:
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        content, headers = file.read_bytes(), {"Content-Type": _TYPES.get(file.suffix, "application/octet-stream")}
        if "gzip" in self.headers.get("Accept-Encoding", ""):
            content = gzip.compress(content, 6)
            headers["Content-Encoding"] = "gzip"
        self.send_response(HTTPStatus.OK)
        for name, value in {**headers, "Content-Length": str(len(content)), "Cache-Control": "max-age=600"}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - the name that http.server has
        """Say nothing of each request."""
