"""Compare what was published of providers, councils or contract models."""

from collections.abc import Sequence
from difflib import get_close_matches

from candour.compare.answer import Comparison
from candour.compare.comparison import compare
from candour.compare.kind import KINDS
from candour.compare.selection import Selection
from candour.errors import NotFoundError
from candour.indicators.definition import Indicator, indicators
from candour.operations.home import Home

SHOWN_FIRST = (
    "number-of-awards",
    "award-value",
    "bids-per-lot",
    "contract-duration",
    "tender-close-to-award-days",
    "performance-published-share",
)


def compare_published(
    home: Home,
    kind: str,
    *,
    selection: Selection,
    names: Sequence[str] = (),
    indicator_ids: Sequence[str] = SHOWN_FIRST,
    limit: int = 15,
) -> Comparison:
    """Compare members of one kind; see `candour.compare.comparison.compare`.

    Raises:
        CandourError: nothing has that name, or there is no warehouse yet.
    """
    chosen = _indicators(indicator_ids)
    with home.tables() as tables:
        return compare(tables, KINDS[kind], chosen, selection=selection, names=names, limit=limit)


def _indicators(ids: Sequence[str]) -> list[Indicator]:
    known = indicators()
    if "all" in ids:
        return list(known.values())
    for wanted in ids:
        if wanted not in known:
            near = ", ".join(get_close_matches(wanted, known, n=3))
            hint = f"did you mean {near}? " if near else ""
            raise NotFoundError(f"no indicator is called {wanted!r}; {hint}`candour define` lists all of them")
    return [known[wanted] for wanted in ids]
