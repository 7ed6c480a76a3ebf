"""Makes text of bytes, and says so where that took a decision.

Collections of cables went through many hands: most files are UTF-8, some are Windows-1252, a few were saved as
UTF-16 by an editor. What is not text at all is refused, never shown as noise.
"""

from __future__ import annotations

import codecs
import re

from generator.record import Record

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_CONTROL_BYTES = bytes([*range(9), 11, *range(14, 32), 127])
_C1_IN_UTF8 = re.compile(rb"\xc2[\x80-\x9f]")
_C1 = re.compile(r"[\x80-\x9f]")
_MISREAD = {code: bytes([code]).decode("cp1252", "replace") for code in range(0x80, 0xA0)}
"""Windows-1252 that somebody saved as Latin-1: no telegram means these control characters."""
_SHARE_OF_CONTROLS_IN_TEXT = 0.01
_LEAST_CONTROLS = 8


class NotTextError(ValueError):
    """The bytes are no text; the message says why, as the end of a sentence."""


class Decoded(Record, frozen=True):
    """Text made of bytes.

    Attributes:
        text: with line feeds only, no byte-order mark, and U+FFFD for control characters.
        remark: what a person should know about how it was read, as a sentence without a full stop; empty if
            nothing had to be decided.
        remark_line: the line, from 1, where that first mattered; 0 for the whole file.
    """

    text: str
    remark: str = ""
    remark_line: int = 0


def decode_text(data: bytes) -> Decoded:
    """Decode a source's bytes.

    Raises:
        NotTextError: there are NUL bytes, or so many control characters that this cannot be a telegram.
    """
    plain = _decode_plain(data)
    if plain is not None:
        return Decoded(plain)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            decoded = _decode(data[len(mark) :], encoding)
            break
    else:
        decoded = _decode(data, "utf-8")
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in decoded.text else decoded.text
    decoded = Decoded(text, decoded.remark, decoded.remark_line)
    return _without_controls(_without_misread(decoded))


def _decode_plain(data: bytes) -> str | None:
    """Decode bytes of which nothing need be decided, as it is with nearly all; None if there is something."""
    if b"\r" in data or data.startswith(codecs.BOM_UTF8) or len(data.translate(None, _CONTROL_BYTES)) < len(data):
        return None
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return None
    return None if _C1_IN_UTF8.search(data) else text


def _decode(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding))
    except UnicodeDecodeError as error:
        if b"\0" in data:
            raise NotTextError("it holds NUL bytes, so it is not text") from error
        line = data.count(b"\n", 0, error.start) + 1
    return Decoded(data.decode("cp1252", "replace"), "it is not UTF-8; it was read as Windows-1252", line)


def _without_misread(decoded: Decoded) -> Decoded:
    first = _C1.search(decoded.text)
    if first is None:
        return decoded
    remark = "it was Windows-1252 once and then saved as another encoding; its quotes and dashes were put right"
    return _also(decoded, decoded.text.translate(_MISREAD), remark, first)


def _without_controls(decoded: Decoded) -> Decoded:
    text = decoded.text
    first = _CONTROLS.search(text)
    if first is None:
        return decoded
    if "\0" in text:
        raise NotTextError("it holds NUL bytes, so it is not text")
    count = len(_CONTROLS.findall(text))
    if count > max(_LEAST_CONTROLS, len(text) * _SHARE_OF_CONTROLS_IN_TEXT):
        raise NotTextError(f"it holds {count:,} control characters, so it is not text")
    remark = f"it holds {count} control character{'s' if count > 1 else ''}, shown as '\N{REPLACEMENT CHARACTER}'"
    return _also(decoded, _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", text), remark, first)


def _also(decoded: Decoded, text: str, remark: str, first: re.Match[str]) -> Decoded:
    """Add a remark to those there are; the place is that of the first."""
    line = decoded.text.count("\n", 0, first.start()) + 1
    if not decoded.remark:
        return Decoded(text, remark, line)
    return Decoded(text, f"{decoded.remark}; {remark}", min(line, decoded.remark_line))
