"""Company and charity numbers as registers of care write them."""

from candour.care.organisation_id import normalise
from candour.sources.tabular import rules
from candour.sources.tabular.record import Record
from candour.sources.tabular.row import TableRow


def organisation_id(row: TableRow | Record, field: str, scheme: str) -> str | None:
    """The number in a field as an organisation id (GB-COH-…); None, and a problem of the row, if it is none."""
    number = row.text(field)
    if not number:
        return None
    found = normalise(scheme, number)
    if found.well_formed:
        return str(found)
    row.tell(rules.NUMBER_MALFORMED, field, found.reason, limit=len(found.reason))
    return None
