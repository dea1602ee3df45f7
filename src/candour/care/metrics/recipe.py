"""What a metric is computed from and how; the one place where its number is made."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Literal

import msgspec

from candour.care.metrics.computation import Computation, Median, Rate, Share, summed
from candour.care.metrics.fields import Choice, Field, Number, Row, RowError
from candour.statistics.quantiles import quantile

ANSWERED_BY = "answered_by"
"""The field of a survey's row that says who answered; every row has it where a proxy may."""

OWN_ANSWERS = ("themselves", "themselves with help")
PROXY = "a proxy"
_WHO_ANSWERED = Choice(means="who answered", choices=(*OWN_ANSWERS, PROXY))


class Tally(msgspec.Struct, frozen=True, kw_only=True):
    """What rows add up to.

    `numerator` and `denominator` are exact; a median has no numerator. `n` counts the rows that the value rests on,
    and is what a metric's smallest number is held against. `not_answered` rows lacked a field that was needed,
    `not_asked` were not among those that the metric is about. `value` is None where nothing can be divided, and
    `because` then says why.
    """

    numerator: Decimal | None
    denominator: Decimal
    n: int
    not_answered: int
    not_asked: int
    value: float | None
    because: str = ""


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """Rows that can be counted, and how many of the others were not answered or not asked."""

    rows: tuple[Row, ...]
    not_answered: int = 0
    not_asked: int = 0


class Apart(msgspec.Struct, frozen=True, kw_only=True):
    """People's own answers, and those that somebody gave for them; never added together."""

    own: Tally
    proxy: Tally


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """What may be said of a tally: a value, or the state that takes its place, and why."""

    state: Literal["value", "suppressed", "not computable"]
    value: float | None = None
    because: str = ""


class Recipe(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`row` says what one row is, `fields` what it holds, `compute` what is made of the rows."""

    row: str
    fields: dict[str, Field]
    compute: Computation

    def __post_init__(self) -> None:
        if not self.row or not self.fields:
            raise ValueError("a recipe: expected what a row is, and its fields")
        if fault := _fault(self.compute, self.fields):
            raise ValueError(fault)
        if unused := set(self.fields) - _used(self.compute):
            raise ValueError(f"fields: {', '.join(sorted(unused))} is used by nothing")

    def kept(self, rows: Iterable[Row]) -> Kept:
        """The rows that can be counted, with the fields that the recipe names and no others.

        Raises:
            RowError: a row holds what its field cannot.
        """
        kept: list[Row] = []
        not_answered = not_asked = 0
        for row in rows:
            read = {name: field.read(name, row.get(name)) for name, field in self.fields.items()}
            asked = _asked(self.compute, read)
            if asked is False:
                not_asked += 1
            elif asked is None or None in read.values():
                not_answered += 1
            else:
                kept.append(read)
        return Kept(rows=tuple(kept), not_answered=not_answered, not_asked=not_asked)

    def tally(self, rows: Iterable[Row]) -> Tally:
        """What these rows add up to.

        Raises:
            RowError: a row holds what its field cannot.
        """
        return self.tally_kept(self.kept(rows))

    def tally_kept(self, kept: Kept) -> Tally:
        """What rows add up to that are known to be countable."""
        numerator, denominator, value = _computed(self.compute, kept.rows)
        return Tally(
            numerator=numerator,
            denominator=denominator,
            n=len(kept.rows),
            not_answered=kept.not_answered,
            not_asked=kept.not_asked,
            value=value,
            because="" if value is not None else _because(self, len(kept.rows)),
        )

    def tally_apart(self, rows: Iterable[Row]) -> Apart:
        """The same, with answers by proxy counted apart from people's own.

        Raises:
            RowError: a row holds what its field cannot, or does not say who answered.
        """
        own: list[Row] = []
        proxy: list[Row] = []
        for row in rows:
            who = _WHO_ANSWERED.read(ANSWERED_BY, row.get(ANSWERED_BY))
            if who is None:
                raise RowError(f"{ANSWERED_BY}: found nothing, expected one of {', '.join(_WHO_ANSWERED.choices)}")
            (proxy if who == PROXY else own).append(row)
        return Apart(own=self.tally(own), proxy=self.tally(proxy))


def figure(tally: Tally, minimum_n: int) -> Figure:
    """The value of a tally, unless it rests on fewer than `minimum_n` rows.

    It keeps no secret by itself: what may be published of several figures together is decided by
    `candour.statistics.disclosure`.
    """
    if tally.n < minimum_n:
        return Figure(state="suppressed", because=f"it rests on fewer than {minimum_n}")
    if tally.value is None:
        return Figure(state="not computable", because=tally.because)
    return Figure(state="value", value=tally.value)


def _asked(way: Computation, row: Row) -> bool | None:
    """Whether the metric is about this row; None where an answer that decides it is missing."""
    unknown = False
    for condition in way.among:
        if row[condition.field] is None:
            unknown = True
        elif not condition.holds(row):
            return False
    return None if unknown else True


def _computed(way: Computation, rows: Sequence[Row]) -> tuple[Decimal | None, Decimal, float | None]:
    above, below = summed(way)
    denominator = _sum(rows, below) if below else Decimal(len(rows))
    if isinstance(way, Median):
        middle = quantile([float(number) for number in _numbers(rows, above)], 0.5) if rows else None
        return None, denominator, middle
    if isinstance(way, Share):
        numerator = Decimal(sum(all(condition.holds(row) for condition in way.counted) for row in rows))
    else:
        numerator = _sum(rows, above)
    times = way.per if isinstance(way, Rate) else 1
    value = float(times * Fraction(numerator) / Fraction(denominator)) if denominator else None
    return numerator, denominator, value


def _numbers(rows: Sequence[Row], fields: tuple[str, ...]) -> list[Decimal]:
    return [value for row in rows for field in fields if isinstance(value := row[field], Decimal)]


def _sum(rows: Sequence[Row], fields: tuple[str, ...]) -> Decimal:
    return sum(_numbers(rows, fields), Decimal(0))


def _because(recipe: Recipe, n: int) -> str:
    if not n:
        return f"there is no row ({recipe.row}) that it could be computed from"
    return f"{' and '.join(summed(recipe.compute)[1])} add up to nothing"


def _used(way: Computation) -> set[str]:
    counted = way.counted if isinstance(way, Share) else ()
    above, below = summed(way)
    return {condition.field for condition in (*way.among, *counted)} | {*above, *below}


def _fault(way: Computation, fields: Mapping[str, Field]) -> str:
    """What keeps a computation from being done with these fields; empty where nothing does."""
    counted = way.counted if isinstance(way, Share) else ()
    if isinstance(way, Share) and not counted:
        return "counted: found nothing, expected a condition"
    for condition in (*way.among, *counted):
        if fault := condition.fault(fields):
            return fault
    above, below = summed(way)
    if not isinstance(way, Share) and not above:
        return "of: found nothing, expected a field"
    for name in (*above, *below):
        field = fields.get(name)
        if not isinstance(field, Number):
            return f"{name}: expected one of the fields whose kind is number"
        if name in below and field.min < 0:
            return f"{name}: what is divided by cannot be below 0"
    if isinstance(way, Rate) and way.per < 1:
        return f"per: found {way.per}, expected 1 or more"
    return ""
