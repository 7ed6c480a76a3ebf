"""Asks axe-core what keeps people from using a page.

The script is run from outside of the page, as a browser's own tools do it, so that the page's policy stays as readers
have it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, Literal

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

SCHEMES: Final[tuple[Literal["light", "dark"], ...]] = ("light", "dark")
_TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")
# Axe leaves this out unless it is named.
_ON = ("target-size",)
_RUN = """
async (options) => {
  const done = await axe.run(options);
  const asked = [...done.violations, ...done.passes, ...done.incomplete, ...done.inapplicable].map(({ id }) => id);
  return { violations: done.violations, asked };
}
"""

# Those that ask about colours. In the dark nothing else of a page is another.
_COLOURS = ("color-contrast", "link-in-text-block")
# Seven to one; the second rule leaves to the first what has less than 4.5.
_MORE_CONTRAST = ("color-contrast", "color-contrast-enhanced")


def axe_findings_of_schemes(page: Page) -> list[str]:
    """Ask about the page in light, by all rules, and in dark, by those that ask about colours."""
    page.emulate_media(color_scheme="light")
    light = axe_findings(page)
    page.emulate_media(color_scheme="dark")
    return [*light, *(f"dark: {finding}" for finding in axe_findings(page, _COLOURS))]


def axe_findings_of_more_contrast(page: Page) -> list[str]:
    """Ask, in light and dark, whether the page has the contrast of level AAA for who asks for more of it."""
    found = []
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme, contrast="more")
        found += [f"{scheme}, more contrast: {finding}" for finding in axe_findings(page, _MORE_CONTRAST)]
    page.emulate_media(contrast="null")
    return found


def axe_findings(page: Page, only: Sequence[str] = ()) -> list[str]:
    """Ask about the page as it is now: the rules of WCAG 2.0, 2.1 and 2.2, levels A and AA, and of good practice.

    Args:
        page: an open page.
        only: names of rules, instead of all these.

    Returns:
        A sentence for each finding: the rule, the place and what is wrong there.
    """
    if only:
        options: dict[str, Any] = {"runOnly": {"type": "rule", "values": list(only)}}
    else:
        options = {
            "runOnly": {"type": "tag", "values": list(_TAGS)},
            "rules": {rule: {"enabled": True} for rule in _ON},
        }
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    # Styles are not asked for once more: no rule that is on needs them.
    done = page.evaluate(_RUN, {**options, "resultTypes": ["violations"], "preload": False})
    assert {*done["asked"]} >= {*(only or (*_ON, "color-contrast"))}, "a rule that is not asked finds nothing, either"
    return [sentence for violation in done["violations"] for sentence in _sentences(violation)]


def _sentences(violation: Mapping[str, Any]) -> Iterator[str]:
    for node in violation["nodes"]:
        checks = [check for kind in ("any", "all", "none") for check in node[kind]]
        reasons = "; ".join(check["message"] for check in checks)
        yield f"{violation['id']}: {' '.join(map(str, node['target']))}: {reasons or violation['help']}"
