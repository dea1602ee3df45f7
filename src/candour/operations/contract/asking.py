"""From where a view is made, and as of which day."""

from dataclasses import dataclass
from datetime import date

from candour.warehouse.engine import Engine


@dataclass(frozen=True, slots=True)
class Asking:
    """The tables, and the day on which ratings are looked up and reports are overdue."""

    tables: Engine
    day: date
