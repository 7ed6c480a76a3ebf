"""Pages look as they did: what is printed equals the golden pages, byte for byte."""

from __future__ import annotations

from pathlib import Path

from tests.golden import kept_pages, print_golden


def test_pages_are_the_golden_ones_and_no_golden_page_is_left_over(tmp_path: Path) -> None:
    printed, golden = print_golden(tmp_path), kept_pages()
    assert list(printed) == list(golden)
    for address, content in printed.items():
        assert content.decode() == golden[address].decode(), f"{address} differs; if that is meant: make golden"
