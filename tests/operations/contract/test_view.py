"""Every section of a contract's view, from releases where it is published and where it is not."""

from datetime import date
from decimal import Decimal

import msgspec
import pytest

from candour.errors import CandourError
from candour.operations.contract.view import contract_view

from . import releases
from .conftest import DAY
from .releases import AWARD, BEFORE, EVERYTHING, NOTHING, ODD, SEVERAL, STATES, TENDER


@pytest.fixture(scope="module")
def full(view):
    return view(EVERYTHING)


@pytest.fixture(scope="module")
def bare(view):
    return view(NOTHING)


def test_what_it_is(full):
    about = full.about
    assert (full.contract_id, full.award_id, about.buyer) == ("c", "a", releases.COUNCIL["name"])
    assert [one.name for one in about.suppliers] == [releases.SUPPLIER["name"]]
    assert (about.service_types, about.clients, about.stated_model) == (("homeCare",), ("olderPeople",), "block")
    assert (about.regime, about.user_choice, about.procedure) == ("lightTouch", "listedProviders", "Open procedure")
    assert about.place.regions == ("UKG31",)
    assert (about.status, about.starts, about.ends) == ("active", date(2025, 4, 1), date(2027, 3, 31))


def test_every_fact_names_the_release_that_said_it_last(full):
    assert full.about.said_by["terms"].release_id == f"{EVERYTHING}-1"
    assert [one.source.release_id[-1] for one in full.price.amounts] == ["1", "2", "4"]
    missed = next(one for one in full.outcomes if one.metric == "missed-visits")
    assert missed.promise.source.release_id == f"{EVERYTHING}-3"
    assert missed.latest.source.publisher == releases.SUPPLIER["name"]
    assert missed.latest.source.date == "2025-05-01T00:00:00Z"
    assert len(full.releases) == 5


def test_price(full):
    price = full.price
    assert [(one.what, one.amount) for one in price.amounts] == [
        ("estimate", Decimal(900_000)),
        ("award", Decimal(800_000)),
        ("contract", Decimal(850_000)),
    ]
    assert [one.amount for one in price.values] == [Decimal(800_000), Decimal(850_000)]
    assert [one.rationale for one in price.amendments] == ["Wages rose"]
    paid = {(one.amount, one.currency, one.payments, one.until) for one in price.paid}
    assert paid == {(Decimal(1500), "GBP", 2, date(2025, 6, 1)), (Decimal(7), "EUR", 1, date(2025, 6, 1))}
    assert [(one.stage, one.payer_pays) for one in price.rates] == [("contract", Decimal(25)), ("bid", Decimal(30))]


def test_an_hour_stands_beside_what_was_published_for_its_nation_and_year(full):
    hour = full.price.hours[0]
    assert (hour.an_hour, hour.nation, hour.year) == (Decimal(25), "england", "2025-26")
    assert hour.beside.standing == "between the red line and the sustainability line"
    assert (hour.beside.red_line.amount, hour.beside.sustainability_line.amount) == (
        Decimal("22.71"),
        Decimal("32.14"),
    )
    assert hour.caveats


def test_quality(full):
    quality = full.quality
    assert [(one.name, one.number, one.weight) for one in quality.criteria] == [
        ("Quality", Decimal(70), "percentageExact"),
        ("Price", Decimal(30), "percentageExact"),
    ]
    assert quality.bids == 3
    assert [(one.won, one.criterion, one.group, one.score, one.maximum) for one in quality.scores] == [
        (True, "q", "livedExperience", 4, 5)
    ]
    assert [(one.role, one.number, one.conflicts_declared) for one in quality.panel] == [
        ("personSupported", 3, 1),
        ("commissioner", 2, 0),
    ]
    assert [(one.award_day, one.then, one.now) for one in quality.ratings] == [(date(2025, 3, 1), (), ())]
    assert [(one.title, one.raises, one.floor) for one in full.standards] == [
        ("Visits of 30 minutes", "n", Decimal("0.9"))
    ]


def test_outcomes(full):
    assert [(one.metric, one.kept.verdict if one.kept else one.standing) for one in full.outcomes] == [
        ("continuity-of-workers", "promised but never reported"),
        ("worker-pay-share", "promised but never reported"),
        ("pay-per-hour-worked", "not met"),
        ("satisfaction", "not met"),
        ("missed-visits", "met"),
        ("falls", "reported without a promise"),
    ]
    satisfaction = full.outcomes[3].latest
    assert (satisfaction.respondents, satisfaction.invited, satisfaction.answered_by) == (40, 50, "themselves")
    assert satisfaction.verified_by == "peopleSupported"
    assert [(one.category, one.events) for one in full.failures] == [("Late visits", Decimal(2))]


def test_pay(full):
    of_contract = full.pay.rates[0]
    assert (of_contract.share.value, of_contract.share.of) == (
        Decimal("0.600"),
        "what the payer pays, contact time only",
    )
    assert of_contract.share.computed
    assert (of_contract.floor.amount, of_contract.floor.met) == (Decimal("12.21"), True)
    assert of_contract.rate.travel_time == "paidSeparately"
    chains = {one.metric: [(step.stage, step.value.value) for step in one.steps] for one in full.pay.chains}
    assert chains == {
        "worker-pay-share": [("contract", Decimal("0.6"))],
        "pay-per-hour-worked": [("tender", Decimal(13)), ("reported", Decimal("12.5"))],
    }
    assert {one.metric: one.kept and one.kept.verdict for one in full.pay.chains} == {
        "worker-pay-share": None,
        "pay-per-hour-worked": "not met",
    }


def test_voice(full):
    (took_part,) = full.voice.took_part
    assert [(one.role, one.number) for one in took_part.roles] == [("personSupported", 9), ("careWorker", 4)]
    assert [(one.asked, one.outcome, one.metrics) for one in full.voice.contributions] == [
        ("Fewer new faces", "adopted", ("continuity-of-workers",)),
        ("Paid waiting", None, ()),
    ]
    assert [(one.metric, one.observed.invited) for one in full.voice.responses] == [("satisfaction", 50)]
    assert [(one.role, one.title) for one in full.voice.lessons] == [("careWorker", "Plan by street")]


def test_what_is_inherited_from_the_contract_before(full):
    (neighbour,) = full.continuity.neighbours
    assert (neighbour.side, neighbour.ocid, neighbour.reason) == ("before", BEFORE, "endOfTerm")
    assert (neighbour.metrics_carried, neighbour.received) == (("missed-visits",), True)
    assert [(one.metric, one.fate) for one in neighbour.inherited] == [
        ("falls", "dropped"),
        ("satisfaction", "cannot be compared"),
        ("missed-visits", "carried over with another target"),
        ("worker-pay-share", "carried over"),
        ("continuity-of-workers", "new"),
        ("pay-per-hour-worked", "new"),
    ]
    missed = neighbour.inherited[2]
    assert (missed.earlier.value, missed.later.value) == (Decimal("0.03"), Decimal("0.02"))
    assert missed.baseline.value == Decimal("0.04")


def test_nothing_published_is_nothing_and_no_zero(bare):
    assert bare.price.amounts == bare.price.values == bare.price.paid == bare.price.rates == ()
    assert bare.quality.bids is None
    assert bare.outcomes == bare.failures == bare.standards == ()
    assert bare.pay.rates == bare.pay.chains == ()
    assert bare.voice == msgspec.structs.replace(bare.voice, took_part=(), contributions=(), responses=(), lessons=())
    assert bare.continuity.neighbours == ()
    assert (bare.about.starts, bare.about.ends, bare.about.service_types) == (None, None, ())


def test_the_states_of_reports_stay_apart(view):
    found = {one.metric: (one.standing, one.latest and one.latest.state) for one in view(STATES).outcomes}
    assert found == {
        "missed-visits": ("promised and reported", "value"),
        "late-visits": ("promised and reported", "suppressed"),
        "satisfaction": ("promised and reported", "not computable"),
        "dignity": ("promised but never reported", None),
        "falls": ("promised but never reported", None),
    }


def test_an_award_without_a_contract_and_a_tender_alone_have_a_view(view):
    awarded, asked = view(AWARD), view(TENDER)
    assert (awarded.contract_id, awarded.award_id) == (None, "a")
    assert {one.metric for one in awarded.outcomes} == {"falls", "missed-visits"}
    assert (asked.contract_id, asked.award_id) == (None, None)
    assert {one.metric for one in asked.outcomes} == {"missed-visits"}


def test_several_contracts_are_several_views_and_each_can_be_asked_for(home, view):
    assert [one.contract_id for one in contract_view(home, SEVERAL, DAY).contracts] == ["c1", "c2"]
    assert view(SEVERAL, "c2").contract_id == "c2"
    assert view(AWARD, "a").award_id == "a"
    with pytest.raises(CandourError, match="has no contract 'c3'; it has c1, c2"):
        view(SEVERAL, "c3")


def test_which_of_several_lots_a_contract_is_about_is_not_guessed(view):
    named, silent = view(SEVERAL, "c1"), view(SEVERAL, "c2")
    assert (named.about.service_types, [one.id for one in named.price.rates]) == (("dayServices",), ["2"])
    assert (silent.about.service_types, silent.price.rates) == ((), ())


def test_a_process_that_is_not_there_is_said_in_one_line(home):
    with pytest.raises(CandourError, match="there is no process 'ocds-nowhere'; `candour search"):
        contract_view(home, "ocds-nowhere", DAY)


def test_whatever_was_sent_there_is_a_view(home):
    for one in contract_view(home, ODD, DAY).contracts:
        assert msgspec.json.encode(one)


def test_what_is_read_again_is_the_same(home):
    assert contract_view(home, EVERYTHING, DAY) == contract_view(home, EVERYTHING, DAY)
