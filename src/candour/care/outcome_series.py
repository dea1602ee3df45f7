"""One measure of one council through the years, with its breaks, beside its region and its nation."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import msgspec

from candour.care.council_area import NATIONS, REGIONS, existed_in
from candour.care.council_measure import Comparability, Measure, comparable
from candour.care.council_outcome import CouncilOutcome
from candour.care.councils import Council, predecessors, successors
from candour.care.period import Period
from candour.care.places import joint_area

Dimensions = tuple[tuple[str, str], ...]


class Point(msgspec.Struct, frozen=True):
    """One period. `outcome` has the figure or the state that stands for it, `with_it` the other statistics of the row
    (margin of error, denominator), in the order that the measure has them.

    `comparable` says whether it can be compared with the last earlier point that has a value; None where there is no
    such point, or no value here. `region` and `nation` are figures of the same period, None where none was given.
    `differing` are other figures that were given for the same thing, such as one that was revised later.
    """

    period: Period
    outcome: CouncilOutcome
    with_it: tuple[CouncilOutcome, ...]
    comparable: Comparability | None
    region: CouncilOutcome | None
    nation: CouncilOutcome | None
    differing: tuple[CouncilOutcome, ...]


class Series(msgspec.Struct, frozen=True):
    """The points from the earliest to the latest, and what has to be said with all of them. Without `dimensions` they
    are about everybody together.
    """

    measure: str
    council: str
    dimensions: Dimensions
    points: tuple[Point, ...]
    caveats: tuple[str, ...]


def series(
    outcomes: Iterable[CouncilOutcome], measure: Measure, council: Council, dimensions: Dimensions = ()
) -> Series:
    """The trend of a measure for a council.

    `outcomes` may hold anything else besides, in the order in which it was received: where one thing has several
    figures the last with a value counts, and those that differ stay beside it. Figures of predecessors and successors
    are left where they are; the caveats name them.
    """
    wanted = _Wanted(measure, council, dimensions)
    for outcome in outcomes:
        wanted.take(outcome)
    points: list[Point] = []
    last_with_value: Period | None = None
    for period in sorted(wanted.periods()):
        point = wanted.point(period, last_with_value)
        points.append(point)
        if point.outcome.state == "value":
            last_with_value = period
    caveats = (*measure.caveats, *_changes(council), *wanted.elsewhere())
    return Series(measure.id, council.organisation_id, dimensions, tuple(points), caveats)


def every_series(
    outcomes: Iterable[CouncilOutcome], measures: Mapping[str, Measure], council: Council
) -> tuple[Series, ...]:
    """A series for each measure and breakdown of which the council has a figure, by the id of the measure.

    Give the figures of its predecessors as well: where a figure stands under the code of one that had ended, there is
    a series without points whose caveats say so.
    """
    given: dict[tuple[str, Dimensions], list[CouncilOutcome]] = {}
    for outcome in outcomes:
        given.setdefault((outcome.measure, outcome.dimensions), []).append(outcome)
    before = {known.old.organisation_id: known.old for known in predecessors(council)}
    return tuple(
        series(found, measures[measure], council, dimensions)
        for (measure, dimensions), found in sorted(given.items())
        if any(each.council == council.organisation_id or _after_its_end(each, before) for each in found)
    )


def _after_its_end(outcome: CouncilOutcome, before: Mapping[str, Council]) -> bool:
    """Whether it is a value under the code of a predecessor that was no more."""
    council = before.get(outcome.council or "")
    return council is not None and outcome.value is not None and not existed_in(council, outcome.period)


class _Wanted:
    """Figures of one measure for a council, its region and its nation, found by area, period and statistic."""

    def __init__(self, measure: Measure, council: Council, dimensions: Dimensions) -> None:
        self._measure, self._council, self._dimensions = measure, council, dimensions
        self._areas = {REGIONS.get(council.region): "region", NATIONS.get(council.nation): "nation"}
        self._found: dict[tuple[str, Period, str], list[CouncilOutcome]] = {}
        self._before = {known.old.organisation_id: known.old for known in predecessors(council)}
        self._elsewhere: dict[str, set[Period]] = {}
        self._shared: dict[str, set[Period]] = {}

    def take(self, outcome: CouncilOutcome) -> None:
        if outcome.measure != self._measure.id or outcome.dimensions != self._dimensions:
            return
        self._note_elsewhere(outcome)
        of_council = outcome.council == self._council.organisation_id
        area = "council" if of_council else self._areas.get(outcome.gss) if outcome.level != "council" else None
        if area is not None:
            self._found.setdefault((area, outcome.period, outcome.statistic), []).append(outcome)

    def periods(self) -> set[Period]:
        return {period for area, period, statistic in self._found if (area, statistic) == ("council", "outcome")}

    def point(self, period: Period, previous: Period | None) -> Point:
        outcome = self._one("council", period, "outcome")
        assert outcome is not None, "periods() gives only those that have an outcome"
        others = (self._one("council", period, name) for name in self._measure.statistics if name != "outcome")
        given = self._found["council", period, "outcome"]
        return Point(
            period,
            outcome,
            tuple(other for other in others if other is not None),
            comparable(self._measure, previous, period) if previous and outcome.state == "value" else None,
            self._one("region", period, "outcome"),
            self._one("nation", period, "outcome"),
            tuple(each for each in given if (each.value, each.state) != (outcome.value, outcome.state)),
        )

    def elsewhere(self) -> Iterator[str]:
        """A line for each predecessor that had ended, and for each joint area, under which figures are published."""
        for id_, periods in sorted(self._elsewhere.items()):
            name = self._before[id_].name
            yield f"Figures for {_labels(periods)} are published under the code of {name}, which had ended."
        for name, periods in sorted(self._shared.items()):
            yield f"Figures for {_labels(periods)} are published for {name} together, and for no council alone."

    def _note_elsewhere(self, outcome: CouncilOutcome) -> None:
        if outcome.value is None:
            return
        if outcome.council is not None and _after_its_end(outcome, self._before):
            self._elsewhere.setdefault(outcome.council, set()).add(outcome.period)
        if outcome.level == "group" and (area := joint_area.find(outcome.name)) and self._council in area.councils:
            self._shared.setdefault(outcome.name, set()).add(outcome.period)

    def _one(self, area: str, period: Period, statistic: str) -> CouncilOutcome | None:
        given = self._found.get((area, period, statistic), [])
        return next((each for each in reversed(given) if each.state == "value"), given[-1] if given else None)


def _labels(periods: set[Period]) -> str:
    return ", ".join(period.label for period in sorted(periods))


def _changes(council: Council) -> Iterator[str]:
    """A line for each day on which councils with the duty of social care took over from others."""
    for day, names in _by_date((known.date, known.old) for known in predecessors(council)):
        yield f"On {day} {council.name} took over, wholly or in part, from {names}, whose figures stay theirs."
    for day, names in _by_date((known.date, known.new) for known in successors(council)):
        yield f"On {day} {names} took over, wholly or in part, from {council.name}, whose figures stay its own."


def _by_date(known: Iterable[tuple[date, Council]]) -> Iterator[tuple[date, str]]:
    names: dict[date, set[str]] = {}
    for day, council in known:
        if council.social_care:
            names.setdefault(day, set()).add(council.name)
    for day in sorted(names):
        yield day, " and ".join(sorted(names[day]))
