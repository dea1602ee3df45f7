"""Contributions: what people who took part asked for, and what became of it."""

from collections.abc import Iterator

from candour.warehouse.tables.columns import OCID_COLUMN, OF_PROCESS, plain
from candour.warehouse.tables.definition import Column, Entry, Table, of_parent
from candour.warehouse.tables.kinds import TEXT, TEXTS
from candour.warehouse.tables.process import Process, pieces


def _entries(process: Process) -> Iterator[Entry]:
    for taking_part in pieces(process.compiled, "participation"):
        for contribution in pieces(taking_part, "contributions"):
            yield Entry(process, contribution, "participation.contributions", taking_part)


TABLE = Table(
    "contributions",
    "one thing that somebody who took part asked for",
    _entries,
    (
        OCID_COLUMN,
        Column("participation_id", TEXT, "id of the entry of `participation`", of_parent("id")),
        Column("stage", TEXT, "stage at which it was asked", of_parent("stage")),
        plain("contribution_id", TEXT, "id", "id of the contribution"),
        plain("role", TEXT, "role", "who asked, by role"),
        plain("asked", TEXT, "asked", "what was asked for"),
        plain("outcome", TEXT, "outcome", "adopted, partlyAdopted, notAdopted or undecided; null where nobody said"),
        plain("reason", TEXT, "reason", "why that became of it"),
        plain("related_metrics", TEXTS, "relatedMetrics", "ids of the metrics that came of it"),
        *OF_PROCESS,
    ),
)
