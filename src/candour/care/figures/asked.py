"""What is wanted: which metrics, of which rows, broken down by what."""

from collections.abc import Mapping
from typing import Literal

import msgspec

from candour.care.metrics.fields import Row
from candour.care.metrics.recipe import Recipe
from candour.errors import CandourError


class FiguresError(CandourError):
    """Figures that cannot be made; the message never holds what a row says of a person."""


Proxies = Literal["counted apart", "may not answer", "does not arise"]


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """A metric that is to be published.

    `columns` are the columns of the file that it is computed from: metrics that share one are hidden together.
    `role` is who is asked, where that is one role; `method` is how it is collected; `denominator_of` is what the
    denominator counts.
    """

    id: str
    version: int
    title: str
    unit: str
    minimum_n: int
    recipe: Recipe
    proxies: Proxies = "does not arise"
    columns: frozenset[str] = frozenset()
    role: str = ""
    method: str = ""
    denominator_of: str = ""


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """One row: whose it is, to which category of each dimension it belongs, and its fields for each metric.

    `person` tells people apart and is never shown. Where nobody is in two rows it may be the number of the row.
    """

    person: str
    kind: tuple[str, ...] = ()
    by_proxy: bool = False
    rows: Mapping[str, Row]
