"""How often links by name and place are right and how many are found, on pairs of the real files."""

import math
from collections import defaultdict
from typing import NamedTuple

import pytest

from candour.care.who_is_who.candidates import Candidates
from candour.care.who_is_who.model import MODEL
from candour.care.who_is_who.party import Party
from candour.care.who_is_who.score import score

from .estimate import estimate
from .labelled_pairs import Labelled, labelled_pairs, rows

LINKED, REVIEW = MODEL.thresholds.linked, MODEL.thresholds.review


class Scored(NamedTuple):
    probability: float
    same: bool
    part: str
    stratum: str


@pytest.fixture(scope="module")
def labelled(shared_data) -> Labelled:
    return labelled_pairs(shared_data)


@pytest.fixture(scope="module")
def scored(labelled) -> list[Scored]:
    return [
        Scored(score(pair.a, pair.b, labelled.rarity).probability, pair.label == "same", pair.part, pair.stratum)
        for pair in labelled.pairs
        if pair.label != "unsure"
    ]


def _wilson(right: int, of: int) -> tuple[float, float]:
    """The 95% interval of a proportion (Wilson 1927)."""
    z = 1.959964
    middle, spread = (
        right / of + z * z / (2 * of),
        z * math.sqrt(right * (of - right) / of**3 + z * z / (4 * of * of)),
    )
    return (middle - spread) / (1 + z * z / of), (middle + spread) / (1 + z * z / of)


def _figures(scored: list[Scored], threshold: float) -> tuple[float, float]:
    linked = [one for one in scored if one.probability >= threshold]
    right, same = sum(one.same for one in linked), sum(one.same for one in scored)
    for what, of in (("precision", len(linked)), ("recall", same)):
        low, high = _wilson(right, of)
        print(f"{what} from {threshold} on: {right}/{of} = {right / of:.3f} ({low:.3f} to {high:.3f})")
    return right / len(linked), right / same


def test_there_are_more_than_300_pairs_and_no_organisation_is_in_both_parts():
    listed = rows()
    assert len(listed) > 800
    parts = defaultdict(set)
    for row in listed:
        for end in (row["a"], row["b"]):
            parts[end].add(row["part"])
    assert all(len(part) == 1 for part in parts.values())


@pytest.mark.parametrize("part", ["tune", "held out", "both"])
def test_links_are_right_with_a_precision_of_98_in_100(scored, part):
    """Recall falls short of the 85 in 100 aimed at: docs/explanation/who-is-who.md says why. It must not fall."""
    chosen = [one for one in scored if part in ("both", one.part)]
    print(part)
    precision, recall = _figures(chosen, LINKED)
    assert precision >= 0.98
    assert recall >= 0.5
    _, reviewed = _figures(chosen, REVIEW)
    assert reviewed >= 0.85


def test_probabilities_are_calibrated_on_the_held_out_part(scored):
    """Expected calibration error, in five groups of equal width: the mean distance of what is said and what is so."""
    groups = defaultdict(list)
    held_out = [one for one in scored if one.part == "held out"]
    for one in held_out:
        groups[min(4, int(one.probability * 5))].append(one)
    error = 0.0
    for number, group in sorted(groups.items()):
        said = sum(one.probability for one in group) / len(group)
        so = sum(one.same for one in group) / len(group)
        error += abs(said - so) * len(group) / len(held_out)
        print(f"{number / 5:.1f} to {number / 5 + 0.2:.1f}: {len(group)} pairs, said {said:.2f}, so {so:.2f}")
    print(f"expected calibration error {error:.3f}")
    assert error < 0.05


def test_the_candidates_hold_every_pair_that_is_the_same(labelled):
    """Of each labelled pair, the search among all of the other's register finds the other."""
    registers = defaultdict(dict)
    for party in labelled.parties.values():
        registers[_register(party)][party.end] = party
    indexes = {name: Candidates(parties.values(), labelled.rarity) for name, parties in registers.items()}
    missed = [
        pair.ends
        for pair in labelled.pairs
        if pair.label == "same" and pair.b.end not in {near.end for near in indexes[_register(pair.b)].near(pair.a)}
    ]
    assert missed == []


def _register(party: Party) -> tuple[str, str]:
    kind, register = party.end.kind, party.end.key.partition(":")[0]
    return kind, "" if kind == "organisation" else register


def test_the_weights_are_what_the_labelled_pairs_give(shared_data):
    before, comparisons = estimate(shared_data)
    assert before == pytest.approx(MODEL.before_any_comparison, abs=0.02)
    for name, levels in comparisons.items():
        assert levels == pytest.approx(MODEL.comparisons[name], abs=0.02), name
