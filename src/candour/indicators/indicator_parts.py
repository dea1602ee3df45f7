"""The closed words in which an indicator is defined, and the public names that it is known by."""

from typing import Literal, get_args

import msgspec

Theme = Literal[
    "price",
    "quality",
    "outcomes",
    "pay",
    "voice",
    "competition",
    "timeliness",
    "transparency",
    "continuity",
]
"""What an indicator is about; the order is that of the reference page."""
THEMES: tuple[Theme, ...] = get_args(Theme)

IndicatorUnit = Literal["count", "share", "money", "days", "months", "bids", "a year"]
Summary = Literal["count", "share", "median"]
Grain = Literal["process", "lot", "bid", "award", "contract", "promise", "observation", "rate", "contribution"]
"""What one value is about. A `promise` is one metric of one process or contract."""

System = Literal["Cardinal", "Single Market Scoreboard", "Fingertips", "ASCOF", "OCP red flags guide"]
"""Who else computes it: Open Contracting Partnership's Cardinal and its guide to red flags, the European Commission's
scoreboard, the Office for Health Improvement and Disparities' Fingertips, and the adult social care outcomes
framework."""


class KnownAs(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The same figure, or one near to it, as somebody else publishes it.

    `code` is its code there, or its name where it has none. Either it means the `same`, or `but` says how it differs.
    """

    system: System
    code: str
    same: bool = False
    but: str = ""

    def __post_init__(self) -> None:
        if not self.code:
            raise ValueError("code: found nothing, expected its code or name there")
        if self.same == bool(self.but):
            raise ValueError(f"{self.code}: expected either same: true, or in `but` how it differs")
