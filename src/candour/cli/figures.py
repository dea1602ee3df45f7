"""`candour figures`: from a file of answers or visits to figures that may be published."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from candour.care.figures.as_metrics import as_metrics
from candour.care.figures.asked import FiguresError
from candour.care.figures.shown import Shown
from candour.care.period import Period, parse_period
from candour.cli.exit_codes import REFUSED
from candour.cli.options import AsJson
from candour.cli.output import counted, print_json, print_table, say, warn
from candour.operations.figures import BadRowsError, FiguresAnswer, FiguresRequest, metrics_named
from candour.operations.figures import figures as figures_of
from candour.operations.figures_blank import blank_columns, write_blank
from candour.operations.figures_file import write_figures
from candour.operations.figures_mapping import named_columns

_FAULTS_SAID = 50


def figures(
    file: Annotated[
        Path | None, typer.Argument(metavar="[FILE]", help="Answers or visits: CSV, XLSX or ODS, a row each.")
    ] = None,
    metric: Annotated[
        list[str] | None, typer.Option("--metric", help="A metric of the outcome library; may be repeated.")
    ] = None,
    period: Annotated[
        str | None, typer.Option(help="The first and last day that the rows are about: 2026-07-01/2026-09-30.")
    ] = None,
    population: Annotated[
        str | None,
        typer.Option(help="Whose figures they are, so that no two are called the same: a contract, a home."),
    ] = None,
    by: Annotated[
        list[str] | None,
        typer.Option(help="Break them down by a column, or by two crossed: area,role. May be repeated."),
    ] = None,
    people: Annotated[str | None, typer.Option(help="The column that tells people apart.")] = None,
    each_row_a_person: Annotated[
        bool, typer.Option("--each-row-a-person", help="Instead: nobody is in two rows.")
    ] = False,
    themselves: Annotated[bool, typer.Option("--themselves", help="Nobody answered for somebody else.")] = False,
    invited: Annotated[int | None, typer.Option(min=1, help="How many people were asked.")] = None,
    column: Annotated[
        list[str] | None, typer.Option("--column", metavar="FIELD=COLUMN", help="What a field is called in the file.")
    ] = None,
    mapping: Annotated[
        Path | None, typer.Option(help="A YAML file: columns, answers, and what counts as not answered.")
    ] = None,
    before: Annotated[
        list[Path] | None,
        typer.Option(help="Figures published before, as --to wrote them; name all of them."),
    ] = None,
    others_apart: Annotated[
        bool,
        typer.Option("--others-apart", help="Nobody in here is in the figures published for another population."),
    ] = False,
    leave_out_bad_rows: Annotated[
        bool, typer.Option("--leave-out-bad-rows", help="Go on without rows that cannot be read.")
    ] = False,
    to: Annotated[Path | None, typer.Option(help="A file to write the metrics and their observations into.")] = None,
    blank: Annotated[
        Path | None, typer.Option(help="Instead: write an empty CSV or XLSX with the columns that are needed.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Make figures that tell nothing of one person, from answers or visits, and say what is hidden and why.

    Nothing of the file is kept or written anywhere but the figures.
    """
    breakdowns = tuple(tuple(name.strip() for name in each.split(",")) for each in by or [])
    if blank is not None:
        _blank(blank, metric or [], breakdowns)
        return
    if file is None or period is None or population is None:
        raise typer.BadParameter("name the file, --metric, --period and --population; or --blank for an empty file")
    request = FiguresRequest(
        file=file,
        metrics=tuple(metric or []),
        population=population,
        period=_period(period),
        by=breakdowns,
        people=people,
        row_is_person=each_row_a_person,
        themselves=themselves,
        invited=invited,
        before=tuple(before or []),
        others_apart=others_apart,
        mapping=mapping,
        columns=named_columns(column or []),
        leave_out_bad_rows=leave_out_bad_rows,
    )
    try:
        answer = figures_of(request)
    except BadRowsError as error:
        _say_faults(error.faults)
        raise
    _say_faults(answer.faults)
    found = tuple(as_metrics(answer.publication))
    if to is not None and found:
        write_figures(to, found, datetime.now(UTC))
    if as_json:
        print_json({"metrics": found, "heldBack": answer.publication.held_back, "rows": answer.rows})
    else:
        _print(answer, to if found else None)
    if answer.faults or answer.publication.held_back:
        raise typer.Exit(REFUSED)


def _period(text: str) -> Period:
    try:
        return parse_period(text)
    except ValueError as error:
        raise FiguresError(f"--period: {error}") from error


def _blank(path: Path, names: list[str], breakdowns: tuple[tuple[str, ...], ...]) -> None:
    wanted = metrics_named(names)
    columns = blank_columns(wanted, tuple(dict.fromkeys(name for crossed in breakdowns for name in crossed)))
    write_blank(path, columns, wanted)
    for each in wanted:
        say(f"{each.id}: a row is {each.recipe.row}.")
    rows = [(column.name, column.holds, column.means) for column in columns]
    print_table(f"Columns of {path}", ("column", "what it holds", "what it means"), rows)


def _say_faults(faults: tuple[str, ...]) -> None:
    for fault in faults[:_FAULTS_SAID]:
        warn(fault)
    if len(faults) > _FAULTS_SAID:
        warn(f"and {counted(len(faults) - _FAULTS_SAID, 'more', 'more')}")


def _print(answer: FiguresAnswer, to: Path | None) -> None:
    publication = answer.publication
    question = publication.question
    titles = {asked.id: asked for asked in (*question.metrics, *([question.response] if question.response else []))}
    say(f"{question.population}, {question.period.start} to {question.period.end}: {answer.rows:,} rows read.")
    for metric, shown in publication.figures.items():
        print_table(
            f"{titles[metric].title} ({titles[metric].unit})",
            ("who", "value", "people", "state and why"),
            [
                (_who(figure), _value(figure, titles[metric].unit), figure.respondents, _why(figure))
                for figure in shown
            ],
            right=("value", "people"),
        )
    for metric, why in publication.held_back.items():
        say(f"{titles[metric].title}: held back, because {why}.")
    if not publication.figures:
        return
    hidden = sum(figure.state == "suppressed" for shown in publication.figures.values() for figure in shown)
    say(f"{counted(hidden, 'figure is', 'figures are')} hidden. People are counted to the nearest 5.")
    if to is not None:
        say(
            f"{to} holds these figures and nothing else. Keep it: the next ones are held against it by --before {to}."
        )


def _who(figure: Shown) -> str:
    group = ", ".join(f"{name} {category}" for name, category in figure.group.items()) or "everybody"
    return {"": group, "themselves": group, "proxy": f"{group}, answered for by a proxy"}[figure.who]


def _value(figure: Shown, unit: str) -> str:
    if figure.value is None:
        return ""
    return f"{figure.value:.1%}" if unit == "share" else f"{figure.value:,}"


def _why(figure: Shown) -> str:
    again = "; as published before" if figure.repeated else ""
    return (f"{figure.state}: {figure.because}" if figure.because else figure.state) + again
