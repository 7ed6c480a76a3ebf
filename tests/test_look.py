"""A site changes colours, fonts, logo and footer in site.yaml, without a theme of its own."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page

from generator.errors import ConfigError
from generator.look import check_colour, check_font
from generator.pages.look import contrast_of
from generator.setting_checks import WrongValueError
from tests.site_folder import ROOT, SiteFolder

CABLE = "cable/2009/10/09VALLETTA118.html"
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><rect width="2" height="1"/></svg>'


@pytest.fixture
def site(tmp_path: Path) -> SiteFolder:
    return SiteFolder(tmp_path).cable("09VALLETTA118.txt", tags=("PREL",))


def look(site: SiteFolder, text: str) -> list[str]:
    """Build with a look; give the codes of findings."""
    report = site.settings(f"title: Test\nurl: https://example.org/c/\nlook:\n{text}").build()
    return [each.code for each in report.findings]


def test_colours_come_behind_the_theme_s_own_each_in_its_scheme(site: SiteFolder) -> None:
    assert look(site, "  light: {link: '#A00'}\n  dark: {link: '#ffaaaa', paper: '#000000'}\n") == []
    assert site.read("assets/style.css").endswith(
        "@media screen and (prefers-color-scheme:light){:root{--link:#aa0000}}"
        "@media screen and (prefers-color-scheme:dark){:root{--paper:#000000;--link:#ffaaaa}}"
    )


def test_without_a_look_the_style_sheet_is_the_theme_s(site: SiteFolder) -> None:
    site.build()
    assert "@font-face" not in site.read("assets/style.css")


RULES = """(css) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  // What a property of our own holds is kept as it is written: white space behind a comma says nothing.
  return [...sheet.cssRules].map((rule) => rule.cssText.replace(/,\\s+/g, ","));
}"""


@pytest.mark.parametrize("theme", ["default", "ledger"])
def test_the_printed_style_sheet_is_smaller_and_means_what_the_theme_s_does(
    site: SiteFolder, page: Page, theme: str
) -> None:
    if theme != "default":
        shutil.copytree(ROOT / "themes" / theme, site.root / "themes" / theme)
    site.settings(f"title: Test\nurl: https://example.org/c/\ntheme: {theme}\n").build()
    written = "".join(
        (ROOT / "themes" / name).read_text(encoding="utf-8")
        for name in ("default/assets/style.css", "ledger/assets/theme.css")
        if name.startswith(("default", theme))
    )
    printed = site.read("assets/style.css")
    assert len(printed) < len(written) * 0.85
    rules = page.evaluate(RULES, printed)
    assert len(rules) > 200
    assert rules == page.evaluate(RULES, written)


def test_a_font_is_named_or_is_a_file_that_is_printed_too(site: SiteFolder) -> None:
    site.file("fonts/Our Serif.woff2", "not really a font")
    assert look(site, "  fonts:\n    serif: fonts/Our Serif.woff2\n    sans: 'Inter, sans-serif'\n") == []
    style = site.read("assets/style.css")
    assert '@font-face{font-family:"site-serif";src:url("fonts/serif.woff2");font-display:swap}' in style
    assert ':root{--serif:"site-serif",serif}' in style
    assert ":root{--sans:Inter,sans-serif}" in style
    assert site.read("assets/fonts/serif.woff2") == "not really a font"


def test_a_logo_stands_on_every_page(site: SiteFolder) -> None:
    site.file("content/Logo.SVG", PICTURE)
    assert look(site, "  logo: content/Logo.SVG\n") == []
    assert '<img src="../../../assets/logo.svg" alt="">' in site.read("cable/2009/10/09VALLETTA118.html")
    assert '<img class="logo" src="assets/logo.svg" alt="">' in site.read("index.html")
    assert site.read("assets/logo.svg") == PICTURE


def test_a_footer_is_markdown_and_html_in_it_is_text(site: SiteFolder) -> None:
    assert look(site, "  footer: 'By [the desk](https://example.org/desk). <b>Bold</b>'\n") == []
    assert '<p>By <a href="https://example.org/desk">the desk</a>. &lt;b&gt;' in site.read("index.html")


def test_a_link_of_the_footer_leads_from_every_page_to_the_same_place(site: SiteFolder) -> None:
    site.page("about.md", "# About\n")
    footer = "[Us](about.html) [Top](#main) [Desk](mailto:desk@example.org) [Home](/x.html) ![Seal](assets/logo.svg)"
    assert look(site, f"  footer: '{footer}'\n") == []
    for address, root in ((CABLE, "../../../"), ("tag/PREL.html", "../"), ("index.html", ""), ("404.html", "")):
        own = site.read(address).partition('<div class="own">')[2].partition("</div>")[0]
        assert own == (
            f'<p><a href="{root}about.html">Us</a> <a href="#main">Top</a> <a href="mailto:desk@example.org">Desk</a> '
            f'<a href="/x.html">Home</a> <img src="{root}assets/logo.svg" alt="Seal" /></p>\n'
        )


def test_a_picture_of_another_host_in_the_footer_is_a_link_and_told(site: SiteFolder) -> None:
    assert look(site, "  footer: 'By ![the desk](https://example.org/x.png)'\n") == ["page.foreign-picture"]
    assert '<p>By <a href="https://example.org/x.png">the desk</a></p>' in site.read(CABLE)


def test_a_file_that_is_not_there_is_told_and_the_site_printed_without(site: SiteFolder) -> None:
    assert look(site, "  logo: content/logo.png\n") == ["look.unreadable"]
    assert "<img" not in site.read("index.html")


def test_colours_that_cannot_be_read_are_told(site: SiteFolder) -> None:
    assert look(site, "  light: {quiet: '#aaaaaa'}\n") == ["look.contrast"] * 2
    assert look(site, "  dark: {paper: '#eeeeee'}\n") == ["look.contrast"] * 3


@pytest.mark.parametrize(
    ("one", "other", "contrast"), [("#000", "#ffffff", 21), ("#777777", "#fff", 4.48), ("#abc", "#aabbcc", 1)]
)
def test_contrast_is_that_of_the_guidelines(one: str, other: str, contrast: float) -> None:
    assert contrast_of(one, other) == pytest.approx(contrast, abs=0.005)


@pytest.mark.parametrize("value", ["red", "#12345", "#fff; }", "rgb(0, 0, 0)"])
def test_what_is_no_colour_is_refused(value: str) -> None:
    with pytest.raises(WrongValueError, match="not a colour"):
        check_colour(value)


@pytest.mark.parametrize("value", ["a; } body { display: none", "url(x)", "'Georgia", "a\\9"])
def test_what_is_no_name_of_a_font_is_refused(value: str) -> None:
    with pytest.raises(WrongValueError, match="no names of fonts"):
        check_font(value)


def test_each_mistake_of_a_look_is_told_with_its_line(site: SiteFolder) -> None:
    with pytest.raises(ConfigError) as caught:
        look(site, "  light: {lnik: '#000'}\n  logo: logo.txt\n  dark: dark\n")
    assert [(each.line, each.message.split(";")[0]) for each in caught.value.findings] == [
        (4, "there is no setting 'look.light.lnik'"),
        (5, "'look.logo': 'logo.txt' is no picture that a page shows"),
        (6, "'look.dark' must be a list of settings, 'name: value' a line each"),
    ]


def test_a_look_that_changes_changes_the_next_build(site: SiteFolder) -> None:
    look(site, "  light: {link: '#aa0000'}\n")
    look(site, "  light: {link: '#0000aa'}\n")
    assert "#0000aa" in site.read("assets/style.css")
    site.file("logo.svg", PICTURE)
    look(site, "  logo: logo.svg\n")
    site.file("logo.svg", PICTURE.replace('width="2"', 'width="3"'))
    look(site, "  logo: logo.svg\n")
    assert 'width="3"' in site.read("assets/logo.svg")
