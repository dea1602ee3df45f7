"""Which questions a publisher's processes can answer, and which fields the others lack."""

from collections.abc import Iterator

import msgspec
import orjson

from candour.indicators.definition import questions
from candour.ocds.answerable import Answerability
from candour.ocds.coverage import Coverage
from candour.operations.check import Question, questions_answered
from candour.operations.publisher.whose import Whose
from candour.warehouse.engine import Engine

LOOKED_AT = 300
"""So many processes are looked into, which is quick enough for a page; `candour check --publisher` looks into all."""
FEW = 8
"""So many of a publisher that is rare among the others: each has to be looked for by itself."""
_RARE = 50
"""Rarer than one process in so many."""

# Buckets are made by a digest of the ocid, so the first that are met are a fair pick of all. Nothing is sorted: the
# reading ends as soon as there are enough, and the files are always read in the same order.
_FIRST = """
SELECT release FROM compiled_releases WHERE ocid IN (SELECT ocid FROM processes WHERE {condition}) LIMIT $most
"""
_OCIDS = "SELECT ocid FROM processes WHERE {condition} ORDER BY process_number LIMIT $most"
_ONE = "SELECT release FROM compiled_releases WHERE ocid = $ocid"
_COUNT = "SELECT COUNT(*) FILTER (WHERE {condition}) AS processes, COUNT(*) AS every FROM processes"


class Answerable(msgspec.Struct, frozen=True, kw_only=True):
    """Of `processes`, `looked_at` were looked into; what `questions` say is of those."""

    processes: int
    looked_at: int
    questions: tuple[Question, ...]


def answerable(tables: Engine, whose: Whose) -> Answerable:
    """Every question that an indicator or a metric asks."""
    condition = whose.conditions["processes"]
    (counted,) = tables.query(_COUNT.format(condition=condition), whose.given).rows
    coverage, asked = Coverage(), Answerability(questions())
    rare = counted.processes * _RARE < counted.every
    for release in (_rare if rare else _common)(tables, whose):
        asked.add(coverage.add(orjson.loads(release)))
    return Answerable(
        processes=counted.processes,
        looked_at=coverage.processes,
        questions=tuple(questions_answered(asked)) if coverage.processes else (),
    )


def _common(tables: Engine, whose: Whose) -> Iterator[str]:
    sql = _FIRST.format(condition=whose.conditions["processes"])
    for row in tables.query(sql, {**whose.given, "most": LOOKED_AT}):
        yield row.release


def _rare(tables: Engine, whose: Whose) -> Iterator[str]:
    sql = _OCIDS.format(condition=whose.conditions["processes"])
    for row in tables.query(sql, {**whose.given, "most": FEW}):
        for found in tables.of_process(row.ocid).query(_ONE, {"ocid": row.ocid}):
            yield found.release
