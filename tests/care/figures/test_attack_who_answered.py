"""Attack who answered: own answers taken from all, and those who did not answer."""

import pytest

from candour.care.figures.asked import FiguresError
from candour.care.figures.publication import publish
from candour.care.figures.response import response_rate

from .people import answered, question, yes_or_no

RATE = yes_or_no("response-rate", 30)
INVITED = 120


def publication(own, proxies, invited=INVITED):
    """Two thirds of each are content."""
    people = [
        answered({((), "yes"): 2 * many // 3, ((), "no"): many - 2 * many // 3}, start=start, by_proxy=by_proxy)
        for many, start, by_proxy in ((own, 0, False), (proxies, 1000, True))
    ]
    asked = question(yes_or_no(proxies="counted apart"), invited=invited, response=RATE)
    return publish(asked, people[0] + people[1]).figures


@pytest.mark.parametrize("proxies", range(1, 8))
def test_few_proxies_cannot_be_had_by_subtracting(proxies):
    """All who answered, less those who did so themselves, are those for whom somebody else did."""
    figures = publication(60, proxies)
    own, by_proxy = figures["content"]
    assert (own.who, own.state, by_proxy.who, by_proxy.respondents) == ("themselves", "value", "proxy", None)
    assert figures["response-rate"][0].respondents is None
    assert figures["response-rate"][0].numerator is None


def test_own_answers_and_proxies_are_never_added():
    figures = publication(60, 30)
    own, by_proxy = figures["content"]
    assert (own.numerator, own.denominator, by_proxy.numerator, by_proxy.denominator) == (40, 60, 20, 30)
    rate = figures["response-rate"][0]
    assert (rate.numerator, rate.denominator, rate.invited) == (90, 120, 120)


def test_a_proxy_does_not_count_where_none_may_answer():
    rows = answered({((), "yes"): 40, ((), "no"): 20}) + answered({((), "no"): 30}, start=100, by_proxy=True)
    (figure,) = publish(question(yes_or_no(proxies="may not answer")), rows).figures["content"]
    assert (figure.numerator, figure.denominator) == (40, 60)


@pytest.mark.parametrize("silent", range(8))
def test_that_nearly_everybody_answered_does_not_tell_how_many_did_not(silent):
    figure = response_rate(RATE, 100, 100 - silent, 0)
    assert (figure.state, figure.numerator, figure.respondents) == ("suppressed", None, None)
    assert figure == response_rate(RATE, 100, 100, 0)


@pytest.mark.parametrize(("invited", "themselves", "by_proxy"), [(20, 10, 0), (60, 5, 0), (60, 30, 3), (60, 0, 4)])
def test_a_response_of_few_is_not_shown(invited, themselves, by_proxy):
    assert response_rate(RATE, invited, themselves, by_proxy).state == "suppressed"


def test_the_silent_are_told_from_denominators_to_within_five():
    """Who knows how many were asked, and reads how many answered to the nearest 5, knows the rest to 5 at best."""
    (figure, _) = publication(51, 0, invited=53)["content"]
    possible = [answering for answering in range(54) if (answering + 2) // 5 * 5 == figure.respondents]
    assert len({53 - answering for answering in possible}) == 5


def test_more_answers_than_invitations_are_refused():
    with pytest.raises(FiguresError, match="found 50, but 53 people answered"):
        response_rate(RATE, 50, 53, 0)
