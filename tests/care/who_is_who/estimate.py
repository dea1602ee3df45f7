"""Estimates the weights of model.yaml from the labelled pairs of the part for tuning.

Run in the repository's root: `python -m tests.care.who_is_who.estimate FOLDER`, FOLDER being the real data. It prints
what model.yaml holds; a test compares the two.

Logistic regression of "same" on the levels that pairs reach, by gradient descent on the penalised log-likelihood:
slow, obvious, the same every time.

- The pairs: those labelled same or different of the part for tuning; and, as different, the pairs that
  `candidates.py` finds between notices and registers and between registers, nearly all of which are (labelled pairs
  and organisations of the held-out part left out). These together weigh as much as the labelled different ones.
- Within a comparison points never rise from a level to the next: more agreement never counts less. What is estimated
  is each step down, drawn towards zero (ridge), so that a level few pairs reach stays near the level before it.
- The points of a comparison are then moved so that its neutral level has none.
"""

import sys
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import numpy as np

from candour.care.who_is_who.candidates import Candidates
from candour.care.who_is_who.comparisons import LEVELS
from candour.care.who_is_who.party import Party
from candour.care.who_is_who.score import compare

from .labelled_pairs import Labelled, is_supplier, labelled_pairs

NEUTRAL = {
    "shared words": "8 to 11 bits",
    "words in conflict": "none or fewer than 9 bits",
    "words of one alone": "none",
    "spelling": "otherwise",
    "legal form": "not said by both",
    "where": "unknown",
}
RIDGE = 0.25
STEPS = 6_000
RATE = 0.5


def estimate(folder: Path) -> tuple[float, dict[str, dict[str, float]]]:
    """The points before any comparison, and those of every level of every comparison."""
    labelled = labelled_pairs(folder)
    used = [pair for pair in labelled.pairs if pair.part == "tune" and pair.label != "unsure"]
    same = np.array([pair.label == "same" for pair in used])
    unlike = list(_candidates(labelled))
    rows = [_steps(compare(pair.a, pair.b, labelled.rarity).levels()) for pair in used]
    design = np.array(rows + [_steps(levels) for levels in unlike])
    truth = np.concatenate([same, np.zeros(len(unlike))])
    weight = np.concatenate([np.ones(len(used)), np.full(len(unlike), (~same).sum() / len(unlike))])
    before, steps = _regress(design, truth, weight)
    return _as_points(before, steps)


def _candidates(labelled: Labelled) -> Iterator[dict[str, str]]:
    """The levels of the pairs that would be compared, labelled ones and held-out organisations left out."""
    out = {end for pair in labelled.pairs for end in pair.ends if pair.part != "tune"}
    known = {frozenset(pair.ends) for pair in labelled.pairs}
    groups: dict[str, dict[str, Party]] = {}
    for end, party in labelled.parties.items():
        if end not in out and (is_supplier(end) or end.split()[1] == "provider"):
            groups.setdefault("notices" if is_supplier(end) else end.split()[0][:3], {})[end] = party
    for one, other in combinations(sorted(groups), 2):
        ends = {id(party): end for end, party in groups[other].items()}
        index = Candidates(groups[other].values(), labelled.rarity)
        for end, party in groups[one].items():
            for near in index.near(party):
                if near.end != party.end and frozenset((end, ends[id(near)])) not in known:
                    yield compare(party, near, labelled.rarity).levels()


def _steps(levels: dict[str, str]) -> list[float]:
    """For each comparison, one number for each step down from its first level: 1 where the pair went down it."""
    return [float(at <= LEVELS[name].index(levels[name])) for name in LEVELS for at in range(1, len(LEVELS[name]))]


def _regress(design: np.ndarray, truth: np.ndarray, weight: np.ndarray) -> tuple[float, np.ndarray]:
    alike, which = np.unique(np.column_stack([design, truth]), axis=0, return_inverse=True)
    design, truth, weight = alike[:, :-1], alike[:, -1], np.bincount(which.ravel(), weights=weight)
    before, steps = 0.0, np.zeros(design.shape[1])
    total = weight.sum()
    for _ in range(STEPS):
        wrong = weight * (1 / (1 + np.exp(-(before - design @ steps))) - truth)
        before -= RATE * wrong.sum() / total
        steps -= RATE * (-(design.T @ wrong) + RIDGE * steps) / total
        steps = np.maximum(steps, 0.0)
    return float(before), steps


def _as_points(before: float, steps: np.ndarray) -> tuple[float, dict[str, dict[str, float]]]:
    points, at = {}, 0
    for name, levels in LEVELS.items():
        down = np.concatenate([[0.0], -np.cumsum(steps[at : at + len(levels) - 1])])
        at += len(levels) - 1
        neutral = down[levels.index(NEUTRAL[name])]
        before += neutral
        points[name] = {level: round(float(one - neutral), 2) + 0.0 for level, one in zip(levels, down, strict=True)}
    return round(before, 2), points


def main(folder: Path) -> None:
    before, comparisons = estimate(folder)
    print(f"before_any_comparison: {before}")
    print("comparisons:")
    for name, levels in comparisons.items():
        print(f"  {name}:")
        for level, points in levels.items():
            print(f"    {level}: {points:g}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
