"""Outcomes of councils: every figure that was published for an area, under the council that it was published for."""

from candour.warehouse.tables.definition import Table
from candour.warehouse.tables.kinds import DAY, NUMBER, TEXT, TEXTS
from candour.warehouse.tables.statement import FIRST_SEEN, LAST_SEEN, RECEIPT, SEEN, said, worked_out

_SAID = (
    said("source", TEXT, "source", "the source"),
    said("measure", TEXT, "measure", "the measure, as definitions/council_outcomes calls it"),
    said("period_start", DAY, "period.start", "first day of the period"),
    said("period_end", DAY, "period.end", "last day of the period"),
    said("level", TEXT, "level", "council, group, region or nation"),
    said("gss", TEXT, "gss", "GSS code of the area"),
    said("council", TEXT, "council", "organisation id of the council, which may have been abolished since"),
    said("code", TEXT, "code", "code of the area, as published"),
    said("name", TEXT, "name", "name of the area, as published"),
    said("statistic", TEXT, "statistic", "outcome for the figure itself, or what belongs to it, such as denominator"),
    worked_out(
        "dimensions",
        TEXTS,
        lambda outcome: [f"{name}={value}" for name, value in outcome.dimensions],
        "by what it is broken down, as name=value; empty for everybody",
    ),
    said("value", NUMBER, "value", "the figure, null in every state but value"),
    said("currency", TEXT, "currency", "its currency, where it is money"),
    said("state", TEXT, "state", "value, suppressed, not applicable, unavailable or not reported"),
    said("flag", TEXT, "flag", "the flag, as published"),
    said("note", TEXT, "note", "what the publisher says of it"),
)
STAGED = Table("council_outcome_statements", "what one file says of one figure", None, (*_SAID, SEEN, RECEIPT))
TABLE = Table(
    "council_outcomes",
    "one statistic of one measure for one period and area; a figure revised later is a row more",
    None,
    (*_SAID, FIRST_SEEN, LAST_SEEN, RECEIPT),
)
