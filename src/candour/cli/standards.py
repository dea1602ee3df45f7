"""`candour standards`: the minimum standards of a nation, a place's additions, and where councils stand."""

from collections import Counter, defaultdict
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

import typer

from candour.cli.exit_codes import REFUSED
from candour.cli.options import DEFAULT_DATA, AsJson, Data
from candour.cli.output import print_json, print_table, say
from candour.cli.standards_held import hold
from candour.minimum_standards.overlay import InForce
from candour.minimum_standards.standard import Nation, national
from candour.operations.home import Home
from candour.operations.standards.additions import LocalChecked, additions_of, check_local
from candour.operations.standards.scorecard import Line, Scorecard, scorecard
from candour.operations.standards.variation import MeasureVariation, variations

standards = typer.Typer(
    add_completion=False,
    rich_markup_mode="markdown",
    no_args_is_help=True,
    help="Minimum standards: floors of a nation, which a place may raise or add to and never weaken. They are ours.",
)

standards.command(epilog="Example: `candour standards hold ocds-h6vhtk-012345`")(hold)


def _today() -> date:
    return datetime.now(UTC).date()


@standards.command("list", epilog="Example: `candour standards list wales`")
def list_standards(
    nation: Annotated[Nation, typer.Argument(help="Whose standards.")], as_json: AsJson = False
) -> None:
    """List the standards of a nation: what each asks, of what, and by what it is measured."""
    its = list(national(nation).values())
    if as_json:
        print_json(its)
        return
    print_table(
        f"Minimum standards, {nation.title()}: a starter set of our own",
        ("id", "standard", "asks", "of"),
        [(one.id, one.title, one.asks.in_words(), ", ".join(one.applies_to)) for one in its],
        whole=("id",),
    )


@standards.command(epilog="Example: `candour standards check ambermere.yaml`")
def check(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What a place raises and adds, as YAML.")],
    as_json: AsJson = False,
) -> None:
    """Hold a place's file against its nation's standards; whatever would weaken one is refused, with its line."""
    answer = check_local(file, _today())
    if as_json:
        print_json(answer)
    else:
        _print_local(answer)
    if answer.faults:
        raise typer.Exit(REFUSED)


@standards.command(epilog="Example: `candour standards diff england 'London Borough of Merton'`")
def diff(
    nation: Annotated[Nation, typer.Argument(help="The nation.")],
    council: Annotated[
        str, typer.Argument(help="A council whose file is in definitions/minimum_standards/local, or a file.")
    ],
    as_json: AsJson = False,
) -> None:
    """Show in what a place differs from its nation, and why."""
    answer = check_local(additions_of(council, _today()), _today())
    if as_json:
        print_json(answer)
        return
    if answer.nation != nation:
        say(
            f"{answer.name} is in {answer.nation.title()}, not in {nation.title()}: its own nation's standards count."
        )
    _print_local(answer)


@standards.command("scorecard", epilog="Example: `candour standards scorecard 'London Borough of Merton'`")
def scorecard_of(
    council: Annotated[str, typer.Argument(help="A council's name, GSS code, organisation id, or a postcode in it.")],
    local: Annotated[Path | None, typer.Option(help="The place's own file, where it has one.")] = None,
    data: Data = DEFAULT_DATA,
    as_json: AsJson = False,
) -> None:
    """Show where a council stands by every standard: below the floor, within, unexplained, or no data."""
    answer = scorecard(Home(data), council, local, _today())
    if as_json:
        print_json(answer)
    else:
        _print_scorecard(answer)


@standards.command(epilog="Example: `candour standards variation england`")
def variation(
    nation: Annotated[Nation, typer.Argument(help="Whose councils.")],
    every: Annotated[bool, typer.Option("--every", help="Every published share, also those of no standard.")] = False,
    data: Data = DEFAULT_DATA,
    as_json: AsJson = False,
) -> None:
    """Show how much councils differ by each standard that a published figure measures: the postcode lottery."""
    answer = variations(Home(data), nation, every=every)
    if as_json:
        print_json(answer)
    else:
        _print_variations(nation, answer)


def _print_local(answer: LocalChecked) -> None:
    for fault in answer.faults:
        say(fault)
    if answer.faults:
        say(f"{answer.file} is refused, and only the standards of {answer.nation.title()} hold.")
        return
    rows = [_difference(one) for one in (*answer.raised, *answer.added)]
    print_table(
        f"{answer.name}, beside {answer.nation.title()}", ("standard", "nation", "here", "why", "review"), rows
    )


def _difference(one: InForce) -> tuple[object, ...]:
    here = one.asks.in_words() + (" (beyond the nation's range)" if one.beyond_limit else "")
    return one.title, one.national.in_words() if one.national else "none", here, one.justification, one.review_date


def _print_scorecard(answer: Scorecard) -> None:
    for fault in answer.faults:
        say(fault)
    shown = [line for line in answer.lines if line.standing or _reported(line)]
    print_table(
        f"{answer.council}, by the minimum standards of {answer.nation.title()} (a starter set of our own)",
        ("standard", "asks", "stands", "value", "rests on"),
        [_line(line) for line in shown],
        right=("value",),
    )
    silent: dict[str, list[str]] = defaultdict(list)
    for line in answer.lines:
        if line not in shown:
            silent[line.because or "no contract of this council reports it"].append(line.standard.title)
    for because, titles in silent.items():
        say(f"No data for {len(titles)}, because {because}: {'; '.join(titles)}.")
    say("A standing is a question to ask, and no verdict. Such figures cannot judge a council on their own.")
    say(f"Data version {answer.data_version}.")


def _reported(line: Line) -> int:
    """How many contracts report on it."""
    return line.reports.contracts if line.reports else 0


def _line(line: Line) -> tuple[object, ...]:
    asks = line.standard.asks.in_words() + (" (its own)" if line.standard.local else "")
    if line.standing:
        rests = f"{line.places} councils, to {line.period_end}; {line.standing.because}"
        value = None if line.standing.value is None else f"{line.standing.value.normalize():f}"
        return line.standard.title, asks, line.standing.standing, value, rests
    kept = line.reports.keep if line.reports else 0
    standing = "within permitted variation" if kept == _reported(line) else "below the floor"
    return line.standard.title, asks, standing, None, f"{kept} of {_reported(line)} contracts that report keep it"


def _print_variations(nation: Nation, answer: tuple[MeasureVariation, ...]) -> None:
    print_table(
        f"How much the councils of {nation.title()} differ",
        ("standard", "to", "councils", "below", "unexplained", "no data", "SCV", "tau²", "CV %", "largest/smallest"),
        [_variation(one) for one in answer],
        right=("councils", "below", "unexplained", "no data", "SCV", "tau²", "CV %", "largest/smallest"),
    )
    for one in answer:
        if one.variation.because and one.variation.places:
            say(f"{one.title}: {one.variation.because}.")
    say("SCV and tau² leave out what chance explains; largest by smallest does not, and is never to be read alone.")
    say("The slope by disadvantage is not computable: no measure of how disadvantaged councils are is held.")


def _variation(one: MeasureVariation) -> tuple[object, ...]:
    count = Counter(each.standing for each in one.standings)
    found = one.variation
    figures = (found.systematic, found.tau_squared, found.coefficient, found.extremal)
    return (
        one.title,
        one.period_end,
        found.places,
        count["below the floor"] if one.asks else None,
        count["unexplained variation"],
        count["no data"],
        *("none" if figure is None else f"{figure:.3g}" for figure in figures),
    )
