"""Which councils border on each other, as measured from outlines of December 2023.

Two councils border where at least one kilometre of their outlines lies within 500 metres of each other: on both sides
of a river is bordering, a meeting in one point is not. The outlines are simplified, so this is a measurement, and no
legal boundary.
"""

import csv
from functools import lru_cache
from pathlib import Path

from candour.care.council_table import Council, by_organisation_id

_TABLE = Path(__file__).parent / "borders.csv"


def bordering(council: Council) -> tuple[Council, ...]:
    """The councils with a tile that border on this one, by name. Empty for islands and whoever has no tile."""
    return tuple(sorted(_by_council().get(council, ()), key=lambda known: known.name))


@lru_cache(maxsize=1)
def borders() -> frozenset[frozenset[Council]]:
    """Every pair of councils that border on each other."""
    with _TABLE.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(line for line in lines if not line.startswith("#")))
    pairs = ((by_organisation_id(row["one"]), by_organisation_id(row["other"])) for row in rows)
    return frozenset(frozenset((one, other)) for one, other in pairs if one is not None and other is not None)


@lru_cache(maxsize=1)
def _by_council() -> dict[Council, set[Council]]:
    found: dict[Council, set[Council]] = {}
    for pair in borders():
        one, other = pair
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return found
