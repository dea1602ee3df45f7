"""`candour archive`: look at what was received, prove that it is whole, correct it without changing it."""

from pathlib import Path
from typing import Annotated

import typer

from candour.archive import Archive, Correction, Receipt, Replace, Undo, Withdraw
from candour.cli import exit_codes
from candour.cli.options import DEFAULT_DATA, AsJson, By, Data, Reason
from candour.cli.output import counted, print_json, print_table, progress_bar, say
from candour.operations.home import Home

archive = typer.Typer(
    help="What was received, byte for byte: list it, verify it, correct it without changing it.",
    no_args_is_help=True,
    add_completion=False,
)
ReceiptId = Annotated[
    str, typer.Argument(metavar="RECEIPT", help="The id of a receipt, from `candour archive list`.")
]


def _opened(data: Path) -> Archive:
    return Archive.at(Home(data).archive, create=False)


@archive.command("list", epilog="Example: `candour archive list`")
def list_receipts(data: Data = DEFAULT_DATA, as_json: AsJson = False) -> None:
    """List the receipts, oldest first."""
    opened = _opened(data)
    receipts = list(opened.receipts())
    if as_json:
        print_json(receipts)
        return
    rows = [[r.id, r.received, r.source, r.name, f"{r.size:,}", _state(opened, r)] for r in receipts]
    columns = ("receipt", "received", "source", "name", "bytes", "state")
    print_table(
        f"{counted(len(rows), 'receipt', 'receipts')} in {opened.folder}",
        columns,
        rows,
        right=("bytes",),
        whole=("receipt",),
    )


def _state(opened: Archive, receipt: Receipt) -> str:
    standing = opened.standing(receipt.id)
    if standing.withdrawn:
        return "withdrawn"
    return "corrected" if standing.ids else ""


@archive.command("show", epilog="Example: `candour archive show RECEIPT`")
def show(receipt: ReceiptId, data: Data = DEFAULT_DATA, as_json: AsJson = False) -> None:
    """Show one receipt and every correction of it."""
    opened = _opened(data)
    found, corrections = opened.receipt(receipt), list(opened.corrections(receipt))
    if as_json:
        print_json({"receipt": found, "corrections": corrections})
        return
    fields = {name: getattr(found, name) for name in found.__struct_fields__}
    print_table(f"Receipt {found.id}", ("field", "value"), [[k, v] for k, v in fields.items() if v is not None])
    _print_corrections(corrections)


@archive.command("corrections", epilog="Example: `candour archive corrections --json`")
def corrections(data: Data = DEFAULT_DATA, as_json: AsJson = False) -> None:
    """List every correction, also those that were undone."""
    entries = list(_opened(data).corrections())
    if as_json:
        print_json(entries)
        return
    _print_corrections(entries)


def _print_corrections(entries: list[Correction]) -> None:
    if not entries:
        say("No corrections.")
        return
    for entry in entries:
        say(f"{entry.id}, of receipt {entry.receipt}, made {entry.made} by {entry.by}:")
        say(f"  {_in_words(entry)}: {entry.reason}")


def _in_words(entry: Correction) -> str:
    match entry.change:
        case Replace(offset, old, new):
            return f"at byte {offset}, {_readable(old)} becomes {_readable(new)}"
        case Withdraw(None, _):
            return "the receipt is not used"
        case Withdraw(ocid, None):
            return f"the releases of {ocid} are not used"
        case Withdraw(ocid, release_id):
            return f"release {release_id} of {ocid} is not used"
        case Undo(correction):
            return f"correction {correction} no longer counts"


def _readable(text: bytes) -> str:
    return f"“{text.decode(errors='backslashreplace')}”"


@archive.command("verify", epilog="Example: `candour archive verify`")
def verify(data: Data = DEFAULT_DATA, as_json: AsJson = False) -> None:
    """Read everything again and name whatever is no longer as it was received."""
    opened = _opened(data)
    with progress_bar("Verifying", quiet=as_json) as step:
        faults = list(opened.verify(step))
    if as_json:
        print_json({"faults": faults})
    elif faults:
        rows = [[fault.kind, fault.receipt, fault.file, fault.message] for fault in faults]
        print_table(f"{len(faults):,} faults in {opened.folder}", ("kind", "receipt", "file", "what to do"), rows)
    else:
        receipts = counted(sum(1 for _ in opened.receipts()), "receipt", "receipts")
        say(f"The archive {opened.folder} is whole: {receipts}.")
    if faults:
        raise typer.Exit(exit_codes.REFUSED)


@archive.command(
    "correct",
    epilog="Example: `candour archive correct RECEIPT --at 1024 --old 1e9999 --new null --reason … --by …`",
)
def correct(
    receipt: ReceiptId,
    at: Annotated[int, typer.Option("--at", min=0, help="Offset in the bytes received, from 0.")],
    old: Annotated[str, typer.Option("--old", help="The text that stands there now.")],
    new: Annotated[str, typer.Option("--new", help="The text to read instead.")],
    reason: Reason,
    by: By,
    data: Data = DEFAULT_DATA,
    as_json: AsJson = False,
) -> None:
    """Have some bytes read as others; what was received stays as it is."""
    change = Replace(at, old.encode(), new.encode())
    _report(_opened(data).correct(receipt, change, reason=reason, by=by), as_json)


@archive.command("withdraw", epilog="Example: `candour archive withdraw RECEIPT --reason 'sent twice' --by Me`")
def withdraw(
    receipt: ReceiptId,
    reason: Reason,
    by: By,
    ocid: Annotated[str | None, typer.Option("--ocid", help="Only the releases of this process.")] = None,
    release: Annotated[str | None, typer.Option("--release", help="Only this release of that process.")] = None,
    data: Data = DEFAULT_DATA,
    as_json: AsJson = False,
) -> None:
    """Keep a receipt, or a release of it, but do not use it."""
    if release and not ocid:
        raise typer.BadParameter("--release needs --ocid: release ids are unique only within a process")
    _report(_opened(data).correct(receipt, Withdraw(ocid, release), reason=reason, by=by), as_json)


@archive.command("undo", epilog="Example: `candour archive undo RECEIPT CORRECTION --reason 'mistaken' --by Me`")
def undo(
    receipt: ReceiptId,
    correction: Annotated[str, typer.Argument(metavar="CORRECTION", help="The id of the correction.")],
    reason: Reason,
    by: By,
    data: Data = DEFAULT_DATA,
    as_json: AsJson = False,
) -> None:
    """Let an earlier correction no longer count."""
    _report(_opened(data).correct(receipt, Undo(correction), reason=reason, by=by), as_json)


def _report(entry: Correction, as_json: bool) -> None:
    if as_json:
        print_json(entry)
        return
    say(f"Correction {entry.id} recorded: {_in_words(entry)}.")
    say("It counts from the next `candour build` on.")
