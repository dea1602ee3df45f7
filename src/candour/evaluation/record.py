"""All that an evaluation is made from, and what of it is withheld before anybody sees it."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Annotated, Literal

import msgspec
from msgspec.structs import replace

from candour.evaluation.bid import Bid
from candour.evaluation.design import Design
from candour.evaluation.errors import EvaluationError
from candour.evaluation.member import Member
from candour.evaluation.panel import Panel

Instant = Annotated[datetime, msgspec.Meta(tz=True)]
WITHHELD = "(withheld)"

SecretField = Literal[
    "price_explanation.reasons", "rating_evidence_accepted", "exclusion_grounds.reasons", "feedback.source"
]
"""Words only. A figure that decides cannot be withheld, because then nobody could recompute the award."""


class Secret(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a bidder has declared to be a commercial secret, and why the buyer agreed."""

    bid: str
    field: SecretField
    because: str


class Withheld(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """So many texts at `path` are withheld by this rule."""

    path: str
    texts: int
    rule: str


class Buyer(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who buys: its identifier, such as GB-LAE-CLD, and its name."""

    id: str
    name: str


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An evaluation as its buyer holds it. `opened` is the day on which bids, without prices, were opened."""

    design: Design
    design_published: Instant
    opened: date
    bids: tuple[Bid, ...]
    panel: Panel
    buyer: Buyer | None = None
    ocid: str = ""
    secrets: tuple[Secret, ...] = ()
    prices_opened: Instant | None = None


class Publishable(msgspec.Struct, frozen=True, kw_only=True):
    """The bids and the panel as they may be published, and what was taken out."""

    bids: tuple[Bid, ...]
    panel: Panel
    withheld: tuple[Withheld, ...]


def publishable(record: Record) -> Publishable:
    """What of a record may be published.

    What single members of the panel wrote, and what ties them to a bidder, is always withheld: words can give a
    person away. Reasons that the panel agreed on are published. Secrets are withheld where they were declared.

    Raises:
        EvaluationError: a secret names no bid, or a field in which that bid says nothing.
    """
    panel, withheld = _without_people(record.panel)
    bids = list(record.bids)
    for secret in record.secrets:
        place = next((place for place, bid in enumerate(bids) if bid.id == secret.bid), None)
        if place is None:
            raise EvaluationError(f"secrets: found no bid {secret.bid!r}; expected the id of one")
        hidden, texts = _HIDE[secret.field](bids[place])
        if not texts:
            raise EvaluationError(f"secrets: bid {secret.bid} says nothing in {secret.field}; take the line out")
        bids[place] = hidden
        rule = f"declared a commercial secret: {secret.because}"
        withheld.append(Withheld(path=f"bids[{place}].{secret.field}", texts=texts, rule=rule))
    return Publishable(bids=tuple(bids), panel=panel, withheld=tuple(withheld))


def _without_people(panel: Panel) -> tuple[Panel, list[Withheld]]:
    written = sum(bool(score.reasons) for score in panel.own)
    conflicts = [one for member in panel.members for one in member.conflicts or () if one.what != WITHHELD]
    found = [("panel.own[*].reasons", written), ("panel.members[*].conflicts[*]", 2 * len(conflicts))]
    rule = "it is one member's, and could give them away"
    withheld = [Withheld(path=path, texts=texts, rule=rule) for path, texts in found if texts]
    own = tuple(replace(score, reasons="") for score in panel.own)
    return replace(panel, own=own, members=tuple(map(_without_conflicts, panel.members))), withheld


def _without_conflicts(member: Member) -> Member:
    if member.conflicts is None:
        return member
    hidden = tuple(replace(one, what=WITHHELD, reasons=WITHHELD) for one in member.conflicts)
    return replace(member, conflicts=hidden)


def _price_explanation(bid: Bid) -> tuple[Bid, int]:
    answer = bid.price_explanation
    if answer is None or not answer.reasons:
        return bid, 0
    return replace(bid, price_explanation=replace(answer, reasons=WITHHELD)), 1


def _rating_evidence(bid: Bid) -> tuple[Bid, int]:
    found = bool(bid.rating_evidence_accepted)
    return (replace(bid, rating_evidence_accepted=WITHHELD) if found else bid), int(found)


def _exclusion_grounds(bid: Bid) -> tuple[Bid, int]:
    grounds = tuple(replace(ground, reasons=WITHHELD) for ground in bid.exclusion_grounds)
    return replace(bid, exclusion_grounds=grounds), len(grounds)


def _feedback(bid: Bid) -> tuple[Bid, int]:
    if bid.feedback is None:
        return bid, 0
    return replace(bid, feedback=replace(bid.feedback, source=WITHHELD)), 1


_HIDE: dict[SecretField, Callable[[Bid], tuple[Bid, int]]] = {
    "price_explanation.reasons": _price_explanation,
    "rating_evidence_accepted": _rating_evidence,
    "exclusion_grounds.reasons": _exclusion_grounds,
    "feedback.source": _feedback,
}
