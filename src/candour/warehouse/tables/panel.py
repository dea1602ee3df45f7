"""Panels: who judges the bids, by role, number and experience, never by name."""

from collections.abc import Iterator

from candour.warehouse.tables.columns import OCID_COLUMN, plain
from candour.warehouse.tables.definition import Entry, Table
from candour.warehouse.tables.holders import listed_in
from candour.warehouse.tables.kinds import TEXT, TEXTS, WHOLE
from candour.warehouse.tables.process import Process


def _entries(process: Process) -> Iterator[Entry]:
    return listed_in(process, "evaluationPanel", "tender")


TABLE = Table(
    "panel",
    "the members of one evaluation panel who have one role",
    _entries,
    (
        OCID_COLUMN,
        plain("panel_role_id", TEXT, "id", "id of the entry"),
        plain("role", TEXT, "role", "commissioner, personSupported, unpaidCarer, procurementOfficer…"),
        plain("people", WHOLE, "number", "how many of them there are"),
        plain("experience", TEXTS, "experience", "what they know from work or life: receivingCare, careWork…"),
        plain("training", TEXTS, "training", "what they were trained in for the task"),
        plain(
            "conflicts_declared", WHOLE, "conflictsDeclared", "how many declared a conflict; 0 is none, null not said"
        ),
        plain("conflicts_management", TEXT, "conflictsManagement", "what was done about conflicts"),
    ),
)
