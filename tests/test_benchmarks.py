"""The bench's cables are a fixed quantity: what is measured on them can be measured again."""

from __future__ import annotations

import hashlib
import re

from benchmarks.cables import make_cables


def test_the_same_seed_gives_the_same_bytes_on_every_machine() -> None:
    made = hashlib.sha256()
    for cable in make_cables(50, seed=7):
        made.update(f"{cable.path.as_posix()}\n{cable.text}\n".encode())

    assert made.hexdigest() == ("d3da326b8fb6df447fa53f8920acd4daa045207a844177ff4c8eadd62e109d4c")


def test_the_mean_cable_is_within_a_tenth_of_six_and_a_half_kilobytes() -> None:
    sizes = [len(cable.text.encode()) for cable in make_cables(500)]

    assert 5_850 < sum(sizes) / len(sizes) < 7_150


def test_a_cable_is_filed_under_the_year_station_and_serial_that_its_text_gives() -> None:
    for cable in make_cables(200):
        sent = re.search(r"^[A-Z] \d{6}Z [A-Z]{3} (\d\d)  $", cable.text, re.MULTILINE)
        marked = re.search(r"^[A-Z ]+? ([A-Z]+) (\d{6})$", cable.text, re.MULTILINE)

        assert sent is not None
        assert marked is not None
        assert cable.path.stem == f"{sent[1]}{marked[1]}{int(marked[2])}"
        assert cable.path.parts[0].endswith(sent[1])
