"""site.yaml: every mistake is reported at once, with its line and what to do; what is not set has a default."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.config import Config, Paths, read_config
from generator.errors import ConfigError
from generator.findings import Finding
from tests.commands import run


def read(folder: Path, settings: str | bytes) -> Config:
    (folder / "site.yaml").write_bytes(settings.encode() if isinstance(settings, str) else settings)
    return read_config(folder)


def mistakes(folder: Path, settings: str | bytes) -> list[Finding]:
    with pytest.raises(ConfigError) as caught:
        read(folder, settings)
    return list(caught.value.findings)


def the_mistake(folder: Path, settings: str | bytes) -> Finding:
    (found,) = mistakes(folder, settings)
    return found


# What is not set


def test_without_a_site_yaml_every_setting_has_its_default(tmp_path: Path) -> None:
    config = read_config(tmp_path)
    assert config == Config(root=tmp_path)
    assert (config.title, config.url, config.description, config.language) == ("Cables", "", "", "en")
    assert (config.theme, config.page_size, config.max_cable_bytes) == ("default", 100, 5_000_000)
    assert config.paths == Paths(
        cables="content/cables", pages="content/pages", output="public", archive=".cablepress/archive.sqlite"
    )


@pytest.mark.parametrize("empty", ["", "\n\n", "# only a remark\n", "---\n", "\ufeff"])
def test_an_empty_site_yaml_is_the_same_as_none(tmp_path: Path, empty: str) -> None:
    assert read(tmp_path, empty) == Config(root=tmp_path)


def test_what_is_set_is_read_and_the_rest_keeps_its_default(tmp_path: Path) -> None:
    config = read(
        tmp_path,
        "title:  Kabel   für alle\nurl: https://example.org/kabel\ndescription: >-\n  Two\n  lines.\nlanguage: de-AT\n"
        "theme: mine_2\npage_size: 25\nmax_cable_bytes: 1_000_000\npaths:\n  cables: ../cables\n  output: /srv/www\n",
    )
    assert config.title == "Kabel für alle"
    assert config.url == "https://example.org/kabel/", "an address of a folder ends in a slash"
    assert (config.description, config.language, config.theme) == ("Two lines.", "de-AT", "mine_2")
    assert (config.page_size, config.max_cable_bytes) == (25, 1_000_000)
    assert config.paths == Paths(cables="../cables", output="/srv/www")


def test_paths_start_from_the_site_s_folder_and_absolute_ones_stand_for_themselves(tmp_path: Path) -> None:
    config = read(tmp_path, "paths:\n  cables: ../cables\n  output: /srv/www\n")
    assert config.path("cables") == tmp_path / "../cables"
    assert config.path("pages") == tmp_path / "content/pages"
    assert config.path("output") == Path("/srv/www")


def test_a_path_is_shown_from_the_site_s_folder_where_it_is_inside(tmp_path: Path) -> None:
    config = read_config(tmp_path)
    assert config.shown(tmp_path / "content" / "cables" / "a.txt") == "content/cables/a.txt"
    assert config.shown(Path("/elsewhere/a.txt")) == "/elsewhere/a.txt"


def test_a_site_yaml_saved_by_a_windows_editor_is_read(tmp_path: Path) -> None:
    assert read(tmp_path, b"\xef\xbb\xbftitle: Caf\xc3\xa9\r\npage_size: 7\r\n").title == "Café"


def test_an_address_given_to_the_command_wins_over_the_setting(tmp_path: Path) -> None:
    (tmp_path / "site.yaml").write_text("url: https://one.example.org/\n")
    assert read_config(tmp_path, url="http://localhost:8000/x").url == "http://localhost:8000/x/"


def test_an_address_given_to_the_command_that_is_none_is_a_mistake_there(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        read_config(tmp_path, url="example.org")
    assert caught.value.findings[0].place == "--url"


# All mistakes at once


def test_every_mistake_is_reported_at_once_with_its_line_and_what_to_do(tmp_path: Path) -> None:
    found = mistakes(
        tmp_path,
        "titel: Typo\ntitle: 2009\npage_size: 4\nurl: example.org\ntheme: ../up\nlanguage: 'klingon, mostly'\n"
        "page_size: 10\npaths:\n  cabels: x\n  output: ''\nmax_cable_bytes: lots\n",
    )
    assert [(each.line, each.code) for each in found] == [
        (1, "config.unknown"),
        (2, "config.value"),
        (3, "config.value"),
        (4, "config.value"),
        (5, "config.value"),
        (6, "config.value"),
        (7, "config.repeated"),
        (9, "config.unknown"),
        (10, "config.value"),
        (11, "config.value"),
    ]
    assert all(each.path == "site.yaml" and each.message and each.remedy for each in found)


def test_the_error_says_how_many_mistakes_there_are_and_in_which_file(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"site\.yaml: 2 mistakes in the settings") as caught:
        read(tmp_path, "a: 1\nb: 2\n")
    assert caught.value.remedy
    with pytest.raises(ConfigError, match="1 mistake in the settings"):
        read(tmp_path, "a: 1\n")


# Names


@pytest.mark.parametrize(
    ("typed", "meant"), [("titel", "title"), ("Title", "title"), ("page-size", "page_size"), ("URL", "url")]
)
def test_an_unknown_name_comes_with_the_one_that_was_probably_meant(tmp_path: Path, typed: str, meant: str) -> None:
    found = the_mistake(tmp_path, f"{typed}: x\n")
    assert found.message == f"there is no setting '{typed}'"
    assert found.remedy == f"Did you mean '{meant}'?"


def test_a_name_that_is_like_no_other_comes_with_the_list_of_settings(tmp_path: Path) -> None:
    remedy = the_mistake(tmp_path, "zzz: x\n").remedy
    assert "title, url, description, language, cable_language, headlines, theme, page_size, max_cable_bytes" in remedy
    assert "cables, pages, notes, output, archive" in the_mistake(tmp_path, "paths:\n  zzz: x\n").remedy


def test_a_setting_of_the_top_level_is_unknown_below_paths_and_is_named_in_full(tmp_path: Path) -> None:
    assert the_mistake(tmp_path, "paths:\n  titel: x\n").message == "there is no setting 'paths.titel'"


def test_a_list_in_the_place_of_a_name_is_no_setting(tmp_path: Path) -> None:
    assert the_mistake(tmp_path, "? [a, b]\n: c\n").code == "config.unknown"


@pytest.mark.parametrize("text", ["title: a\ntitle: b\n", "paths: {cables: a}\npaths: {cables: b}\n"])
def test_a_setting_that_stands_twice_is_a_mistake_at_the_second(tmp_path: Path, text: str) -> None:
    found = the_mistake(tmp_path, text)
    assert (found.line, found.code) == (2, "config.repeated")
    assert "is set twice" in found.message


def test_a_path_that_stands_twice_is_named_in_full(tmp_path: Path) -> None:
    found = the_mistake(tmp_path, "paths:\n  cables: a\n  cables: b\n")
    assert (found.line, found.message) == (3, "'paths.cables' is set twice")


# Values


@pytest.mark.parametrize("value", ["2009", "yes", "1.5", "2009-10-07", "12:30", "2009-99-99", "!odd x"])
def test_what_yaml_takes_for_no_text_comes_with_the_advice_to_put_it_in_quotes(tmp_path: Path, value: str) -> None:
    found = the_mistake(tmp_path, f"title: {value}\n")
    assert found.message == "'title' must be text"
    assert found.remedy == f'Put quotes around it: title: "{value.removeprefix("!odd ")}".'
    assert read(tmp_path, f'title: "{value}"\n').title == value


def test_the_advice_names_a_path_as_it_stands_in_the_file(tmp_path: Path) -> None:
    assert the_mistake(tmp_path, "paths:\n  output: 2009\n").remedy == 'Put quotes around it: output: "2009".'


def test_a_setting_without_a_value_comes_with_advice_of_its_own(tmp_path: Path) -> None:
    assert the_mistake(tmp_path, "url:\n").remedy == "Write something after 'url:', or remove the line."


@pytest.mark.parametrize("value", ["[a, b]", "{a: b}"])
def test_a_list_in_the_place_of_a_text_is_a_mistake(tmp_path: Path, value: str) -> None:
    assert the_mistake(tmp_path, f"title: {value}\n").message == "'title' must be text"


@pytest.mark.parametrize("value", ["many", "yes", "1.5", "'25'", "[25]", ""])
def test_a_number_must_be_a_whole_number(tmp_path: Path, value: str) -> None:
    assert the_mistake(tmp_path, f"page_size: {value}\n").message == "'page_size' must be a whole number"


@pytest.mark.parametrize(
    ("setting", "least", "most"), [("page_size", 5, 1000), ("max_cable_bytes", 1_000, 1_000_000_000)]
)
def test_a_number_out_of_range_comes_with_its_range(tmp_path: Path, setting: str, least: int, most: int) -> None:
    for value in (least - 1, most + 1, -5):
        assert f"it goes from {least} to {most}" in the_mistake(tmp_path, f"{setting}: {value}\n").message
    for value in (least, most):
        assert getattr(read(tmp_path, f"{setting}: {value}\n"), setting) == value


@pytest.mark.parametrize(
    "url",
    [
        "example.org",
        "ftp://example.org/",
        "https://",
        "http://[::1",
        "javascript:alert(1)",
        "https://a b.org/",
        "https://a.org/?q=1",
        "https://a.org/#x",
        'https://a.org/"onload=',
        "https://a.org/<b>",
        "//a.org/",
        "",
    ],
)
def test_an_address_must_be_a_whole_web_address_of_a_folder(tmp_path: Path, url: str) -> None:
    found = the_mistake(tmp_path, f"url: '{url}'\n")
    assert found.code == "config.value"
    assert repr(url) in found.message


@pytest.mark.parametrize(
    "url", ["https://a.org", "http://localhost:8000/x/", "https://a.org/~me/cables", "https://é.fr/"]
)
def test_the_usual_addresses_are_taken(tmp_path: Path, url: str) -> None:
    assert read(tmp_path, f"url: {url}\n").url == url.rstrip("/") + "/"


@pytest.mark.parametrize("language", ["english", "e", "en_US", "en us", "''", "en-USA", "zh-cmn", "en-US-Latn"])
def test_a_language_must_be_a_tag(tmp_path: Path, language: str) -> None:
    assert "is not a language tag" in the_mistake(tmp_path, f"language: {language}\n").message


@pytest.mark.parametrize("language", ["en", "pt-BR", "zh-Hant-TW", "gsw", "es-419", "ca-ES-valencia"])
def test_the_usual_language_tags_are_taken(tmp_path: Path, language: str) -> None:
    assert read(tmp_path, f"language: {language}\n").language == language


@pytest.mark.parametrize("theme", ["../up", "a/b", "''", ".hidden", "C:evil", "my theme"])
def test_a_theme_is_one_folder_s_name(tmp_path: Path, theme: str) -> None:
    assert "is not a theme's name" in the_mistake(tmp_path, f"theme: {theme}\n").message


@pytest.mark.parametrize("title", ["''", "'   '"])
def test_a_title_may_not_be_empty(tmp_path: Path, title: str) -> None:
    assert "give the collection a name" in the_mistake(tmp_path, f"title: {title}\n").message


@pytest.mark.parametrize("escape", [r"\0", r"\e", r"\x7f", r"\x85", r"\uD800"])
@pytest.mark.parametrize("setting", ["title", "description", "output"])
def test_a_control_character_or_half_a_character_is_a_mistake(tmp_path: Path, setting: str, escape: str) -> None:
    line = f'{setting}: "a{escape}b"\n'
    found = the_mistake(tmp_path, f"paths:\n  {line}" if setting == "output" else line)
    assert "control character" in found.message


def test_a_joiner_that_some_scripts_need_is_no_mistake(tmp_path: Path) -> None:
    assert read(tmp_path, "title: 'می\u200cخواهم'\n").title == "می\u200cخواهم"


@pytest.mark.parametrize("path", ["''", "'  '"])
def test_a_path_may_not_be_empty(tmp_path: Path, path: str) -> None:
    assert the_mistake(tmp_path, f"paths:\n  cables: {path}\n").code == "config.value"


@pytest.mark.parametrize("path", ["site.yaml", "content/cables/09VALLETTA118.txt", "vault", "a.sqlite/x"])
def test_the_archive_must_have_a_name_that_no_other_file_has_by_chance(tmp_path: Path, path: str) -> None:
    """A damaged archive is deleted and made again, so a slip in this setting must not cost a cable."""
    assert "must end in .sqlite" in the_mistake(tmp_path, f"paths:\n  archive: {path}\n").message


@pytest.mark.parametrize("text", ["paths: public\n", "paths: [a]\n", "paths:\n"])
def test_paths_must_hold_settings(tmp_path: Path, text: str) -> None:
    assert the_mistake(tmp_path, text).message.startswith("'paths' must be a list of settings")


# Not YAML


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("title: a: b\n", 1),
        ("title: x\npaths:\n\tcables: x\n", 3),
        ('title: "open\nurl: x\n', 3),
        ("title: *nobody\n", 1),
        ("title: a\n---\ntitle: b\n", 2),
        ("title: a\nb\n", 3),
        ("title: a\ndescription: b\x01c\n", 2),
    ],
)
def test_broken_yaml_is_reported_with_its_line_and_what_to_do(tmp_path: Path, text: str, line: int) -> None:
    found = the_mistake(tmp_path, text)
    assert (found.code, found.line) == ("config.syntax", line)
    assert found.message.startswith("the file cannot be read: ")
    assert found.remedy.endswith(".")


def test_a_tab_comes_with_the_advice_to_use_spaces(tmp_path: Path) -> None:
    assert the_mistake(tmp_path, "paths:\n\tcables: x\n").remedy == "Put spaces in the place of tabs."


@pytest.mark.parametrize("text", ["[" * 1_000, 'title: "\\UFFFFFFFF"\n'])
def test_yaml_that_makes_the_parser_itself_stumble_is_a_mistake_like_any_other(tmp_path: Path, text: str) -> None:
    assert the_mistake(tmp_path, text).code == "config.syntax"


@pytest.mark.parametrize("text", ["- title\n- url\n", "just words\n", "42\n"])
def test_a_file_that_holds_no_settings_says_what_it_must_hold(tmp_path: Path, text: str) -> None:
    assert the_mistake(tmp_path, text).message == "the file must be a list of settings, 'name: value' a line each"


@pytest.mark.parametrize("data", [b"title: Caf\xe9\n", "title: x\n".encode("utf-16")])
def test_a_file_that_is_not_utf_8_says_so(tmp_path: Path, data: bytes) -> None:
    found = the_mistake(tmp_path, data)
    assert (found.message, found.remedy) == ("the file is not UTF-8 text", "Save it as plain text in UTF-8.")


def test_a_folder_of_that_name_is_no_settings_file(tmp_path: Path) -> None:
    (tmp_path / "site.yaml").mkdir()
    with pytest.raises(ConfigError) as caught:
        read_config(tmp_path)
    assert caught.value.findings[0].message.startswith("the file cannot be read: ")


def test_a_path_that_the_locale_cannot_write_is_a_mistake_and_no_defect(tmp_path: Path) -> None:
    (tmp_path / "site.yaml").write_text('paths:\n  cables: "\\u00e9t\\u00e9"\n', encoding="ascii")
    done = run("build", tmp_path, environment={"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"})
    assert done.returncode == 1
    assert "site.yaml:2" in done.stderr
    assert "set PYTHONUTF8=1, or a UTF-8 locale" in done.stderr


# Sources elsewhere


@pytest.mark.parametrize(
    ("written", "collection", "shown"),
    [
        ("/media/disk/cables.csv", "cables", "cables.csv"),
        ("../releases", "releases", "releases"),
        ("more/cables.v2", "cables.v2", "more/cables.v2"),
        ("{path: /a/b/cables.csv, collection: All  of them}", "All of them", "All of them/cables.csv"),
        ("{path: more, collection: x}", "x", "more"),
        ("..", "sources", "sources"),
    ],
)
def test_an_entry_of_sources_has_a_collection_and_a_name_that_tells_no_place(
    tmp_path: Path, written: str, collection: str, shown: str
) -> None:
    (entry,) = read(tmp_path, f"sources:\n  - {written}\n").sources
    assert (entry.collection, entry.shown, entry.line) == (collection, shown, 2)


def test_every_mistake_in_sources_is_reported_with_its_line_and_what_to_do(tmp_path: Path) -> None:
    found = mistakes(
        tmp_path,
        "sources:\n  - 2009\n  - ''\n  - {collection: x}\n  - {path: a, colection: b}\n  - {path: a, path: b}\n"
        '  - {path: c, collection: ../up}\n  - /one/d.csv\n  - /two/d.csv\n  - [e]\n  - path: {f: g}\n  - "a\\0b"\n',
    )
    assert [(each.line, each.code) for each in found] == [
        (2, "config.value"),
        (3, "config.value"),
        (4, "config.value"),
        (5, "config.unknown"),
        (6, "config.repeated"),
        (6, "config.value"),
        (7, "config.value"),
        (9, "config.value"),
        (10, "config.value"),
        (11, "config.value"),
        (12, "config.value"),
    ]
    assert all(each.message and each.remedy for each in found)


def test_sources_that_are_no_list_are_a_mistake(tmp_path: Path) -> None:
    assert the_mistake(tmp_path, "sources: cables.csv\n").message == "'sources' must be a list"
    assert read(tmp_path, "sources: []\n").sources == ()


def test_a_list_where_a_vocabulary_wants_a_text_is_not_told_to_write_something(tmp_path: Path) -> None:
    found = the_mistake(tmp_path, "vocabulary:\n  tags:\n    PREL: [a]\n")
    assert (found.line, found.remedy) == (3, "Write one text after 'PREL:', on the same line.")
