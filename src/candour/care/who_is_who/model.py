"""The weights by which comparisons become a probability, and the thresholds; data in model.yaml."""

import math
from pathlib import Path

import msgspec
import msgspec.yaml

from candour.care.who_is_who.comparisons import LEVELS


class Thresholds(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Probabilities: from `linked` on two are linked, from `review` on a person should look."""

    linked: float
    review: float


class Model(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Points (natural log-odds) before any comparison, and what each level of each comparison adds.

    `different_numbers` are the points where both have a number in the same register, and not one in common.
    `same_number` is the probability where both give the same number, `same_number_other_name` where their names have
    not one word in common, `council_name` where a name means one council. These four are judged, not estimated.
    """

    thresholds: Thresholds
    before_any_comparison: float
    different_numbers: float
    same_number: float
    same_number_other_name: float
    council_name: float
    comparisons: dict[str, dict[str, float]]


def probability(points: float) -> float:
    """1 / (1 + e^−points)."""
    return 1 / (1 + math.exp(-points)) if points > -700 else 0.0


MODEL = msgspec.yaml.decode((Path(__file__).parent / "model.yaml").read_bytes(), type=Model)

_missing = [
    f"{name}: {level}"
    for name, levels in LEVELS.items()
    for level in levels
    if name not in MODEL.comparisons or level not in MODEL.comparisons[name]
]
if _missing:
    raise ValueError(
        f"model.yaml has no weight for {'; '.join(_missing)}: estimate it again (docs/explanation/who-is-who.md)"
    )
