"""Write the fictional registers as files, each in its publisher's form and named for what it is."""

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path

import orjson

from candour.sample.registers import care_inspectorate, cqc, rqia

MONTH = "2026-10"
_TABLES = {
    f"fictional-cqc-directory-with-ratings-{MONTH}.csv": cqc.ratings_rows,
    f"fictional-cqc-directory-of-locations-{MONTH}.csv": cqc.location_rows,
    f"fictional-care-inspectorate-{MONTH}.csv": care_inspectorate.rows,
    f"fictional-rqia-{MONTH}.csv": rqia.rows,
}
_LINES = {
    f"fictional-cqc-api-locations-{MONTH}.jsonl": cqc.api_locations,
    f"fictional-cqc-api-providers-{MONTH}.jsonl": cqc.api_providers,
}


def write_registers(folder: Path) -> list[Path]:
    """Write every file into a folder, which is made if need be; the same bytes each time. Returns them in order."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in _TABLES.items():
        _write_table(folder / name, rows())
    for name, things in _LINES.items():
        lines = (orjson.dumps(thing, option=orjson.OPT_APPEND_NEWLINE) for thing in things())
        (folder / name).write_bytes(b"".join(lines))
    return [folder / name for name in (*_TABLES, *_LINES)]


def _write_table(path: Path, rows: Iterable[Mapping[str, str]]) -> None:
    found = list(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(found[0]), lineterminator="\r\n")
        writer.writeheader()
        writer.writerows(found)
