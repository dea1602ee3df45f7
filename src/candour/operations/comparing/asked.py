"""What somebody has chosen so far of a comparison."""

from datetime import date
from typing import Literal

import msgspec

from candour.compare.measured.asked import EVERYBODY, KindName
from candour.compare.selection import Care, Rating

MOST = 12
"""So many can be read side by side."""

Sort = Literal["metric", "indicator", "council outcome"]
"""What something is compared by: what was measured of contracts, what we compute from notices, or what is published
about councils."""


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """`kind` is what is compared, `by` the id of an indicator, a metric or an outcome of councils, `ones` are keys.

    `words` look for names to choose from, and `choosing` says that the choice is not finished. `most` asks for those
    of whom most is known, instead of naming them. Keys of providers may be those of regulators' registers, too. The
    rest narrows which figures count, as in `MeasuredQuestion` and `Selection`.
    """

    kind: KindName | None = None
    by: str = ""
    ones: tuple[str, ...] = ()
    words: str = ""
    choosing: bool = False
    most: bool = False
    care: Care = "yes"
    council: str | None = None
    contract_model: str | None = None
    rating: Rating | None = None
    since: date | None = None
    until: date | None = None
    group: str = EVERYBODY
    standardise: str = ""
    with_neighbours: bool = False
