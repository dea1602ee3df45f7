"""The standards of a nation, who raises them, and where one council stands."""

import datetime

import msgspec

from candour.care import councils
from candour.minimum_standards.standard import Nation, Standard, national
from candour.operations.home import Home
from candour.operations.standards.additions import LocalChecked, kept_additions, kept_file_of
from candour.operations.standards.scorecard import Scorecard, scorecard


class StandardsListed(msgspec.Struct, frozen=True, kw_only=True):
    """`additions` are what places of that nation have raised or added. `scorecard` is of the council asked for."""

    data_version: str
    nation: Nation
    standards: tuple[Standard, ...]
    additions: tuple[LocalChecked, ...]
    scorecard: Scorecard | None


def standards_listed(home: Home, nation: Nation, council: str, today: datetime.date) -> StandardsListed:
    """The standards of a nation, or, where a council is named, those of that council's own nation.

    Raises:
        NotFoundError: there is no such council.
        CandourError: nothing has been built yet.
    """
    card = scorecard_with_additions(home, council, today) if council else None
    nation = card.nation if card else nation
    with home.tables() as tables:
        return StandardsListed(
            data_version=tables.data_version,
            nation=nation,
            standards=tuple(national(nation).values()),
            additions=tuple(one for one in kept_additions(today) if one.nation == nation and not one.faults),
            scorecard=card,
        )


def scorecard_with_additions(home: Home, wanted: str, today: datetime.date) -> Scorecard:
    """Where a council stands by every standard of its nation, and by its own additions where they are kept here.

    Raises:
        NotFoundError: there is no such council.
        CandourError: nothing has been built yet.
    """
    known = councils.look_up(wanted, today).council
    return scorecard(home, wanted, kept_file_of(known) if known else None, today)
