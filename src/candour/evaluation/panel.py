"""What a panel scored: every person's own scores, kept, and what was agreed afterwards, beside them."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Literal

import msgspec

from candour.evaluation.member import Member


class OwnScore(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What one member gave one bid for one criterion, before anything was agreed."""

    member: str
    bid: str
    criterion: str
    score: Decimal
    reasons: str = ""


class AgreedScore(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the panel agreed on for one bid and criterion after talking, and why."""

    bid: str
    criterion: str
    score: Decimal
    reasons: str

    def __post_init__(self) -> None:
        if not self.reasons.strip():
            raise ValueError(f"{self.bid}, {self.criterion}: an agreed score needs its reasons")


class Panel(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`rule` says what counts: the mean of members' own scores, or what they agreed on."""

    members: tuple[Member, ...]
    rule: Literal["mean", "agreed"]
    own: tuple[OwnScore, ...]
    agreed: tuple[AgreedScore, ...] = ()


class PanelView(msgspec.Struct, frozen=True, kw_only=True):
    """How a panel saw one bid by one criterion. `own` holds every own score, by member.

    `mean`, `lived_experience` and `others` are means of own scores, None where nobody of those scored; `counts` is
    the score that counts, and `reasons` what was said of it.
    """

    own: dict[str, Decimal]
    mean: Fraction
    lived_experience: Fraction | None
    others: Fraction | None
    counts: Fraction
    reasons: str


def view(panel: Panel, bid: str, criterion: str) -> PanelView | None:
    """How the panel saw it; None where nobody scored it or, by the rule, nothing was agreed."""
    with_lived = {member.id for member in panel.members if member.has_lived_experience}
    scores = [score for score in panel.own if score.bid == bid and score.criterion == criterion]
    mean = _mean(scores)
    if mean is None:
        return None
    agreed = next((one for one in panel.agreed if one.bid == bid and one.criterion == criterion), None)
    if panel.rule == "agreed" and agreed is None:
        return None
    return PanelView(
        own={score.member: score.score for score in scores},
        mean=mean,
        lived_experience=_mean([score for score in scores if score.member in with_lived]),
        others=_mean([score for score in scores if score.member not in with_lived]),
        counts=Fraction(agreed.score) if panel.rule == "agreed" and agreed else mean,
        reasons=agreed.reasons if agreed else " / ".join(score.reasons for score in scores if score.reasons),
    )


def _mean(scores: Sequence[OwnScore]) -> Fraction | None:
    if not scores:
        return None
    return sum((Fraction(score.score) for score in scores), Fraction()) / len(scores)
