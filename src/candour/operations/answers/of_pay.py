"""Answers on what of the price reaches the worker."""

from candour.operations.answers.answer import Answer, told, uncomputable, unreported
from candour.operations.answers.of_about import buyer_of
from candour.operations.answers.words import code, figure, listed, money, number, said_at
from candour.operations.contract.pay import Chain, WorkerPay
from candour.operations.contract.rate import closest
from candour.operations.contract.view import ContractView

_OF = {
    "payerPays": "what the payer pays",
    "providerReceives": "what the provider receives",
    "providerSpends": "what the provider spends",
}
_TRAVEL = {
    "paidSeparately": "the time on the way is paid apart",
    "includedInRate": "the time on the way is part of the rate",
    "notPaid": "the time on the way is not paid",
}


def worker_pay(view: ContractView) -> Answer:
    """What the worker receives for an hour or a visit."""
    found = [one for one in view.pay.rates if one.rate.worker_receives is not None]
    if not found:
        return unreported(f"{buyer_of(view)} has not published what workers receive.")
    lines = said_at((_receives(one), one.rate.stage) for one in found)
    return told(f"The worker receives {listed(lines)}.", *(one.rate.source for one in found))


def _receives(one: WorkerPay) -> str:
    rate = one.rate
    assert rate.worker_receives is not None, "only rates that say it are asked"
    per = code(rate.worker_receives_per) if rate.worker_receives_per else "unit that is not said"
    title = f"{rate.title}: " if rate.title else ""
    return f"{title}{money(rate.worker_receives, rate.worker_currency)} for one {per}"


def worker_share(view: ContractView) -> Answer:
    """What share of the price reaches the worker, and of what it is a share."""
    known = [one for one in view.pay.rates if one.share.state == "value"]
    if known:
        lines = said_at((_share(one), one.rate.stage) for one in known)
        return told(f"The worker's share is {listed(lines)}.", *(one.rate.source for one in known))
    why = next((one for one in view.pay.rates if one.share.state == "not computable"), None)
    if why is not None:
        return uncomputable(f"The worker's share cannot be computed: {why.share.because}.", why.rate.source)
    return unreported(f"{buyer_of(view)} has not published what share of the price reaches workers.")


def _share(one: WorkerPay) -> str:
    share = one.share
    assert share.value is not None, "only shares with a value are said"
    of = share.of if share.computed else _OF.get(share.of or "", code(share.of or "something that is not said"))
    worked_out = ", worked out from the rate" if share.computed else ""
    title = f"{one.rate.title}: " if one.rate.title else ""
    return f"{title}{number(share.value, 'share')} of {of}{worked_out}"


def pay_floor(view: ContractView) -> Answer:
    """Whether the pay meets the least that the law asks for contact and travel together."""
    first = closest(one.rate for one in view.pay.rates if one.rate.worker_receives is not None)
    paid = [one for one in view.pay.rates if one.rate in first]
    if not paid:
        return unreported(
            f"{buyer_of(view)} has not published what workers receive, so the law's floor decides nothing."
        )
    known = [one for one in paid if one.floor.met is not None]
    if not known:
        return uncomputable(
            f"Whether the pay meets the law's floor cannot be told: {paid[0].floor.because}.", paid[0].rate.source
        )
    return told(
        " ".join(map(_floor, known)),
        *(one.rate.source for one in known),
        alert=any(one.floor.met is False for one in known),
        period=known[0].floor.year,
    )


def _floor(one: WorkerPay) -> str:
    floor = one.floor
    assert floor.amount is not None, "a verdict rests on a floor"
    met = "meets" if floor.met else "is below"
    return (
        f"{_receives(one)} {met} the floor of {money(floor.amount, one.rate.worker_currency)} in {floor.year}: "
        f"{floor.because}."
    )


def travel_time(view: ContractView) -> Answer:
    """Whether the time between visits is paid."""
    found = [one.rate for one in view.pay.rates if one.rate.travel_time]
    if not found:
        return unreported(f"{buyer_of(view)} has not published whether workers are paid for the time on the way.")
    said = said_at((_TRAVEL.get(rate.travel_time or "", code(rate.travel_time or "")), rate.stage) for rate in found)
    return told(
        f"On travel: {listed(said)}.",
        *(rate.source for rate in found),
        alert=any(rate.travel_time == "notPaid" for rate in found),
    )


def mileage(view: ContractView) -> Answer:
    """What a worker is paid back for a mile."""
    found = [one.rate for one in view.pay.rates if one.rate.mileage is not None]
    if not found:
        return unreported(f"{buyer_of(view)} has not published what is paid for a mile.")
    said = [f"{money(rate.mileage, rate.mileage_currency)} a mile" for rate in found if rate.mileage is not None]
    return told(f"Workers are paid {listed(dict.fromkeys(said))}.", *(rate.source for rate in found))


def pay_promise_to_report(view: ContractView) -> Answer:
    """What was promised of pay, what the contract says, and what was reported, in that order."""
    if not view.pay.chains:
        return unreported(f"{buyer_of(view)} has published no promise and no report of pay.")
    return told(
        " ".join(map(_chain, view.pay.chains)),
        *(step.value.source for chain in view.pay.chains for step in chain.steps),
        alert=any(chain.kept is not None and chain.kept.verdict == "not met" for chain in view.pay.chains),
    )


def _chain(chain: Chain) -> str:
    steps = ", then ".join(f"{figure(step.value)} ({step.stage})" for step in chain.steps)
    missing = "" if chain.steps[-1].stage == "reported" else "; never reported"
    unpromised = "; nothing was promised" if chain.steps[0].stage == "reported" else ""
    kept = f"; {chain.kept.verdict}" if chain.kept else ""
    return f"{chain.title}: {steps}{missing}{unpromised}{kept}."
