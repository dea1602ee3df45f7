"""Opens a table whatever it is: CSV, ODS or XLSX, packed in gzip, Zstandard or zip as well."""

from collections.abc import Iterator
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, cast

from candour.ocds.problems import Problem
from candour.ocds.read.byte_source import ByteSource
from candour.ocds.read.decompress import decompressor_for
from candour.ocds.read.intake import Intake
from candour.ocds.read.limits import LIMITS, Limits
from candour.ocds.read.problems import ARCHIVE_UNSUPPORTED, problem_at
from candour.ocds.read.zip_members import EMPTY_ZIP, ZIP, zip_members
from candour.sources.tabular.csv_sheets import csv_sheets
from candour.sources.tabular.ods_sheets import ods_sheets
from candour.sources.tabular.sheet import Sheet
from candour.sources.tabular.xlsx_sheets import xlsx_sheets

IN_MEMORY = 1 << 24
NEVER_ON_DISK = 0


def sheets(
    stream: BinaryIO, name: str, limits: Limits = LIMITS, in_memory: int = IN_MEMORY
) -> Iterator[Sheet | Problem]:
    """The sheets of `stream`, in order, and what is wrong with it; `name` is only for messages.

    Nothing is held but a row, the texts that an XLSX file shares, and a copy of the packed file: on disk beyond
    `in_memory` bytes, unless that is NEVER_ON_DISK. It never raises for what the stream holds.
    """
    intake = Intake(name, limits)
    yield from _unpacked(intake.receive(stream), name, limits, intake, 0, in_memory)
    yield from intake.tell()


def _unpacked(
    chunks: Iterator[bytes], name: str, limits: Limits, intake: Intake, layer: int, in_memory: int
) -> Iterator[Sheet | Problem]:
    source = ByteSource(chunks)
    start = source.peek(4)
    decompress = decompressor_for(start)
    if layer == limits.archives:
        yield problem_at(ARCHIVE_UNSUPPORTED, name, f"{layer} archives inside one another")
    elif decompress:
        yield from _unpacked(
            intake.guard(decompress(source, intake), name), name, limits, intake, layer + 1, in_memory
        )
    else:
        with SpooledTemporaryFile(in_memory) as spooled:
            file = cast(BinaryIO, spooled)
            for chunk in source.chunks():
                file.write(chunk)
            file.seek(0)
            yield from (
                _of_zip(file, name, limits, layer, in_memory) if start in (ZIP, EMPTY_ZIP) else csv_sheets(file, name)
            )


def _of_zip(file: BinaryIO, name: str, limits: Limits, layer: int, in_memory: int) -> Iterator[Sheet | Problem]:
    """A workbook, or an archive of several tables."""
    intake = Intake(name, limits)
    first = ""
    for label, content in _members(file, name, intake):
        first = first or label
        if label == "content.xml":
            yield from ods_sheets(content, f"{name}/{label}")
        elif label == "[Content_Types].xml" or label.startswith("xl/"):
            yield from xlsx_sheets(lambda told: _members(file, name, told), name, limits)
            return
        elif not _is_part_of_a_workbook(label, first):
            yield from _unpacked(content, f"{name}/{label}", limits, intake, layer + 1, in_memory)
    yield from intake.tell()


def _members(file: BinaryIO, name: str, intake: Intake) -> Iterator[tuple[str, Iterator[bytes]]]:
    file.seek(0)
    source = ByteSource(intake.receive(file))
    for label, content in zip_members(source, intake, name):
        yield label.removeprefix(f"{name}/"), content


def _is_part_of_a_workbook(label: str, first: str) -> bool:
    return first == "mimetype" or label.startswith(("docProps/", "_rels/", "META-INF/"))
