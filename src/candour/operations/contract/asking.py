"""From where a view is made, and as of which day."""

from dataclasses import dataclass
from datetime import date

from candour.operations.home import Home
from candour.warehouse.engine import Engine


@dataclass(frozen=True, slots=True)
class Asking:
    """The archive, its tables, and the day on which ratings are looked up and reports are overdue."""

    home: Home
    tables: Engine
    day: date
