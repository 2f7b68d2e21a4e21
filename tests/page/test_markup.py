"""Nothing that someone typed becomes markup."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from lessons.page.markup import Markup, escaped, join, tag


class Elements(HTMLParser):
    """The elements and the text that a browser would make of some HTML."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"))


@given(TEXT)
def test_text_stays_text(typed: str) -> None:
    page = Elements(tag("p", typed))
    assert [name for name, _ in page.tags] == ["p"]
    assert page.text == typed


@given(TEXT)
def test_an_attribute_holds_what_was_typed(typed: str) -> None:
    page = Elements(tag("img", alt=typed, src="x"))
    assert page.tags == [("img", {"alt": typed, "src": "x"})]


def test_names_of_attributes() -> None:
    assert tag("a", "go", class_="th-x", data_th_key="k", aria_label="Go on") == (
        '<a class="th-x" data-th-key="k" aria-label="Go on">go</a>'
    )


def test_true_stands_alone_and_none_is_left_out() -> None:
    assert tag("span", popover=True, hidden=False, title=None) == "<span popover></span>"


def test_markup_is_not_escaped_twice() -> None:
    inner = tag("em", "a & b")
    assert tag("p", inner, " < ", 3) == "<p><em>a &amp; b</em> &lt; 3</p>"
    assert escaped(inner) is inner


def test_void_elements_have_no_end() -> None:
    assert join("a", tag("br"), None, "b") == "a<br>b"
    assert isinstance(join(), Markup)
