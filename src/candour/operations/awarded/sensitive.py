"""How far the result of a lot depends on its weights, and on who else took part."""

from collections.abc import Mapping

import msgspec

from candour.evaluation.sensitivity.draws import spread, under_random_weights
from candour.evaluation.sensitivity.leave_one_out import LeftOut, leave_one_out
from candour.evaluation.sensitivity.tipping import tipping
from candour.operations.awarded.contested import Contested
from candour.operations.evaluate import TippingShown, tipping_shown

DRAWS = 10_000
SEED = 1


class Sensitive(msgspec.Struct, frozen=True, kw_only=True):
    """What would change the result.

    `tipping` has who comes first at every weight of the price and of each criterion, others keeping their
    proportions; `shares` how often each bid comes first of `draws` weightings, all equally likely, with `seed`;
    `spread` between which figures each bid lies under 95% of them; `left_out` who would come first without one bid.
    """

    tipping: tuple[TippingShown, ...]
    shares: Mapping[str, float]
    spread: Mapping[str, tuple[float, float]]
    draws: int
    seed: int
    left_out: tuple[LeftOut, ...]


def sensitive(made: Contested) -> Sensitive:
    """Of the method and the scores as they were published."""
    return Sensitive(
        tipping=tuple(map(tipping_shown, tipping(made.contest))),
        shares=under_random_weights(made.contest, draws=DRAWS, seed=SEED),
        spread=spread(made.contest, draws=DRAWS, seed=SEED),
        draws=DRAWS,
        seed=SEED,
        left_out=leave_one_out(made.contest),
    )
