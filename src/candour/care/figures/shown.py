"""One figure as it is published: a value, or the state that takes its place and why."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final, Literal, TypeAlias

import msgspec
from msgspec.structs import replace

from candour.care.figures.covers import Bound
from candour.care.figures.part import Group
from candour.care.figures.stratum import Stratum
from candour.care.metrics.computation import Rate, Share
from candour.statistics.disclosure.counts import LARGEST_HIDDEN, rounded

State: TypeAlias = Literal["value", "suppressed", "not computable"]
Who: TypeAlias = Literal["", "themselves", "proxy"]
"""Who answered; empty where the question does not arise."""

GROUP_HIDDEN: Final = "it could show how few people these are, or how few are in another group"
VALUE_HIDDEN: Final = "it could show what a few people answered, here or in another group"
NOBODY: Final = "nobody in this group answered"
DIGITS: Final = 3
"""Means, middle values and ratios of sums are shown to so many significant digits."""

_MOST = f"{LARGEST_HIDDEN} people or fewer"
_BOUNDS: Mapping[tuple[bool, Bound], str] = {
    (True, "nearly all"): f"it holds without exception for all but {_MOST}, perhaps for all; how many is not said",
    (True, "hardly any"): f"it holds for {_MOST}, perhaps for nobody; how many is not said",
    (False, "nearly all"): f"it is the most that can be for all but {_MOST}, perhaps for all; how many is not said",
    (False, "hardly any"): f"it is the least that can be for all but {_MOST}, perhaps for all; how many is not said",
}


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """What everybody sees of a metric for one group, which is named by a category for some dimensions.

    `respondents` is how many people it rests on, to the nearest 5. `numerator` and `denominator`, also to the nearest
    5, are there where the value is one divided by the other. `repeated` says that it was published before.
    """

    metric: str
    version: int
    group: Mapping[str, str]
    who: Who = ""
    state: State
    because: str = ""
    value: Decimal | None = None
    numerator: int | None = None
    denominator: int | None = None
    respondents: int | None = None
    invited: int | None = None
    repeated: bool = False

    @property
    def key(self) -> tuple[Who, frozenset[tuple[str, str]]]:
        """Which figure of a metric it is."""
        return self.who, frozenset(self.group.items())


def without_group(shown: Shown) -> Shown:
    """The same figure with nothing said of the group."""
    return Shown(
        metric=shown.metric,
        version=shown.version,
        group=shown.group,
        who=shown.who,
        state="suppressed",
        because=GROUP_HIDDEN,
    )


def shown(stratum: Stratum, group: Group, names: Mapping[str, str], hidden: bool, bound: Bound | None) -> Shown:
    """A figure of a group whose size may be shown; `hidden` says that its value may not."""
    asked = stratum.asked
    who: Who = "" if asked.proxies == "does not arise" else ("proxy" if stratum.by_proxy else "themselves")
    plain = Shown(
        metric=asked.id,
        version=asked.version,
        group=names,
        who=who,
        state="not computable",
        because=NOBODY,
        respondents=rounded(group.people),
    )
    if not group.people:
        return plain
    if group.rows < asked.minimum_n:
        because = f"it rests on fewer than {asked.minimum_n} answers or rows"
        return replace(plain, state="suppressed", because=because)
    if hidden:
        is_share = isinstance(asked.recipe.compute, Share)
        because = _BOUNDS[is_share, bound] if bound else VALUE_HIDDEN
        return replace(plain, state="suppressed", because=because)
    return _valued(stratum, group, plain)


def _valued(stratum: Stratum, group: Group, plain: Shown) -> Shown:
    way = stratum.asked.recipe.compute
    if isinstance(way, Share) or (isinstance(way, Rate) and not way.over):
        above = sum((part.of for part in group.parts), Decimal(0))
        numerator, denominator = _nearest(above), _nearest(Decimal(group.rows))
        value = round(Decimal(numerator) * (way.per if isinstance(way, Rate) else 1) / denominator, 4)
        return replace(plain, state="value", because="", value=value, numerator=numerator, denominator=denominator)
    tally = stratum.asked.recipe.tally_kept(group.kept)
    if tally.value is None:
        return replace(plain, because=tally.because)
    return replace(plain, state="value", because="", value=_significant(tally.value))


def _nearest(number: Decimal) -> int:
    return rounded(int(number.to_integral_value()))


def _significant(value: float) -> Decimal:
    return Decimal(f"{value:.{DIGITS}g}") if value else Decimal(0)
