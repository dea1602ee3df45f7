"""What is odd about figures that are kept all the same."""

from collections.abc import Iterator

from candour.care.council_area import existed_in
from candour.care.council_measure import Measure
from candour.care.council_outcome import CouncilOutcome
from candour.care.councils import Council, by_organisation_id
from candour.care.period import Period
from candour.ocds.problems import Problem, shorten
from candour.sources import outcome_rules as rules


class Doubts:
    """Looks at the figures of one file. Values for a time when their council was not there are told once each."""

    def __init__(self) -> None:
        self._councils: dict[str, Council | None] = {}
        self._first: dict[str, str] = {}
        self._periods: dict[str, set[Period]] = {}
        self._measures: dict[str, set[str]] = {}

    def of(self, outcome: CouncilOutcome, measure: Measure, path: str, position: str) -> Iterator[Problem]:
        """A value outside the range that its measure expects; `path` names its column, `position` its row."""
        if outcome.value is None:
            return
        self._look_at_the_time(outcome, position)
        limits = measure.expected
        if outcome.statistic == "outcome" and not limits.min <= outcome.value <= limits.max:
            yield Problem(
                rule=rules.FIGURE_UNEXPECTED,
                path=path,
                found=str(outcome.value),
                expected=f"{limits.min} to {limits.max}",
                position=position,
            )

    def of_councils(self) -> Iterator[Problem]:
        """Each council that has values for a time when it was not there; asked for when all figures were seen."""
        for id_, position in self._first.items():
            council = self._councils[id_]
            assert council is not None, "only councils that are known have dates"
            yield Problem(
                rule=rules.COUNCIL_NOT_THEN,
                path=shorten(", ".join(sorted(self._measures[id_])), 300),
                found=council.name,
                expected=", ".join(period.label for period in sorted(self._periods[id_])),
                position=position,
            )

    def _look_at_the_time(self, outcome: CouncilOutcome, position: str) -> None:
        id_ = outcome.council
        if id_ is None:
            return
        if id_ not in self._councils:
            self._councils[id_] = by_organisation_id(id_)
        council = self._councils[id_]
        if council is not None and not existed_in(council, outcome.period):
            self._first.setdefault(id_, position)
            self._periods.setdefault(id_, set()).add(outcome.period)
            self._measures.setdefault(id_, set()).add(outcome.measure)
