"""Makes invented telegrams for tests, in the form that a user holds them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

DEFAULT_SENT = datetime(2009, 10, 7, 5, 31, tzinfo=UTC)


def telegram(
    *,
    post: str = "VALLETTA",
    serial: int = 118,
    sent: datetime | None = DEFAULT_SENT,
    level: str = "UNCLAS",
    tags: Sequence[str] = ("PREL", "MT"),
    subject: str = "EXERCISE: THE LIGHTHOUSE IS FICTIONAL",
    refs: str = "",
    body: str = "¶1. (U) This is an exercise. Everything in it is fictional.",
    signer: str = "PENDLEWOOD",
) -> str:
    """Write a telegram. What is given as an empty text or None is left out."""
    stamp = f"{sent:%d%H%M}Z {sent:%b %y}".upper() if sent else ""
    lines = ["", "", "VZCZCXRO3880  "]
    if sent:
        lines += [f"DE RUEHVT #{serial % 10_000:04d} {sent:%j%H%M}  ", "ZNR UUUUU ZZH  ", f"R {stamp}  "]
    lines += [f"FM AMEMBASSY {post}  ", "TO RUEHC/SECSTATE WASHDC 3456  ", ""]
    if level:
        lines += [f"{level} {post} {serial:06d}", "", "SIPDIS", ""]
    lines += ["E.O. 12958: N/A", ""]
    if tags:
        lines += ["TAGS: " + " ".join(f"[{tag}](#)" for tag in tags), ""]
    if subject:
        lines += [f"SUBJECT: {subject}", ""]
    if refs:
        lines += [f"REF: {refs}", ""]
    lines += [body, signer] if signer else [body]
    return "\n".join(lines) + "\n"
