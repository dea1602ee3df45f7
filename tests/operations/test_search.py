"""Searching processes: by words and choices, page by page."""

import datetime

import pytest

from candour.errors import CandourError
from candour.operations.add import add_files
from candour.operations.build import build_warehouse
from candour.operations.home import Home
from candour.operations.search import Choice, search
from candour.sample import write


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    folder = tmp_path_factory.mktemp("search")
    write(folder / "notices", n=60, seed=3, form="packages")
    home = Home(folder / "data")
    list(add_files(home, [folder / "notices"]))
    build_warehouse(home)
    return home


def test_every_word_is_in_what_is_found(home):
    found = search(home, ["home care"], care="any", limit=100)

    assert found.found == len(found.processes) > 0
    assert found.after is None


def test_the_list_goes_on_where_it_was_left(home):
    whole = search(home, ["fictional"], care="any", limit=100)
    first = search(home, ["fictional"], care="any", limit=10)
    second = search(home, ["fictional"], care="any", limit=10, after=first.after)

    assert first.found == whole.found
    assert first.processes + second.processes == whole.processes[:20]


def test_without_words_all_of_a_choice_are_listed(home):
    yes, every = (search(home, [], choice=Choice(care=care), limit=1) for care in ("yes", "any"))
    none = search(home, [], choice=Choice(until=datetime.date(1990, 1, 1)))

    assert 0 < yes.found < every.found == 60
    assert none.found == 0


def test_no_words_are_refused(home):
    with pytest.raises(CandourError, match="nothing to search for"):
        search(home, ["  "])


@pytest.mark.parametrize("after", ["nowhere", "!!!", "WzAsMF0"])
def test_a_place_that_is_none_is_refused_in_a_line(home, after):
    with pytest.raises(CandourError, match="no place in this list"):
        search(home, ["care"], after=after)


@pytest.mark.parametrize(
    "text", ['"', "care AND", "NEAR(", "title:care", "*", "(" * 50, "care " * 5000, "x" * 10_000]
)
def test_syntax_is_text_like_any_other(home, text):
    assert search(home, ["care", text], care="any").found >= 0
