"""Verdicts on locations: whether each is at or above good, in its own nation's terms, or why that cannot be said."""

from candour.warehouse.tables.definition import Column, Table, attribute
from candour.warehouse.tables.kinds import DAY, TEXT

TABLE = Table(
    "location_verdicts",
    "a location on the day of the newest file of its register",
    None,
    (
        Column("location", TEXT, "the location", attribute("location")),
        Column("provider", TEXT, "its provider", attribute("provider")),
        Column("day", DAY, "the day on which this was so", attribute("verdict.day")),
        Column("at_or_above_good", TEXT, "yes or no; null where neither can be said", attribute("verdict.verdict")),
        Column("lacking", TEXT, "without a verdict: the state in which the rating is", attribute("verdict.lacking")),
        Column("because", TEXT, "what it rests on, or why there is none", attribute("verdict.because")),
        Column(
            "inspected", DAY, "the day of the oldest inspection or report that it rests on", attribute("inspected")
        ),
    ),
)
