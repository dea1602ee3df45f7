"""Write the fictional registers as files, each in its publisher's form and named for what it is."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import orjson

from candour.sample.register_faults import with_faults
from candour.sample.registers import care_inspectorate, ciw, cqc_api, cqc_directories, rqia
from candour.sample.registers.registration import Registration, many_registrations, registrations
from candour.sample.tables import write_table

MONTH = "2026-10"
_Rows = Callable[[Iterable[Registration]], Iterator[Mapping[str, str]]]
_TABLES: dict[str, _Rows] = {
    f"fictional-cqc-directory-with-ratings-{MONTH}.csv": cqc_directories.ratings_rows,
    f"fictional-cqc-directory-of-locations-{MONTH}.csv": cqc_directories.location_rows,
    f"fictional-care-inspectorate-{MONTH}.csv": care_inspectorate.rows,
    f"fictional-ciw-{MONTH}.csv": ciw.rows,
    f"fictional-rqia-{MONTH}.csv": rqia.rows,
}
_LINES = {
    f"fictional-cqc-api-locations-{MONTH}.jsonl": cqc_api.api_locations,
    f"fictional-cqc-api-providers-{MONTH}.jsonl": cqc_api.api_providers,
}


def write_registers(folder: Path, *, locations: int | None = None, faults: bool = False) -> list[Path]:
    """Write every file into a folder, which is made if need be; the same bytes each time. Returns them in order.

    Without a number of `locations`, in all four nations together, they are those of the providers in the notices;
    with more, those of further providers follow.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in _TABLES.items():
        found = rows(_registered(locations))
        write_table(folder / name, with_faults(name, found) if faults else found)
    for name, things in _LINES.items():
        with (folder / name).open("wb") as file:
            file.writelines(
                orjson.dumps(thing, option=orjson.OPT_APPEND_NEWLINE) for thing in things(_registered(locations))
            )
    return [folder / name for name in (*_TABLES, *_LINES)]


def _registered(locations: int | None) -> Iterable[Registration]:
    return registrations() if locations is None else many_registrations(locations)
