"""Figures as metrics with observations, ready for a release or a statement, and back again."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time
from decimal import Decimal

from candour.care.figures.asked import Asked, FiguresError
from candour.care.figures.earlier import Earlier
from candour.care.figures.publication import Publication
from candour.care.figures.shown import Shown, State, Who
from candour.care.period import Period
from candour.ocds.build.common import Period as Dates
from candour.ocds.build.metric import Metric, MetricUnit, Observation

AS_BEFORE = "As it was published before: too few people have come or gone since to change it."
_STATES: dict[State, str] = {"value": "value", "suppressed": "suppressed", "not computable": "notComputable"}
_READ: dict[str, State] = {code: state for state, code in _STATES.items()}
_WHO: dict[str | None, Who] = {None: "", "themselves": "themselves", "proxy": "proxy"}
_OWN = "Their own answers, with help or without"


def as_metrics(publication: Publication) -> Iterator[Metric]:
    """Each metric with its figures as observations."""
    question = publication.question
    asked = (*question.metrics, *((question.response,) if question.response else ()))
    for each in asked:
        if each.id in publication.figures:
            yield Metric(
                id=each.id,
                title=each.title,
                version=each.version,
                population=question.population,
                observations=tuple(
                    _observation(each, figure, question.period) for figure in publication.figures[each.id]
                ),
            )


def earlier_of(metrics: Iterable[Metric]) -> Iterator[Earlier]:
    """The publications that metrics were made of.

    Raises FiguresError for a metric that `as_metrics` did not make.
    """
    for metric in metrics:
        by_period: dict[Period, list[Shown]] = {}
        for observation in metric.observations:
            figure, period = _shown(metric, observation)
            by_period.setdefault(period, []).append(figure)
        for period, figures in by_period.items():
            yield Earlier(
                metric=metric.id,
                version=metric.version or 0,
                population=metric.population or "",
                period=period,
                figures=tuple(figures),
            )


def _observation(asked: Asked, figure: Shown, period: Period) -> Observation:
    notes = [*([_OWN] if figure.who == "themselves" else []), *([AS_BEFORE] if figure.repeated else [])]
    return Observation(
        id=_id(figure, period),
        period=Dates(start_date=_at(period.start, time()), end_date=_at(period.end, time(23, 59, 59))),
        measure=figure.value,
        unit=MetricUnit(name=asked.unit),
        dimensions=dict(figure.group),
        numerator=None if figure.numerator is None else Decimal(figure.numerator),
        denominator=None if figure.denominator is None else Decimal(figure.denominator),
        denominator_of=None if figure.denominator is None else asked.denominator_of,
        respondents=figure.respondents,
        invited=figure.invited,
        respondents_role=_camel(asked.role) or None,
        answered_by=figure.who or None,
        method=_camel(asked.method) or None,
        state=_STATES[figure.state],
        state_reason=figure.because or None,
        notes=". ".join(notes) or None,
    )


def _shown(metric: Metric, observation: Observation) -> tuple[Shown, Period]:
    dates, state = observation.period, _READ.get(observation.state or "")
    if dates is None or dates.start_date is None or dates.end_date is None or state is None or not metric.version:
        raise FiguresError(
            f"{metric.id}, observation {observation.id}: expected a version, a period, and a state that is one of "
            f"{', '.join(_READ)}, as `candour figures` writes them"
        )
    numbers = (observation.numerator, observation.denominator)
    numerator, denominator = (None if number is None else int(number) for number in numbers)
    figure = Shown(
        metric=metric.id,
        version=metric.version,
        group=observation.dimensions,
        who=_WHO.get(observation.answered_by, ""),
        state=state,
        because=observation.state_reason or "",
        value=observation.measure,
        numerator=numerator,
        denominator=denominator,
        respondents=observation.respondents,
        invited=observation.invited,
        repeated=AS_BEFORE in (observation.notes or ""),
    )
    return figure, Period(dates.start_date.date(), dates.end_date.date())


def _id(figure: Shown, period: Period) -> str:
    said = (f"{name}={category}" for name, category in figure.group.items())
    return "|".join((f"{period.start}/{period.end}", *said, *([figure.who] if figure.who else [])))


def _at(day: date, moment: time) -> datetime:
    return datetime.combine(day, moment, UTC)


def _camel(words: str) -> str:
    first, *rest = words.split(" ")
    return first + "".join(word.capitalize() for word in rest)
