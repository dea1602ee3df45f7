"""Write the fictional outcomes of councils as files, each in its publisher's form."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from candour.sample.outcomes import ascof, council_tables
from candour.sample.register_faults import with_faults
from candour.sample.tables import write_table

_TABLES = {
    "fictional-ascof-tidy-2025-11.csv": ascof.rows,
    "fictional-council-fees-and-workforce-2026-04.csv": council_tables.rows,
}


def write_outcomes(folder: Path, *, faults: bool = False) -> list[Path]:
    """Write both files into a folder, which is made if need be; the same bytes each time. Returns them in order."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in _TABLES.items():
        found: Iterable[Mapping[str, str]] = rows()
        write_table(folder / name, with_faults(name, found) if faults else found)
    return [folder / name for name in _TABLES]
