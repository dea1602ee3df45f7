"""Lessons: what was learned from a process, so that the next one can start from it."""

from collections.abc import Iterator

from candour.warehouse.tables.columns import OCID_COLUMN, OF_PROCESS, plain
from candour.warehouse.tables.definition import Entry, Table
from candour.warehouse.tables.kinds import TEXT, TEXTS, TIME
from candour.warehouse.tables.process import Process, pieces


def _entries(process: Process) -> Iterator[Entry]:
    for lesson in pieces(process.compiled, "lessons"):
        yield Entry(process, lesson, "lessons")


TABLE = Table(
    "lessons",
    "one lesson of a process",
    _entries,
    (
        OCID_COLUMN,
        plain("lesson_id", TEXT, "id", "id of the lesson"),
        plain("contract_id", TEXT, "contractID", "id of the contract that it comes from; null for the whole process"),
        plain("date", TIME, "date", "when it was written down"),
        plain("role", TEXT, "role", "who learned it, by role"),
        plain("title", TEXT, "title", "the lesson in a few words"),
        plain("description", TEXT, "description", "the lesson"),
        plain("related_metrics", TEXTS, "relatedMetrics", "ids of the metrics that it is about"),
        *OF_PROCESS,
    ),
)
