"""`candour template`: publish from a spreadsheet."""

from pathlib import Path
from typing import Annotated

import typer

from candour.cli import exit_codes
from candour.cli.options import AsJson
from candour.cli.output import counted, print_json, print_table, say, warn
from candour.operations.template import ReadOut, fill_template, new_template, read_template

template = typer.Typer(
    help="Publish from a spreadsheet: make an empty workbook, fill one from a document, read one into a document.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="markdown",
)

Replace = Annotated[bool, typer.Option("--replace", help="Write over a file that exists.")]


@template.command(epilog="Example: `candour template new contract.xlsx --kind contract`")
def new(
    workbook: Annotated[Path, typer.Argument(metavar="FILE.xlsx", help="The workbook to make.")],
    kind: Annotated[str, typer.Option(help="What it is for: contract, or statement.")],
    example: Annotated[
        bool, typer.Option("--example", help="Fill in a fictional example, to see how it is done.")
    ] = False,
    replace: Replace = False,
) -> None:
    """Make an empty workbook with guidance, drop-downs and validation."""
    new_template(workbook, kind=kind, example=example, replace=replace)
    say(f"{workbook} {'shows an example' if example else 'is ready to be filled in'}; its first tab says how.")
    say(f"Next: `candour template read {workbook} --to FILE.json`.")


@template.command(epilog="Example: `candour template fill release.json --to contract.xlsx`")
def fill(
    document: Annotated[
        Path, typer.Argument(metavar="FILE.json", help="A release package, a release or a statement.")
    ],
    to: Annotated[Path, typer.Option(metavar="FILE.xlsx", help="The workbook to make.")],
    release: Annotated[str | None, typer.Option(metavar="ID", help="Of a package, take only this release.")] = None,
    rest: Annotated[
        Path | None, typer.Option(metavar="FILE.json", help="Where to keep what the workbook cannot hold.")
    ] = None,
    replace: Replace = False,
    as_json: AsJson = False,
) -> None:
    """Write a document into a workbook. Nothing is left out: what the workbook cannot hold is named, and kept."""
    filled = fill_template(document, to, release=release, rest=rest, replace=replace)
    if as_json:
        print_json(filled)
        return
    say(f"{to} says what {document} says.")
    for kept in filled.kept:
        say(f"Kept in {rest}: {kept}")
    if filled.kept:
        say(f"Next: `candour template read {to} --with {rest} --to FILE.json` gives the whole document again.")


@template.command(epilog="Example: `candour template read contract.xlsx --to release.json`")
def read(
    workbook: Annotated[Path, typer.Argument(metavar="FILE.xlsx", help="A workbook that was filled in.")],
    to: Annotated[Path, typer.Option(metavar="FILE.json", help="The document to make.")],
    rest: Annotated[
        Path | None, typer.Option("--with", metavar="FILE.json", help="What the workbook could not hold.")
    ] = None,
    replace: Replace = False,
    as_json: AsJson = False,
) -> None:
    """Read a workbook into a release package or a statement that is ready to be published.

    Everything that is wrong is listed, each with its tab, row and column. Nothing is written while there is an error;
    the exit code is then 1.
    """
    found = read_template(workbook, to, rest=rest, replace=replace)
    if as_json:
        print_json(found)
    else:
        _print(workbook, found)
    if not found.written:
        raise typer.Exit(exit_codes.REFUSED)


def _print(workbook: Path, found: ReadOut) -> None:
    if found.problems:
        rows = [
            (each.place.tab, each.place.row, each.place.column, each.found, each.expected)
            if each.place
            else ("", "", "", each.found, each.expected)
            for each in found.problems
        ]
        title = f"{workbook}: {counted(len(rows), 'thing', 'things')} to look at"
        print_table(title, ("tab", "row", "column", "found", "expected"), rows, right=("row",))
    if found.written:
        say(f"{found.document} is a {found.kind} document, ready to be published.")
        say(f"Next: `candour check {found.document}` says what it leaves open; `candour add` keeps it.")
    else:
        warn(f"{found.document} was not written; mend these cells and read the workbook again.")
