"""`candour check`: what is wrong with data, and what it can answer."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Literal

import typer

from candour.cli import exit_codes
from candour.cli.options import DEFAULT_DATA, AsJson, Data
from candour.cli.output import counted, print_json, print_table, progress_bar, say
from candour.operations.check import Checked, Place, ProblemLine, Question, check_files, check_tables
from candour.operations.home import Home

Audience = Literal["publisher", "reader"]
FAULTS = ("refused", "error")


def check(
    places: Annotated[
        list[Path] | None, typer.Argument(metavar="PLACE", help="Files or folders; else what is in the tables.")
    ] = None,
    audience: Annotated[
        Audience, typer.Option("--for", help="Say how to mend it, or what it means for what one can conclude.")
    ] = "publisher",
    publisher: Annotated[
        str | None, typer.Option(help="Of the tables, only processes in which this publisher had a part.")
    ] = None,
    lines: Annotated[int, typer.Option(min=1, help="How many kinds of problem to show.")] = 40,
    data: Data = DEFAULT_DATA,
    as_json: AsJson = False,
) -> None:
    """Check data and say which questions it can answer; equal problems are one line with a count and examples.

    The exit code is 1 where something was refused or breaks the standard.
    """
    with progress_bar("Checking", quiet=as_json) as step:
        if places:
            checked = check_files(places, progress=step)
        else:
            checked = check_tables(Home(data), publisher=publisher, progress=step)
    if as_json:
        print_json(checked)
    else:
        _print(checked, audience, lines)
    if any(level in checked.levels for level in FAULTS):
        raise typer.Exit(exit_codes.REFUSED)


def _print(checked: Checked, audience: Audience, lines: int) -> None:
    counts = ", ".join(f"{count:,} {level}" for level, count in checked.levels.items()) or "no problem"
    looked_at = []
    if checked.releases or not checked.statements:
        releases = counted(checked.releases, "release", "releases")
        looked_at.append(f"{releases} of {counted(checked.processes, 'process', 'processes')}")
    if checked.statements:
        looked_at.append(counted(checked.statements, "statement of a provider", "statements of providers"))
    say(f"{' and '.join(looked_at)}: {counts}.")
    if checked.problems:
        rows = [_row(line, audience) for line in checked.problems[:lines]]
        title = f"{len(rows):,} of {len(checked.problems):,} kinds of problem, the worst first"
        what = "how to mend it" if audience == "publisher" else "what it means"
        print_table(title, ("level", "times", what, "for example"), rows, right=("times",))
    if not checked.processes:
        if not checked.statements:
            say("No process could be read, so there is nothing that this data can answer.")
        return
    print_table(
        "Which questions can this data answer?",
        ("can it?", "processes", "in words"),
        list(_answers(checked.questions, audience)),
        ("processes",),
    )


def _answers(questions: Iterable[Question], audience: Audience) -> Iterator[tuple[str, str, str]]:
    """A row for each question; one for all metrics that nobody reports, for there are many and all say the same."""
    silent: list[Question] = []
    for question in questions:
        if question.asked_by == "metric" and not question.answer.answerable:
            silent.append(question)
        else:
            yield question.state, _processes(question), getattr(question, f"for_{audience}")
    if len(silent) == 1:
        yield silent[0].state, _processes(silent[0]), getattr(silent[0], f"for_{audience}")
    elif silent:
        yield silent[0].state, _processes(silent[0]), _SILENT[silent[0].state, audience].format(len(silent))


def _processes(question: Question) -> str:
    return f"{question.answer.answerable:,} of {question.answer.arises:,}"


_NOT_REPORTED = "{} metrics of the outcome library are not reported"
_SILENT = {
    (
        "no",
        "publisher",
    ): f"{_NOT_REPORTED}: publish one by its id under contracts.implementation.metrics, with the end of "
    "its period and a value. --json names them.",
    ("no", "reader"): f"{_NOT_REPORTED}: this data says nothing of them, neither good nor bad. --json names them.",
    ("never arises", "publisher"): "{} metrics of the outcome library do not arise: no process has a contract.",
    ("never arises", "reader"): "{} metrics of the outcome library cannot be asked of it: no process has a contract.",
}
"""All metrics that nobody reports are in one state: each needs the same of a process, its own observations."""


def _row(line: ProblemLine, audience: Audience) -> tuple[str, str, str, str]:
    message = line.for_publisher if audience == "publisher" else line.for_reader
    where = f"{line.path}: " if line.path else ""
    return line.level, f"{line.count:,}", f"{where}{message}", "\n".join(map(_example, line.examples))


def _example(place: Place) -> str:
    return ", ".join(filter(None, (place.ocid, place.release_id, place.position)))
