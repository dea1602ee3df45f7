"""The figure of a unit from what its observations add up to, with its interval or the reason why there is none."""

from collections.abc import Iterator
from datetime import date

import msgspec

from candour.compare.measured.answer import Figure
from candour.compare.measured.way import Way
from candour.statistics.poisson_rate import poisson_limits
from candour.statistics.proportion import wilson

WILSON, BYAR = "Wilson score, 95%", "Byar, or exact below 10 events, 95%"
NO_N = "out of how many is not published"


class Sums(msgspec.Struct, frozen=True):
    """What the observations of one unit add up to; the fields are the columns of `queries.figures_query`, in order.

    `figures` can be used, `with_n` of them say out of how many; of `worked_out` the numerator was worked out from the
    value. The other counts are of observations that cannot be used.
    """

    figures: int
    with_n: int
    numerator: float | None
    denominator: float | None
    worked_out: int
    measure: float | None
    first_day: date | None
    last_day: date | None
    verified: int
    suppressed: int
    not_computable: int
    not_reported: int
    unusable: int
    impossible: int
    contradicting: int

    def plus(self, other: "Sums") -> "Sums":
        """Both together, where neither has a figure that can be used: only what cannot be used is added up."""
        counts = ("suppressed", "not_computable", "not_reported", "unusable", "impossible", "contradicting")
        return msgspec.structs.replace(self, **{name: getattr(self, name) + getattr(other, name) for name in counts})

    @property
    def period(self) -> tuple[date, date] | None:
        """From the first to the last day that the figures are about."""
        return (self.first_day, self.last_day) if self.first_day and self.last_day else None

    @property
    def seen(self) -> int:
        """How many observations there are, in whatever state."""
        others = self.suppressed + self.not_computable + self.not_reported
        return self.figures + others + self.unusable + self.impossible + self.contradicting

    def notes(self) -> Iterator[str]:
        """What was left out or worked out, a line each."""
        without = self.figures - self.with_n
        if self.with_n and without:
            yield f"{without} left out: {NO_N}"
        if self.worked_out:
            yield f"numerator of {self.worked_out} worked out from the value and the denominator"
        for number, what in (
            (self.suppressed, "suppressed by the publisher"),
            (self.not_computable, "not computable, as the publisher says"),
            (self.not_reported, "not reported"),
            (self.unusable, "left out: no number, or no period"),
            (self.impossible, "left out: the value is not possible for this metric"),
            (self.contradicting, "left out: the value is not its numerator divided by its denominator"),
        ):
            if number:
                yield f"{number} {what}"


def figure_of(way: Way, sums: Sums, minimum_n: int) -> Figure:
    """The figure of a unit for all its observations together."""
    if sums.figures == 0:
        return without_figure(sums)
    if way.kind == "median" or not sums.with_n:
        return _single(way, sums)
    assert sums.numerator is not None
    assert sums.denominator is not None
    return counted(way, sums.numerator, sums.denominator, minimum_n)


def counted(way: Way, numerator: float, denominator: float, minimum_n: int) -> Figure:
    """The figure of a numerator and a denominator above 0."""
    if way.rows and denominator < minimum_n:
        because = f"it rests on {denominator:,.0f}, and this metric is shown from {minimum_n} on"
        return Figure(state="suppressed", because=because)
    known = Figure(
        state="value", value=way.per * numerator / denominator, numerator=numerator, denominator=denominator
    )
    if way.why_no_interval:
        return msgspec.structs.replace(known, no_interval=way.why_no_interval)
    if not numerator.is_integer() or (way.kind == "share" and not denominator.is_integer()):
        return msgspec.structs.replace(known, no_interval="its counts are not whole, so that they were weighted")
    low, high, interval = _interval(way, int(numerator), denominator)
    return msgspec.structs.replace(known, low=low, high=high, interval=interval)


def _interval(way: Way, events: int, denominator: float) -> tuple[float, float, str]:
    if way.kind == "share":
        low, high = wilson(events, int(denominator))
        return way.per * low, way.per * high, WILSON
    low, high = poisson_limits(events)
    return way.per * low / denominator, way.per * high / denominator, BYAR


def _single(way: Way, sums: Sums) -> Figure:
    if sums.figures == 1:
        return Figure(state="value", value=sums.measure, no_interval=way.why_no_interval or NO_N)
    what = "medians" if way.kind == "median" else "figures"
    why = "medians do not add up" if way.kind == "median" else NO_N
    return Figure(state="not computable", because=f"{sums.figures} {what} cannot be put together: {why}")


def without_figure(sums: Sums) -> Figure:
    """The state of a unit none of whose observations can be used."""
    if sums.suppressed:
        return Figure(state="suppressed", because="suppressed by the publisher")
    if sums.not_computable:
        return Figure(state="not computable", because="the publisher says that it cannot be computed")
    if sums.impossible or sums.contradicting or sums.unusable:
        return Figure(state="not computable", because="; ".join(sums.notes()))
    return Figure(state="not reported", because="nothing was published of this time")
