"""What can be said of some figures beside each other, whatever they are figures of."""

from collections.abc import Mapping, Sequence

import msgspec

from candour.compare.measured import told_apart
from candour.compare.measured.answer import Better, Expected, Field, Figure, FunnelVerdict, Pair, Ranks
from candour.compare.measured.funnel_verdicts import expected, field_of, verdict
from candour.compare.measured.way import Way


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """By key of the unit: its place in the funnel, the ranks it could hold among those shown, what is usual there."""

    field: Field
    funnel: Mapping[str, FunnelVerdict]
    ranks: Mapping[str, Ranks]
    expected: Mapping[str, Expected]
    groups: tuple[tuple[str, ...], ...]
    pair: Pair | None


def judge(
    way: Way, figures: Mapping[str, Figure], shown: Sequence[str], named: Sequence[str], better: Better
) -> Judgement:
    """Hold those shown against all figures and against each other.

    The pair are the first two that were named, else the two that would stand at the top of a league table.
    """
    values = {key: figure for key, figure in figures.items() if figure.value is not None}
    field = field_of(way, list(values.values()))
    seen = [key for key in shown if key in values]
    usual = dict(zip(values, expected(way, list(values.values())), strict=True))
    ranks = told_apart.ranks_of({key: values[key] for key in seen}, better)
    return Judgement(
        field=field,
        funnel={key: place for key in seen if (place := verdict(way, field, values[key]))},
        ranks=ranks,
        expected={key: drawn for key in seen if (drawn := usual[key])},
        groups=told_apart.groups(ranks),
        pair=_pair(values, ranks, named, better),
    )


def most_first(figures: Mapping[str, Figure]) -> list[str]:
    """All units in the order of how much their figures rest on; those without a value last."""
    return sorted(figures, key=lambda key: (figures[key].value is None, -(figures[key].denominator or 0), key))


def _pair(
    figures: Mapping[str, Figure], ranks: Mapping[str, Ranks], named: Sequence[str], better: Better
) -> Pair | None:
    of_named = [key for key in named if key in ranks][:2]
    two = tuple(of_named) if len(of_named) == 2 else told_apart.first_two(ranks, figures, better)
    if two is None:
        return None
    known = told_apart.estimates(figures)
    found = told_apart.pair_of((two[0], known[two[0]]), (two[1], known[two[1]]))
    return msgspec.structs.replace(found, named=len(of_named) == 2)
