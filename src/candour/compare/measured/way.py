"""What the way in which a metric is computed lets one say of several figures together, and of how sure they are."""

from typing import Literal, TypeAlias, assert_never

import msgspec

from candour.care.metrics.computation import Mean, Median, Rate, Share, SumRatio
from candour.indicators.definition import Metric

EVENTS = frozenset({"visit log", "register of events"})
"""Collected so that every row is a visit or an event of its own period; elsewhere people are counted again."""

Kind: TypeAlias = Literal["share", "rate", "ratio", "mean", "median", "estimate", "bare"]
ENDLESS = 1e50
ROUNDED_SHARE = 0.0051
"""A share that is published with two decimals may lie so far from its numerator divided by its denominator."""
ROUNDED, ROUNDED_BY = 0.051, 0.01
"""The same for other numbers, which are published with a decimal or three digits."""


class Way(msgspec.Struct, frozen=True, kw_only=True):
    """How numerators and denominators make the value: `per` x numerator / denominator.

    `kind` says what may be said of its spread: a share of people or visits, a rate of events; of a ratio of sums, a
    mean and a median nothing can be said, because no publisher gives their spread; an estimate comes with an interval
    of its own. Figures are possible from `least`
    to `most`, and agree with their own numerator and denominator where they differ by `near` + `nearly` x value at
    most. Medians cannot be put together. `rows` says that the denominator counts rows, against which a metric's
    smallest number is held. `adds_up` says that figures of several periods may be added up; where people are asked or
    counted again in each, the last period of a contract stands for it.
    """

    kind: Kind
    per: float = 1
    least: float = 0
    most: float = ENDLESS
    near: float = ROUNDED
    nearly: float = ROUNDED_BY
    rows: bool = False
    adds_up: bool = True

    @property
    def counts(self) -> Literal["events", "sums"]:
        """Whether the numerator counts something, and so is whole."""
        return "events" if self.kind in ("share", "rate") else "sums"

    @property
    def why_no_interval(self) -> str:
        """Why there is no interval; empty where there is one."""
        match self.kind:
            case "share" | "rate" | "estimate":
                return ""
            case "ratio":
                return (
                    "sums of money or time are divided, and how much they vary from one to the next is not published"
                )
            case "mean":
                return "a mean has no interval without its spread, which is not published"
            case "bare":
                return "neither its counts nor a margin of error are published"
            case "median":
                return "a median has no interval without the values it is the middle of, which are not published"
        assert_never(self.kind)

    def bounds(self) -> dict[str, object]:
        """What decides whether a figure counts, by the names of parameters."""
        names = ("per", "least", "most", "near", "nearly")
        return {name: float(getattr(self, name)) for name in names}


ESTIMATE = Way(kind="estimate", least=-ENDLESS)


def way_of(metric: Metric) -> Way:
    """The way of a metric's recipe."""
    way, adds_up = _of_recipe(metric), metric.collected.by in EVENTS
    return msgspec.structs.replace(way, adds_up=adds_up)


def _of_recipe(metric: Metric) -> Way:
    match metric.recipe.compute:
        case Share():
            return Way(kind="share", most=1, near=ROUNDED_SHARE, nearly=0, rows=True)
        case Rate(per=per, over=over):
            return Way(kind="rate", per=per, rows=not over)
        case SumRatio() if metric.unit == "share":
            return Way(kind="ratio", near=ROUNDED_SHARE, nearly=0)
        case SumRatio():
            return Way(kind="ratio")
        case Mean():
            return Way(kind="mean", least=-ENDLESS, rows=True)
        case Median():
            return Way(kind="median", least=-ENDLESS, near=ENDLESS)
