"""Answers on what came before, what comes after, and what is passed on."""

from candour.care.days import in_words
from candour.operations.answers.answer import Answer, told, uncomputable, unreported
from candour.operations.answers.of_about import buyer_of
from candour.operations.answers.words import code, count, figure, listed
from candour.operations.contract.continuity import Neighbour, Side
from candour.operations.contract.inheritance import FATES
from candour.operations.contract.view import ContractView


def predecessor(view: ContractView) -> Answer:
    """Who gave the care before, and why that ended."""
    return _neighbours(view, "before", "who gave this care before")


def successor(view: ContractView) -> Answer:
    """Who gives the care after this contract."""
    return _neighbours(view, "after", "who takes over")


def _neighbours(view: ContractView, side: Side, what: str) -> Answer:
    found = [one for one in view.continuity.neighbours if one.side == side]
    if not found:
        return unreported(f"{buyer_of(view)} has not published {what}.")
    word = "Before" if side == "before" else "After"
    return told(f"{word} this contract: {listed(map(_neighbour, found))}.", *(one.source for one in found))


def _neighbour(one: Neighbour) -> str:
    name = one.supplier or "a service whose supplier is not named"
    where = ", ".join(filter(None, (one.ocid, f"contract {one.contract_id}" if one.contract_id else None)))
    why = ", ".join(
        filter(None, (code(one.reason) if one.reason else None, in_words(one.date) if one.date else None))
    )
    return f"{name} ({'; '.join(filter(None, (where, why)))})"


def inherited(view: ContractView) -> Answer:
    """Which metrics and targets pass from one contract to the next, and which are dropped."""
    if not view.continuity.neighbours:
        return unreported(f"{buyer_of(view)} has published neither a contract before this one nor one after it.")
    known = [one for one in view.continuity.neighbours if one.received]
    if not known:
        return uncomputable(
            "The contract before or after this one was not received, so what is passed on cannot be told.",
            *(one.source for one in view.continuity.neighbours),
        )
    return told(
        " ".join(map(_passed_on, known)),
        *(one.source for one in known),
        alert=any(line.fate == "dropped" for one in known for line in one.inherited),
    )


def _passed_on(one: Neighbour) -> str:
    between = "From the contract before" if one.side == "before" else "To the contract after"
    parts = [
        f"{fate}: {listed(line.title for line in one.inherited if line.fate == fate)}"
        for fate in FATES
        if any(line.fate == fate for line in one.inherited)
    ]
    return f"{between} ({one.ocid}): {'; '.join(parts) if parts else 'neither of the two promised anything'}."


def baseline(view: ContractView) -> Answer:
    """The values that whoever comes next starts from: the predecessor's last, or this contract's own last."""
    before = [
        f"{line.title} {figure(line.baseline)}"
        for one in view.continuity.neighbours
        if one.side == "before"
        for line in one.inherited
        if line.baseline is not None
    ]
    own = [one for one in view.outcomes if one.latest is not None]
    if not before and not own:
        return unreported("Nothing was reported that a later contract could start from.")
    parts = [f"this contract started from {listed(before)}"] if before else []
    if own:
        said = [f"{one.title} {figure(one.latest)}" for one in own if one.latest]
        parts.append(f"whoever comes next starts from {listed(said)}")
    text = "; ".join(parts)
    return told(f"{text[0].upper()}{text[1:]}.", *(one.latest.source for one in own if one.latest))


def same_procurement(view: ContractView) -> Answer:
    """Whether the same purchase stands under another number, where more may be said of it."""
    found = view.continuity.same_procurement
    if not found:
        return unreported("No other process is known to be the same purchase.")
    said = [f"{one.ocid} ({one.how}{', with results' if one.has_deliveries else ''})" for one in found]
    return told(f"{count(len(found), 'other process is', 'other processes are')} the same purchase: {listed(said)}.")
