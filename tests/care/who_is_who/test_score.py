"""Comparing two organisations: the rules every score keeps, and the cases that are hard."""

import math

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from candour.care.who_is_who.comparisons import LEVELS
from candour.care.who_is_who.model import MODEL
from candour.care.who_is_who.rarity import Rarity
from candour.care.who_is_who.score import compare, score

from .parties import provider, supplier

RARITY = Rarity()
WORDS = [
    "larkmere",
    "fictional",
    "willow",
    "care",
    "home",
    "services",
    "north",
    "2",
    "council",
    "ltd",
    "llp",
    "t/a",
    "&",
]
names = st.one_of(
    st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join), st.text(max_size=30), st.just("Larkmere Care Ltd")
)
postcodes = st.sampled_from(["", "AB1 2CD", "AB1 9ZZ", "ZZ9 9ZZ"])
parties = st.builds(supplier, names, postcodes)


@given(parties, parties)
@settings(max_examples=200)
def test_a_score_is_the_same_either_way(a, b):
    assert score(a, b, RARITY).probability == score(b, a, RARITY).probability
    assert score(a, b, RARITY).points == score(b, a, RARITY).points


@given(parties, parties)
@settings(max_examples=200)
def test_a_second_slow_way_gives_the_same_score(a, b):
    """Each pair of names apart, every comparison looked up in the model, the best pair of names last."""
    found = score(a, b, RARITY)
    totals = []
    for one in a.names:
        for other in b.names:
            alone = compare(_only(a, one), _only(b, other), RARITY)
            told = compare(a, b, RARITY).levels()
            levels = alone.levels() | {"where": told["where"]}
            of_name = sum(MODEL.comparisons[name][levels[name]] for name in list(LEVELS)[:-1])
            totals.append((of_name, levels["where"]))
    if not totals:
        assert found.probability == 0
        return
    best, where = max(totals)
    points = MODEL.before_any_comparison + best + MODEL.comparisons["where"][where]
    penalty = MODEL.comparisons["legal form"]["two company names"]
    assert found.points == pytest.approx(points, abs=1e-3) or found.points == pytest.approx(
        points + penalty, abs=1e-3
    )
    assert found.probability == pytest.approx(1 / (1 + math.exp(-found.points)), abs=1e-4)


def _only(party, name):
    return msgspec.structs.replace(party, names=(name,))


@given(names, postcodes)
@settings(max_examples=100)
def test_nobody_is_more_like_an_organisation_than_itself(name, postcode):
    one, longer = supplier(name, postcode), supplier(f"{name} other words", postcode)
    assert score(one, one, RARITY).points >= score(one, longer, RARITY).points


@given(names, names)
@settings(max_examples=100)
def test_the_same_postcode_never_counts_against(a, b):
    near = score(supplier(a, "AB1 2CD"), supplier(b, "AB1 2CD"), RARITY).points
    far = score(supplier(a, "AB1 2CD"), supplier(b, "ZZ9 9ZZ"), RARITY).points
    unknown = score(supplier(a), supplier(b), RARITY).points
    assert near >= unknown >= far


def test_more_agreement_never_counts_less():
    for comparison, levels in LEVELS.items():
        points = [MODEL.comparisons[comparison][level] for level in levels]
        assert points == sorted(points, reverse=True), comparison


def _of(a, b, one="AB1 2CD", other="AB1 2CD"):
    return score(supplier(a, one), provider("1-1", b, other), RARITY).probability


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Larkmere Care Ltd", "LARKMERE CARE LIMITED"),
        ("The Larkmere & Fen Care Ltd.", "Larkmere and Fen Care Limited"),
        ("Larkmere Care Ltd t/a Willows at Home", "Larkmere Care Limited"),
        ("Larkmere Care Ltd - Fenbridge Branch", "Larkmere Care Limited"),
    ],
)
def test_spellings_trading_names_and_branches_of_a_company_are_linked(a, b):
    assert _of(a, b) >= MODEL.thresholds.linked


def test_a_company_name_is_unique_so_the_town_matters_less():
    assert _of("Larkmere Care Ltd", "Larkmere Care Limited", "ZZ9 9ZZ") >= MODEL.thresholds.linked
    assert _of("The Willows", "The Willows", "ZZ9 9ZZ") < MODEL.thresholds.linked


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Larkmere Care (North) Ltd", "Larkmere Care (South) Ltd"),
        ("Larkmere Care Ltd", "Larkmere Care No. 2 Ltd"),
        ("Larkmere Care Ltd", "Larkmere Care LLP"),
        ("Fenbridge Council", "Fenbridge Care Ltd"),
        ("Northern Fenbridge NHS Trust", "Northern Fenbridge Council"),
        ("Alder Ltd t/a Brand at Home", "Birch Ltd t/a Brand at Home"),
        ("Mr A Larkmere", "Mr A Larkmere and Mrs B Fictional"),
        ("Quality Care Services Ltd", "Home Care Services Ltd"),
    ],
)
def test_sisters_franchises_and_public_bodies_are_not_linked_even_at_one_address(a, b):
    assert _of(a, b) < MODEL.thresholds.linked


def test_different_company_numbers_outweigh_a_name():
    a = supplier("Larkmere Care Ltd", "AB1 2CD", identifier={"scheme": "GB-COH", "id": "01234567"})
    b = provider("1-1", "Larkmere Care Ltd", "AB1 2CD", company="GB-COH-07654321")
    found = score(a, b, RARITY)
    assert found.probability < MODEL.thresholds.linked
    assert any("numbers in a register differ" in reason for reason in found.reasons)


def test_reasons_say_what_was_compared_with_its_points():
    found = score(supplier("Larkmere Care Ltd", "AB1 2CD"), provider("1-1", "Larkmere Care Ltd", "AB1 2CD"), RARITY)
    weights = [float(reason.rsplit("(", 1)[1].rstrip(")")) for reason in found.reasons]
    assert MODEL.before_any_comparison + sum(weights) == pytest.approx(found.points, abs=0.3)
    assert any(reason.startswith("where: same postcode (+") for reason in found.reasons)
    assert any("[larkmere care]" in reason for reason in found.reasons)


def test_without_a_name_nothing_is_probable():
    assert score(supplier("", "AB1 2CD"), provider("1-1", "Larkmere", "AB1 2CD"), RARITY).probability == 0
