"""`candour define`: what an indicator or a metric means."""

from candour.indicators.definition import indicators, metrics


def test_one_indicator(candour):
    ran = candour("define", "identical-bid-prices-share")
    assert (ran.code, ran.err) == (0, "")
    for part in (
        "How often did two bidders",
        "neither way is better",
        "Left out: ",
        "Assumed: ",
        "It does not tell: ",
    ):
        assert part in ran.out
    assert "Known as: Cardinal: R028, which means the same" in ran.out


def test_one_metric(candour):
    page = candour("define", "missed-visits").out
    assert "metric" in page
    assert "Population: " in page
    assert "Collected: " in page


def test_all_are_listed(candour):
    found = candour("define", "--json").json
    assert {one["definition"]["id"] for one in found} == {*indicators(), *metrics()}
    assert {one["kind"] for one in found} == {"indicator", "metric"}


def test_a_theme_and_words(candour):
    found = candour("define", "--theme", "continuity", "--json").json
    assert {one["definition"]["theme"] for one in found} == {"continuity"}
    page = candour("define", "bids").out
    assert "bids-per-lot" in page
    assert "candour define ID" in page


def test_no_such_word_is_said_in_one_line(candour):
    ran = candour("define", "single-bids-share")
    assert ran.code == 3
    assert "single-bid-share" in ran.err
    assert len(ran.err.strip().splitlines()) == 1
