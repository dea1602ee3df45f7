"""Answers on how the supplier was chosen, and how its places of care are rated."""

from collections.abc import Sequence

from candour.care.days import in_words
from candour.care.ratings.share import Share
from candour.operations.answers.answer import Answer, told, uncomputable, unreported
from candour.operations.answers.of_about import buyer_of
from candour.operations.answers.words import age, clause, code, count, listed, people
from candour.operations.contract.quality import Criterion, Rated, Score
from candour.operations.contract.standards import Standard
from candour.operations.contract.view import ContractView


def award_criteria(view: ContractView) -> Answer:
    """By what bids were compared, with weights."""
    criteria = view.quality.criteria
    if not criteria:
        return unreported(f"{buyer_of(view)} has not published by what it compared bids.")
    return told(f"Bids were compared by {listed(map(_criterion, criteria))}.", *(one.source for one in criteria))


def _criterion(one: Criterion) -> str:
    name = one.name or one.type or "a criterion without a name"
    weight = one.number if one.number is not None else one.likely_weight
    if weight is None:
        return f"{name} (no weight)"
    percent = one.weight is not None and one.weight.startswith("percentage")
    return f"{name} {weight}{'%' if percent else ''}"


def competition(view: ContractView) -> Answer:
    """How many bids there were."""
    if view.quality.bids is None:
        return unreported(f"{buyer_of(view)} has not published how many bids it received.")
    return told(f"{count(view.quality.bids, 'bid was', 'bids were')} received.", view.quality.bids_source)


def scores(view: ContractView) -> Answer:
    """What the bid that won was given, criterion by criterion; people's own panels beside the whole panel."""
    if not view.quality.scores:
        return unreported(f"{buyer_of(view)} has not published how bids were scored.")
    won = [one for one in view.quality.scores if one.won]
    if not won:
        return uncomputable(
            "Scores were published, but the award does not say which bid won.",
            *(one.source for one in view.quality.scores),
        )
    return told(f"The bid that won was given {listed(map(_score, won))}.", *(one.source for one in won))


def _score(one: Score) -> str:
    most = f" of {one.maximum}" if one.maximum is not None else ""
    who = f" by {code(one.group)}" if one.group else ""
    return f"{one.score if one.score is not None else 'no number'}{most} for {one.criterion or 'a criterion'}{who}"


def panel(view: ContractView) -> Answer:
    """Who judged the bids, by role and number."""
    if not view.quality.panel:
        return unreported(f"{buyer_of(view)} has not published who judged the bids, by role.")
    seats = [people(one.number, one.role) for one in view.quality.panel]
    conflicts = [one.conflicts_declared for one in view.quality.panel if one.conflicts_declared is not None]
    number = count(sum(conflicts), "conflict of interest was", "conflicts of interest were")
    declared = f" {number} declared." if conflicts else ""
    return told(f"The panel: {listed(seats)}.{declared}", *(one.source for one in view.quality.panel))


def ratings_on_award_day(view: ContractView) -> Answer:
    """How the supplier's places of care were rated on the day of the award."""
    rated = view.quality.ratings
    if rated and rated[0].award_day is None:
        return uncomputable("The award has no date, so the ratings of that day cannot be told.")
    return _ratings(view, [(one, one.then) for one in rated], "on the day of the award")


def ratings_now(view: ContractView) -> Answer:
    """How the supplier's places of care are rated now, and how old the inspections are."""
    return _ratings(view, [(one, one.now) for one in view.quality.ratings], "now")


def _ratings(view: ContractView, found: Sequence[tuple[Rated, Sequence[Share]]], when: str) -> Answer:
    if not found:
        return unreported(f"{buyer_of(view)} has published no supplier whose rating could be looked up.")
    said = [
        f"{one.supplier or 'The supplier'} {when}: {'; '.join(map(_share, shares))}."
        for one, shares in found
        if shares
    ]
    if not said:
        return uncomputable(
            f"No supplier is linked to a register that was received, so its rating {when} is not known."
        )
    rated = [share for _, shares in found for share in shares if share.state == "value"]
    if not rated:
        return uncomputable(" ".join(said))
    return told(
        " ".join(said),
        alert=any(share.numerator < share.denominator for share in rated),
        period=in_words(rated[0].day),
        n=count(sum(share.denominator for share in rated), "rated location", "rated locations"),
    )


def _share(share: Share) -> str:
    lacking = f", {sum(share.lacking.values())} not rated" if share.lacking else ""
    if share.state != "value":
        known = share.because if share.lacking else "it had no registered location then"
        return f"{known}{lacking} ({share.nation})"
    old = ""
    if share.oldest_age_days is not None:
        old = f", the oldest inspection {age(share.oldest_age_days)} old"
    return (
        f"{share.numerator} of {share.denominator} rated locations at or above good{lacking}{old} "
        f"({share.nation}, by the register {share.register}: {share.meaning})"
    )


def minimum_standards(view: ContractView) -> Answer:
    """Which minimum standards the contract asks for, and which of them raise the national one."""
    if not view.standards:
        return unreported(f"{buyer_of(view)} has not published which minimum standards hold.")
    return told(
        f"Minimum standards: {listed(map(_standard, view.standards))}.", *(one.source for one in view.standards)
    )


def _standard(one: Standard) -> str:
    name = clause(one.title or one.id or "one without a name")
    floor = (code(one.direction) if one.direction else "", str(one.floor) if one.floor is not None else "", one.unit)
    said = " ".join(filter(None, floor))
    return f"{name}{f' ({said})' if said else ''}{', above the national one' if one.raises else ''}"
