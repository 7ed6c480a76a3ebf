"""What lies near a cable: of its sender and day, citing what it cites, about the same; and how edits move it."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from generator.archive import Archive, Nearby
from tests.site_folder import SiteFolder

SETTLED = 0.15
SUBJECTS = (
    "CHESS BY TELEX: HELSINKI ACCEPTS", "BISCUITS FOR THE ARCHIVE", "CHESS BY TELEX: THE GAME IS OVER",
    "TWO FERRIES, ONE PIER", "NINE MINUTES REACH THE CABINET", "SEEDS IN COLD CUPBOARDS", "A TRAM TICKET",
    "POUCH SEVEN IS FOUND", "BUTTONS AND MARBLES", "WIND FROM THE WEST",
)  # fmt: skip


def on(day: int, hour: int = 12) -> datetime:
    return datetime(2009, 10, day, hour, tzinfo=UTC)


def nearby(site: SiteFolder) -> dict[str, Nearby]:
    archive = Archive(site.root / ".cablepress" / "archive.sqlite")
    try:
        count = archive.count()
        ids = [entry.id for entry in archive.entries(0, count)]
        return dict(zip(ids, (each.nearby for each in archive.linked_cables(0, count)), strict=True))
    finally:
        archive.close()


def ids(entries: tuple[object, ...]) -> list[str]:
    return [entry.id for entry in entries]  # type: ignore[attr-defined]


def test_cables_of_the_same_sender_and_day_stand_on_each_other_s_page_five_at_most(site: SiteFolder) -> None:
    for serial in range(1, 9):
        site.cable(f"{serial}.txt", serial=serial, sent=on(1, serial), subject=SUBJECTS[serial - 1])
    site.cable("90.txt", serial=90, sent=on(2)).cable("91.txt", serial=91, post="OSLO", sent=on(1)).build()
    found = nearby(site)
    assert ids(found["09VALLETTA1"].same_day) == [f"09VALLETTA{serial}" for serial in range(2, 7)]
    assert ids(found["09VALLETTA5"].same_day) == [f"09VALLETTA{serial}" for serial in (2, 3, 4, 6, 7)]
    assert found["09VALLETTA90"].same_day == found["09OSLO91"].same_day == ()
    page = site.view("cable/2009/10/09VALLETTA1.html")
    assert "Same day from VALLETTA" in page.text
    assert "cable/2009/10/09VALLETTA6.html" in page.addresses()


def test_cables_that_cite_the_same_are_near_by_how_much_they_share_unless_they_are_linked(site: SiteFolder) -> None:
    refs = {
        1: "A. TEHRAN 1\n     B. TEHRAN 2",
        2: "TEHRAN 1",
        3: "A. TEHRAN 2\n     B. TEHRAN 1",
        4: "A. TEHRAN 1\n     B. VALLETTA 1",
        5: "A. TEHRAN 9",
    }
    for serial, text in refs.items():
        site.cable(f"{serial}.txt", serial=serial, sent=on(serial), refs=text, subject=SUBJECTS[serial])
    for serial in range(11, 16):
        site.cable(f"{serial}.txt", serial=serial, post="OSLO", sent=on(serial), refs="TEHRAN 1", subject="")
    site.build()
    found = nearby(site)
    shared_two, shared_one = ["09VALLETTA3"], ["09VALLETTA2", "09OSLO11", "09OSLO12", "09OSLO13"]
    assert sorted(ids(found["09VALLETTA1"].sharing)) == sorted(shared_two + shared_one)
    assert "09VALLETTA1" not in ids(found["09VALLETTA4"].sharing), "that one it cites"
    assert found["09VALLETTA5"].sharing == ()
    assert "Citing the same cables" in site.view("cable/2009/10/09VALLETTA1.html").text


def test_what_very_many_cite_brings_no_cables_together(site: SiteFolder) -> None:
    for serial in range(1, 53):
        site.cable(f"{serial}.txt", serial=serial, refs="TEHRAN 1" if serial > 1 else "OSLO 7", subject="", tags=())
    site.build()
    assert all(each.sharing == () for each in nearby(site).values())
    (site.root / "content/cables/52.txt").unlink()
    site.build()
    assert len(nearby(site)["09VALLETTA2"].sharing) == 5, "fifty are not too many"


def test_subjects_with_two_rare_words_in_common_are_similar(site: SiteFolder) -> None:
    for serial, subject in enumerate(SUBJECTS, start=1):
        site.cable(f"{serial}.txt", serial=serial, sent=on(serial), subject=subject, tags=())
    site.build()
    found = nearby(site)
    assert ids(found["09VALLETTA1"].similar) == ["09VALLETTA3"]
    assert ids(found["09VALLETTA3"].similar) == ["09VALLETTA1"]
    assert all(not each.similar for cable_id, each in found.items() if cable_id not in {"09VALLETTA1", "09VALLETTA3"})
    assert "Similar by subject, tags and names" in site.view("cable/2009/10/09VALLETTA1.html").text


def test_a_rare_tag_counts_and_what_all_have_counts_for_nothing(site: SiteFolder) -> None:
    for serial in range(1, 25):
        tags = ("PREL", "MT", "XQZ") if serial in {2, 4} else ("PREL", "MT")
        subject = "LAMPS OF THE HARBOUR" if serial in {2, 4} else "NOTES ON THE HARBOUR"
        site.cable(f"{serial}.txt", serial=serial, sent=on(serial), subject=subject, tags=tags)
    site.build()
    assert ids(nearby(site)["09VALLETTA2"].similar) == ["09VALLETTA4"]
    assert nearby(site)["09VALLETTA1"].similar == ()


def test_texts_that_share_rare_names_are_similar_whatever_their_subjects_say(site: SiteFolder) -> None:
    bodies = dict.fromkeys(range(1, 11), "1. (U) An exercise, fictional.")
    bodies[2] = "1. (U) An exercise, fictional: we hear from Aalbekk that the ferry of Kvitholm is late."
    bodies[9] = "1. (U) An exercise, fictional.\n\n2. (U) The pier at Kvitholm was built by Borghild Aalbekk."
    for serial, body in bodies.items():
        site.cable(f"{serial}.txt", serial=serial, sent=on(serial), subject=SUBJECTS[serial - 1], tags=(), body=body)
    site.build()
    found = nearby(site)
    assert ids(found["09VALLETTA2"].similar) == ["09VALLETTA9"]
    assert ids(found["09VALLETTA9"].similar) == ["09VALLETTA2"]


# After edits


@pytest.fixture
def series(tmp_path: Path) -> SiteFolder:
    """A site of ten cables, each with its own subject but two, built."""
    site = SiteFolder(tmp_path)
    for serial, subject in enumerate(SUBJECTS, start=1):
        site.cable(f"{serial}.txt", serial=serial, sent=on(serial), subject=subject, tags=())
    time.sleep(SETTLED)
    site.build(jobs=1)
    return site


@pytest.mark.parametrize(
    "subject",
    [
        "CHESS BY TELEX: A THIRD CABLE, WITH TWO FERRIES AND A PIER",  # words become too frequent, and new pairs come
        "SEEDS IN TELEX CUPBOARDS",
        "TRAM TICKET, SECOND RIDE",
        "",
    ],
)
@pytest.mark.parametrize("serial", [1, 7])
def test_after_an_edit_of_a_subject_pages_that_gain_or_lose_a_neighbour_are_as_in_a_clean_build(
    series: SiteFolder, subject: str, serial: int
) -> None:
    series.cable(f"{serial}.txt", serial=serial, sent=on(serial), subject=subject, tags=())
    assert "patch" in series.build(jobs=1).seconds
    printed = series.printed()
    series.build(jobs=1, clean=True)
    assert series.printed() == printed


@pytest.mark.parametrize(
    ("names", "changed"),
    [
        ("Kvitholm and Aalbekk", {2, 5}),  # a pair comes
        ("Kvitholm, Lund and Gudny", {2, 5, 6, 7}),  # two more names, and one of them is too many cables'
        ("Kvitholm and a keeper", {2, 5}),  # a word that one other cable has
        ("nobody", {2}),
    ],
)
def test_after_an_edit_of_a_text_only_pages_that_gain_or_lose_a_neighbour_by_its_names_change(
    series: SiteFolder, names: str, changed: set[int]
) -> None:
    for serial, said in {5: "Kvitholm and of Aalbekk", 6: "Lund and of Gudny", 7: "Lund and of Gudny"}.items():
        write_body(series, serial, said)
    time.sleep(SETTLED)
    series.build(jobs=1)
    before = series.printed()
    write_body(series, 2, names)
    assert "patch" in series.build(jobs=1).seconds
    after = series.printed()
    moved = {address for address in after if after[address] != before.get(address) and address.endswith("html")}
    assert moved <= {f"cable/2009/10/09VALLETTA{serial}.html" for serial in changed}
    if names == "Kvitholm and Aalbekk":
        assert ids(nearby(series)["09VALLETTA5"].similar) == ["09VALLETTA2"]
    if "Gudny" in names:
        assert ids(nearby(series)["09VALLETTA6"].similar) == []
    series.build(jobs=1, clean=True)
    assert series.printed() == after


def write_body(site: SiteFolder, serial: int, names: str) -> None:
    body = f"1. (U) An exercise, fictional, of {names}."
    site.cable(f"{serial}.txt", serial=serial, sent=on(serial), subject=SUBJECTS[serial - 1], tags=(), body=body)


def test_an_edited_text_without_names_moves_nothing(series: SiteFolder) -> None:
    before = series.printed()
    body = "1. (U) An exercise: chess by telex, two ferries, one pier."
    series.cable("2.txt", serial=2, sent=on(2), subject=SUBJECTS[1], tags=(), body=body)
    series.build(jobs=1)
    after = series.printed()
    changed = {address for address in after if after[address] != before.get(address) and address.startswith("cable/")}
    assert changed == {"cable/2009/10/09VALLETTA2.html"}


def test_an_edited_subject_is_shown_by_all_that_lie_near_the_cable(tmp_path: Path) -> None:
    site = SiteFolder(tmp_path)
    for serial in range(1, 9):  # of one day; the first and the last cite the same, and are nobody's neighbours
        refs = "TEHRAN 1" if serial in {1, 8} else ""
        site.cable(f"{serial}.txt", serial=serial, sent=on(1, serial), subject=SUBJECTS[serial - 1], tags=(), refs=refs)
    site.cable("9.txt", serial=9, post="OSLO", sent=on(20), subject="TRAM ON TICKET", tags=())
    site.cable("10.txt", serial=10, post="OSLO", sent=on(25), subject=SUBJECTS[9], tags=())
    time.sleep(SETTLED)
    site.build(jobs=1)
    site.cable("8.txt", serial=8, sent=on(1, 8), subject="POUCH SEVEN FOUND!", tags=(), refs="TEHRAN 1")
    site.cable("7.txt", serial=7, sent=on(1, 7), subject="A TICKET, A TRAM", tags=())
    assert "patch" in site.build(jobs=1).seconds
    assert "Pouch Seven Found!" in site.view("cable/2009/10/09VALLETTA1.html").text, "which cites the same"
    assert "Pouch Seven Found!" in site.view("cable/2009/10/09VALLETTA6.html").text, "which is of that day"
    assert "A Ticket, a Tram" in site.view("cable/2009/10/09OSLO9.html").text, "whose subject is similar"
    printed = site.printed()
    site.build(jobs=1, clean=True)
    assert site.printed() == printed
