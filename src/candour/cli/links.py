"""`candour links`: who is who among suppliers of notices, registered providers, locations and councils."""

from typing import Annotated, Any

import typer

from candour.cli.options import DEFAULT_DATA, AsJson, By, Data, Reason
from candour.cli.output import counted, print_json, print_table, say
from candour.operations import organisation_links
from candour.operations.home import Home
from candour.operations.organisation_links import OrganisationPair, Side

links = typer.Typer(
    help="Who is who: which supplier of notices is which registered provider, location or council.",
    no_args_is_help=True,
    add_completion=False,
)
Key = Annotated[str, typer.Argument(metavar="KEY", help="The key of a supplier, provider, location or council.")]
One = Annotated[str, typer.Argument(metavar="ONE", help="The key of one, as `candour links review` shows it.")]
Other = Annotated[str, typer.Argument(metavar="OTHER", help="The key of the other.")]
COLUMNS = ("one", "other", "score", "is", "by", "why")


@links.command("review", epilog="Example: `candour links review --limit 5`")
def review(
    limit: Annotated[int, typer.Option(min=1, help="How many to show.")] = 20,
    data: Data = DEFAULT_DATA,
    as_json: AsJson = False,
) -> None:
    """List the pairs that a person should look at, the most probable first."""
    waiting = organisation_links.waiting(Home(data))
    if as_json:
        print_json(waiting[:limit])
        return
    if not waiting:
        say("Nothing waits to be reviewed.")
        return
    shown = waiting[:limit]
    title = f"{len(shown):,} of {counted(len(waiting), 'pair', 'pairs')} that may belong together"
    print_table(title, COLUMNS, [_row(pair) for pair in shown], ruled=True)
    say("Decide with `candour links confirm ONE OTHER` or `candour links reject ONE OTHER`, with --reason and --by.")


@links.command("show", epilog="Example: `candour links show cqc:1-101`")
def show(key: Key, data: Data = DEFAULT_DATA, as_json: AsJson = False) -> None:
    """List every link of one organisation, provider, location or council, and how each was come by."""
    found = organisation_links.organisation_links_of(Home(data), key)
    if as_json:
        print_json(found)
        return
    if not found:
        say(f"{key} is linked to nothing.")
        return
    print_table(
        f"{counted(len(found), 'link', 'links')} of {key}", COLUMNS, [_row(pair) for pair in found], ruled=True
    )


@links.command("confirm", epilog="Example: `candour links confirm GB-COH-01234567 cqc:1-101 --reason … --by …`")
def confirm(
    one: One, other: Other, reason: Reason, by: By, data: Data = DEFAULT_DATA, as_json: AsJson = False
) -> None:
    """Say that two belong together: the same organisation, or one and a location that it runs."""
    _decide(data, one, other, same=True, by=by, reason=reason, as_json=as_json)


@links.command("reject", epilog="Example: `candour links reject GB-COH-01234567 cqc:1-101 --reason … --by …`")
def reject(
    one: One, other: Other, reason: Reason, by: By, data: Data = DEFAULT_DATA, as_json: AsJson = False
) -> None:
    """Say that two do not belong together."""
    _decide(data, one, other, same=False, by=by, reason=reason, as_json=as_json)


@links.command("withdraw", epilog="Example: `candour links withdraw RECEIPT --reason 'mistaken' --by Me`")
def withdraw(
    receipt: Annotated[str, typer.Argument(metavar="RECEIPT", help="The receipt of a decision.")],
    reason: Reason,
    by: By,
    data: Data = DEFAULT_DATA,
    as_json: AsJson = False,
) -> None:
    """Take a decision back, so that the evidence counts as before."""
    correction = organisation_links.withdraw(Home(data), receipt, by=by, reason=reason)
    if as_json:
        print_json(correction)
        return
    say(f"Correction {correction.id}: the decision of receipt {receipt} no longer counts.")
    say("It counts from the next `candour build` on.")


def _decide(data: Any, one: str, other: str, *, same: bool, by: str, reason: str, as_json: bool) -> None:
    home = Home(data)
    decide = organisation_links.confirm if same else organisation_links.reject
    a, b = organisation_links.ends_of(home, one, other)
    receipt = decide(home, a, b, by=by, reason=reason)
    if as_json:
        print_json(receipt)
        return
    say(f"Receipt {receipt.id}: {a} and {b} {'belong' if same else 'do not belong'} together.")
    say("It counts from the next `candour build` on; `candour links withdraw` takes it back.")


def _row(pair: OrganisationPair) -> tuple[Any, ...]:
    link = pair.link
    return (
        _side(pair.a),
        _side(pair.b),
        f"{link['score']:.2f}",
        link["outcome"],
        link["decided_by"] or link["method"],
        "\n".join(link["reasons"]),
    )


def _side(side: Side) -> str:
    """The key, then what it is called and where: "cqc:1-101", "Fictional Care Ltd", "XF1 1AA"."""
    lines = [side.end.key]
    for row in side.rows[:2]:
        lines.append(", ".join(str(part) for part in (row.get("name"), row.get("town"), row.get("postcode")) if part))
    return "\n".join(dict.fromkeys(lines))
