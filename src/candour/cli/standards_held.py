"""`candour standards hold`: one process, or one provider, against the minimum standards."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from candour.care.days import in_words
from candour.cli.options import DEFAULT_DATA, AsJson, Data
from candour.cli.output import print_json, print_table, say
from candour.cli.selection import DAY
from candour.errors import CandourError
from candour.minimum_standards.standard import Nation
from candour.operations.home import Home
from candour.operations.standards_held.evidence import Evidence, HeldLine
from candour.operations.standards_held.process import HeldContract, hold_process
from candour.operations.standards_held.provider import hold_provider


def hold(
    wanted: Annotated[str, typer.Argument(metavar="OCID", help="A process; with --provider, a provider.")],
    provider: Annotated[
        bool, typer.Option("--provider", help="OCID is a provider's name, key or number in a register.")
    ] = False,
    nation: Annotated[Nation | None, typer.Option(help="Whose standards, where the process does not say.")] = None,
    local: Annotated[Path | None, typer.Option(help="The buying council's own file, where it has one.")] = None,
    on: Annotated[
        datetime | None, typer.Option(help="Ratings and reports as of this day; else today.", **DAY)
    ] = None,
    data: Data = DEFAULT_DATA,
    as_json: AsJson = False,
) -> None:
    """Hold a process, or a provider, against the standards: kept, below the floor, only said, or no data."""
    day = on.date() if on else datetime.now(UTC).date()
    if provider:
        if nation or local:
            raise CandourError("--nation and --local are for processes; a provider's register says its nation")
        of_provider = hold_provider(Home(data), wanted, day)
        if as_json:
            print_json(of_provider)
            return
        _print_lines(f"{of_provider.provider} on {in_words(day)}, by {_whose(of_provider.nation)}", of_provider.lines)
        _print_end(of_provider.data_version)
        return
    held = hold_process(Home(data), wanted, day, nation=nation, local=local)
    if as_json:
        print_json(held)
        return
    for fault in held.faults:
        say(fault)
    say(f"{held.title or held.ocid}, bought by {held.buyer or 'somebody who is not named'}")
    for contract in held.contracts:
        _print_lines(f"{_called(contract)}, by {_whose(held.nation)}", contract.lines)
        if contract.others:
            names = "; ".join(one.title or one.id or "without a title" for one in contract.others)
            say(f"Also stated, under ids that are none of these standards: {names}.")
    _print_end(held.data_version)


def _whose(nation: Nation) -> str:
    return f"the minimum standards of {nation.title()} (a starter set of our own)"


def _called(contract: HeldContract) -> str:
    if contract.contract_id:
        return f"Contract {contract.contract_id}"
    return f"Award {contract.award_id}" if contract.award_id else "The tender"


def _print_lines(title: str, lines: Sequence[HeldLine]) -> None:
    rows = [row for line in lines for row in _rows(line)]
    if rows:
        print_table(title, ("standard", "asks", "stands", "value", "period", "what says so"), rows, right=("value",))
    else:
        say(f"{title}:")
    silent: dict[str, list[str]] = defaultdict(list)
    for line in lines:
        if not line.evidence:
            silent[line.because].append(line.standard.title)
    for because, titles in silent.items():
        say(f"No data for {len(titles)}, because {because}: {'; '.join(titles)}.")


def _rows(line: HeldLine) -> list[tuple[object, ...]]:
    """One for each piece of evidence; the standard is named in the first."""
    asks = line.standard.asks.in_words() + (" (its own)" if line.standard.local else "")
    heads = [(line.standard.title, asks), *[("", "")] * len(line.evidence)]
    return [(*head, *_shown(one)) for head, one in zip(heads, line.evidence, strict=False)]


def _shown(one: Evidence) -> tuple[object, ...]:
    value = one.state if one.state != "value" else "" if one.value is None else f"{one.value.normalize():f}"
    period = " to ".join(str(day) for day in (one.start, one.end) if day)
    words = one.what + (f" ({one.because})" if one.because else "")
    by = ""
    if one.source:
        by = "; " + " ".join(filter(None, (one.source.publisher or "publisher not named", one.source.release_id)))
    return one.standing, value, period, words + by


def _print_end(data_version: str) -> None:
    say("Where a standard stands is a question to ask, and no verdict. No rating, or an old one, is no breach.")
    say(f"Data version {data_version}.")
