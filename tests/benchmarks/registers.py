"""Registers: reading them, and loading them into the tables of a warehouse; all of them fictional.

There is no other tool to stand beside: the second figure of each is what the issue of building it asked for.
"""

import csv
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from xml.sax.saxutils import escape

import measure
from measure import Measurement, NotMeasured

SERVICES_OF_SCOTLAND = 10_566
COLUMNS_OF_SCOTLAND = 101
LOCATIONS = 60_000
RATINGS = 330_000
_ROWS_OF_TWO = 12
"""An overall rating and five key questions, twice."""
_LEFT_OUT = 4
MONTH = "2026-10"
_SHEET = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content'
    ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">'
    '<office:body><office:spreadsheet><table:table table:name="Ratings">'
)
_END = "</table:table></office:spreadsheet></office:body></office:document-content>"


def run(folder: Path, *, runs: int = 3) -> dict[str, Measurement | NotMeasured]:
    """A register as large as Scotland's and one as large as England's, read and loaded, as CSV and as ODS."""
    scotland, england = scottish_file(folder), english_file(folder)
    workbook = as_ods(england)
    read, load = "read", "load"
    return {
        f"Scotland's size, {SERVICES_OF_SCOTLAND:,} × {COLUMNS_OF_SCOTLAND}: read": _of(read, scotland, runs),
        f"England's size, {LOCATIONS:,} locations, {RATINGS:,} ratings: read": _of(read, england, runs),
        "England's size: added and built": _of(load, england, runs),
        "The same as ODS: read": _of(read, workbook, 1),
        "The same as ODS: added and built": _of(load, workbook, 1),
    }


def _of(work: str, path: Path, runs: int) -> Measurement:
    return measure.function("registers.py", work, path, runs=runs)


def read(path: str) -> Iterator[int | None]:
    """Every row to what it says; returns the rows used."""
    from candour.sources.account import Tally
    from candour.sources.tables import recognise, tables_sources

    yield None
    tally = Tally()
    with Path(path).open("rb") as stream:
        source = recognise(stream, name=path)
    if source is None:
        raise measure.BenchmarkError(f"{path} is not known as a register")
    with Path(path).open("rb") as stream:
        for _ in tables_sources()[source].read(stream, name=path, tally=tally):
            pass
    yield sum(account.rows for account in tally.accounts() if account.outcome == "used")


def load(path: str) -> Iterator[int | None]:
    """`candour add` and `candour build` into a folder that is thrown away; returns the rows of ratings kept."""
    from candour.operations.add import add_files
    from candour.operations.build import build_warehouse
    from candour.operations.home import Home

    yield None
    with tempfile.TemporaryDirectory(dir=Path(path).parent) as folder:
        home = Home(Path(folder))
        ratings = sum(one.things["ratings"] for one in add_files(home, [Path(path)]))
        build_warehouse(home)
    yield ratings


def scottish_file(folder: Path) -> Path:
    """A fictional monthly file of the Care Inspectorate's size; made once and kept."""
    from candour.sample.registers import care_inspectorate
    from candour.sample.registers.registration import many_registrations

    rows = care_inspectorate.rows(many_registrations(20 * SERVICES_OF_SCOTLAND))
    return _kept(folder / f"care-inspectorate-{MONTH}.csv", islice(rows, SERVICES_OF_SCOTLAND))


def english_file(folder: Path) -> Path:
    """A fictional directory with ratings of so many locations and ratings; made once and kept.

    Every other location has no rating for one of the key questions.
    """
    from candour.sample.registers import cqc_directories
    from candour.sample.registers.registration import many_registrations

    rows = cqc_directories.ratings_rows(many_registrations(10 * LOCATIONS))
    some = (row for nth, row in enumerate(rows) if nth % _ROWS_OF_TWO != _LEFT_OUT)
    return _kept(folder / f"cqc-directory-with-ratings-{MONTH}.csv", islice(some, RATINGS))


def _kept(path: Path, rows: Iterable[dict[str, str]]) -> Path:
    from candour.sample.tables import write_table

    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        write_table(path.with_suffix(".unfinished"), rows)
        path.with_suffix(".unfinished").rename(path)
    return path


def as_ods(table: Path) -> Path:
    """The same table as a spreadsheet, written row by row."""
    path = table.with_suffix(".ods")
    if path.exists():
        return path
    unfinished = path.with_suffix(".unfinished-ods")
    with table.open(encoding="utf-8", newline="") as rows, _book(unfinished) as book:
        book.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        with book.open("content.xml", "w", force_zip64=True) as sheet:
            sheet.write(_SHEET.encode())
            sheet.writelines(map(_row, csv.reader(rows)))
            sheet.write(_END.encode())
    unfinished.rename(path)
    return path


def _book(path: Path) -> zipfile.ZipFile:
    return zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1)


def _row(cells: list[str]) -> bytes:
    written = (
        f'<table:table-cell office:value-type="string"><text:p>{escape(cell)}</text:p></table:table-cell>'
        if cell
        else "<table:table-cell/>"
        for cell in cells
    )
    return f"<table:table-row>{''.join(written)}</table:table-row>".encode()
