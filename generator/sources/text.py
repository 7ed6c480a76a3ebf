"""Reads one cable from one text or Markdown file, with YAML front matter before it if there is some."""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Iterator

from generator.findings import Finding
from generator.frontmatter import read_front_matter
from generator.sources.decoding import NotTextError, decode_text
from generator.sources.discovery import SourceFile
from generator.sources.raw import RawTelegram


def read_text_file(file: SourceFile, max_bytes: int) -> Iterator[RawTelegram | Finding]:
    """Read the telegram of a ``.txt`` or ``.md`` file; see `generator.sources.reading` for the interface."""
    try:
        status = file.path.stat()
        if not stat.S_ISREG(status.st_mode):  # reading a pipe would wait for ever
            yield Finding(file.name, 0, "source.unreadable", "cannot be read: it is not a file")
            return
        if status.st_size > max_bytes:
            message = f"the file has {status.st_size:,} bytes; that is no single cable"
            yield Finding(file.name, 0, "source.too-large", message)
            return
        data = file.path.read_bytes()
    except OSError as error:
        yield Finding(file.name, 0, "source.unreadable", f"cannot be read: {error.strerror}")
        return
    if not data.strip():
        yield Finding(file.name, 0, "source.empty", "the file is empty")
        return
    try:
        decoded = decode_text(data)
    except NotTextError as error:
        yield Finding(file.name, 0, "source.binary", f"cannot be read: {error}")
        return
    front = read_front_matter(decoded.text)
    findings: list[Finding] = []
    if decoded.remark:
        findings.append(Finding(file.name, decoded.remark_line, "source.encoding", decoded.remark))
    if front.mistake:
        findings.append(Finding(file.name, front.mistake_line, "source.front-matter", front.mistake))
    yield RawTelegram(
        path=file.name,
        line=1,
        collection=file.collection,
        sha256=hashlib.sha256(data).hexdigest(),
        text=decoded.text,
        telegram_line=front.end_line,
        fields=front.fields,
        findings=tuple(findings),
    )
