"""From a file of answers or visits to figures that may be published."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from candour.care.figures.asked import Asked, FiguresError
from candour.care.figures.earlier import Before
from candour.care.figures.publication import Publication, Question, publish
from candour.care.metrics.recipe import ANSWERED_BY
from candour.care.period import Period
from candour.indicators.definition import Metric, metrics
from candour.operations.figures_columns import Columns, answered_by_place, columns_of, place_of
from candour.operations.figures_file import read_figures
from candour.operations.figures_mapping import ColumnMapping, read_mapping
from candour.operations.figures_rows import Reading, check_breakdowns, given_rows
from candour.operations.figures_sheet import AnswerSheet, read_sheet

_RESPONSE = "response-rate"
_IS_A_PERSON = ("one person", "one carer", "one care worker")


@dataclass(frozen=True, slots=True)
class FiguresRequest:
    """What is wanted of which file.

    `by` are the breakdowns, each one or more columns crossed. `people` is the column that tells people apart, for
    disclosure control counts people; without it `row_is_person` must say that each row is another person.
    `themselves` says that everybody answered for themselves. `before` are files of figures published before, and
    `others_apart` that nobody in here is in those of another population.
    """

    file: Path
    metrics: tuple[str, ...]
    population: str
    period: Period
    by: tuple[tuple[str, ...], ...] = ()
    people: str | None = None
    row_is_person: bool = False
    themselves: bool = False
    invited: int | None = None
    before: tuple[Path, ...] = ()
    others_apart: bool = False
    mapping: Path | None = None
    columns: dict[str, str] = field(default_factory=dict)
    leave_out_bad_rows: bool = False


@dataclass(frozen=True, slots=True)
class FiguresAnswer:
    """What may be published, and what was wrong with rows that were left out."""

    publication: Publication
    rows: int
    faults: tuple[str, ...]


class BadRowsError(FiguresError):
    """Rows that cannot be read; `faults` names each by row and column, and never says what stands there."""

    def __init__(self, file: Path, faults: Sequence[str]) -> None:
        count = f"{len(faults)} {'place' if len(faults) == 1 else 'places'}"
        super().__init__(f"{file}: {count} cannot be read; mend them, or add --leave-out-bad-rows")
        self.faults = tuple(faults)


def metrics_named(names: Sequence[str]) -> tuple[Metric, ...]:
    """The metrics of the outcome library with these ids.

    Raises:
        FiguresError: there is no such metric, or none is named.
    """
    library = metrics()
    if not names:
        raise FiguresError("no metric is named; say --metric ID, once for each")
    for name in names:
        if name not in library:
            raise FiguresError(f"--metric {name}: no such metric; the ids are {', '.join(library)}")
    return tuple(library[name] for name in dict.fromkeys(names))


def figures(request: FiguresRequest) -> FiguresAnswer:
    """The figures, protected together and against what was published before. Nothing is written.

    Raises:
        FiguresError: the request cannot be answered; the message names the column or option.
        BadRowsError: some rows cannot be read, and it was not said that they be left out.
    """
    wanted = metrics_named(request.metrics)
    _check(request, wanted)
    before = Before(figures=read_figures(request.before), others_apart=request.others_apart)
    sheet = read_sheet(request.file)
    mapping = read_mapping(request.mapping, request.columns)
    dimensions = tuple(dict.fromkeys(name for crossed in request.by for name in crossed))
    reading = _reading(request, wanted, sheet, mapping, dimensions)
    given, faults = given_rows(sheet, reading, mapping, wanted)
    if faults and not request.leave_out_bad_rows:
        raise BadRowsError(request.file, faults)
    check_breakdowns(given, dimensions)
    question = Question(
        metrics=tuple(_asked(metric, reading.columns) for metric in wanted),
        population=request.population,
        period=request.period,
        dimensions=dimensions,
        breakdowns=request.by,
        invited=request.invited,
        response=None if request.invited is None else _asked(metrics()[_RESPONSE], {}),
    )
    return FiguresAnswer(publish(question, given, before), len(given), tuple(faults))


def _check(request: FiguresRequest, wanted: Sequence[Metric]) -> None:
    if not request.population:
        raise FiguresError("--population: found nothing, expected whose figures these are, such as a contract's name")
    if request.invited is not None and _RESPONSE in request.metrics:
        raise FiguresError(f"--invited makes the metric {_RESPONSE}; leave out one of them")
    if request.people is not None and request.row_is_person:
        raise FiguresError("--people names a column with many rows for a person; leave out --each-row-a-person")
    if request.people is not None:
        return
    for metric in wanted:
        if not metric.recipe.row.startswith(_IS_A_PERSON):
            raise FiguresError(
                f"{metric.id}: a row is {metric.recipe.row}, and it is people who are protected; say with "
                "--people COLUMN whose each row is"
            )
    if not request.row_is_person:
        raise FiguresError(
            "it is people who are protected, and nothing says whose each row is; say --people COLUMN, or "
            "--each-row-a-person if nobody is in two rows"
        )


def _reading(
    request: FiguresRequest,
    wanted: Sequence[Metric],
    sheet: AnswerSheet,
    mapping: ColumnMapping,
    dimensions: Sequence[str],
) -> Reading:
    file = str(request.file)
    columns = columns_of(wanted, sheet, mapping, file)
    person = None if request.people is None else place_of(request.people, sheet, mapping, file)
    by = tuple(place_of(name, sheet, mapping, file) for name in dimensions)
    taken = {column.place for fields in columns.values() for column in fields.values()} | {person}
    for name, place in zip(dimensions, by, strict=True):
        if place in taken or by.count(place) > 1:
            raise FiguresError(
                f"--by {name}: its column is used for something else; a breakdown is by what people are, not by "
                "what is measured"
            )
    who = None if request.themselves else answered_by_place(sheet, mapping)
    apart = [metric.id for metric in wanted if metric.collected.proxy == "counted apart"]
    if apart and who is None and not request.themselves:
        raise FiguresError(
            f"{file}: no column {ANSWERED_BY} says who answered, and {', '.join(apart)} may be answered by a proxy; "
            f"say --column {ANSWERED_BY}=THEIR COLUMN, or --themselves if nobody answered for anybody"
        )
    return Reading(columns, person, by, who)


def _asked(metric: Metric, columns: Columns) -> Asked:
    roles = metric.collected.roles
    return Asked(
        id=metric.id,
        version=metric.version,
        title=metric.title,
        unit=metric.unit,
        minimum_n=metric.minimum_n,
        recipe=metric.recipe,
        proxies=metric.collected.proxy,
        columns=frozenset(column.title for column in columns.get(metric.id, {}).values()),
        role=roles[0] if len(roles) == 1 else "",
        method=metric.collected.by,
        denominator_of=metric.denominator,
    )
