"""Whatever was evaluated: its bundle is written, read again and recomputed without a difference."""

from datetime import UTC, datetime
from decimal import Decimal

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from candour.evaluation.award import evaluate
from candour.evaluation.bundle import Bundle, bundle, verify
from candour.evaluation.canonical import canonical
from candour.evaluation.design import Lot
from candour.evaluation.lock import lock
from candour.evaluation.member import Member
from candour.evaluation.methods import LinearFromLowest, MinMax, RelativeToLowest
from candour.evaluation.panel import OwnScore, Panel
from candour.evaluation.record import Record
from candour.evaluation.workings import workings

from .making import OPENED, bid, design

WHY = "a test"
METHODS = (None, RelativeToLowest(reason=WHY), MinMax(reason=WHY), LinearFromLowest(reason=WHY))
PUBLISHED, LOCKED, OPEN = (datetime(2026, 9, day, 12, tzinfo=UTC) for day in (1, 20, 21))
MEMBERS = (
    Member(id="seat 1", role="personSupported", experience=("receivingCare",)),
    Member(id="seat 2", role="careWorker", experience=("careWork",)),
)
scores = st.integers(0, 100)
bids = st.lists(
    st.tuples(st.decimals("10", "60", places=2), st.lists(scores, min_size=4, max_size=4)), min_size=1, max_size=5
)
lots = st.sampled_from(
    [
        {},
        {"lots": (Lot(id="list", title="a list", winners=None, least_points=Decimal(50)),)},
        {"lots": (Lot(id="north", title="north"), Lot(id="south", title="south")), "most_lots": 1},
    ]
)


@st.composite
def records(draw: st.DrawFn) -> Record:
    """A whole evaluation, with its prices open."""
    price_weight = draw(st.integers(1, 98))
    care = draw(st.integers(1, 99 - price_weight))
    weights = {"care": care, "people": 100 - price_weight - care}
    made = design(weights, price_weight=price_weight, method=draw(st.sampled_from(METHODS)), **draw(lots))
    entries = draw(bids)
    own = tuple(
        OwnScore(member=member.id, bid=str(place), criterion=name, score=Decimal(its[2 * seat + at]), reasons="mine")
        for place, (_, its) in enumerate(entries)
        for seat, member in enumerate(MEMBERS)
        for at, name in enumerate(weights)
    )
    return Record(
        design=made,
        design_published=PUBLISHED,
        opened=OPENED,
        bids=tuple(
            bid(str(place), str(price), lot=made.lots[place % len(made.lots)].id)
            for place, (price, _) in enumerate(entries)
        ),
        panel=Panel(members=MEMBERS, rule="mean", own=own),
        prices_opened=OPEN,
    )


@settings(max_examples=30)
@given(record=records())
def test_a_bundle_of_any_evaluation_says_the_same_again(record: Record) -> None:
    sealed = replace(record, bids=tuple(replace(one, price=None) for one in record.bids), prices_opened=None)
    made = bundle(record, lock(sealed, LOCKED))
    read = msgspec.json.decode(canonical(made), type=Bundle)
    assert verify(read) == ()
    assert canonical(read) == canonical(made)
    assert b'"mine"' not in canonical(read)
    again = workings(evaluate(record.design, record.bids, record.panel, OPENED))
    assert [lot.winners for lot in again] == [lot.winners for lot in read.workings]
    assert [[one.figure for one in lot.bids] for lot in again] == [
        [one.figure for one in lot.bids] for lot in read.workings
    ]


@settings(max_examples=30)
@given(record=records(), data=st.data())
def test_another_price_is_found_out_in_any_bundle(record: Record, data: st.DataObject) -> None:
    sealed = replace(record, bids=tuple(replace(one, price=None) for one in record.bids), prices_opened=None)
    made = bundle(record, lock(sealed, LOCKED))
    place = data.draw(st.integers(0, len(made.bids) - 1))
    price = made.bids[place].price
    assert price is not None
    changed = list(made.bids)
    changed[place] = replace(changed[place], price=price + Decimal("0.01"))
    assert f"bids[{place}]" in {one.path for one in verify(replace(made, bids=tuple(changed)))}


@settings(max_examples=30)
@given(record=records(), other=st.integers(2, 500))
def test_another_currency_changes_no_winner_of_a_whole_evaluation(record: Record, other: int) -> None:
    """Every amount of money times the same: a rate of exchange."""
    benchmark = record.design.benchmark
    elsewhere = replace(record.design, benchmark=benchmark * other if benchmark else None)
    dearer = tuple(replace(one, price=one.price * other) for one in record.bids if one.price is not None)

    here = evaluate(record.design, record.bids, record.panel, OPENED)
    there = evaluate(elsewhere, dearer, record.panel, OPENED)
    assert [lot.winners for lot in workings(here)] == [lot.winners for lot in workings(there)]
