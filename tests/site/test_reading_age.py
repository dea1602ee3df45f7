"""Our own words can be read by somebody of twelve."""

import re
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from candour.site.explore import KINDS
from candour.site.look.messages import SITE, messages
from candour.site.pages.worth_seeing import worth_seeing

from .reading_age import grade, reading_age

OLDEST = 12
LEAD = re.compile(r'<p class="govuk-body-l">(.*?)</p>', re.DOTALL)
ROOMS = ("about", "easy", "pages", "components")


def sentences(room: Path) -> list[str]:
    """Everything that a room says in words of ours, the plural where there are two."""
    return [one.id[-1] if isinstance(one.id, tuple) else one.id for one in messages(room) if one.id]


@pytest.mark.parametrize("room", ROOMS)
def test_what_the_site_says_is_for_a_reader_of_twelve(room):
    assert reading_age(sentences(SITE / room)) <= OLDEST


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_what_a_page_says_is_for_a_reader_of_twelve(kind, client, home):
    with home.tables() as tables:
        addresses = worth_seeing(tables, kind, at_most=3)
    leads = [unescape(LEAD.search(client.get(one).content.decode()).group(1)) for one in addresses]

    assert reading_age([*sentences(SITE / "explore" / kind.id), *leads]) <= OLDEST


def test_the_formula_gives_what_its_authors_give():
    # The abstract of their paper has 639 letters in 119 words and 5 sentences; they put it at 14.5.
    assert grade(639, 119, 5) == pytest.approx(14.5, abs=0.05)


@given(st.integers(1, 9), st.integers(1, 30), st.integers(1, 9))
def test_longer_words_and_longer_sentences_are_for_older_readers(letters, words, sentences):
    text = " ".join([" ".join(["a" * letters] * words) + "."] * sentences)

    assert reading_age([text.replace("a", "aa")]) > reading_age([text])
    assert reading_age([text, text]) == pytest.approx(reading_age([text]))
    assert reading_age([text.replace(". ", " ")]) >= reading_age([text])
