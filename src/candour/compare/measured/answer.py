"""What a comparison of measured figures answers: the same object for the command line, JSON, an API and a page."""

from datetime import date
from typing import Literal

import msgspec

from candour.compare.answer import State
from candour.compare.measured.likeness import Likeness, SetAside
from candour.statistics.funnel import Position

Better = Literal["higher", "lower", "neither"]
Sure = Literal["cannot be told apart", "probably", "very probably"]
"""How sure it is that two differ: not, or as the 95% or even the 99.8% interval of their difference leaves out 0."""
About = Literal["answers", "a period left out", "another period", "overdispersion"]


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """One value with what it rests on, or the state that takes its place and `because`.

    `value` follows from `numerator` and `denominator` where these are given. `low` and `high` are its 95% interval by
    the method that `interval` names; where there is none, `no_interval` says why.
    """

    state: State
    because: str = ""
    value: float | None = None
    low: float | None = None
    high: float | None = None
    numerator: float | None = None
    denominator: float | None = None
    interval: str = ""
    no_interval: str = ""


class FunnelVerdict(msgspec.Struct, frozen=True, kw_only=True):
    """Where a value lies among equal units of its size. `plain` is where it would lie without overdispersion."""

    position: Position
    plain: Position
    lowest: float
    low: float
    high: float
    highest: float


class Field(msgspec.Struct, frozen=True, kw_only=True):
    """All units that are comparable, from which the middle and the usual spread are taken.

    `units` have a value; `phi` is about 1 where they differ by chance alone, and `tau_squared` is their variance
    beyond chance. Where `overdispersed`, the funnel allows for it. `no_funnel` says why there is none.
    """

    units: int
    centre: float | None
    phi: float | None = None
    tau_squared: float | None = None
    overdispersed: bool = False
    no_funnel: str = ""


class Ranks(msgspec.Struct, frozen=True, kw_only=True):
    """The ranks that a unit could hold among those shown; 1 is the best, or the highest where neither is better."""

    best: int
    worst: int
    of: int
    cannot_be_told_apart_from: tuple[str, ...]


class Expected(msgspec.Struct, frozen=True, kw_only=True):
    """An estimate, not an observation: what is usual at a unit, drawn towards all by as much as it is small.

    `kept` is how much of its own difference it kept, 0 to 1.
    """

    value: float
    kept: float


class Point(msgspec.Struct, frozen=True, kw_only=True):
    """One step of time of one unit: a month, quarter or year of the calendar, or the period of a contract.

    `alike` says whether it may be put beside the figures compared; `differs_in` what else it is.
    """

    step: date
    figure: Figure
    alike: bool
    differs_in: tuple[str, ...] = ()


class OverTime(msgspec.Struct, frozen=True, kw_only=True):
    """The points of a unit, oldest first, with the limits of an XmR chart of those that are alike.

    `said` is what may be said of a trend.
    """

    points: tuple[Point, ...]
    mean: float | None = None
    low: float | None = None
    high: float | None = None
    signals: tuple[str, ...] = ()
    said: str = ""


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """Who published, and one receipt of the archive that it came in, with the hash of its bytes."""

    publisher: str
    receipt: str
    sha256: str


class Unit(msgspec.Struct, frozen=True, kw_only=True):
    """One of the units compared. `figures` were put together; `verified` of them name who verified them,
    None where that is not asked.

    `period` is from the first to the last day that they are about; `notes` says what was left out of them and why.
    """

    key: str
    name: str
    figure: Figure
    figures: int = 0
    verified: int | None = None
    period: tuple[date, date] | None = None
    notes: tuple[str, ...] = ()
    expected: Expected | None = None
    funnel: FunnelVerdict | None = None
    ranks: Ranks | None = None
    over_time: OverTime | None = None
    publishers: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """What would change a conclusion. `changes` is None where that cannot be known; `events` is how many it takes."""

    about: About
    units: tuple[str, ...]
    changes: bool | None
    said: str
    events: int | None = None


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """Two of the units: how much larger the first's value is, from `low` to `high` (95%), and whether they differ.

    `named` says that somebody asked for these two; else they are the two that a league table would have at its top.
    """

    one: str
    other: str
    difference: float
    low: float
    high: float
    told_apart: bool
    sure: Sure
    named: bool = False


class MeasuredComparison(msgspec.Struct, frozen=True, kw_only=True):
    """Units side by side by one metric or council outcome.

    `units` are shown in the order of how much they rest on, never of how good they are; `groups` are those that
    cannot be told apart, as their keys. `set_aside` has every unit with figures that are not compared. `alike` has
    the codes, as published, in which observations agree, and `alike_in` what figures agree in, in words.
    """

    id: str
    version: int
    title: str
    question: str
    unit: str
    better: Better
    kind: str
    data_version: str
    selection: dict[str, str]
    window: tuple[date, date]
    window_chosen: bool
    alike: Likeness | None
    alike_in: dict[str, str]
    reporting: int
    in_all: int | None
    field: Field
    units: tuple[Unit, ...]
    groups: tuple[tuple[str, ...], ...]
    set_aside: tuple[SetAside, ...]
    pair: Pair | None
    would_change: tuple[Change, ...]
    case_mix: str
    caveats: tuple[str, ...]
