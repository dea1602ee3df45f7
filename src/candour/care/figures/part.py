"""What one person adds to a metric, and what a group of people comes to."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from candour.care.metrics.computation import Share, summed
from candour.care.metrics.fields import Number, Row
from candour.care.metrics.recipe import Kept, Recipe, Tally
from candour.statistics.disclosure.dominance import dominated

_NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Part:
    """What one person adds: their rows, what is above the line and below it.

    `above` is how far `of` lies above the least that these rows could have come to, `under` how far below the most:
    for a person who was asked one question, 1 and 0 if it is true of them, else 0 and 1.
    """

    rows: tuple[Row, ...]
    of: Decimal
    over: Decimal
    above: Decimal
    under: Decimal


@dataclass(frozen=True, slots=True)
class Group:
    """Some people and what they add.

    `above` counts the people who are not at the least that is possible, `under` those who are not at the most. If
    either is small, the number as good as says what nearly everybody answered, and what the few did.
    """

    parts: tuple[Part, ...]
    people: int
    rows: int
    above: int
    under: int
    dominated: bool

    @property
    def kept(self) -> Kept:
        """The rows of everybody."""
        return Kept(rows=tuple(row for part in self.parts for row in part.rows))

    def total(self, side: str) -> Decimal:
        """What everybody adds on one side, `above` or `under`."""
        return sum((getattr(part, side) for part in self.parts), _NOTHING)

    def largest(self, side: str) -> Decimal:
        """The most that one person adds on that side."""
        return max((getattr(part, side) for part in self.parts), default=_NOTHING)


def part_of(recipe: Recipe, rows: Iterable[Row]) -> Part | None:
    """What a person with these rows adds; None where none of them can be counted.

    Raises RowError where a row holds what its field cannot.
    """
    kept = recipe.kept(rows)
    if not kept.rows:
        return None
    tally = recipe.tally_kept(kept)
    if tally.numerator is None:
        return Part(kept.rows, _NOTHING, tally.denominator, _NOTHING, _NOTHING)
    least, most = _limits(recipe, tally)
    return Part(kept.rows, tally.numerator, tally.denominator, tally.numerator - least, most - tally.numerator)


def group_of(parts: Iterable[Part]) -> Group:
    """People together."""
    found = tuple(parts)
    return Group(
        parts=found,
        people=len(found),
        rows=sum(len(part.rows) for part in found),
        above=sum(part.above > 0 for part in found),
        under=sum(part.under > 0 for part in found),
        dominated=dominated(part.above for part in found) or dominated(part.under for part in found),
    )


def _limits(recipe: Recipe, tally: Tally) -> tuple[Decimal, Decimal]:
    if isinstance(recipe.compute, Share):
        return _NOTHING, Decimal(tally.n)
    fields = [field for name in summed(recipe.compute)[0] if isinstance(field := recipe.fields[name], Number)]
    return sum((f.min for f in fields), _NOTHING) * tally.n, sum((f.max for f in fields), _NOTHING) * tally.n
