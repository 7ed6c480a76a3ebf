"""Checks single values of site.yaml: each gives the value as it is used, or raises `WrongValueError` and says why."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Callable
from dataclasses import field
from typing import Any
from urllib.parse import urlsplit

_LONGEST_SHOWN = 60
_LANGUAGE = re.compile(
    r"[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|[0-9]{3}))?(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*", re.IGNORECASE
)
"""A language, its script, region and variants, as browsers take them (ECMA-402, by Unicode's UTS 35, section 3)."""


def setting(default: str | int | bool, check: Callable[[Any], Any] | None = None) -> Any:  # noqa: ANN401 - dataclasses.field
    """Make a field of a settings' record: its default says its type, and ``check`` gives its value as it is used."""
    return field(default=default, metadata={"check": check or (lambda value: value)})


class WrongValueError(ValueError):
    """What a check raises; the message completes 'setting: …'."""


def check_text(value: str) -> str:
    """Give a text that holds no control character but tabs and line feeds."""
    # Escapes in double quotes can make any character: half of a pair, which no file can hold, or a control.
    wrong = next((c for c in value if unicodedata.category(c) in {"Cc", "Cs"} and c not in "\t\n"), "")
    if wrong:
        raise WrongValueError(f"it holds the control character {wrong!a}; leave it out")
    return value


def is_web_address(value: str) -> bool:
    """Tell whether this is the whole address of a web page."""
    try:
        parts = urlsplit(value)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc) and not re.search(r"[\s\\<>\"]", value)


def check_web_address(value: str, example: str) -> str:
    """Give the address of a web page: ``javascript:`` and the like would run in a reader's browser.

    Raises:
        WrongValueError: it is none; the message shows an example.
    """
    if not is_web_address(value):
        shown = value if len(value) <= _LONGEST_SHOWN else value[: _LONGEST_SHOWN - 1] + "…"
        raise WrongValueError(f"{shown!r} is not a web address; write it whole, such as {example}")
    return value


def check_url(value: str) -> str:
    """Give a site's address with ``/`` at its end.

    Raises:
        ValueError: it is none; the message says why.
    """
    parts = urlsplit(check_web_address(value, "https://cables.example.org/"))
    if parts.query or parts.fragment:
        raise WrongValueError(f"{value!r} may not hold '?' or '#'; give the folder's address only")
    return value.rstrip("/") + "/"


def check_language(value: str) -> str:
    """Give a language tag, such as ``pt-BR`` or ``sr-Latn-RS``; it must be one that browsers take."""
    if not _LANGUAGE.fullmatch(value):
        raise WrongValueError(f"{value!r} is not a language tag; write one such as en, fr or pt-BR")
    return value


def check_theme(value: str) -> str:
    """Give the name of a theme's folder."""
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]*", value):
        raise WrongValueError(f"{value!r} is not a theme's name; it is a folder's name under themes/")
    return value


def check_title(value: str) -> str:
    """Give a title on one line; it may not be empty."""
    if not value.strip():
        raise WrongValueError("it is empty; give the collection a name")
    return " ".join(value.split())


def check_path(value: str) -> str:
    """Give a path that this system can write."""
    if not value.strip():
        raise WrongValueError("it is empty; give a file's or folder's path")
    try:
        os.fsencode(value)
    except UnicodeEncodeError:
        raise WrongValueError(
            f"{value!a} holds letters that this system's locale cannot write; set PYTHONUTF8=1, or a UTF-8 locale"
        ) from None
    return value


def check_archive(value: str) -> str:
    """Give the path of a file that builds may delete: one that ends in ``.sqlite``."""
    # A damaged archive is deleted and made again, so it must not be any file by mistake.
    if not value.endswith(".sqlite"):
        raise WrongValueError(f"{value!r} must end in .sqlite; builds make that file and may delete it")
    return check_path(value)


def at_least(least: int, most: int) -> Callable[[int], int]:
    """Make a check of whole numbers from ``least`` to ``most``."""

    def check(value: int) -> int:
        if not least <= value <= most:
            raise WrongValueError(f"{value} is out of range; it goes from {least} to {most}")
        return value

    return check
