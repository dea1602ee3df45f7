"""Take data away in one form."""

from collections.abc import Callable
from pathlib import Path
from typing import Literal, get_args

import msgspec

from candour.compare.selection import Selection
from candour.errors import CandourError
from candour.operations.export.chosen import AS_JSON, Chosen
from candour.operations.export.description import write_description
from candour.operations.export.packages import write_packages
from candour.operations.export.tabular import Writer, write_csv, write_parquet, write_workbook
from candour.operations.home import Home
from candour.operations.progress import Progress, in_silence
from candour.warehouse.tables import TABLES

Form = Literal["lines", "csv", "xlsx", "parquet", "packages"]
FORMS: tuple[Form, ...] = get_args(Form)
_TABLE_WRITERS: dict[str, Writer] = {"csv": write_csv, "parquet": write_parquet}


class Exported(msgspec.Struct, frozen=True):
    """The files that were written into `folder`, and the data version that they hold."""

    folder: str
    files: tuple[str, ...]
    data_version: str


def export(
    home: Home, folder: Path, form: Form, *, selection: Selection, progress: Progress = in_silence
) -> Exported:
    """Write the chosen processes into a new or empty folder.

    `lines` are compiled releases, one a line; `packages` are the releases as they were published; the others are
    tables.

    Raises:
        CandourError: the folder holds something already, nothing has been built, or a sheet would be too long.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise CandourError(f"{folder} is not an empty folder; name a new one, so that nothing is overwritten")
    folder.mkdir(parents=True, exist_ok=True)
    step = _counted(progress)
    with home.tables() as tables:
        chosen = Chosen(tables, selection)
        described: dict[str, str] = {}
        if form in _TABLE_WRITERS:
            for name in chosen.names():
                step(name)
                described[name] = f"{name}.{form}"
                _TABLE_WRITERS[form](TABLES[name], chosen.rows(TABLES[name]), folder / described[name])
        elif form == "xlsx":
            write_workbook(chosen, folder / "candour.xlsx", step)
            described = dict.fromkeys(chosen.names(), "candour.xlsx")
        elif form == "lines":
            step(AS_JSON)
            described[AS_JSON] = "compiled-releases.jsonl"
            with (folder / described[AS_JSON]).open("w", encoding="utf-8") as lines:
                lines.writelines(f"{release}\n" for (release,) in chosen.rows(TABLES[AS_JSON], "release"))
        else:
            write_packages(chosen, folder, step)
        write_description(folder, chosen, described)
        files = tuple(sorted(path.name for path in folder.iterdir()))
        return Exported(str(folder), files, tables.data_version)


def _counted(progress: Progress) -> Callable[[str], None]:
    done = 0

    def step(what: str) -> None:
        nonlocal done
        progress(done, None, what)
        done += 1

    return step
