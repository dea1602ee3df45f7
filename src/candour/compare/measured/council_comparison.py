"""Compare councils by one of the outcomes that are published about them, all of one period."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

import msgspec

from candour.care import councils
from candour.care.council_area import existed_in
from candour.care.council_measure import Measure, comparable
from candour.care.period import Period
from candour.compare.measured.answer import Change, Figure, MeasuredComparison, OverTime, Pair, Point, Unit
from candour.compare.measured.asked import Asked
from candour.compare.measured.conclusions import changes
from candour.compare.measured.council_rows import (
    OfCouncil,
    figure_of_council,
    figures_of_councils,
    way_of_measure,
)
from candour.compare.measured.judgement import Judgement, judge, most_first
from candour.compare.measured.likeness import SetAside
from candour.compare.measured.names import fitting
from candour.compare.measured.over_time import with_limits
from candour.compare.measured.told_apart import estimates, pair_of
from candour.compare.measured.way import Way
from candour.errors import CandourError
from candour.warehouse.engine import Engine

MOST = 0.5
"""The newest period counts of which at least this share of the councils have a figure that had one in any period."""


class _Field(msgspec.Struct, frozen=True, kw_only=True):
    """The councils that are compared, with their figures of the period, and those that are not."""

    way: Way
    period: Period
    figures: Mapping[str, Figure]
    set_aside: tuple[SetAside, ...]


def compare_outcome(
    tables: Engine,
    measure: Measure,
    asked: Asked,
    *,
    names: Sequence[str] = (),
    among: Sequence[str] = (),
    peers: Sequence[str] = (),
    limit: int = 15,
) -> MeasuredComparison:
    """Compare the councils that are named, or else the `limit` whose figures rest on most.

    The period is the newest of which most councils have a figure; `since` and `until` bound the day on which it ends.
    `among` and `peers` narrow the field, as in `comparison.compare_metric`.

    Raises:
        CandourError: no council with a figure has a name, or there is no figure in that time.
    """
    known = figures_of_councils(tables, measure, asked.breakdown)
    period = _period(known, asked, measure)
    named, beside = _meant(known, names), _meant(known, among) | {key: 0 for key in peers if key in known}
    chosen = {key: one for key, one in known.items() if not beside or key in named or key in beside}
    field = _like_for_like(measure, period, chosen)
    shown = [*named, *(key for key in beside if key not in named)] or most_first(field.figures)[:limit]
    judged = judge(field.way, field.figures, shown, list(named), measure.direction)
    units = tuple(_unit(measure, known[key], field, judged) for key in shown)
    return MeasuredComparison(
        id=measure.id,
        version=measure.version,
        title=measure.title,
        question=measure.question,
        unit=measure.unit,
        better=measure.direction,
        kind="councils",
        data_version=tables.data_version,
        selection=asked.in_words(),
        window=(period.start, period.end + timedelta(days=1)),
        window_chosen=asked.since is None and asked.until is None,
        alike=None,
        alike_in={"measure": f"{measure.id}, version {measure.version}", "period": period.label}
        | {"of whom": asked.breakdown or "everybody"},
        reporting=len(field.figures),
        in_all=len(chosen),
        field=judged.field,
        units=units,
        groups=judged.groups,
        set_aside=field.set_aside,
        pair=judged.pair,
        would_change=(*_before(measure, field, judged.pair, known), *changes(field.way, units, judged)),
        case_mix="Not adjusted for who lives there or is supported, except as the measure itself says.",
        caveats=measure.caveats,
    )


def _period(known: Mapping[str, OfCouncil], asked: Asked, measure: Measure) -> Period:
    councils_with = Counter(
        period
        for one in known.values()
        for period, published in one.periods.items()
        if published.value is not None
        and (asked.since is None or period.end >= asked.since)
        and (asked.until is None or period.end < asked.until)
    )
    if not councils_with:
        raise CandourError(
            f"no council has a figure of {measure.id} in that time; `candour add` takes tables of council outcomes"
        )
    most = max(councils_with.values())
    return max((period for period, number in councils_with.items() if number >= MOST * most), key=lambda one: one.end)


def _meant(known: Mapping[str, OfCouncil], names: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    called = {key: one.name for key, one in known.items()}
    for name in names:
        meant = councils.look_up(name).council
        keys = [meant.gss] if meant and meant.gss in known else list(fitting(name, called))
        if not keys:
            raise CandourError(f"no council with a figure has {name!r} in its name; leave it away to see who has one")
        found |= dict.fromkeys(keys, 0)
    return found


def _like_for_like(measure: Measure, period: Period, chosen: Mapping[str, OfCouncil]) -> _Field:
    way, figures, set_aside = way_of_measure(measure), dict[str, Figure](), list[SetAside]()
    for key, one in chosen.items():
        if because := _ended(one, period):
            set_aside.append(_aside(one, period, because, "a figure under the code of the council that follows it"))
        elif period in one.periods:
            figures[key] = figure_of_council(way, one.periods[period])
        else:
            last = max(one.periods, key=lambda each: each.end)
            because = f"period is {last.label} at the latest, and those of the others are {period.label}"
            set_aside.append(_aside(one, period, because, "a figure of the same period; other dates may find one"))
    return _Field(way=way, period=period, figures=figures, set_aside=tuple(sorted(set_aside, key=lambda s: s.name)))


def _aside(one: OfCouncil, period: Period, because: str, comparable_with: str) -> SetAside:
    return SetAside(
        key=one.key,
        name=one.name,
        figures=1 if period in one.periods else 0,
        differs_in=("period",) if period not in one.periods else ("council",),
        because=because,
        comparable_with=comparable_with,
    )


def _ended(one: OfCouncil, period: Period) -> str:
    council = councils.by_organisation_id(one.organisation) if one.organisation else None
    if council is None or existed_in(council, period) or period not in one.periods:
        return ""
    return f"it had ended before {period.label}, though a figure stands under its code"


def _unit(measure: Measure, one: OfCouncil, field: _Field, judged: Judgement) -> Unit:
    published = one.periods.get(field.period)
    because = next((each.because for each in field.set_aside if each.key == one.key), "")
    apart = Figure(state="not computable", because=f"not comparable with the others: {because}")
    return Unit(
        key=one.key,
        name=one.name,
        figure=field.figures.get(one.key, apart),
        figures=1 if published else 0,
        period=(field.period.start, field.period.end) if published else None,
        expected=judged.expected.get(one.key),
        funnel=judged.funnel.get(one.key),
        ranks=judged.ranks.get(one.key),
        over_time=_over_time(measure, one, field),
        publishers=(measure.publisher,),
        sources=(published.source,) if published else (),
    )


def _over_time(measure: Measure, one: OfCouncil, field: _Field) -> OverTime:
    points = []
    for period in sorted(one.periods, key=lambda each: each.end):
        alike = comparable(measure, period, field.period).yes
        figure = figure_of_council(field.way, one.periods[period])
        differs = () if alike else ("way of counting",)
        points.append(Point(step=period.start, figure=figure, alike=alike, differs_in=differs))
    return with_limits(points)


def _before(measure: Measure, field: _Field, pair: Pair | None, known: Mapping[str, OfCouncil]) -> Iterator[Change]:
    """The same two councils in the last period before in which both have a figure with an interval."""
    if pair is None:
        return
    both = set(known[pair.one].periods) & set(known[pair.other].periods)
    for period in sorted((each for each in both if each.end < field.period.start), key=lambda e: e.end, reverse=True):
        figures = {key: figure_of_council(field.way, known[key].periods[period]) for key in (pair.one, pair.other)}
        found = estimates(figures)
        if len(found) < 2 or not comparable(measure, period, field.period).yes:
            continue
        then = pair_of((pair.one, found[pair.one]), (pair.other, found[pair.other]))
        said = "differed" if then.told_apart else "could not be told apart"
        yield Change(
            about="another period",
            units=(pair.one, pair.other),
            changes=then.told_apart != pair.told_apart or (then.told_apart and then.difference * pair.difference < 0),
            said=f"In {period.label} they {said}.",
        )
        return
