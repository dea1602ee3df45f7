"""Answers on what the care costs."""

from candour.care.days import in_words, of_release, span
from candour.costing.published_lines import PublishedLine
from candour.operations.answers.answer import Answer, told, uncomputable, unreported
from candour.operations.answers.of_about import buyer_of
from candour.operations.answers.words import clause, code, count, listed, money, said_at
from candour.operations.contract.hour import Hour
from candour.operations.contract.rate import Rate
from candour.operations.contract.view import ContractView

_WHAT = {"contract": "The contract", "award": "The award", "estimate": "The whole tender, by its estimate,"}
_NATIONS = {"england": "England", "scotland": "Scotland", "wales": "Wales", "northern-ireland": "Northern Ireland"}


def contract_value(view: ContractView) -> Answer:
    """What it is worth: the contract, else the award, else the tender's estimate."""
    amounts = {one.what: one for one in view.price.amounts}
    for what in ("contract", "award", "estimate"):
        one = amounts.get(what)
        if one is not None:
            gross = f" ({money(one.gross, one.currency)} with tax)" if one.gross is not None else ""
            return told(f"{_WHAT[what]} is worth {money(one.amount, one.currency)}{gross}.", one.source)
    return unreported(f"{buyer_of(view)} has published no value.")


def spent(view: ContractView) -> Answer:
    """What was really paid: in all, else in the payments that were published."""
    whole = next((one for one in view.price.amounts if one.what == "spent in all"), None)
    if whole is not None:
        return told(f"{money(whole.amount, whole.currency)} was spent in all.", whole.source)
    if view.price.paid:
        sums = [
            f"{money(one.amount, one.currency)} in {count(one.payments, 'payment', 'payments')}"
            + (f" until {in_words(one.until)}" if one.until else "")
            for one in view.price.paid
        ]
        return told(f"The payments that were published come to {listed(sums)}.", view.about.said_by["contract"])
    return unreported(f"{buyer_of(view)} has not published what was spent.")


def value_changes(view: ContractView) -> Answer:
    """Whether the value changed after the contract was signed, and what reasons were given for changes."""
    values, changes = view.price.values, view.price.amendments
    if not values and not changes:
        return unreported(f"{buyer_of(view)} has published no value of the contract that could have changed.")
    parts = [f"{money(one.amount, one.currency)} ({of_release(one.source.date)})" for one in values]
    text = f"The value was said to be {', then '.join(parts)}" if parts else "No value was published"
    if len(values) == 1:
        text += " and has not changed since"
    reasons = [clause(one.rationale or one.description or "no reason given") for one in changes]
    text += f"; amendments: {listed(reasons)}" if reasons else "; no amendment was published"
    return told(f"{text}.", *(one.source for one in values), *(one.source for one in changes))


def rates(view: ContractView) -> Answer:
    """What is paid for one hour, visit or night."""
    paid = [rate for rate in view.price.rates if rate.payer_pays is not None]
    if not paid:
        return unreported(f"{buyer_of(view)} has published no rate.")
    lines = said_at((_rate(rate), rate.stage) for rate in paid)
    return told(f"The payer pays {listed(lines)}.", *(rate.source for rate in paid))


def _rate(rate: Rate) -> str:
    amount = money(rate.payer_pays, rate.currency) if rate.payer_pays is not None else ""
    what = code(rate.unit) if rate.unit else "unit that is not said"
    length = f" of {rate.visit_minutes} minutes" if rate.visit_minutes else ""
    about = ", ".join(filter(None, (rate.title, span(rate.start, rate.end))))
    return f"{amount} for one {what}{length}{f', {about},' if about else ''}"


def price_per_hour_vs_cost(view: ContractView) -> Answer:
    """Whether the price of an hour can pay for an hour: beside published costs of that nation and year."""
    if not view.price.hours:
        return unreported(f"{buyer_of(view)} has published no rate, so the price of an hour is not known.")
    said = [one for one in view.price.hours if one.beside]
    if not said:
        first = view.price.hours[0]
        return uncomputable(
            f"Whether the price can pay for an hour of care cannot be told: {first.because}.",
            *(rate.source for rate in view.price.rates if rate.id == first.rate),
        )
    publishers = dict.fromkeys(line.publisher for one in said for line in _lines(one).values())
    return told(
        f"{' '.join(map(_beside, said))} The lines are published by {listed(publishers)}. {said[0].caveats[0]}",
        *(rate.source for rate in view.price.rates if rate.id in {one.rate for one in said}),
        alert=any(one.beside.standing.startswith("below") for one in said if one.beside),
        period=said[0].year,
    )


def _lines(one: Hour) -> dict[str, PublishedLine]:
    found = (one.beside.red_line, one.beside.sustainability_line) if one.beside else (None, None)
    return {name: line for name, line in zip(("red line", "to last"), found, strict=True) if line is not None}


def _beside(one: Hour) -> str:
    assert one.beside is not None, "only hours with a comparison are said"
    assert one.an_hour is not None, "a comparison has an hour"
    lines = [f"{name} {money(line.amount, one.currency)}" for name, line in _lines(one).items()]
    title = f" ({one.title})" if one.title else ""
    return (
        f"{money(one.an_hour, one.currency)} an hour{title} is {one.beside.standing} for "
        f"{_NATIONS[one.beside.nation]} in {one.beside.year} ({', '.join(lines)})."
    )
