"""What became of a unit's figure over time, by the rules of an XmR chart, and only among figures that are alike."""

from collections.abc import Mapping, Sequence
from datetime import date

from candour.care.days import span
from candour.compare.measured.answer import OverTime, Point
from candour.compare.measured.likeness import ABOUT, Likeness, in_order
from candour.compare.measured.unit_figures import Sums, figure_of
from candour.compare.measured.way import Way
from candour.statistics.xmr import FEWEST_POINTS, XmR, xmr

Steps = Mapping[tuple[date, Likeness], Sums]
"""What the observations of one unit add up to, in each step of time and by what makes them alike."""


def over_time(way: Way, minimum_n: int, steps: Steps, those: Likeness) -> OverTime:
    """Every point, and limits and signals of those that are alike, if they are enough."""
    points = tuple(
        Point(
            step=step,
            figure=figure_of(way, sums, minimum_n),
            alike=own == those,
            differs_in=tuple(ABOUT[name] for name in own.differs_from(those)),
        )
        for (step, own), sums in sorted(steps.items(), key=lambda item: (item[0][0], in_order(item[0][1])))
    )
    return with_limits(points)


def with_limits(points: Sequence[Point]) -> OverTime:
    """The chart of some points."""
    alike = [point for point in points if point.alike and point.figure.value is not None]
    apart = sorted({name for point in points if not point.alike for name in point.differs_in})
    others = f" Figures that differ in {' and '.join(apart)} stand apart from it." if apart else ""
    if len(alike) < FEWEST_POINTS:
        few = f"{len(alike)} comparable points say nothing about a trend; {FEWEST_POINTS} are needed.{others}"
        return OverTime(points=tuple(points), said=few)
    chart = xmr([point.figure.value or 0 for point in alike])
    signals = tuple(
        f"{signal.rule}: {span(alike[signal.first].step, alike[signal.last].step)}" for signal in chart.signals
    )
    return OverTime(
        points=tuple(points),
        mean=chart.mean,
        low=chart.low,
        high=chart.high,
        signals=signals,
        said=_said(chart, signals) + others,
    )


def _said(chart: XmR, signals: Sequence[str]) -> str:
    if not signals:
        return f"Nothing but the usual up and down in {len(chart.values)} points."
    return f"Something changed, among {len(chart.values)} points: {'; '.join(signals)}."
