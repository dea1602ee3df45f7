"""What somebody wants compared."""

import datetime
import re
from typing import Literal

import msgspec

from candour.compare.selection import Care

KindName = Literal["providers", "councils", "contract-models", "contracts"]
EVERYBODY = ""
_GSS = re.compile(r"[A-Z]\d{8}")


class Window(msgspec.Struct, frozen=True):
    """Figures count whose period ends on or after `since` and before `until`; `chosen` where nobody asked for it."""

    since: datetime.date
    until: datetime.date
    chosen: bool = False


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """Whose figures of which metric.

    `council` is a key of the councils compared (GSS code, else the name in small letters). `breakdown` is the part of
    the people, as name=value, or nothing for everybody. `since` and `until` (exclusive) bound the day on which the
    period of a figure ends.
    """

    metric: str
    kind: KindName
    care: Care = "yes"
    council: str | None = None
    contract_model: str | None = None
    breakdown: str = EVERYBODY
    since: datetime.date | None = None
    until: datetime.date | None = None

    def in_words(self) -> dict[str, str]:
        """What was asked for, by the name of each choice."""
        return {name: str(value) for name in self.__struct_fields__ if (value := getattr(self, name))}


def is_gss(council: str) -> bool:
    """Whether a key of councils is a GSS code, and not the name of one that is in no table of councils."""
    return _GSS.fullmatch(council) is not None
