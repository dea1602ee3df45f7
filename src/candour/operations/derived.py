"""The tables that are derived from the others when a warehouse is built, and wanted whenever it is opened."""

from functools import cache

from candour.compare.measured.observations import compared_observations
from candour.compare.members import members
from candour.indicators.workings import workings
from candour.warehouse.derived import Derived


@cache
def derived_tables() -> tuple[Derived, ...]:
    """The tables, in the order in which they are made."""
    return workings(), members(), compared_observations()
