"""Awards: what the default promises, gates, lists, lots, ties, and what is refused."""

import re
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from candour.evaluation.award import Award, evaluate
from candour.evaluation.bid import ExclusionGround, LocationRating, PriceExplanation, Registration
from candour.evaluation.design import Design, Lot
from candour.evaluation.errors import EvaluationError
from candour.evaluation.gates import ExclusionGate, LawfulCostGate, RatingFloorGate, RegistrationGate, StandardsGate
from candour.evaluation.member import Member
from candour.evaluation.methods import FixedPrice, RelativeToLowest
from candour.evaluation.panel import AgreedScore, OwnScore, Panel

from .making import OPENED, bid, design, panel

TWO_WEIGHTS = {"care": 40, "people": 20}
entries = st.lists(
    st.tuples(st.decimals("10", "60", places=2), st.integers(0, 100), st.integers(0, 100)), min_size=2, max_size=6
)
Entry = tuple[Decimal, int, int]


def awarded(of: list[Entry], made: Design) -> Award:
    """Bids named by their place."""
    bids = [bid(str(place), str(price)) for place, (price, _, _) in enumerate(of)]
    scores = {str(place): {"care": care, "people": people} for place, (_, care, people) in enumerate(of)}
    return evaluate(made, bids, panel(scores), OPENED)


def dominates(one: Entry, other: Entry) -> bool:
    """As good in everything and better in something."""
    return one[0] <= other[0] and one[1] >= other[1] and one[2] >= other[2] and one != other


@given(of=entries)
def test_by_default_a_dominated_bid_never_wins(of: list[Entry]) -> None:
    winners = awarded(of, design(TWO_WEIGHTS)).lots[0].winners
    for winner in winners:
        assert not any(dominates(other, of[int(winner.bid)]) for other in of)


@given(of=entries, another=st.tuples(st.decimals("10", "60", places=2), st.integers(0, 100), st.integers(0, 100)))
def test_by_default_adding_a_bid_reorders_nobody(of: list[Entry], another: Entry) -> None:
    before = [one.bid for one in awarded(of, design(TWO_WEIGHTS)).lots[0].bids]
    after = [one.bid for one in awarded([*of, another], design(TWO_WEIGHTS)).lots[0].bids]
    assert [name for name in after if name != str(len(of))] == before


@given(of=entries)
def test_points_are_those_of_the_formula(of: list[Entry]) -> None:
    """The default once more, in one line of floats; and the ranks go by it."""
    found = awarded(of, design(TWO_WEIGHTS)).lots[0].bids
    for one in found:
        price, care, people = of[int(one.bid)]
        assert one.figure is not None
        plain = 40 * care / 100 + 20 * people / 100 + 40 * (1 - (float(price) - 24) / 24)
        assert float(one.figure) == pytest.approx(plain)
    assert all(one.figure >= other.figure for one, other in pairwise(found) if one.figure and other.figure)


def test_a_relative_method_turns_winners_round_and_says_so() -> None:
    """The reference's case, through a whole evaluation: C comes last and decides who comes first."""
    method = RelativeToLowest(reason="to show what it does")
    made = design({"quality": 50}, price_weight=50, method=method)
    two = [bid("A", "100"), bid("B", "80")]
    scores = {"A": {"quality": 80}, "B": {"quality": 66}}
    assert [one.bid for one in evaluate(made, two, panel(scores), OPENED).lots[0].winners] == ["B"]
    three = [*two, bid("C", "40")]
    result = evaluate(made, three, panel({**scores, "C": {"quality": 10}}), OPENED).lots[0]
    assert [(one.bid, one.figure, one.verdict) for one in result.bids] == [
        ("A", 60, "wins"),
        ("B", 58, "does not win"),
        ("C", 55, "does not win"),
    ]


def one_bid(gate: object, **facts: object) -> tuple[str, str]:
    """The verdict on a bid that alone stands before a gate, and why."""
    made = design(gates=(gate,))
    result = evaluate(made, [bid("A", "20.00", **facts)], panel({"A": {"quality": 50}}), OPENED).lots[0].bids[0]
    return result.verdict, result.gates[0].because


REGISTERED = RegistrationGate(registers=("cqc",), applied_will_do=True)
GOOD = RatingFloorGate(
    accepted={"cqc": ("good", "outstanding")},
    of="every location",
    missing="passes",
    stale_after_months=36,
    stale="as missing",
)


@pytest.mark.parametrize(
    ("status", "verdict"), [("registered", "wins"), ("applied", "wins"), ("ended", "set aside"), (None, "set aside")]
)
def test_registration(status: str | None, verdict: str) -> None:
    its = () if status is None else (Registration(register="cqc", number="1-1", status=status),)  # type: ignore[arg-type]
    assert one_bid(REGISTERED, registrations=its)[0] == verdict


def rated(grade: str | None, inspected: str = "2025-01-01") -> LocationRating:
    day = msgspec.convert(inspected, type=type(OPENED))
    return LocationRating(register="cqc", location="1-2", grade=grade, inspected=day)


@pytest.mark.parametrize(
    ("ratings", "verdict"),
    [
        ((rated("good"),), "wins"),
        ((rated("good"), rated("inadequate")), "set aside"),
        ((rated("inadequate"),), "set aside"),
        ((rated("inadequate", "2019-01-01"),), "wins"),
        ((rated(None),), "wins"),
        ((), "wins"),
    ],
    ids=["good", "one is not", "none is", "too old to count", "unrated", "no location"],
)
def test_rating_floor_holds_no_missing_rating_against_a_newcomer(
    ratings: tuple[LocationRating, ...], verdict: str
) -> None:
    assert one_bid(GOOD, ratings=ratings)[0] == verdict


def test_rating_floor_may_ask_for_other_evidence() -> None:
    gate = msgspec.structs.replace(GOOD, missing="evidence")
    assert one_bid(gate)[0] == "open"
    verdict, because = one_bid(gate, rating_evidence_accepted="references of three families")
    assert (verdict, because) == (
        "wins",
        "no rating that counts; other evidence was accepted: references of three families",
    )


def test_standards_and_exclusion() -> None:
    gate = StandardsGate(standards=("visit-length", "paid-travel"))
    assert one_bid(gate, standards=("visit-length",)) == ("set aside", "does not commit to paid-travel")
    assert one_bid(gate, standards=("visit-length", "paid-travel"))[0] == "wins"
    ground = ExclusionGround(ground="fictional ground", decision="excluded", reasons="because")
    assert one_bid(ExclusionGate(), exclusion_grounds=(ground,))[0] == "set aside"
    assert one_bid(ExclusionGate())[0] == "wins"


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [
        (None, "open"),
        (PriceExplanation(notified=OPENED), "open"),
        (PriceExplanation(notified=OPENED, explained=OPENED), "open"),
        (PriceExplanation(notified=OPENED, decision="accepted", reasons="a grant pays travel"), "wins"),
        (PriceExplanation(notified=OPENED, decision="disregarded", reasons="travel is not paid"), "set aside"),
    ],
    ids=["nobody asked", "asked", "answered", "accepted", "disregarded"],
)
def test_a_price_below_the_lawful_floor_is_asked_about_and_never_dropped(
    answer: PriceExplanation | None, verdict: str
) -> None:
    found, because = one_bid(LawfulCostGate(red_line=Decimal("22.71")), price_explanation=answer)
    assert found == verdict
    assert because.startswith("20.00 is 2.71 below the red line of 22.71")


@given(price=st.decimals("0", "100", places=2), other=st.decimals("0", "100", places=2))
def test_no_gate_looks_at_the_price_unless_it_says_so(price: Decimal, other: Decimal) -> None:
    for gate in (REGISTERED, GOOD, StandardsGate(standards=("a",)), ExclusionGate()):
        assert not gate.depends_on_price
        assert gate.look(bid("A", str(price)), OPENED) == gate.look(bid("A", str(other)), OPENED)
    assert LawfulCostGate.depends_on_price


def test_an_open_bid_keeps_open_only_those_that_it_could_displace() -> None:
    made = design(gates=(LawfulCostGate(red_line=Decimal("22.71")),))
    bids = [bid("A", "30.00"), bid("B", "20.00"), bid("C", "29.00")]
    scores = {"A": {"quality": 99}, "B": {"quality": 60}, "C": {"quality": 10}}
    result = evaluate(made, bids, panel(scores), OPENED).lots[0]
    assert {one.bid: one.verdict for one in result.bids} == {"A": "wins", "B": "does not win", "C": "does not win"}
    scores["B"]["quality"] = 99
    result = evaluate(made, bids, panel(scores), OPENED).lots[0]
    assert {one.bid: one.verdict for one in result.bids} == {"A": "open", "B": "open", "C": "does not win"}
    assert result.winners == ()
    assert len(result.open) == 1


def test_below_a_minimum_score_nobody_wins() -> None:
    made = design(price_weight=40)
    strict = msgspec.structs.replace(made.criteria[0], minimum=Decimal(50))
    made = msgspec.structs.replace(made, criteria=(strict,))
    result = evaluate(made, [bid("A", "1.00")], panel({"A": {"quality": 49}}), OPENED).lots[0].bids[0]
    assert (result.verdict, result.because) == ("set aside", "quality: below its minimum score")


def test_a_list_takes_all_that_are_good_enough_at_a_fixed_price() -> None:
    lots = (Lot(id="", title="List", winners=None, least_points=Decimal(60)),)
    made = design({"quality": 100}, price_weight=0, method=FixedPrice(price=Decimal("25.00")), lots=lots)
    bids = [bid(name, "25.00") for name in "ABC"]
    scores = {"A": {"quality": 90}, "B": {"quality": 60}, "C": {"quality": 59}}
    result = evaluate(made, bids, panel(scores), OPENED).lots[0]
    assert [one.bid for one in result.winners] == ["A", "B"]
    with pytest.raises(EvaluationError, match=r"bid A: found a price of 24.00, expected the fixed price of 25.00"):
        evaluate(made, [bid("A", "24.00")], panel({"A": {"quality": 1}}), OPENED)


def test_nobody_wins_more_lots_than_are_allowed() -> None:
    lots = (Lot(id="north", title="North"), Lot(id="south", title="South"))
    made = design(lots=lots, most_lots=1)
    bids = [
        msgspec.structs.replace(bid("A", "24.00"), lot="north"),
        msgspec.structs.replace(bid("A", "24.00"), id="A2", lot="south"),
        msgspec.structs.replace(bid("B", "24.00"), lot="south"),
    ]
    scores = {"A": {"quality": 90}, "A2": {"quality": 90}, "B": {"quality": 80}}
    found = evaluate(made, bids, panel(scores), OPENED)
    assert [[one.bid for one in lot.winners] for lot in found.lots] == [["A"], ["B"]]


def test_ties_are_broken_as_declared_and_otherwise_stay_ties() -> None:
    bids = [bid("A", "24.00"), bid("B", "24.00")]
    same = panel({"A": {"quality": 80}, "B": {"quality": 80}})
    tied = evaluate(design(), bids, same, OPENED).lots[0]
    assert [(one.verdict, one.rank) for one in tied.bids] == [("tied", 1), ("tied", 1)]
    drawn = evaluate(design(tie_breaks=("drawn by lot",), draw_seed="7 October"), bids, same, OPENED).lots[0]
    again = evaluate(design(tie_breaks=("drawn by lot",), draw_seed="7 October"), bids[::-1], same, OPENED).lots[0]
    assert [one.bid for one in drawn.winners] == [one.bid for one in again.winners]
    assert drawn.winners[0].tie_broken_by == "drawn by lot"
    with pytest.raises(ValueError, match="draw_seed"):
        design(tie_breaks=("drawn by lot",))


def test_scores_of_people_with_lived_experience_stay_visible_when_others_agree_on_something_else() -> None:
    members = (
        Member(id="1", role="familyMember", experience=("caringForFamily",)),
        Member(id="2", role="financeOfficer", experience=("finance", "noneInCare")),
    )
    own = (
        OwnScore(member="1", bid="A", criterion="quality", score=Decimal(20)),
        OwnScore(member="2", bid="A", criterion="quality", score=Decimal(80)),
    )
    agreed = (AgreedScore(bid="A", criterion="quality", score=Decimal(70), reasons="evidence of references"),)
    found = evaluate(
        design(), [bid("A", "24.00")], Panel(members=members, rule="agreed", own=own, agreed=agreed), OPENED
    )
    result = found.lots[0].bids[0]
    seen = result.scores[0].panel
    assert seen is not None
    assert (seen.own, seen.lived_experience, seen.others, seen.counts) == (
        {"1": Decimal(20), "2": Decimal(80)},
        Fraction(20),
        Fraction(80),
        Fraction(70),
    )
    assert result.lived_experience == 12


REFUSED = {
    "a negative price": ([bid("A", "-1")], {"A": {"quality": 1}}, "found a price of -1, expected 0 or more"),
    "two bids of one": (
        [bid("A", "1"), msgspec.structs.replace(bid("A", "2"), id="B")],
        {"A": {"quality": 1}, "B": {"quality": 1}},
        "supplier XX-A: found 2 bids, expected one",
    ),
    "a missing score": ([bid("A", "1")], {}, "bid A: found no score by quality, expected a score"),
    "an unknown criterion": (
        [bid("A", "1")],
        {"A": {"quality": 1, "charm": 1}},
        "the panel scores no criterion 'charm', only quality",
    ),
    "another currency": (
        [msgspec.structs.replace(bid("A", "1"), currency="EUR")],
        {"A": {"quality": 1}},
        "found a price in EUR, expected GBP",
    ),
    "a score between levels": ([bid("A", "1")], {"A": {"quality": 101}}, "found 101, expected one of 0, 1, 2"),
    "no bid": ([], {}, "there is no bid"),
    "another lot": ([bid("A", "1", lot="west")], {"A": {"quality": 1}}, "found lot 'west', expected one of ''"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_evaluated_gives_a_reason_and_no_result(case: str) -> None:
    bids, scores, message = REFUSED[case]
    with pytest.raises(EvaluationError, match=re.escape(message)):
        evaluate(design(), bids, panel(scores), OPENED)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"weights": {"quality": 59}}, "59 for criteria and 40 for the price are 99, expected 100 in all"),
        ({"benchmark": None}, "benchmark: expected a price above 0"),
        ({"method": FixedPrice(price=Decimal(1))}, "price_weight: found 40, expected 0"),
        ({"most_lots": 0}, "most_lots: found 0, expected 1 or more"),
        ({"lots": ()}, "lots: expected one or more"),
    ],
)
def test_a_design_that_contradicts_itself_is_refused(change: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        design(**change)  # type: ignore[arg-type]
