"""Themes print text as Jinja would, only faster: the same characters, everything escaped, and no silent gaps."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError
from markupsafe import Markup, escape

from generator.pages.templates import ThemeEnvironment, print_text


def rendered(template: str, **names: object) -> str:
    return ThemeEnvironment([Path("nowhere")]).from_string(template).render(names)


@given(st.text() | st.integers() | st.none() | st.booleans() | st.lists(st.text()))
def test_whatever_is_printed_is_escaped_as_jinja_escapes_it(value: object) -> None:
    assert print_text(value) == escape(value)
    assert rendered("{{ value }}", value=value) == escape(value)


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
    assert "environment.print_text(" in environment.compile("{{ text }}", raw=True)


@pytest.mark.parametrize("template", ["{{ nothing }}", "{{ text.nothing }}", "{% if nothing %}{% endif %}"])
def test_a_name_that_is_not_there_is_an_error(template: str) -> None:
    with pytest.raises(UndefinedError, match="nothing"):
        rendered(template, text="text")
