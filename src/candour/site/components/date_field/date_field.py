"""A date, typed as day, month and year."""

from dataclasses import dataclass, replace
from typing import Self

from django.utils.translation import gettext as _

from candour.site.components.asking import Asking
from candour.site.components.typed import Typed

PARTS = ("day", "month", "year")


def joined(day: str, month: str, year: str) -> str:
    """The three parts as one date in ISO 8601, as far as they are one; else something that is none.

    >>> joined("7", "3", "2026")
    '2026-03-07'
    """
    return "-".join((year.strip(), month.strip().zfill(2), day.strip().zfill(2))) if day or month or year else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateField(Asking):
    """`day`, `month` and `year` are as they were typed. In an address, `name` has the date in ISO 8601;
    a form that is sent has `name-day`, `name-month` and `name-year`, which are joined before they are read.
    """

    day: str = ""
    month: str = ""
    year: str = ""

    @property
    def parts(self) -> tuple[tuple[str, str, str, int], ...]:
        """Of each part: its name in the address, what it is called, its value, and its width in letters."""
        titles = (_("Day"), _("Month"), _("Year"))
        values = (self.day, self.month, self.year)
        return tuple(
            (f"{self.name}-{part}", title, value, 4 if part == "year" else 2)
            for part, title, value in zip(PARTS, titles, values, strict=True)
        )

    def filled(self, typed: Typed) -> Self:
        """The same with the date of the address, or else with the parts that were typed."""
        whole = typed.one(self.name).split("-")
        parts = [typed.one(f"{self.name}-{part}") for part in PARTS]
        if len(whole) == len(PARTS) and not any(parts):
            parts = [part.lstrip("0") for part in reversed(whole)]
        day, month, year = parts if any(parts) else (self.day, self.month, self.year)
        return replace(self, day=day, month=month, year=year, error=typed.error(self.name))
