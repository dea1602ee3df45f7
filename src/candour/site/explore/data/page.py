"""Everything at once: the files for download."""

from dataclasses import dataclass
from datetime import datetime

import msgspec
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from candour.operations.bulk import BulkFile, bulk
from candour.site.components.link import Link
from candour.site.components.table.table import Column, Table
from candour.site.pages.asked import Asked
from candour.site.pages.kind import PageKind
from candour.site.pages.page import Page
from candour.site.pages.reading import Reading, address_of
from candour.site.pages.sources import source_files

_LICENCES = """
SELECT COALESCE(licence, '') AS licence, LIST(DISTINCT COALESCE(publisher, source)) AS publishers, COUNT(*) AS files
FROM receipts WHERE NOT withdrawn GROUP BY 1 ORDER BY 3 DESC
"""


class Licence(msgspec.Struct, frozen=True):
    """A licence, empty where none is said, and who publishes under it."""

    licence: str
    publishers: tuple[str, ...]
    files: int


class Download(msgspec.Struct, frozen=True):
    """A file, and where it is."""

    file: BulkFile
    address: str


class Downloads(msgspec.Struct, frozen=True):
    """Every file of the data in force; none, and no `made`, where they have not been made."""

    data_version: str
    made: datetime | None
    files: tuple[Download, ...]
    licences: tuple[Licence, ...]


@dataclass(frozen=True, slots=True)
class Body:
    """What the template shows."""

    made: datetime | None
    files: Table
    licences: Table
    dictionary: str


def make(reading: Reading[Asked]) -> Page:
    """The page."""
    with reading.home.tables() as tables:
        data_version = tables.data_version
        licences = tuple(
            Licence(row.licence, tuple(sorted(row.publishers)), row.files) for row in tables.query(_LICENCES)
        )
    held = bulk(reading.home, data_version)
    files = tuple(Download(one, _address(data_version, one)) for one in held.files) if held else ()
    answer = Downloads(data_version, held.made if held else None, files, licences)
    of_files, of_licences = _files(files, reading), _licences(licences, reading)
    return Page(
        title=_("Take all of it"),
        lead=_lead(answer),
        data_version=data_version,
        answer=answer,
        body=Body(answer.made, of_files, of_licences, address_of("dictionary")),
        tables=(of_files, of_licences),
        sources=source_files(()),
        source_note=_("Every file that was received is named in receipts.parquet, with its licence and SHA-256."),
    )


def _address(data_version: str, file: BulkFile) -> str:
    return f"/data/file/{data_version}/{file.name}"


def _lead(answer: Downloads) -> str:
    if not answer.files:
        return _("The files of these data have not been made yet. The API gives the same, a page at a time.")
    told = {"files": len(answer.files), "size": _size(sum(one.file.bytes for one in answer.files))}
    return (
        ngettext(
            "Everything that this site holds, in %(files)s file of %(size)s.",
            "Everything that this site holds, in %(files)s files of %(size)s together.",
            len(answer.files),
        )
        % told
    )


def _files(files: tuple[Download, ...], reading: Reading[Asked]) -> Table:
    return Table(
        id="files",
        caption=_("Files"),
        columns=(
            Column("file", _("File")),
            Column("what", _("What is in it")),
            Column("size", _("Size"), numeric=True),
            Column("bytes", _("Bytes"), numeric=True),
            Column("sha256", _("SHA-256"), _("the digest by which you can check what you received")),
        ),
        rows=tuple(
            (
                Link(one.file.name, one.address),
                _what(one.file),
                _size(one.file.bytes),
                one.file.bytes,
                one.file.sha256,
            )
            for one in files
        ),
        address=reading.table("files"),
    )


def _what(file: BulkFile) -> str:
    if file.table:
        return _("the table %(table)s, with types (Parquet)") % {"table": file.table}
    return {
        "packages": _("releases as they were published, in OCDS release packages"),
        "lines": _("the compiled release of each process, one a line (JSON lines)"),
        "csv": _("every table as CSV, with a description of every column"),
        "parquet": _("the description of every table and column"),
    }[file.form]


def _size(size: int) -> str:
    if size < 1_000_000:
        return _("%(size)s kB") % {"size": f"{size / 1000:,.1f}"}
    return _("%(size)s MB") % {"size": f"{size / 1_000_000:,.1f}"}


def _licences(licences: tuple[Licence, ...], reading: Reading[Asked]) -> Table:
    return Table(
        id="licences",
        caption=_("Under which licences it was published"),
        columns=(
            Column("licence", _("Licence")),
            Column("publishers", _("Published by")),
            Column("files", _("Files received"), numeric=True),
        ),
        rows=tuple((one.licence or None, ", ".join(one.publishers), one.files) for one in licences),
        address=reading.table("licences"),
    )


DATA = PageKind(
    id="data",
    about="Everything at once: OCDS packages, JSON lines, CSV and Parquet, with sizes, digests and licences.",
    key="",
    answer=Downloads,
    make=make,
    beside=lambda reading, data_version: "made" if bulk(reading.home, data_version) else "",
)
