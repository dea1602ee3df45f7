"""Compare councils by one of the outcomes that are published about them."""

from candour.compare.measured.answer import MeasuredComparison
from candour.compare.measured.asked import Asked
from candour.compare.measured.council_comparison import compare_outcome
from candour.errors import NotFoundError
from candour.operations.home import Home
from candour.operations.measured_question import MeasuredQuestion
from candour.operations.neighbouring_councils import neighbours_of
from candour.sources.council_measures import council_measures


def compare_council_outcome(home: Home, question: MeasuredQuestion) -> MeasuredComparison:
    """Compare councils by one outcome; see `council_comparison.compare_outcome`.

    Raises:
        CandourError: there is no such outcome or council, no figure then, neighbours of nobody, or no warehouse.
    """
    known = council_measures()
    if question.of not in known:
        raise NotFoundError(f"no outcome of councils is called {question.of!r}; there are {', '.join(known)}")
    asked = Asked(
        metric=question.of,
        kind="councils",
        care="any",
        breakdown=question.group,
        since=question.since,
        until=question.until,
    )
    with home.tables() as tables:
        return compare_outcome(
            tables,
            known[question.of],
            asked,
            names=question.names,
            among=question.among,
            peers=neighbours_of(tables, "councils", question.names) if question.with_neighbours else (),
            limit=question.limit,
        )
