"""`candour contract`: one contract in one view."""

from datetime import UTC, datetime
from typing import Annotated

import typer

from candour.cli.options import DEFAULT_DATA, AsJson, Data
from candour.cli.output import print_json, print_table, say
from candour.cli.selection import DAY
from candour.cli.sentences import LEGEND, Footnotes, heading, paragraph, sentence
from candour.compare.figure_text import money_text
from candour.operations.answers.kinds import Section, section_of
from candour.operations.answers.of_outcomes import delivered_metric
from candour.operations.contract.outcomes import STANDINGS
from candour.operations.contract.view import ContractView, ProcessView, contract_view
from candour.operations.home import Home

TITLES: dict[Section, str] = {
    "about": "What it is",
    "price": "Price",
    "quality": "Quality",
    "outcomes": "Outcomes",
    "pay": "Pay",
    "voice": "Voice",
    "continuity": "Before and after",
    "sources": "Sources",
}


def contract(
    ocid: Annotated[str, typer.Argument(metavar="PROCESS", help="The ocid of a process.")],
    contract_id: Annotated[
        str | None, typer.Option("--contract", metavar="ID", help="Only the contract, or award, with this id.")
    ] = None,
    on: Annotated[
        datetime | None, typer.Option(help="Ratings and what is overdue as of this day; else today.", **DAY)
    ] = None,
    data: Data = DEFAULT_DATA,
    as_json: AsJson = False,
) -> None:
    """Show price, quality, outcomes, pay and voice of one contract in one view, and who says so."""
    day = on.date() if on else datetime.now(UTC).date()
    view = contract_view(Home(data), ocid, day, contract_id)
    if as_json:
        print_json(view)
    elif len(view.contracts) == 1:
        _print(view, view.contracts[0])
    else:
        _print_list(view)


def _print(process: ProcessView, view: ContractView) -> None:
    name = (
        f"Contract {view.contract_id}"
        if view.contract_id
        else f"Award {view.award_id}"
        if view.award_id
        else "Tender"
    )
    heading(f"{name} of {process.ocid}")
    paragraph(view.about.title or "It has no title.")
    footnotes = Footnotes()
    for section, title in TITLES.items():
        heading(title)
        for answer in section_of(view, section):
            sentence(answer, footnotes)
        if section == "outcomes":
            _print_outcomes(view, footnotes)
    footnotes.show()
    say()
    say(LEGEND)
    say(f"As of {process.day}. Data version {process.data_version}. More: --json, `candour answers {process.ocid}`.")


def _print_outcomes(view: ContractView, footnotes: Footnotes) -> None:
    for standing in STANDINGS:
        found = [one for one in view.outcomes if one.standing == standing]
        if found:
            paragraph(f"{standing[0].upper()}{standing[1:]}:", indent=2)
        for one in found:
            sentence(delivered_metric(view, one.metric), footnotes, indent=4)


def _print_list(process: ProcessView) -> None:
    print_table(
        f"{len(process.contracts)} contracts and awards of {process.ocid}",
        ("id", "supplier", "status", "ends", "value", "never reported"),
        [_row(view) for view in process.contracts],
        whole=("id",),
    )
    say("The last column: how many of the promised metrics were never reported.")
    say(f"One of them: candour contract {process.ocid} --contract ID. Data version {process.data_version}.")


def _row(view: ContractView) -> tuple[object, ...]:
    amounts = {one.what: one for one in view.price.amounts}
    worth = amounts.get("contract") or (None if view.contract_id else amounts.get("award"))
    promised = [one for one in view.outcomes if one.promise]
    missing = sum(one.standing == "promised but never reported" for one in promised)
    return (
        view.contract_id or f"{view.award_id} (award)",
        ", ".join(one.name or "no name" for one in view.about.suppliers[:3])
        + (f" and {len(view.about.suppliers) - 3} more" if len(view.about.suppliers) > 3 else ""),
        view.about.status or "not reported",
        view.about.ends or "not reported",
        money_text(worth.amount, worth.currency) if worth else "not reported",
        f"{missing} of {len(promised)}" if promised else "no promise",
    )
