"""One receipt of a register or table, read once, however often the warehouse is built."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from candour.archive import Archive, ArchiveError, Receipt
from candour.ocds.problems import Problem
from candour.sources.account import Tally
from candour.sources.day_of_file import day_of_file
from candour.sources.tables import tables_sources
from candour.warehouse import durable, rules
from candour.warehouse.registers.made_tables import STAGED
from candour.warehouse.rows import TableWriter
from candour.warehouse.tables import accounts, problems
from candour.warehouse.tables.definition import Table
from candour.warehouse.tables.process import ProblemFound
from candour.warehouse.tables.statement import Statement

ROWS_AT_ONCE = 10_000


def stage_tables(archive_folder: Path, receipt_id: str, folder: Path) -> int:
    """Read one receipt, as corrected, into a folder of its tables; returns how many bytes were received in it.

    Whatever is wrong with it becomes a row of problems, and what became of every row one of accounts.
    """
    archive = Archive.at(archive_folder, create=False)
    receipt = archive.receipt(receipt_id)
    unfinished = folder.with_name(f"{folder.name}.part")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir()
    _Stager(receipt, unfinished).stage(archive)
    durable.sync(unfinished)
    unfinished.rename(folder)
    return receipt.size


class _Stager:
    def __init__(self, receipt: Receipt, folder: Path) -> None:
        self._receipt = receipt
        self._folder = folder
        self._day = day_of_file(receipt.name, date.fromisoformat(receipt.received[:10]))
        self._writers: dict[str, TableWriter] = {}
        self._waiting: dict[str, list[object]] = {}

    def stage(self, archive: Archive) -> None:
        tally = Tally()
        for thing in self._things(archive, tally):
            if isinstance(thing, Problem):
                self._add(problems.TABLE, ProblemFound(thing, self._receipt.id))
            else:
                self._add(STAGED[type(thing)], self._statement(thing))
        for account in tally.accounts():
            self._add(accounts.TABLE, self._statement(account))
        for name in [name for name in self._waiting if name != problems.TABLE.name]:
            self._write(name)
        if problems.TABLE.name in self._waiting:
            self._write(problems.TABLE.name)
        for writer in self._writers.values():
            writer.close()

    def _things(self, archive: Archive, tally: Tally) -> Iterator[Any]:
        source = tables_sources()[self._receipt.source]
        try:
            with archive.open_corrected(self._receipt.id) as stream:
                yield from source.read(stream, name=self._receipt.name, tally=tally)
        except (ArchiveError, OSError) as error:
            yield Problem(rule=rules.UNREADABLE, path="", found=str(error), position=self._receipt.name)

    def _statement(self, thing: object) -> Statement:
        return Statement(thing, self._receipt.id, self._day)

    def _add(self, table: Table, entry: object) -> None:
        if table.name not in self._writers:
            self._writers[table.name] = TableWriter(table, self._folder)
            self._waiting[table.name] = []
        waiting = self._waiting[table.name]
        waiting.append(entry)
        if len(waiting) >= ROWS_AT_ONCE:
            self._write(table.name)

    def _write(self, name: str) -> None:
        entries, self._waiting[name] = self._waiting[name], []
        for problem in self._writers[name].add(entries):
            self._add(problems.TABLE, ProblemFound(problem.problem, self._receipt.id))
