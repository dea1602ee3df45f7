"""The tables that are derived from the others when a warehouse is built, and wanted whenever it is opened."""

from functools import cache

from candour.compare.measured.observations import compared_observations
from candour.compare.measured.released_in import released_in
from candour.compare.members import members
from candour.indicators.workings import workings
from candour.operations.awards_by_supplier import awards_by_supplier
from candour.operations.last_reports import last_reports, reports_by_supplier
from candour.warehouse.derived import Derived


@cache
def derived_tables() -> tuple[Derived, ...]:
    """The tables, in the order in which they are made."""
    return (
        workings(),
        members(),
        compared_observations(),
        released_in(),
        awards_by_supplier(),
        last_reports(),
        reports_by_supplier(),
    )
