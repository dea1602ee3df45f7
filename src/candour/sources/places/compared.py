"""Beside the built-in table: what a file says otherwise is told, and never taken over."""

from collections.abc import Iterable
from datetime import date, timedelta

from candour.care import councils
from candour.care.council_table import Council, successors
from candour.care.places.lineage import listed
from candour.sources.places import rules
from candour.sources.tabular.row import TableRow


def same(row: TableRow, field: str, found: str, expected: str) -> None:
    """Tell if a text differs from the table's; an empty one says nothing."""
    if found and found != expected:
        row.tell(rules.COUNCIL_DIFFERS, field, found, expected or "nothing")


def same_day(row: TableRow, field: str, found: date | None, expected: date | None) -> None:
    """Tell if a day differs from the table's."""
    if found is not None and found != expected:
        row.tell(rules.COUNCIL_DIFFERS, field, f"{found}{_next_day(found, expected)}", str(expected or "no day"))


def same_code(row: TableRow, field: str, code: str, council: Council) -> None:
    """Tell if a GSS code is none that the council has or had."""
    if code and councils.by_gss(code) != council:
        row.tell(rules.COUNCIL_DIFFERS, field, code, council.gss or "no code")


def same_successors(row: TableRow, field: str, found: Iterable[Council], council: Council) -> None:
    """Tell if others are said to have taken over than the table says."""
    named, known = set(found), {step.new for step in successors(council)}
    if named != known and (named or council.end is not None):
        row.tell(rules.COUNCIL_DIFFERS, field, _names(named), _names(known))


def unknown(row: TableRow, field: str, found: str) -> None:
    """Refuse a row about a council that nobody knows here."""
    row.tell(rules.COUNCIL_NOT_IN_TABLE, field, found)
    row.refused(rules.COUNCIL_NOT_IN_TABLE.title.lower())


def _next_day(found: date, expected: date | None) -> str:
    return ", the day after" if expected is not None and found == expected + timedelta(days=1) else ""


def _names(some: Iterable[Council]) -> str:
    return listed(sorted(council.name for council in some)) if some else "nobody"
