"""What is wrong with data, and which questions it can answer all the same."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

import msgspec
import orjson

from candour.archive import Archive
from candour.indicators.definition import indicators, metrics, questions
from candour.ocds.answerable import Answer, Answerability
from candour.ocds.coverage import Coverage, Field
from candour.ocds.problems import Problem
from candour.ocds.summary import Line, Summary
from candour.operations.home import Home
from candour.operations.progress import Progress, in_silence
from candour.operations.rules import all_rules
from candour.warehouse.engine import Engine


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """A question that an indicator or a metric asks, and whether this data can answer it."""

    id: str
    asked_by: Literal["indicator", "metric"]
    question: str
    state: str
    answer: Answer
    for_publisher: str
    for_reader: str

    @classmethod
    def of(cls, id: str, question: str, answer: Answer, *, asked_by: Literal["indicator", "metric"]) -> "Question":
        """The question with its answer, said for both who read it."""
        return cls(
            id=id,
            asked_by=asked_by,
            question=question,
            state=answer.state,
            answer=answer,
            for_publisher=answer.for_publisher(question),
            for_reader=answer.for_reader(question),
        )


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Where a problem was found, and what stood there."""

    ocid: str
    release_id: str
    position: str
    found: str


class ProblemLine(msgspec.Struct, frozen=True, kw_only=True):
    """One rule broken at one path: how often, in how many processes, both messages, and up to three of the places."""

    level: str
    rule: str
    title: str
    path: str
    count: int
    processes: int
    for_publisher: str
    for_reader: str
    examples: tuple[Place, ...]


class Checked(msgspec.Struct, frozen=True, kw_only=True):
    """What was found: equal problems in one line each, the worst first; every question; how full each field is.

    `statements` are of providers, and of no process.
    """

    data_version: str
    releases: int
    processes: int
    statements: int
    levels: dict[str, int]
    problems: tuple[ProblemLine, ...]
    questions: tuple[Question, ...]
    fields: tuple[Field, ...]


def check_files(places: Iterable[Path], *, workers: int = 2, progress: Progress = in_silence) -> Checked:
    """Check files without keeping them: they are received, merged and put into tables that go away afterwards.

    Raises:
        CandourError: a place does not exist.
    """
    # These take long to load, for those who check what is in the tables.
    from candour.operations.add import receive_files
    from candour.operations.build import build_warehouse

    with TemporaryDirectory(prefix="candour-check-") as folder:
        home = Home(Path(folder))
        for _ in receive_files(Archive.at(home.archive), places, progress=progress):
            pass
        build_warehouse(home, derived=(), workers=workers, progress=progress)
        return check_tables(home, progress=progress)


def check_tables(home: Home, *, publisher: str | None = None, progress: Progress = in_silence) -> Checked:
    """Check everything in the tables, or the processes that one publisher had a part in.

    Raises:
        CandourError: nothing has been built yet.
    """
    with home.tables() as tables:
        summary = Summary()
        for same_process in _problems(tables, publisher):
            summary.add(same_process)
        coverage, answerability = Coverage(), Answerability(questions())
        processes = _count(tables, "processes", publisher)
        for done, compiled in enumerate(_compiled(tables, publisher), 1):
            answerability.add(coverage.add(compiled))
            progress(done, processes, "which questions can be answered")
        return Checked(
            data_version=tables.data_version,
            releases=_count(tables, "releases", publisher),
            processes=processes,
            statements=0 if publisher else _statements(tables),
            levels=summary.counts(),
            problems=tuple(map(_line, summary.lines())),
            questions=tuple(questions_answered(answerability)),
            fields=tuple(coverage.fields()),
        )


_OF_PUBLISHER = "ocid IN (SELECT ocid FROM processes WHERE LIST_CONTAINS(publishers, $publisher))"


def _where(publisher: str | None) -> tuple[str, dict[str, Any]]:
    return (f"WHERE {_OF_PUBLISHER}", {"publisher": publisher}) if publisher else ("", {})


def _count(tables: Engine, table: str, publisher: str | None) -> int:
    where, parameters = _where(publisher)
    ((count,),) = tables.query(f"SELECT COUNT(*) FROM {table} {where}", parameters).rows
    return int(count)


def _statements(tables: Engine) -> int:
    each = "SELECT DISTINCT provider_key, statement_id, receipt FROM statements"
    ((count,),) = tables.query(f"SELECT COUNT(*) FROM ({each}) AS statement", {}).rows
    return int(count)


def _problems(tables: Engine, publisher: str | None) -> Iterator[list[Problem]]:
    where, parameters = _where(publisher)
    sql = f"""
        SELECT ocid, rule, path, found, expected, release_id, position
        FROM problems {where}
        ORDER BY ocid, rule, path, release_id, position
    """
    rules = all_rules()
    for _, rows in groupby(tables.stream(sql, parameters), key=lambda row: row[0]):
        yield [
            Problem(
                rule=rules[rule],
                path=path or "",
                found=found or "",
                expected=expected or "",
                ocid=ocid or "",
                release_id=release_id or "",
                position=position or "",
            )
            for ocid, rule, path, found, expected, release_id, position in rows
        ]


def _compiled(tables: Engine, publisher: str | None) -> Iterator[dict[str, Any]]:
    where, parameters = _where(publisher)
    for (release,) in tables.stream(f"SELECT release FROM compiled_releases {where}", parameters):
        yield orjson.loads(release)


def _line(line: Line) -> ProblemLine:
    return ProblemLine(
        level=line.rule.level,
        rule=line.rule.id,
        title=line.rule.title,
        path=line.path,
        count=line.count,
        processes=line.processes,
        for_publisher=line.for_publisher(),
        for_reader=line.for_reader(),
        examples=tuple(
            Place(ocid=one.ocid, release_id=one.release_id, position=one.position, found=one.found)
            for one in line.examples
        ),
    )


def questions_answered(answerability: Answerability) -> Iterator[Question]:
    """Every question of an indicator or a metric with what the processes that were counted can answer."""
    definitions = {**indicators(), **metrics()}
    for name, answer in answerability.answers().items():
        asked_by: Literal["indicator", "metric"] = "indicator" if name in indicators() else "metric"
        yield Question.of(name, definitions[name].question, answer, asked_by=asked_by)
