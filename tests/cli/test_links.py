"""`candour links`: from a pair that waits to a person's decision and back."""

from functools import partial

import pytest


@pytest.fixture(scope="module")
def made(tmp_path_factory, run_candour):
    folder = tmp_path_factory.mktemp("who-is-who")
    run_candour(folder, "sample", "-n", "40", "--to", "made", "--form", "packages", "--registers")
    run_candour(folder, "add", "made")
    run_candour(folder, "build")
    return partial(run_candour, folder)


def _outcome(made, one, other):
    rows = [pair["link"] for pair in made("links", "show", one, "--json").json]
    return next(row["outcome"] for row in rows if row["other_key"] == other)


def test_a_pair_is_reviewed_confirmed_and_taken_back(made):
    pair = made("links", "review", "--json").json[0]
    one, other = pair["link"]["organisation_key"], pair["link"]["other_key"]
    page = made("links", "review", "--limit", "1").out
    assert "pairs that may belong together" in page
    assert pair["b"]["rows"][0]["name"].split()[0] in page

    decided = made("links", "confirm", one, other, "--reason", "the same address", "--by", "A reader")
    assert (decided.code, decided.err) == (0, "")
    assert "belong together" in decided.out
    assert _outcome(made, one, other) == "to be reviewed"
    made("build")
    assert _outcome(made, one, other) == "linked"
    assert "A reader" in made("links", "show", one).out

    receipt = made("links", "show", one, "--json").json[0]["link"]["receipt"]
    assert made("links", "withdraw", receipt, "--reason", "mistaken", "--by", "A reader").code == 0
    made("build")
    assert _outcome(made, one, other) == "to be reviewed"


def test_a_rejected_pair_is_not_asked_for_again(made):
    link = made("links", "review", "--json").json[0]["link"]
    one, other = link["organisation_key"], link["other_key"]
    made("links", "reject", one, other, "--reason", "a namesake", "--by", "A reader")
    made("build")
    waiting = [pair["link"] for pair in made("links", "review", "--limit", "1000", "--json").json]
    assert (one, other) not in {(row["organisation_key"], row["other_key"]) for row in waiting}


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            ("confirm", "nobody", "cqc:1-1", "--reason", "x", "--by", "x"),
            "nothing in the tables has the key 'nobody'",
        ),
        (("withdraw", "nothing", "--reason", "x", "--by", "x"), "holds no decision on organisations"),
    ],
)
def test_what_cannot_be_decided_is_said_in_one_line(made, words, message):
    refused = made("links", *words)
    assert refused.code == 3
    assert message in refused.err
    assert refused.err.count("\n") == 1


def test_what_is_linked_to_nothing_says_so(made):
    assert made("links", "show", "nobody").out == "nobody is linked to nothing.\n"
