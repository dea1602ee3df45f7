"""A link between an organisation of notices and a registration, location or council: what it is and how sure."""

from datetime import date
from typing import Literal

import msgspec

from candour.care.link_end import End
from candour.care.who_is_who.model import MODEL

Method = Literal["identifier", "council name", "name and postcode", "person"]
Outcome = Literal["linked", "to be reviewed", "not linked"]


class OrganisationLink(msgspec.Struct, frozen=True):
    """Two ends that are, or may be, the same organisation, or an organisation and a location that it runs.

    `score` is the probability of that, 0 to 1. `reasons` say in words what speaks for and against it, with points
    (natural log-odds) where they were weighed. `evidence` is the day of the newest of what the link rests on.
    """

    a: End
    b: End
    method: Method
    score: float
    outcome: Outcome
    reasons: tuple[str, ...]
    evidence: date | None = None


def outcome_of(score: float) -> Outcome:
    """What becomes of a pair with this probability, by the thresholds in model.yaml."""
    if score >= MODEL.thresholds.linked:
        return "linked"
    return "to be reviewed" if score >= MODEL.thresholds.review else "not linked"


def newest(*days: date | None) -> date | None:
    """The last of the days that are known."""
    return max((day for day in days if day is not None), default=None)
