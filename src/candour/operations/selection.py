"""From what a person asks for to a selection of processes."""

from datetime import datetime

from candour.care import councils
from candour.compare.selection import Care, Rating, Selection
from candour.errors import CandourError


def selection_of(
    care: Care,
    since: datetime | None = None,
    until: datetime | None = None,
    council: str | None = None,
    contract_model: str | None = None,
    rating: Rating | None = None,
) -> Selection:
    """The selection; a council is named in words or by its code.

    Raises:
        CandourError: no council, or no single one, has that name.
    """
    return Selection(
        care=care,
        since=since.date() if since else None,
        until=until.date() if until else None,
        council=_council_code(council) if council else None,
        contract_model=contract_model,
        rating=rating,
    )


def _council_code(name: str) -> str:
    found = councils.look_up(name)
    if found.council is None:
        raise CandourError(
            f"no council is known as {name!r}: {found.reason}; or give its GSS code, such as E08000033"
        )
    return found.council.gss
