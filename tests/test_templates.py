"""Themes print text as Jinja would, only faster: the same characters, everything escaped, and no silent gaps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError
from markupsafe import Markup, escape

from generator.errors import ThemeError
from generator.pages.cable_page import Explained
from generator.pages.escaping import escape_long, escape_text, print_text
from generator.pages.filters import breakable, explain, say
from generator.pages.printer import Printer
from generator.pages.templates import ThemeEnvironment
from generator.pages.theme import Theme
from generator.pages.views import Frame, Site
from generator.wording import open_wording


def rendered(template: str, **names: object) -> str:
    return ThemeEnvironment([Path("nowhere")]).from_string(template).render(names)


@given(st.text() | st.integers() | st.none() | st.booleans() | st.lists(st.text()))
def test_whatever_is_printed_is_escaped_as_jinja_escapes_it(value: object) -> None:
    assert print_text(value) == escape(value)
    assert rendered("{{ value }}", value=value) == escape(value)


@given(st.text(alphabet=st.sampled_from("&<>'\"ax’;#"), max_size=400))
def test_long_texts_are_escaped_as_jinja_escapes_them(text: str) -> None:
    assert print_text(text) == escape_text(text) == escape_long(text) == escape(text)


@given(st.text())
def test_html_is_printed_as_it_is(html: str) -> None:
    assert print_text(Markup(html)) == html  # noqa: S704 - that is what is tested


def test_text_is_escaped_once_wherever_it_goes_through() -> None:
    macro = "{% macro bold(text) %}<b>{{ text }}</b>{% endmacro %}"
    assert rendered(macro + "{{ bold(text) }}", text="R&D") == "<b>R&amp;D</b>"
    assert rendered("{% for each in texts %}{{ each }}{% endfor %}", texts=["<", Markup("<br>")]) == "&lt;<br>"
    assert rendered("{{ text ~ '!' }}{{ text | upper }}", text="<") == "&lt;!&lt;"


def test_the_faster_way_is_the_one_that_templates_take() -> None:
    environment = ThemeEnvironment([])
    code = environment.compile("{% block text %}{{ text }}{% endblock %}", raw=True)
    assert "environment.print_text(" in code
    assert "yield from" not in code


def test_templates_extend_include_and_import_others_as_in_jinja(tmp_path: Path) -> None:
    (tmp_path / "base.html").write_text("[{% block a %}a{% endblock %}{% block b scoped %}b{% endblock %}]")
    (tmp_path / "part.html").write_text("{{ text }}{% macro twice(x) %}{{ x }}{{ x }}{% endmacro %}")
    (tmp_path / "bare.html").write_text("bare")
    page = (
        "{% extends 'base.html' %}{% from 'part.html' import twice with context %}"
        "{% block b %}{{ super() }}{% include 'part.html' %}{% include 'bare.html' without context %}{{ twice(text) }}"
        "{{ self.a() }}{% endblock %}"
    )
    (tmp_path / "page.html").write_text(page)
    assert ThemeEnvironment([tmp_path]).get_template("page.html").render(text="<") == "[ab&lt;bare&lt;&lt;a]"


def test_explained_words_and_breakable_paths_are_escaped() -> None:
    words = (Explained("A&B", ""), Explained("NF", "not < foreign"), Explained("C", ""))
    assert explain(words) == 'A&amp;B, <abbr tabindex="0" title="not &lt; foreign">NF</abbr>, C'
    assert explain(()) == ""
    assert breakable("a/<b>/c.txt") == "a/<wbr>&lt;b&gt;/<wbr>c.txt"


@pytest.mark.parametrize("template", ["{{ nothing }}", "{{ text.nothing }}", "{% if nothing %}{% endif %}"])
def test_a_name_that_is_not_there_is_an_error(template: str) -> None:
    with pytest.raises(UndefinedError, match="nothing"):
        rendered(template, text="text")


FRAME = Frame(Site("Site", "", "en", ""), "a/b.html", "Title", "")


@dataclass(frozen=True)
class Page:
    """A view with a title, and items that are no attributes."""

    frame: Frame = FRAME
    facts: Mapping[str, str] = field(default_factory=lambda: {"sender": "R&D", "items": "things"})


@pytest.mark.parametrize(
    ("template", "page"),
    [
        ("{{ view.frame.title }} {{ root }}", "Title ../"),
        ("{{ view.facts.sender }}", "R&amp;D"),
        (
            "{{ view.facts['items'] }}{% for name, _ in view.facts.items() %} {{ name }}{% endfor %}",
            "things sender items",
        ),
        ("{{ view.nothing | default('none') }}{{ view.nothing is defined }}", "noneFalse"),
        ("{% block a %}a{% endblock %}{{ self.a() }}", "aa"),
    ],
)
def test_what_a_dot_means_is_the_same_in_the_quick_way_and_in_jinja_s(tmp_path: Path, template: str, page: str) -> None:
    (tmp_path / "page.html").write_text(template)
    printer = Printer(Theme("mine", (tmp_path,)))
    for _ in range(2):
        assert printer.render("page.html", Page()).content.decode() == page


MACROS = (
    "{% macro told(text, before='', class='x') %}<b class={{ class }}>{{ before }}{{ text }}</b>{% endmacro %}"
    "{% macro around(n) %}[{{ caller(n) }}]{% endmacro %}"
)


@pytest.mark.parametrize(
    ("template", "page"),
    [
        ("{{ told('R&D') }}{{ told('<', before='>') }}", "<b class=x>R&amp;D</b><b class=x>&gt;&lt;</b>"),
        ("{{ told(view.facts.sender, class='y') }}", "<b class=y>R&amp;D</b>"),  # no name of Python's
        ("{{ told(*['a', '&']) }}{{ told(**{'text': '&'}) }}", "<b class=x>&amp;a</b><b class=x>&amp;</b>"),
        ("{% call(each) around('&') %}{{ told(each) }}{% endcall %}", "[<b class=x>&amp;</b>]"),
        ("{{ told(told('&')) }}", "<b class=x><b class=x>&amp;</b></b>"),
    ],
)
def test_a_macro_is_called_in_the_quick_way_as_in_jinja_s(tmp_path: Path, template: str, page: str) -> None:
    (tmp_path / "page.html").write_text(MACROS + template)
    (tmp_path / "careful.html").write_text(MACROS + template + "{{ view.nothing | default('') }}")
    printer = Printer(Theme("mine", (tmp_path,)))
    assert printer.render("page.html", Page()).content.decode() == page
    assert printer.render("careful.html", Page()).content.decode() == page


def test_what_was_said_of_a_name_is_not_said_of_html_that_reads_the_same() -> None:
    wording = open_wording("en")
    named = [say(wording, "cable.earlier_from", sender=sender) for sender in ("R&D", Markup("R&D"), "R&D")]
    assert [print_text(each) for each in named] == [
        "Earlier from R&amp;D",
        "Earlier from R&D",
        "Earlier from R&amp;D",
    ]


def test_what_a_view_has_not_is_told_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("Title\n{{ view.nothing }}")
    printer = Printer(Theme("mine", (tmp_path,)))
    for _ in range(2):
        with pytest.raises(ThemeError, match="has no attribute 'nothing'") as caught:
            printer.render("page.html", Page())
        assert caught.value.where.endswith("page.html:2")
