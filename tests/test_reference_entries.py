"""How a cable's page shows its references: an item's words, and the cables that it names."""

from __future__ import annotations

import re

from tests.site_folder import SiteFolder

NOT_HERE = '<small><a href="../../../reference/index.html">Not in this collection</a></small>'


def entries(site: SiteFolder, refs: str) -> list[str]:
    """Give the entries of a cable with these references, beside another cable of the same sender."""
    site.cable("a.txt", serial=1).cable("b.txt", serial=9, refs=refs).build(jobs=1)
    page = site.read("cable/2009/10/09VALLETTA9.html")
    (listed,) = re.findall(r"<h2>References</h2>\n<ul>(.*?)</ul>", page, re.DOTALL)
    return [" ".join(each.split()) for each in listed.split("<li")[1:]]


def test_the_words_of_a_block_that_names_several_are_none_of_them(site: SiteFolder) -> None:
    words, first, second = entries(site, "VALLETTA 1; 07 ROME 5")
    assert words == "><span>VALLETTA 1; 07 ROME 5</span>"
    assert first.startswith('><a href="09VALLETTA1.html">09VALLETTA1</a> ')
    assert second == f"><span>07ROME5</span> {NOT_HERE}"


def test_an_item_that_names_one_is_that_one_and_mentions_lead_to_its_letter(site: SiteFolder) -> None:
    first, second, *others = entries(site, "A. VALLETTA 1 (NOTAL)\n     B. ROME 5 AND 7")
    assert first.startswith('id="ref-A"><b>A.</b> <a href="09VALLETTA1.html">VALLETTA 1 (NOTAL)</a> ')
    assert second == 'id="ref-B"><b>B.</b> <span>ROME 5 AND 7</span>'
    assert others == [f"><span>09ROME5</span> {NOT_HERE}", f"><span>09ROME7</span> {NOT_HERE}"]
