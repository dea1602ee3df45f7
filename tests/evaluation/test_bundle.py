"""Sealed prices, the locked quality, and bundles from which the award comes again to the last digit."""

from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from candour.evaluation.award import evaluate
from candour.evaluation.bid import Bid, PriceExplanation
from candour.evaluation.bundle import Bundle, bundle, verify
from candour.evaluation.canonical import canonical
from candour.evaluation.errors import EvaluationError
from candour.evaluation.gates import LawfulCostGate
from candour.evaluation.lock import QualityLock, lock
from candour.evaluation.member import Member
from candour.evaluation.panel import AgreedScore, OwnScore, Panel
from candour.evaluation.record import Record, Secret
from candour.evaluation.workings import workings

from .making import OPENED, bid, design

NOON, LATER = datetime(2026, 10, 5, 12, tzinfo=UTC), datetime(2026, 10, 6, 12, tzinfo=UTC)
MEMBERS = (
    Member(id="seat 1", role="personSupported", experience=("receivingCare",)),
    Member(id="seat 2", role="careWorker", experience=("careWork",)),
)


def scored(scores: dict[str, tuple[int, int]]) -> Panel:
    own = tuple(
        OwnScore(member=member.id, bid=name, criterion="quality", score=Decimal(score), reasons="my own words")
        for name, both in scores.items()
        for member, score in zip(MEMBERS, both, strict=True)
    )
    agreed = tuple(
        AgreedScore(bid=name, criterion="quality", score=Decimal(max(both)), reasons="what we agreed on")
        for name, both in scores.items()
    )
    return Panel(members=MEMBERS, rule="agreed", own=own, agreed=agreed)


def sealed(scores: dict[str, tuple[int, int]], **others: Any) -> Record:
    return Record(
        design=design(gates=(LawfulCostGate(red_line=Decimal("22.71")),)),
        design_published=datetime(2026, 9, 1, tzinfo=UTC),
        opened=OPENED,
        bids=tuple(replace(bid(name, "0"), price=None) for name in scores),
        panel=scored(scores),
        **others,
    )


def opened(record: Record, prices: dict[str, str]) -> Record:
    bids = tuple(replace(one, price=Decimal(prices[one.id])) for one in record.bids)
    return replace(record, bids=bids, prices_opened=LATER)


SCORES, PRICES = {"A": (60, 80), "B": (90, 97)}, {"A": "24.00", "B": "24.10"}
SEALED = sealed(SCORES)
LOCK = lock(SEALED, NOON)
BUNDLE = bundle(opened(SEALED, PRICES), LOCK)


def test_quality_is_not_locked_once_a_price_is_seen() -> None:
    with pytest.raises(EvaluationError, match="found prices of A, B, expected none"):
        lock(opened(SEALED, PRICES), NOON)


def test_nothing_is_awarded_while_prices_are_sealed() -> None:
    with pytest.raises(EvaluationError, match="bid A: its price is still sealed"):
        evaluate(SEALED.design, SEALED.bids, SEALED.panel, OPENED)


def test_a_score_changed_after_prices_were_seen_is_refused() -> None:
    changed = opened(sealed({"A": (60, 99), "B": (90, 97)}), PRICES)
    with pytest.raises(EvaluationError, match="not those that were locked"):
        bundle(changed, LOCK)
    with pytest.raises(EvaluationError, match="before quality was locked"):
        bundle(replace(opened(SEALED, PRICES), prices_opened=datetime(2026, 10, 4, tzinfo=UTC)), LOCK)


def test_a_bundle_says_again_who_won() -> None:
    again = msgspec.json.decode(msgspec.json.encode(BUNDLE), type=Bundle)
    assert again == BUNDLE
    assert verify(again) == ()
    assert again.workings[0].winners == ("B",)
    award = evaluate(SEALED.design, opened(SEALED, PRICES).bids, SEALED.panel, OPENED)
    assert [one.figure for one in workings(award)[0].bids] == [one.figure for one in again.workings[0].bids]


def test_what_members_wrote_is_withheld_and_said_to_be() -> None:
    text = canonical(BUNDLE).decode()
    assert "my own words" not in text
    assert "what we agreed on" in text
    assert [(one.path, one.texts) for one in BUNDLE.withheld] == [("panel.own[*].reasons", 4)]


def test_declared_secrets_are_withheld_and_the_award_stays_recomputable() -> None:
    secret = Secret(bid="A", field="price_explanation.reasons", because="names a fictional landlord")
    record = opened(replace(SEALED, secrets=(secret,)), {"A": "20.00", "B": "24.10"})
    answer = PriceExplanation(notified=OPENED, decision="accepted", reasons="our landlord asks no rent")
    record = replace(record, bids=(replace(record.bids[0], price_explanation=answer), record.bids[1]))
    made = bundle(record, LOCK)
    assert "landlord asks" not in canonical(made).decode()
    assert verify(made) == ()
    assert made.withheld[-1].path == "bids[0].price_explanation.reasons"
    with pytest.raises(EvaluationError, match=r"bid B says nothing in price_explanation\.reasons"):
        bundle(replace(record, secrets=(replace(secret, bid="B"),)), LOCK)


def leaves(thing: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if isinstance(thing, dict):
        for name, member in thing.items():
            yield from leaves(member, (*path, name))
    elif isinstance(thing, list):
        for place, member in enumerate(thing):
            yield from leaves(member, (*path, place))
    else:
        yield path


WRITTEN = msgspec.json.decode(msgspec.json.encode(BUNDLE))


def at(thing: Any, path: tuple[Any, ...]) -> Any:
    for step in path:
        thing = thing[step]
    return thing


DIGITS = [path for path in leaves(WRITTEN) if any(sign.isdigit() for sign in str(at(WRITTEN, path)))]


@given(data=st.data())
def test_any_altered_digit_is_named(data: st.DataObject) -> None:
    """One digit anywhere: the bundle is refused, or the part in which it stands is named."""
    path = data.draw(st.sampled_from(DIGITS))
    text = str(at(WRITTEN, path))
    place = data.draw(st.sampled_from([place for place, sign in enumerate(text) if sign.isdigit()]))
    digit = data.draw(st.sampled_from([sign for sign in "0123456789" if sign != text[place]]))
    altered = msgspec.json.decode(msgspec.json.encode(BUNDLE))
    value: Any = text[:place] + digit + text[place + 1 :]
    if not isinstance(at(WRITTEN, path), str):
        value = msgspec.json.decode(value.lstrip("0") or "0")
    at(altered, path[:-1])[path[-1]] = value
    try:
        read = msgspec.convert(altered, type=Bundle)
    except (msgspec.ValidationError, ValueError):
        return
    if read == BUNDLE:
        return
    named = {difference.path for difference in verify(read)}
    top = ".".join(step for step in path if isinstance(step, str))
    assert any(top.startswith(name.split("[")[0]) for name in named), (path, named)


def test_an_altered_price_is_named_with_what_was_expected() -> None:
    bids: tuple[Bid, ...] = (replace(BUNDLE.bids[0], price=Decimal("23.00")), BUNDLE.bids[1])
    found = {one.path: (one.found, one.expected) for one in verify(replace(BUNDLE, bids=bids))}
    assert "bids[0]" in found
    assert found["workings[0].bids[1].price"] == ("24.00", "23.00")


def test_a_lock_is_a_file_of_its_own() -> None:
    assert msgspec.json.decode(msgspec.json.encode(LOCK), type=QualityLock) == LOCK
