"""What would change the verdict on two of the units, and the verdicts on each."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

import msgspec

from candour.care.days import span
from candour.compare.measured import would_change
from candour.compare.measured.answer import Change, Pair, Unit
from candour.compare.measured.asked import Window
from candour.compare.measured.funnel_verdicts import verdict
from candour.compare.measured.judgement import Judgement
from candour.compare.measured.likeness import Likeness
from candour.compare.measured.over_time import Steps
from candour.compare.measured.way import Way
from candour.compare.measured.would_change import Parts


class Times(msgspec.Struct, frozen=True):
    """What the units reported in each step of all time, and which of it is compared."""

    steps: Mapping[str, Steps]
    alike: Likeness
    window: Window


def changes(way: Way, units: Sequence[Unit], judged: Judgement, times: Times | None = None) -> Iterator[Change]:
    """What would change the verdict on the pair, then on each unit."""
    if judged.pair is not None:
        yield from _of_pair(way, judged.pair, units, times)
    for unit in units:
        found = would_change.of_funnel(way, unit, lambda figure: verdict(way, judged.field, figure))
        yield from filter(None, (found, would_change.of_overdispersion(unit)))


def _of_pair(way: Way, pair: Pair, units: Sequence[Unit], times: Times | None) -> Iterator[Change]:
    names = {unit.key: unit.name for unit in units}
    figures = {unit.key: unit.figure for unit in units}
    if figures[pair.one].numerator is None or figures[pair.other].numerator is None:
        return
    yield would_change.of_pair(way, pair, figures, names)
    if times is None:
        return
    parts, window = (
        {key: _parts(times.steps.get(key, {}), times.alike) for key in (pair.one, pair.other)},
        times.window,
    )
    known = sorted({step for one in parts.values() for step in one.steps})
    within = [step for step in known if window.since <= step < window.until]
    by_period = would_change.of_periods_left_out if way.adds_up else would_change.of_each_period
    yield by_period(way, pair, parts, within)
    if date.min < window.since and window.until < date.max:
        earlier = _before(window)
        when = f"In the time before, {span(earlier, window.since - timedelta(days=1))},"
        before = [step for step in known if earlier <= step < window.since]
        yield would_change.of_another_period(way, pair, parts, before, when)


def _before(window: Window) -> date:
    """When the time of the same length before the window begins; whole years for whole years."""
    if (window.since.month, window.since.day) == (window.until.month, window.until.day):
        return window.since.replace(year=2 * window.since.year - window.until.year)
    return window.since - (window.until - window.since)


def _parts(steps: Steps, alike: Likeness) -> Parts:
    return Parts(
        {
            step: (sums.numerator, sums.denominator)
            for (step, own), sums in steps.items()
            if own == alike and sums.numerator is not None and sums.denominator
        }
    )
