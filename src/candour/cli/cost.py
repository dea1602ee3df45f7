"""`candour cost`: what an hour of home care, or a week in a care home, costs and where each pound goes."""

from pathlib import Path
from typing import Annotated

import typer

from candour.cli.options import AsJson
from candour.cli.output import print_json, print_table, say
from candour.operations.cost import cost as cost_of
from candour.operations.cost_answer import Cost, FeeShown
from candour.operations.cost_request import CostRequest, Of, changed, named_values, read_request


def cost(
    file: Annotated[
        Path | None, typer.Argument(metavar="[ASSUMPTIONS.yaml]", help="A YAML file that says what to cost.")
    ] = None,
    nation: Annotated[str | None, typer.Option(help="Whose pay floor and on-costs count, such as england.")] = None,
    year: Annotated[str | None, typer.Option(help="The financial year, such as 2025-26.")] = None,
    of: Annotated[Of | None, typer.Option(help="An hour of home care (if nothing is said), or a week.")] = None,
    assume: Annotated[
        list[str] | None, typer.Option("--set", metavar="NAME=VALUE", help="An assumption; may be repeated.")
    ] = None,
    fee: Annotated[
        str | None, typer.Option(help="A fee for a contact hour, to be held against the lawful costs.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Take the price of an hour of home care apart: who gets each pound, and whether a fee can pay what is lawful.

    With a nation and a year, what the law says there is filled in; what is missing is asked for by name, and is never
    zero. Every assumption is listed in the reference of parameters.
    """
    request = read_request(file) if file else CostRequest()
    said = {"nation": nation, "year": year, "of": of, "fee": fee}
    answer = cost_of(changed(request, said, named_values(assume or [])))
    if as_json:
        print_json(answer)
    else:
        _print(answer)


def _print(answer: Cost) -> None:
    where = f", {answer.nation} {answer.year}" if answer.nation else ""
    rows = [(part.title, part.amount, f"{part.share}%") for part in answer.parts]
    total = answer.direct_costs if answer.price is None else answer.price
    whole = "Direct costs" if answer.price is None else "Price"
    print_table(
        f"A {answer.unit}{where}, in {answer.currency}",
        ("where it goes", "amount", "share"),
        [*rows, (whole, total, "100.00%")],
        right=("amount", "share"),
    )
    for share in answer.shares:
        say(f"{share.title}: {share.amount}, {share.share}% of {share.denominator}.")
    if answer.why_no_price:
        say(f"Price: {answer.why_no_price}.")
    else:
        say(f"Lowest fee in whole pence that meets all of this: {answer.lowest_fee}.")
    _print_travel(answer)
    for each in answer.fees_at_wages:
        say(f"At the {each.title} of {each.wage}, the lowest fee is {each.lowest_fee}.")
    if answer.fee:
        _print_fee(answer.fee)
    _print_sensitivity(answer)
    _print_assumed(answer)


def _print_travel(answer: Cost) -> None:
    if answer.travel_minutes_per_contact_hour is not None:
        say(f"Travel: {answer.travel_minutes_per_contact_hour} minutes for each contact hour.")
    if answer.paid_for_contact_only is None:
        return
    line = (
        f"Were contact alone paid at this wage, all time worked would be paid {answer.paid_for_contact_only} an hour"
    )
    if answer.pay_floor is not None:
        side = "at or above" if answer.contact_only_meets_floor else "below"
        line += f": {side} the pay floor of {answer.pay_floor}"
    say(f"{line}.")
    if answer.wage_meets_floor is False:
        say(f"The wage itself is below the pay floor of {answer.pay_floor}: this hour is not lawfully paid.")


def _print_fee(fee: FeeShown) -> None:
    check = fee.check
    print_table(
        f"A fee of {check.fee.amount} {check.fee.currency}, line by line; each line includes those above it",
        ("enough for", "needed", "left", "met"),
        [(line.title, line.needed.amount, line.left.amount, "yes" if line.met else "no") for line in check.lines],
        right=("needed", "left"),
    )
    say(f"The fee is {check.standing}. What decides: {check.decides.title}, {check.decides.needed.amount}.")
    if fee.question:
        say(f"Looks abnormally low; this is a question, not a verdict. {fee.question}")
        for step in fee.steps:
            say(f"- {step}")


def _print_sensitivity(answer: Cost) -> None:
    if answer.sensitivity:
        rows = [(each.assumption, each.step, f"{each.price_changes_by:+f}") for each in answer.sensitivity]
        print_table("What changes the price", ("assumption", "step", "price"), rows, right=("price",))


def _print_assumed(answer: Cost) -> None:
    if answer.assumed:
        rows = [(each.name, each.value, each.unit, f"{each.comes_from}. {each.known}") for each in answer.assumed]
        print_table("Assumed", ("name", "value", "unit", "from"), rows, right=("value",))
    for each in answer.not_known:
        say(f"Not known: {each}")
