"""Whatever was evaluated: the release of its award is enough to compute the same result again."""

import json
from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from candour.evaluation.bundle import Bundle, bundle
from candour.evaluation.lock import lock
from candour.evaluation.record import Buyer, Record
from candour.evaluation.standstill import standstill
from candour.ocds.build import release_bytes
from candour.operations.award_release import award_release
from candour.operations.awarded.contested import Contested, contested
from candour.operations.awarded.lot import Lot, lots_of
from candour.operations.awarded.recomputed import recomputed
from candour.operations.awarded.weighed import Weighting, weighed

from .test_any_bundle import LOCKED, records

TOLD = date(2026, 10, 20)


def made_of(record: Record) -> Bundle:
    """Its bundle."""
    named = replace(record, ocid="ocds-f1ct10-1", buyer=Buyer(id="XX-BUYER", name="A council (fictional)"))
    sealed = tuple(replace(one, price=None) for one in named.bids)
    return bundle(named, lock(replace(named, bids=sealed, prices_opened=None), LOCKED))


def published(record: Record) -> tuple[Lot, ...]:
    """The lots as its award's release has them."""
    return lots_of(json.loads(release_bytes(award_release(made_of(record), standstill(TOLD, "england")))))


@settings(max_examples=30)
@given(record=records())
def test_the_result_comes_out_the_same(record: Record) -> None:
    for lot in published(record):
        if not lot.bids:
            continue
        found = contested(lot)

        assert isinstance(found, Contested), found
        assert found.basis == "prices"
        again = recomputed(lot, found)
        assert again.agrees is not False, again.differences


@settings(max_examples=30)
@given(record=records())
def test_without_prices_the_totals_say_as_much(record: Record) -> None:
    for lot in published(record):
        if not lot.bids:
            continue
        found = contested(replace(lot, bids=tuple(replace(bid, price=None) for bid in lot.bids)))

        assert isinstance(found, Contested), found
        assert found.basis == "totals"
        assert recomputed(lot, found).agrees is not False


@settings(max_examples=30)
@given(record=records(), times=st.decimals("0.01", "1000", places=2))
def test_the_same_weights_times_anything_change_nothing(record: Record, times: Decimal) -> None:
    for lot in published(record):
        found = contested(lot)
        if not isinstance(found, Contested):
            continue
        terms = found.contest.design.terms
        weights = {name: Decimal(int(weight)) * times for name, weight in terms.weights.items()}
        wanted = Weighting(weights={**weights, "price": Decimal(int(terms.price_weight)) * times})

        assert weighed(found, {bid.id: bid.name for bid in lot.bids}, wanted).other is False


@settings(max_examples=20)
@given(record=records())
def test_another_score_is_found_out(record: Record) -> None:
    lot = next(lot for lot in published(record) if lot.bids)
    bid = lot.bids[0]
    score = bid.scores[0]
    other = replace(score, score=score.maximum - score.score, weighted=score.weighted)
    changed = replace(lot, bids=(replace(bid, scores=(other, *bid.scores[1:])), *lot.bids[1:]))
    found = contested(changed)

    assert isinstance(found, Contested)
    if abs(other.score - score.score) > Decimal("0.5"):
        assert recomputed(changed, found).agrees is False
