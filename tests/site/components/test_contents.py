"""The list of what is on a long page leads to its headings, in their words and in their order."""

from html.parser import HTMLParser

import pytest

from candour.site.explore import KINDS
from candour.site.pages.worth_seeing import worth_seeing

LONG = ("contract", "provider")


class Headings(HTMLParser):
    """The headings of a page by their id, and the links of its list of contents."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.headings: dict[str, str] = {}
        self.links: list[tuple[str, str]] = []
        self._in_contents = False
        self._open: tuple[str, str] | None = None
        self._text = ""
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "nav":
            self._in_contents = "candour-contents" in (given.get("class") or "")
        elif (tag == "h2" and "id" in given) or (tag == "a" and self._in_contents):
            self._open, self._text = (tag, given.get("id") or given["href"].removeprefix("#")), ""

    def handle_data(self, data):
        self._text += data

    def handle_endtag(self, tag):
        if tag == "nav":
            self._in_contents = False
        if self._open and tag == self._open[0]:
            where, text = self._open[1], " ".join(self._text.split())
            if tag == "h2":
                self.headings[where] = text
            else:
                self.links.append((where, text))
            self._open = None


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.id in LONG], ids=lambda kind: kind.id)
def test_it_leads_to_the_headings_of_the_page(kind, client, home):
    with home.tables() as tables:
        addresses = worth_seeing(tables, kind, at_most=3)

    pages = [Headings(client.get(address).content.decode()) for address in addresses]
    assert any(page.links for page in pages)
    for page in pages:
        linked = dict(page.links)
        assert page.links == [(where, text) for where, text in page.headings.items() if where in linked]
