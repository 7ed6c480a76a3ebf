"""The transmission lines: ``VZCZCXRO3880``, ``DE RUEHNO #0432/01 2800531``."""

from __future__ import annotations

import pytest

from generator.telegram.transmission import parse_station_serial, parse_transmission_id
from tests.telegram.reading import HEADER, read


@pytest.mark.parametrize(
    ("text", "transmission_id"),
    [
        ("VZCZCXRO3880", "VZCZCXRO3880"),
        ("VZCZCXYZ0044", "VZCZCXYZ0044"),
        ("VZCZC XRO3880", "VZCZCXRO3880"),
        ("ZCZCXRO3880", "ZCZCXRO3880"),
        ("VZCZC", "VZCZC"),
        ("VZCZCXRO3880\nPP RUEHDBU RUEHSL", "VZCZCXRO3880"),
        ("VZCZC PP RUEHDBU", "VZCZC"),
        ("PP RUEHDBU RUEHSL", ""),
        ("", ""),
    ],
)
def test_the_id_of_the_transmission(text: str, transmission_id: str) -> None:
    assert parse_transmission_id(text) == transmission_id


@pytest.mark.parametrize(
    ("text", "serial"),
    [
        ("DE RUEHNO #0432 2800531", 432),
        ("DE RUEHNO #0432/01 2800531", 432),
        ("DE RUEHNO#0432 2800531", 432),
        ("DE RUEHNO # 0432 2800531", 432),
        ("DE RUEHNO 0432 2800531", 432),
        ("DE RUEHNO 0432/01 2800531", 432),
        ("DERUEHNO #0432 2800531", 432),
        ("DE RUEHNO #0000", 0),
        ("DE RUEHNO 2800531", 0),
        ("DE RUEHNO 0432", 0),
        ("DE GAULLE #0432", 0),
        ("MADE RUEHNO #0432", 0),
        ("", 0),
    ],
)
def test_the_sender_s_serial_is_on_the_line_that_says_where_it_is_from(text: str, serial: int) -> None:
    assert parse_station_serial(text) == serial


@pytest.mark.parametrize("line", ["DE RUEHVT #0118 2800531", "DE RUEHVT 0118 2800531", "DE RUEHVT #0118/01 2800531"])
def test_without_a_classification_line_it_makes_the_id(line: str) -> None:
    text = HEADER.replace("UNCLAS VALLETTA 000118", "UNCLAS").replace("DE RUEHVT #0118 2800531", line)
    assert read(text).id == "09VALLETTA118"
