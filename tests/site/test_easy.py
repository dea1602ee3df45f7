"""Easy Read says in short sentences what the page says, from the same page."""

import re

import pytest

from candour.site.explore import KINDS
from candour.site.pages.worth_seeing import worth_seeing

EASY = [kind for kind in KINDS if kind.easy]
WORDS = 18
"""So many words at most are in a sentence; names of things as they were published are not counted."""


def said(html: str) -> list[str]:
    main = html[html.index("<main") : html.index("</main")]
    names = re.findall(r"<h1.*?>(.*?)</h1>", main)
    found = re.findall(r'<p class="candour-easy__sentence">(.*?)</p>', main, flags=re.S)
    return [re.sub("<.*?>", "", one).replace(names[0], "it") for one in found]


@pytest.mark.parametrize("kind", EASY, ids=lambda kind: kind.id)
def test_a_page_leads_to_its_easy_read_and_back(kind, client, home):
    with home.tables() as tables:
        address = worth_seeing(tables, kind)[0]
    page = client.get(address).content.decode()
    easy = re.search(r'href="(/easy/[^"]+)"', page).group(1).replace("&amp;", "&")

    assert f'href="{address.partition("?")[0]}' in client.get(easy).content.decode()


@pytest.mark.parametrize("kind", EASY, ids=lambda kind: kind.id)
def test_sentences_are_short_and_every_heading_asks(kind, client, home):
    with home.tables() as tables:
        address = f"/easy{worth_seeing(tables, kind)[0]}"
    html = client.get(address).content.decode()

    assert [one for text in said(html) for one in re.split(r"[.?!] ", text) if len(one.split()) > WORDS] == []
    assert all(one.endswith("?") for one in re.findall(r"<h2 class=\"govuk-heading-l\">(.*?)</h2>", html))


def test_easy_read_begins_on_a_page_of_its_own(client):
    assert "What is Candour?" in client.get("/easy").content.decode()


def test_what_is_not_there_is_refused_as_everywhere(client):
    assert client.get("/easy/provider/nobody-of-that-name").status_code == 404
