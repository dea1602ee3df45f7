"""Compare units by one metric: like for like, with what each figure rests on and what would change the conclusion."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import msgspec

from candour.compare.measured import case_mix, gather
from candour.compare.measured.answer import Figure, MeasuredComparison, Source, Unit
from candour.compare.measured.asked import Asked, Window
from candour.compare.measured.case_mix import CaseMix
from candour.compare.measured.conclusions import Times, changes
from candour.compare.measured.judgement import Judgement, judge, most_first
from candour.compare.measured.like_for_like import Standing, standing
from candour.compare.measured.names import meant
from candour.compare.measured.over_time import Steps, over_time
from candour.compare.measured.unit_figures import figure_of, without_figure
from candour.compare.measured.way import ESTIMATE, Way, way_of
from candour.indicators.definition import Metric
from candour.warehouse.engine import Engine

OF_ALL_TIME = Window(date.min, date.max)


def compare_metric(
    tables: Engine,
    metric: Metric,
    asked: Asked,
    *,
    names: Sequence[str] = (),
    among: Sequence[str] = (),
    peers: Sequence[str] = (),
    mix: CaseMix | None = None,
    limit: int = 15,
) -> MeasuredComparison:
    """Compare the units that are named, or else the `limit` whose figures rest on most.

    All comparable units are the field that each is held against. Where units are named in `among`, or `peers` given
    by their keys, these and the named ones are the whole field, and all shown. With `mix` figures are standardised.

    Raises:
        CandourError: no unit has a name, or no figure is of the groups to standardise over.
    """
    found = _find(tables, metric, asked, names, among, peers, mix)
    shown = list(found.shown) or most_first(found.figures)[:limit]
    way = ESTIMATE if mix else found.way
    judged = judge(
        way, {key: found.figures[key] for key in found.standing.same}, shown, found.named, metric.direction
    )
    alike = found.standing.alike
    steps = gather.steps_of(tables, asked, found.way, alike.length, shown) if alike and not mix else {}
    sources = gather.sources_of(tables, asked, found.strata, found.window, shown)
    units = tuple(_unit(key, metric, found, judged, steps, sources[key]) for key in shown)
    times = Times(steps, alike, found.window) if alike else None
    return MeasuredComparison(
        id=metric.id,
        version=metric.version,
        title=metric.title,
        question=metric.question,
        unit=metric.unit,
        better=metric.direction,
        kind=asked.kind,
        data_version=tables.data_version,
        selection=asked.in_words(),
        window=(found.window.since, found.window.until),
        window_chosen=found.window.chosen,
        alike=alike,
        alike_in=alike.in_words() if alike else {},
        reporting=len(found.figures),
        in_all=gather.members_in_all(tables, asked),
        field=judged.field,
        units=units,
        groups=judged.groups,
        set_aside=found.standing.set_aside,
        pair=judged.pair,
        would_change=tuple(changes(way, units, judged, times)),
        case_mix=_case_mix(asked, found),
        caveats=(*metric.caveats, *_caveats(metric, asked, found, units)),
    )


class _Found(msgspec.Struct, frozen=True, kw_only=True):
    """What was found to compare; `figures` and `names` are of every unit that is not set aside."""

    way: Way
    window: Window
    breakdowns: Sequence[str]
    strata: Sequence[str]
    standing: Standing
    figures: Mapping[str, Figure]
    names: Mapping[str, str]
    named: Sequence[str]
    shown: Sequence[str]
    weights: Mapping[str, float]


def _find(
    tables: Engine,
    metric: Metric,
    asked: Asked,
    names: Sequence[str],
    among: Sequence[str],
    peers: Sequence[str],
    mix: CaseMix | None,
) -> _Found:
    way, window = way_of(metric), gather.window_of(tables, asked) or OF_ALL_TIME
    breakdowns = gather.breakdowns_of(tables, asked)
    strata = mix.strata(breakdowns) if mix else (asked.breakdown,)
    units = gather.observed(tables, asked, way, strata, window)
    named = meant(tables, asked, units, names)
    beside = meant(tables, asked, units, among) | {key: units[key].name for key in peers if key in units}
    if among or peers:
        units = {key: unit for key, unit in units.items() if key in named or key in beside}
    stands = standing(metric, units, list(named))
    by_stratum = {
        key: {stratum: figure_of(way, sums, metric.minimum_n) for stratum, sums in own.items()}
        for key, own in stands.same.items()
    }
    weights = mix.weights_of(strata, list(by_stratum.values())) if mix else {}
    figures = {
        key: case_mix.standardised_figure(weights, own) if mix else own[asked.breakdown]
        for key, own in by_stratum.items()
    }
    figures |= {key: without_figure(sums) for key, sums in stands.silent.items()}
    return _Found(
        way=way,
        window=window,
        breakdowns=breakdowns,
        strata=strata,
        standing=stands,
        figures=figures,
        names={key: unit.name for key, unit in units.items()} | named | beside,
        named=tuple(named),
        shown=tuple(named | beside),
        weights=weights,
    )


def _unit(
    key: str,
    metric: Metric,
    found: _Found,
    judged: Judgement,
    steps: Mapping[str, Steps],
    sources: tuple[Source, ...],
) -> Unit:
    alike, own = found.standing.alike, found.standing.same.get(key, {})
    periods = [sums.period for sums in own.values() if sums.period]
    silent = found.standing.silent.get(key)
    return Unit(
        key=key,
        name=found.names[key],
        figure=found.figures.get(key) or _not_compared(key, found),
        figures=sum(sums.figures for sums in own.values()),
        verified=sum(sums.verified for sums in own.values()),
        period=(min(first for first, _ in periods), max(last for _, last in periods)) if periods else None,
        notes=tuple(note for sums in (*own.values(), *([silent] if silent else [])) for note in sums.notes()),
        expected=judged.expected.get(key),
        funnel=judged.funnel.get(key),
        ranks=judged.ranks.get(key),
        over_time=over_time(found.way, metric.minimum_n, steps[key], alike) if alike and steps.get(key) else None,
        publishers=tuple(dict.fromkeys(source.publisher for source in sources)),
        sources=sources,
    )


def _not_compared(key: str, found: _Found) -> Figure:
    """Of a unit that was named: set aside, or silent altogether."""
    reasons = [one.because for one in found.standing.set_aside if one.key == key]
    if reasons:
        return Figure(state="not computable", because=f"not comparable with the others: {'; '.join(reasons)}")
    return Figure(state="not reported", because="nothing was published of this metric in this time")


def _case_mix(asked: Asked, found: _Found) -> str:
    if found.weights:
        return f"Standardised: as if everybody supported {case_mix.in_words(found.weights)}."
    if asked.breakdown:
        return f"Only {asked.breakdown}; not adjusted for who is supported otherwise."
    if found.breakdowns:
        there = ", ".join(found.breakdowns[:3])
        return f"Not adjusted for who is supported, though some figures are broken down: {there}."
    return "Not adjusted for who is supported: no figure is broken down."


def _caveats(metric: Metric, asked: Asked, found: _Found, units: Sequence[Unit]) -> Iterator[str]:
    alike = found.standing.alike
    if alike and alike.metric_version is None:
        yield "No publisher says by which version of the metric these were computed; they are taken for one."
    elif alike and alike.metric_version != metric.version:
        yield f"They were computed by version {alike.metric_version}; the definition is at version {metric.version}."
    if alike and metric.collected.by == "survey" and alike.answered_by is None:
        yield "No publisher says whether people answered themselves."
    if units and not any(unit.verified for unit in units):
        yield "Nobody is named who verified any of these figures: they are self-reported."
    if asked.kind == "providers":
        yield "A contract that several providers share counts for each of them."
