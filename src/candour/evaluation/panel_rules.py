"""What a buyer asks of a panel, checked before any bid is opened."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TypeAlias

import msgspec

from candour.evaluation.bid import Bid
from candour.evaluation.member import Experience, Member
from candour.evaluation.months import months_between
from candour.evaluation.panel import Panel


class AskExperience(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="ask", tag="experience"
):
    """At least so many of those who score have one of these kinds of experience."""

    any_of: tuple[Experience, ...]
    at_least: int

    def __post_init__(self) -> None:
        if not self.any_of or self.at_least < 1:
            raise ValueError("panel rules: expected kinds of experience, and at_least of 1 or more")


class AskTraining(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="ask", tag="training"
):
    """Everybody who scores was trained in this, within so many months before bids were opened."""

    title: str
    within_months: int

    def __post_init__(self) -> None:
        if not self.title or self.within_months < 1:
            raise ValueError("panel rules: expected a training's title, and within_months of 1 or more")


class AskConflicts(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="ask", tag="conflicts"
):
    """Everybody was asked about conflicts, and who has one stood aside."""


PanelRule: TypeAlias = AskExperience | AskTraining | AskConflicts


def faults(rules: Sequence[PanelRule], bids: Sequence[Bid], panel: Panel, opened: date) -> Iterator[str]:
    """Every way in which a panel does not keep the rules, and every score by somebody who was to give none."""
    scoring = [member for member in panel.members if member.scores]
    for rule in rules:
        match rule:
            case AskExperience():
                found = sum(not set(rule.any_of).isdisjoint(member.experience) for member in scoring)
                if found < rule.at_least:
                    kinds = " or ".join(rule.any_of)
                    yield f"panel: found {found} who score with {kinds}, expected {rule.at_least} or more"
            case AskTraining():
                for member in scoring:
                    if not _trained(member, rule, opened):
                        yield f"panel: {member.id} was not trained in {rule.title} within {rule.within_months} months"
            case AskConflicts():
                yield from _conflicts(scoring)
    yield from _scored_all_the_same(bids, panel)


def _trained(member: Member, rule: AskTraining, opened: date) -> bool:
    return any(
        one.title == rule.title and one.on <= opened and months_between(one.on, opened) < rule.within_months
        for one in member.training
    )


def _conflicts(scoring: Sequence[Member]) -> Iterator[str]:
    for member in scoring:
        if member.conflicts is None:
            yield f"panel: {member.id} was not asked about conflicts; write `conflicts: []` where there are none"
        for conflict in member.conflicts or ():
            if conflict.management != "stood aside":
                yield f"panel: {member.id} has a conflict with {conflict.supplier_id} and did not stand aside"


def _scored_all_the_same(bids: Sequence[Bid], panel: Panel) -> Iterator[str]:
    of = {bid.id: bid.supplier_id for bid in bids}
    observers = {member.id for member in panel.members if not member.scores}
    aside = {
        (member.id, conflict.supplier_id)
        for member in panel.members
        for conflict in member.conflicts or ()
        if conflict.management == "stood aside"
    }
    for score in panel.own:
        if (score.member, of.get(score.bid)) in aside:
            yield f"panel: {score.member} stood aside and scored bid {score.bid} all the same"
        if score.member in observers:
            yield f"panel: {score.member} is an observer and scored bid {score.bid}"
