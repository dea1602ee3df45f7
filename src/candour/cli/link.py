"""`candour link`: which processes are the same procurement, and what a person says of it."""

from typing import Annotated, Any

import typer

from candour.cli.link_rows import LINK_COLUMNS, link_rows
from candour.cli.options import DEFAULT_DATA, AsJson, Data
from candour.cli.output import print_json, print_table, say
from candour.operations.home import Home
from candour.operations.link import Linked, decide, links_of


def link(
    ocid: Annotated[str, typer.Argument(metavar="PROCESS", help="The ocid of a process.")],
    other: Annotated[
        str | None, typer.Argument(metavar="OTHER", help="The ocid of another, to decide on the two.")
    ] = None,
    same: Annotated[
        bool | None, typer.Option("--same/--different", help="Whether the two are the same procurement.")
    ] = None,
    reason: Annotated[
        str | None, typer.Option("--reason", help="Why; it is shown to everybody who reads the data.")
    ] = None,
    by: Annotated[str | None, typer.Option("--by", help="Who answers for it: a name or a role.")] = None,
    data: Data = DEFAULT_DATA,
    as_json: AsJson = False,
) -> None:
    """List the processes that are the same procurement as one, or decide whether two are.

    A decision outweighs every score. It is kept in the archive, merges nothing, and is undone by deciding again or by
    withdrawing its receipt.
    """
    home = Home(data)
    if other is None:
        if same is not None or reason or by:
            raise typer.BadParameter("a decision is about two processes: give both ocids")
        _show(links_of(home, ocid), as_json)
        return
    if same is None or not reason or not by:
        raise typer.BadParameter("say --same or --different, with --reason and --by")
    receipt = decide(home, ocid, other, same=same, by=by, reason=reason)
    if as_json:
        print_json(receipt)
        return
    verdict = "the same procurement" if same else "not the same procurement"
    say(f"Receipt {receipt.id}: {ocid} and {other} are {verdict}.")
    say("It counts from the next `candour build` on.")


def _show(linked: Linked, as_json: bool) -> None:
    if as_json:
        print_json(linked)
        return
    if linked.links:
        rows = link_rows(linked.ocid, linked.links)
        print_table(f"The same procurement as {linked.ocid}", LINK_COLUMNS, rows, whole=("process",))
    else:
        say(f"No other process is known to be the same procurement as {linked.ocid}.")
    if linked.decisions:
        columns = ("receipt", "process", "decision", "by", "day", "reason")
        print_table(
            "What people decided; the last on two processes counts",
            columns,
            _decisions(linked),
            whole=("receipt", "process", "decision", "day"),
        )
    say(f"Data version {linked.data_version}. Next: `candour show PROCESS`.")


def _decisions(linked: Linked) -> list[tuple[Any, ...]]:
    rows = []
    for held in linked.decisions:
        decision = held.decision
        other = decision.b.key if decision.a.key == linked.ocid else decision.a.key
        verdict = "same" if decision.same else "different"
        rows.append((held.receipt.id, other, verdict, decision.by, decision.when, decision.reason))
    return rows
