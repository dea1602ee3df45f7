"""Published figures that costs rest on, for each nation and financial year, from files under definitions/costing/."""

import datetime
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Literal, get_args

import msgspec
import yaml

from candour.costing.amounts import number
from candour.costing.errors import CostingError
from candour.costing.text_yaml import load_text
from candour.definitions import FOLDER

Nation = Literal["england", "scotland", "wales", "northern-ireland"]
NATIONS: tuple[Nation, ...] = get_args(Nation)


class Source(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where a figure is published, by whom, and under what licence."""

    title: str
    publisher: str
    url: str
    licence: str


class Figure(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One published figure. Without a `value` it is missing, `missing_because` says why, and it is never zero.

    `known` says how sure we are of it, `not_known` what it does not tell.
    """

    name: str
    title: str
    unit: str
    source: str
    known: str
    value: str | None = None
    missing_because: str = ""
    not_known: str = ""
    nations: tuple[Nation, ...] = NATIONS

    def __post_init__(self) -> None:
        if (self.value is None) != bool(self.missing_because):
            raise ValueError(f"{self.name}: expected either a value or missing_because")
        if self.value is not None:
            number(self.name, self.value)

    @property
    def amount(self) -> Decimal:
        """The figure as a number; a percentage as a share of 1.

        Raises:
            CostingError: it is missing.
        """
        if self.value is None:
            raise CostingError(f"not computable, because {self.name} is missing: {self.missing_because}")
        return number(self.name, self.value)


class Year(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The figures of one financial year, from April to March."""

    id: str
    version: int
    title: str
    currency: str
    figures: tuple[Figure, ...]
    sources: dict[str, Source]
    not_known: tuple[str, ...]
    review_date: datetime.date

    def __post_init__(self) -> None:
        if lost := sorted({figure.source for figure in self.figures} - set(self.sources)):
            raise ValueError(f"sources: {', '.join(lost)} not found among them")
        said = [(figure.name, nation) for figure in self.figures for nation in figure.nations]
        if len(set(said)) != len(said):
            raise ValueError("figures: two have the same name for one nation")


class Parameters(msgspec.Struct, frozen=True):
    """The figures that hold in one nation in one year, by name."""

    nation: Nation
    year: Year
    figures: Mapping[str, Figure]

    def figure(self, name: str) -> Figure:
        """The figure of this name.

        Raises:
            CostingError: nothing is said of it for this nation and year.
        """
        if name not in self.figures:
            raise CostingError(
                f"not computable, because {name} is not known for {self.nation} in {self.year.id}; known are "
                f"{', '.join(sorted(self.figures))}"
            )
        return self.figures[name]


@cache
def years(folder: Path = FOLDER / "costing") -> Mapping[str, Year]:
    """Every year that there are figures of, by its id, such as 2025-26.

    Raises:
        CostingError: a file does not define a year; the message names the file and the field.
    """
    return {path.stem: _load(path) for path in sorted(folder.glob("*.yaml"))}


def parameters(nation: str, year: str) -> Parameters:
    """What is known for a nation in a year.

    Raises:
        CostingError: there is no such nation or year.
    """
    known = years()
    if year not in known:
        raise CostingError(f"found the year {year!r}, expected one of {', '.join(known)}")
    for one in NATIONS:
        if one == nation.strip().lower().replace(" ", "-"):
            figures = {figure.name: figure for figure in known[year].figures if one in figure.nations}
            return Parameters(one, known[year], figures)
    raise CostingError(f"found the nation {nation!r}, expected one of {', '.join(NATIONS)}")


def _load(path: Path) -> Year:
    try:
        found = msgspec.convert(load_text(path.read_text("utf-8")), Year, strict=False)
    except yaml.YAMLError as error:
        raise CostingError(f"{path} is not YAML: {' '.join(str(error).split())}; mend that line") from error
    except (msgspec.ValidationError, UnicodeDecodeError, CostingError) as error:
        raise CostingError(f"{path} does not define a year: {error}; mend that field") from error
    if found.id != path.stem:
        raise CostingError(f"{path} has the id {found.id!r}; expected {path.stem!r}, as the file is named")
    return found
