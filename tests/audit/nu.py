"""The Nu HTML Checker, over every page."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator, Sequence
from typing import Any

from tests.audit.tools import HERE, AuditError

_JAR = HERE / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
# It guards a public service against being sent to the machines behind it. Here that is where the pages are.
_LOCAL = ("-Dnu.validator.servlet.allow-forbidden-hosts=true",)


def nu_findings(host: str, addresses: Sequence[str]) -> list[str]:
    """Check pages as they come from a host: of files the checker cannot tell what ``'self'`` means in a page's policy.

    Args:
        host: where the site is, ending in ``/``.
        addresses: of the pages.

    Returns:
        A sentence for each error and each warning: the page, the line, what is wrong and the words there.
    """
    pages = [host + address for address in addresses]
    command = ["java", *_LOCAL, "-jar", str(_JAR), "--format", "json", *pages]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        messages = json.loads(done.stderr)["messages"]
    except ValueError as error:
        raise AuditError(f"The Nu HTML Checker failed: {done.stderr.strip()[-500:]}") from error
    return list(_sentences(host, messages))


def _sentences(host: str, messages: Sequence[dict[str, Any]]) -> Iterator[str]:
    for each in messages:
        place = f"{each.get('url', '').removeprefix(host)}:{each.get('lastLine', 0)}"
        yield f"{place}: {each['message']} [{each.get('extract', '').strip()}]"
