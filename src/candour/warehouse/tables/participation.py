"""Participation: who took part at a stage of a process, by role and number."""

from collections.abc import Iterator

from candour.warehouse.tables.columns import OCID_COLUMN, OF_PROCESS, plain
from candour.warehouse.tables.definition import Column, Entry, Table, of_parent
from candour.warehouse.tables.kinds import TEXT, TIME, WHOLE
from candour.warehouse.tables.process import Process, pieces


def _entries(process: Process) -> Iterator[Entry]:
    for taking_part in pieces(process.compiled, "participation"):
        for group in pieces(taking_part, "participants") or [{}]:
            yield Entry(process, group, "participation.participants", taking_part)


TABLE = Table(
    "participation",
    "one group of people who took part at one stage (one row too where no group is named)",
    _entries,
    (
        OCID_COLUMN,
        Column("participation_id", TEXT, "id of the entry", of_parent("id")),
        Column("stage", TEXT, "coDesign, tender, evaluation, delivery, review or lessons", of_parent("stage")),
        Column("period_start", TIME, "when they began", of_parent("period.startDate")),
        Column("period_end", TIME, "when they ended", of_parent("period.endDate")),
        Column("method", TEXT, "how they took part", of_parent("method")),
        plain("group_id", TEXT, "id", "id of the group"),
        plain("role", TEXT, "role", "what they are: personSupported, careWorker, unpaidCarer…"),
        plain("people", WHOLE, "number", "how many took part"),
        *OF_PROCESS,
    ),
)
