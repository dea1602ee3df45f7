"""Areas that several councils share under one name: a figure for one belongs to none of the councils alone."""

import csv
from functools import lru_cache
from pathlib import Path

import msgspec

from candour.care.council_table import Council, by_organisation_id
from candour.care.organisation_name import plain

_TABLE = Path(__file__).parent / "joint_areas.csv"


class JointArea(msgspec.Struct, frozen=True):
    """An area as a source names it, the councils that share it, and where the name was met."""

    name: str
    councils: tuple[Council, ...]
    where: str


def find(name: str) -> JointArea | None:
    """The joint area of this name, in any spelling of "and"; None when no source that we know has it."""
    return _by_name().get(plain(name))


@lru_cache(maxsize=1)
def _by_name() -> dict[str, JointArea]:
    with _TABLE.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(line for line in lines if not line.startswith("#")))
    return {plain(row["name"]): _joint_area(row) for row in rows}


def _joint_area(row: dict[str, str]) -> JointArea:
    councils = tuple(known for code in row["councils"].split("|") if (known := by_organisation_id(code)) is not None)
    return JointArea(row["name"], councils, row["where"])
