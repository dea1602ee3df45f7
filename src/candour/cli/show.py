"""`candour show`: one process on a page."""

import sys
from typing import Annotated, Any

import typer

from candour.cli.link_rows import LINK_COLUMNS, link_rows
from candour.cli.options import DEFAULT_DATA, AsJson, Data
from candour.cli.output import print_json, print_table, say
from candour.cli.provider import share_in_short
from candour.compare.figure_text import money_text
from candour.operations.day import uk_day
from candour.operations.home import Home
from candour.operations.promises import Kept
from candour.operations.show import Shown, releases_as_received, versioned
from candour.operations.show import show as show_process

Row = dict[str, Any]
FEW = 5
"""So many reported values are shown on the page; all of them are in the JSON."""
NONE = {"Problems": "none found", "The same procurement elsewhere": "none known"}


def show(
    ocid: Annotated[str, typer.Argument(metavar="PROCESS", help="The ocid of a process.")],
    releases: Annotated[
        bool, typer.Option("--releases", help="Only its releases, as received, a line each.")
    ] = False,
    compiled: Annotated[bool, typer.Option("--compiled", help="Only its compiled release, as JSON.")] = False,
    history: Annotated[bool, typer.Option("--versioned", help="Only its versioned release, as JSON.")] = False,
    data: Data = DEFAULT_DATA,
    as_json: AsJson = False,
) -> None:
    """Show what was tendered, awarded, promised and delivered, who said so when, and what is wrong with it."""
    home = Home(data)
    if releases:
        for release in releases_as_received(home, ocid):
            sys.stdout.write(" ".join(release.data.split("\n")) + "\n")
    elif history:
        print_json(versioned(home, ocid))
    elif compiled:
        print_json(show_process(home, ocid).compiled)
    elif as_json:
        print_json(show_process(home, ocid))
    else:
        _print(show_process(home, ocid))


def _print(shown: Shown) -> None:
    process = shown.process
    facts = [
        ("title", process["title"]),
        ("buyer", process["buyer_name"]),
        ("council", process["council_name"]),
        ("social care", f"{process['social_care']}: {process['social_care_reason']}"),
        ("contract model", f"{process['contract_model']}: {process['contract_model_reason']}"),
        ("how it is bought", process["procurement_method"]),
        ("stage reached", process["stage"]),
        ("estimated value", _money(process["tender_amount"], process["tender_currency"])),
        ("bids", process["number_of_bids"]),
        ("published by", ", ".join(process["publishers"] or ()) or None),
    ]
    missing = "not reported"
    print_table(
        f"Process {shown.ocid}", ("", ""), [(name, missing if fact is None else fact) for name, fact in facts]
    )
    for title, columns, rows in _parts(shown):
        if rows:
            print_table(title, columns, rows, whole=("process",))
        else:
            say(f"{title}: {NONE.get(title, 'none published')}.")
    say(f"Data version {shown.data_version}. More: --json, --compiled, --versioned, --releases.")


def _parts(shown: Shown) -> list[tuple[str, tuple[str, ...], list[tuple[Any, ...]]]]:
    rows = shown.rows
    return [
        (
            "Awarded to",
            ("award", "supplier", "status", "date", "rated at or above good that day"),
            [
                (
                    r["award_id"],
                    r["supplier_name"] or r["supplier_id"],
                    r["award_status"],
                    uk_day(r["award_date"]),
                    _rated(shown, r["supplier_key"]),
                )
                for r in rows["suppliers"]
            ],
        ),
        (
            "Contracts",
            ("contract", "status", "starts", "ends", "value", "why it ended"),
            [
                (
                    r["contract_id"],
                    r["status"],
                    uk_day(r["contract_start"]),
                    uk_day(r["contract_end"]),
                    _money(r["amount"], r["currency"]),
                    r["ended_details"],
                )
                for r in rows["contracts"]
            ],
        ),
        (
            "Promised and delivered",
            ("metric", "contract", "promised", "last reported", "until", "reported so far"),
            [_kept(line) for line in shown.kept],
        ),
        (
            "Failures of performance",
            ("failure", "what happened", "penalty"),
            [(r["failure_id"], r["description"], r["penalty_imposed"]) for r in rows["failures"]],
        ),
        (
            "Releases",
            ("date", "release", "tags", "publisher", "receipt"),
            [
                (r["date_text"], r["release_id"], ", ".join(r["tags"] or ()), r["publisher"], r["receipt"])
                for r in rows["releases"]
            ],
        ),
        ("The same procurement elsewhere", LINK_COLUMNS, link_rows(shown.ocid, rows["links"])),
        (
            "Problems",
            ("level", "where", "what it means"),
            [(r["level"], r["path"], r["for_reader"]) for r in rows["problems"]],
        ),
    ]


def _rated(shown: Shown, supplier: str | None) -> str:
    """How many of the supplier's locations were at or above good; what that means differs between nations."""
    shares = shown.ratings.get(supplier or "")
    if shares is None:
        return "in no register received"
    return "; ".join(map(share_in_short, shares)) or "the award has no date"


def _kept(line: Kept) -> tuple[Any, ...]:
    promised = f"{line.promised} ({line.stage})" if line.promised else "nothing"
    latest = f"{line.latest} {line.unit or ''}" if line.latest else "only parts" if line.split else "nothing"
    return line.metric, line.contract_id, promised, latest, uk_day(line.until), _so_far(line.values)


def _so_far(values: tuple[str, ...]) -> str:
    if len(values) <= FEW:
        return ", ".join(values)
    return f"{', '.join(values[:1])}, … {', '.join(values[1 - FEW :])} ({len(values)} periods)"


def _money(amount: Any, currency: str | None) -> str | None:
    return None if amount is None else money_text(amount, currency)
