"""One figure of a comparison, in one of the four states that every answer has."""

from decimal import Decimal
from typing import Literal

import msgspec

from candour.compare.registered import Registered

State = Literal["value", "suppressed", "not computable", "not reported"]


class Answer(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A figure that never travels alone.

    `n` is how many things the value rests on and `of` how many it could have rested on, had all of them been
    published. For a share, `low` and `high` are the 95% Wilson interval; for a median, the quartiles, so that half of
    the values lie between them. `because` says why there is no value.
    """

    state: State
    n: int
    of: int
    value: Decimal | float | int | None = None
    low: Decimal | float | None = None
    high: Decimal | float | None = None
    currency: str | None = None
    because: str = ""


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """One indicator of one group: a single answer, except for money, which has one answer a currency."""

    indicator: str
    version: int
    answers: tuple[Answer, ...]


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """One of the things that are compared. `processes` and `awards` say how much of it can be seen.

    `registered` is how its locations are rated, where it is a provider that is linked to a register.
    """

    key: str
    name: str
    processes: int
    awards: int
    figures: tuple[Figure, ...]
    registered: Registered | None = None


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """Groups side by side, with what everybody needs who wants to check or repeat it.

    `everybody` holds the same figures for all the groups that were selected from together, shown or not. `period` is
    the first and last award date seen among them.
    """

    kind: str
    data_version: str
    selection: dict[str, str]
    period: tuple[str | None, str | None]
    groups_in_all: int
    everybody: Group
    groups: tuple[Group, ...]
    caveats: dict[str, tuple[str, ...]]
