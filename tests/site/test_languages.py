"""Every word of ours can be translated, and what is translated holds together."""

import re
from html.parser import HTMLParser

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from candour.site.look.messages import SITE, messages

TEMPLATES = [one for one in sorted(SITE.rglob("*.html")) if "node_modules" not in one.parts]
TRANSLATED = ("/about",)
"""Pages of which every word is there in Welsh."""
LETTERS = re.compile(r"[^\W\d_]{2,}")
CODE = ("code", "pre")
"""What programs read is the same in every language."""
OURS = {"Candour", "CSV", "JSON", "SVG", "SHA", "GET", "API", "BibTeX", "CSL"}
"""Names, which are the same in every language."""


class Words(HTMLParser):
    """What a reader sees or hears of a piece of HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._code = 0

    def handle_data(self, data: str) -> None:
        if not self._code:
            self.found.append(data)

    def handle_endtag(self, tag: str) -> None:
        self._code -= tag in CODE

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self._code += tag in CODE
        self.found += [
            value or "" for name, value in attributes if name in ("alt", "title", "aria-label", "placeholder")
        ]


@pytest.fixture(scope="module")
def welsh() -> Catalog:
    with (SITE / "locale" / "cy" / "LC_MESSAGES" / "django.po").open("rb") as file:
        return read_po(file, locale="cy")


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda one: str(one.relative_to(SITE)))
def test_no_template_has_words_that_cannot_be_translated(template):
    text = re.sub(
        r"{% blocktranslate.*?%}.*?{% endblocktranslate %}|{#.*?#}|{%.*?%}|{{.*?}}",
        "",
        template.read_text(),
        flags=re.S,
    )
    words = Words()
    words.feed(text)
    found = {word for one in words.found for word in LETTERS.findall(re.sub(r"/\w+", "", one))}

    assert found - OURS == set()


def test_what_is_translated_still_stands_on_the_site(welsh):
    ours = messages()

    assert [one.id for one in welsh if one.id and ours.get(one.id, one.context) is None] == []


def test_a_translation_fills_in_what_the_sentence_fills_in(welsh):
    def gaps(text):
        return sorted(re.findall(r"%\(\w+\)s", text))

    for one in welsh:
        if one.id:
            assert one.string, one.id
            assert gaps(one.string) == gaps(one.id)


def test_around_every_page_stands_the_language_that_is_read(client):
    page = client.get("/cy/look").content.decode()

    assert '<html lang="cy"' in page
    assert "Neidio" in page
    assert "Skip to main content" not in page


def test_links_stay_in_the_language(client):
    page = client.get("/cy/look").content.decode()
    around = page[: page.index("<main")] + page[page.index("<footer") :]
    addresses = re.findall(r'<a [^>]*href="(/[^"]*)"', around)

    assert [one for one in addresses if not one.startswith("/cy/")] == ["/look", "/api/v1/docs"]


def test_english_stands_marked_within_welsh(client):
    assert (
        '<main class="govuk-main-wrapper" id="main" tabindex="-1" lang="en-gb">'
        in client.get("/cy/look").content.decode()
    )


@pytest.mark.parametrize("address", TRANSLATED)
def test_a_page_is_translated_as_a_whole(address, client):
    def sentences(html):
        words = Words()
        words.feed(html[html.index("<body") :])
        return {one.strip() for one in words.found if len(LETTERS.findall(one)) > 1}

    english, cymraeg = (sentences(client.get(one).content.decode()) for one in (address, f"/cy{address}"))

    assert english & cymraeg == set()
    assert not re.search("<main[^>]* lang=", client.get(f"/cy{address}").content.decode())
