"""Compare councils by one of the outcomes that are published about them."""

from collections.abc import Sequence
from datetime import date

from candour.compare.measured.answer import MeasuredComparison
from candour.compare.measured.asked import EVERYBODY, Asked
from candour.compare.measured.council_comparison import compare_outcome
from candour.errors import NotFoundError
from candour.operations.home import Home
from candour.operations.neighbouring_councils import neighbours_of
from candour.sources.council_measures import council_measures


def compare_council_outcome(
    home: Home,
    outcome: str,
    *,
    names: Sequence[str] = (),
    among: Sequence[str] = (),
    with_neighbours: bool = False,
    since: date | None = None,
    until: date | None = None,
    group: str = EVERYBODY,
    limit: int = 15,
) -> MeasuredComparison:
    """Compare councils by one outcome; see `council_comparison.compare_outcome`.

    Raises:
        CandourError: there is no such outcome or council, no figure then, neighbours of nobody, or no warehouse.
    """
    known = council_measures()
    if outcome not in known:
        raise NotFoundError(f"no outcome of councils is called {outcome!r}; there are {', '.join(known)}")
    asked = Asked(metric=outcome, kind="councils", care="any", breakdown=group, since=since, until=until)
    with home.tables() as tables:
        peers = neighbours_of(tables, "councils", names) if with_neighbours else ()
        return compare_outcome(tables, known[outcome], asked, names=names, among=among, peers=peers, limit=limit)
