"""Corrections: what somebody said is wrong with what was received."""

import msgspec

from candour.warehouse.tables.definition import Column, Table, as_json, attribute, derived
from candour.warehouse.tables.kinds import JSON, TEXT, TIME, YES_NO

_CHANGE = as_json(derived(lambda held: msgspec.to_builtins(held.correction.change)))

TABLE = Table(
    "corrections",
    "one correction of one receipt",
    None,
    (
        Column("correction", TEXT, "the correction", attribute("correction.id")),
        Column("receipt", TEXT, "the receipt that it is about", attribute("correction.receipt")),
        Column("made", TIME, "when it was made", attribute("correction.made")),
        Column("made_by", TEXT, "who answers for it", attribute("correction.by")),
        Column("reason", TEXT, "why", attribute("correction.reason")),
        Column("change", JSON, "what it changes", _CHANGE),
        Column("counts", YES_NO, "whether it counts now: nobody has undone it", attribute("counts")),
    ),
)
