"""The interface speaks the language of the site: every text in one file, complete, with plurals, dates and numbers."""

from __future__ import annotations

import pickle
import re
from datetime import date, datetime
from pathlib import Path

import pytest

from generator.findings import Finding
from generator.wording import BUNDLED, open_wording
from generator.wording_file import check_texts, gaps, read_texts
from tests.site_folder import ROOT, SiteFolder

LANGUAGES = BUNDLED / "default" / "languages"
ENGLISH = read_texts(LANGUAGES / "en.yaml").texts
CATEGORIES = {"en": {"one", "other"}, "fr": {"one", "many", "other"}}
SAID = re.compile(r"""(?:say\(|say\("|['"])([a-z_]+\.[a-z_]+)['"]""")


@pytest.fixture
def site(tmp_path: Path) -> SiteFolder:
    return SiteFolder(tmp_path).cable("09VALLETTA118.txt", tags=("PREL",))


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "xx.yaml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("language", CATEGORIES)
def test_a_language_that_comes_with_cablepress_is_complete(language: str) -> None:
    path = LANGUAGES / f"{language}.yaml"
    texts = read_texts(path).texts
    assert not list(check_texts(path, path.name, ENGLISH))
    assert set(ENGLISH) <= set(texts)
    for key, text in texts.items():
        if isinstance(text, dict):
            assert set(text) == CATEGORIES[language], key
        if key in ENGLISH:
            assert gaps(ENGLISH[key]) - gaps(text) <= {"day"}, key  # the first of a month may be written in a word


def test_no_text_of_the_interface_stands_unused() -> None:
    folders = (ROOT / "generator", ROOT / "themes")
    files = [path for folder in folders for path in folder.rglob("*") if path.suffix in {".py", ".html", ".js"}]
    sources = "\n".join(path.read_text(encoding="utf-8") for path in files)
    made_of_parts = ("tags.", "cable.", "pictures.", ".title", ".description")
    unused = [key for key in ENGLISH if key not in sources and not any(part in key for part in made_of_parts)]
    assert not unused


@pytest.mark.parametrize(
    ("language", "count", "text"),
    [
        ("en", 0, "0 cables"),
        ("en", 1, "1 cable"),
        ("en", 12345, "12,345 cables"),
        ("fr", 0, "0 câble"),
        ("fr", 1, "1 câble"),
        ("fr", 2, "2 câbles"),
        ("fr", 12345, "12\u202f345 câbles"),
        ("fr", 1_000_000, "1\u202f000\u202f000 câbles"),
    ],
)
def test_a_count_takes_the_plural_and_the_numbers_of_its_language(language: str, count: int, text: str) -> None:
    assert open_wording(language).say("count.cables", count=count) == text


@pytest.mark.parametrize(
    ("language", "day", "text"),
    [
        ("en", date(2009, 10, 7), "7 October 2009"),
        ("en", datetime(2009, 10, 1, 5, 31), "1 October 2009"),  # noqa: DTZ001 - only the day is looked at
        ("fr", date(2009, 8, 7), "7 août 2009"),
        ("fr", date(2009, 8, 1), "1er août 2009"),
    ],
)
def test_a_date_is_written_as_the_language_does(language: str, day: date, text: str) -> None:
    assert open_wording(language).long_date(day) == text


def test_a_kind_of_a_language_says_what_that_language_says() -> None:
    assert open_wording("fr-CA").say("cable.from") == "Expéditeur"


def test_a_language_without_texts_is_english_in_numbers_and_dates_too() -> None:
    german = pickle.loads(pickle.dumps(open_wording("de")))  # noqa: S301 - our own
    assert german.say("count.cables", count=12345) == "12,345 cables"
    assert german.long_date(date(2009, 10, 7)) == "7 October 2009"
    assert open_wording("tlh").say("count.cables", count=2) == "2 cables"


def test_one_process_has_one_wording_of_a_language() -> None:
    wording = open_wording("fr")
    assert pickle.loads(pickle.dumps(wording)) is wording  # noqa: S301 - our own


def test_a_site_in_french_says_nothing_in_english(site: SiteFolder) -> None:
    site.settings("title: Essai\nurl: https://example.org/e/\nlanguage: fr\n").build()
    cable = site.read("cable/2009/10/09VALLETTA118.html")
    assert '<html lang="fr">' in cable
    assert '<h1 lang="en">' in cable
    assert "Expéditeur" in cable
    assert "7 octobre 2009" in site.view("date/2009/10/07.html").text
    said = {text for text in ENGLISH.values() if isinstance(text, str) and len(text) > 12 and "{" not in text}
    for address, content in site.printed().items():
        if address.endswith((".html", ".js")):
            found = [text for text in said if text in content.decode() and text not in FRENCH_TOO]
            assert not found, address


def test_a_script_says_nothing_that_is_not_a_text_of_its_language() -> None:
    for script in sorted((ROOT / "generator" / "search" / "browser").glob("*.js")):
        code = script.read_text(encoding="utf-8")
        said = [text for text in re.findall(r'\b(?:say|counted|Error)\("([^"]*)"', code) if text]
        said += re.findall(r'(?:textContent|title|placeholder) = "([^"]+)"', code)
        assert all(text in ENGLISH for text in said), f"{script.name}: {said}"


FRENCH_TOO = {text for text in read_texts(LANGUAGES / "fr.yaml").texts.values() if isinstance(text, str)}


def test_the_words_of_the_cables_are_marked_as_english_on_a_french_page(site: SiteFolder) -> None:
    site.settings("title: Essai\nlanguage: fr\n").build()
    assert '<a class="entry-subject" lang="en"' in site.read("tag/PREL.html")
    site.settings("title: Essai\nlanguage: fr\ncable_language: fr\n").build()
    assert 'lang="en"' not in site.read("tag/PREL.html")


def test_a_site_s_own_theme_changes_single_texts(site: SiteFolder) -> None:
    site.file("themes/default/languages/en.yaml", "cable:\n  from: Sent by\n")
    site.build()
    page = site.read("cable/2009/10/09VALLETTA118.html")
    assert "<dt>Sent by<dd>" in page
    assert "<dt>Tags<dd" in page


def test_a_text_that_changes_changes_the_next_build_of_the_same_process(site: SiteFolder) -> None:
    for sender in ("Sent by", "Written by"):
        site.file("themes/default/languages/en.yaml", f"cable:\n  from: {sender}\n").build()
        assert f"<dt>{sender}<dd>" in site.read("cable/2009/10/09VALLETTA118.html")


def test_a_page_is_written_from_right_to_left_where_its_language_is(site: SiteFolder) -> None:
    site.file("themes/default/languages/ar.yaml", "cable:\n  from: من\n")
    site.settings("title: Test\nlanguage: ar\n").build()
    assert '<html lang="ar" dir="rtl">' in site.read("index.html")
    assert 'lang="en"' in site.read("cable/2009/10/09VALLETTA118.html"), "the cable's own words"


def test_pages_without_texts_in_their_language_say_that_they_are_english_and_what_the_publisher_wrote_is_not(
    site: SiteFolder,
) -> None:
    site.page("about.md", "# حول\n").note("09VALLETTA118.md", "ملاحظة\n")
    settings = "title: برقيات\ndescription: مجموعة\nlanguage: ar\nlook: {footer: ناشر}\n"
    site.settings(settings).build()
    cable, home, own = map(site.read, ("cable/2009/10/09VALLETTA118.html", "index.html", "about.html"))
    for page in (cable, home, own):
        assert '<html lang="en">' in page
        assert '<div class="own" lang="ar" dir="rtl"><p>ناشر' in page
    assert '<h1 lang="ar" dir="rtl">برقيات</h1>\n<p lang="ar" dir="rtl">مجموعة</p>' in home
    assert '<article class="prose" lang="ar" dir="rtl">' in own
    assert '<div class="prose" lang="ar" dir="rtl">\n<p>ملاحظة' in cable
    assert 'index.html" lang="ar" dir="rtl">برقيات' in cable
    assert "<h1>Exercise" in cable, "the cable is in the page's language"


def test_a_language_without_texts_is_told(site: SiteFolder) -> None:
    report = site.settings("title: Test\nlanguage: de\nurl: https://example.org/\n").build()
    assert [(each.path, each.code) for each in report.findings] == [("site.yaml", "language.missing")]


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("cable:\n  from: [Von]\n", 2, "language.syntax"),
        ("cable:\n  from: 'Von {'\n", 2, "language.syntax"),
        ("count:\n  cables: {one: '{count} Kabel'}\n", 2, "language.syntax"),
        ("cable: [\n", 2, "language.syntax"),
        ("count:\n  cables: {other: '{count:d} Kabel'}\n", 2, "language.syntax"),
        ("count:\n  cables: {other: '{count!z} Kabel'}\n", 2, "language.syntax"),
        ("count:\n  cables: {other: '{count!r} Kabel'}\n", 2, "language.syntax"),
        ("count:\n  cables: {one: [ein], other: '{count} Kabel'}\n", 2, "language.syntax"),
        ("cable: &all\n  from: *all\n", 2, "language.syntax"),
        ("frame:\n  tags: &tags Tags\ncable:\n  tags: *tags\n", 4, "language.syntax"),
        ("cable:\n  from: {one: Von, other: Von}\n", 2, "language.syntax"),
        ("cable:\n  ? [a, b]\n  : Von\n", 2, "language.syntax"),
        ("a: {b: {c: {d: {e: Von}}}}\n", 1, "language.syntax"),
        ("cable:\n  form: Von\n", 2, "language.unknown"),
        ("cable:\n  from: 'Von {sender}'\n", 2, "language.gap"),
    ],
)
def test_each_mistake_in_a_file_of_texts_is_told_with_its_line(tmp_path: Path, text: str, line: int, code: str) -> None:
    found = list(check_texts(written(tmp_path, text), "themes/x/languages/xx.yaml", ENGLISH))
    assert [(each.line, each.code) for each in found] == [(line, code)]
    assert isinstance(found[0], Finding)


def test_mistakes_in_a_site_s_texts_are_findings_of_the_build_and_the_page_has_english(site: SiteFolder) -> None:
    site.file("themes/default/languages/en.yaml", "cable:\n  from: 'Sent by {nobody}'\n")
    report = site.build()
    assert ("themes/default/languages/en.yaml", 2, "language.gap") in [
        (each.path, each.line, each.code) for each in report.findings
    ]
    assert "<dt>From<dd>" in site.read("cable/2009/10/09VALLETTA118.html")


@pytest.mark.parametrize(
    "texts",
    [
        "count:\n  cables: {other: '{count:d,x} cables'}\n",
        "cable: &all\n  from: *all\n",
        "cable:\n  from: 'From {x!z}'\n",
        "cable:\n  from: {one: From, other: From}\n",
        "cable:\n  ? [from]\n  : From\n",
    ],
)
def test_no_mistake_in_a_site_s_texts_stops_a_build(site: SiteFolder, texts: str) -> None:
    report = site.file("themes/default/languages/en.yaml", texts).build()
    assert "language.syntax" in [each.code for each in report.findings]
    assert "<dt>From<dd>" in site.read("cable/2009/10/09VALLETTA118.html")


def test_a_site_that_says_less_in_english_says_all_in_its_language(site: SiteFolder) -> None:
    site.file("themes/default/languages/en.yaml", "count:\n  cables: Cables\n")
    site.settings("title: Essai\nlanguage: fr\n").build()
    assert "1 câble" in site.view("index.html").text
