"""The five ways in which a metric is made from rows. There are no others: a definition picks one and fills it in."""

from typing import TypeAlias

import msgspec

from candour.care.metrics.fields import Condition


class _Way(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="how"):
    """Only rows for which every condition of `among` holds are looked at."""

    among: tuple[Condition, ...] = ()


class Share(_Way, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="share"):
    """How many of the rows every condition of `counted` holds for, divided by how many rows there are: 0 to 1."""

    counted: tuple[Condition, ...]


class Mean(_Way, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="mean"):
    """The average over rows of the sum of the fields `of`; a row that lacks one of them is left out whole."""

    of: tuple[str, ...]


class Median(_Way, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="median"):
    """The middle value of the field `of`."""

    of: str


class Rate(_Way, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="rate"):
    """The sum of the field `of` for every `per` rows, or for every `per` of the sum of `over` where it is given."""

    of: str
    over: str = ""
    per: int


class SumRatio(_Way, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="sum ratio"):
    """The sum of the fields `of`, divided by the sum of the fields `over`, each over all rows together."""

    of: tuple[str, ...]
    over: tuple[str, ...]


Computation: TypeAlias = Share | Mean | Median | Rate | SumRatio


def summed(way: Computation) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The number fields that are added up above the line, and below it; below is nothing where rows are counted."""
    if isinstance(way, SumRatio):
        return way.of, way.over
    if isinstance(way, Rate):
        return (way.of,), (way.over,) if way.over else ()
    if isinstance(way, Median):
        return (way.of,), ()
    return (way.of, ()) if isinstance(way, Mean) else ((), ())
