"""What somebody wants compared by what was measured."""

from datetime import date

import msgspec

from candour.compare.measured.asked import EVERYBODY, KindName
from candour.compare.measured.case_mix import CaseMix
from candour.compare.selection import Care


class MeasuredQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """Whom to compare, by what, and which figures count. `of` is the id of a metric or of an outcome of councils.

    `names` are compared, else the `limit` whose figures rest on most; `among` and `with_neighbours` narrow those that
    each is held against. `council` is a name, a GSS code, or the name of a buyer that is in no table of councils.
    `group` is a part of the people as name=value, and `mix` what figures are standardised over. `since` and `until`
    (exclusive) bound the day on which the period of a figure ends. `care`, `council`, `contract_model` and `mix` are
    of metrics alone: an outcome of councils is published as it is.
    """

    of: str
    kind: KindName = "councils"
    names: tuple[str, ...] = ()
    among: tuple[str, ...] = ()
    with_neighbours: bool = False
    care: Care = "yes"
    council: str | None = None
    contract_model: str | None = None
    since: date | None = None
    until: date | None = None
    group: str = EVERYBODY
    mix: CaseMix | None = None
    limit: int = 15
