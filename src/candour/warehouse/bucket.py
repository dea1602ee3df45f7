"""One bucket of the warehouse, from its staged releases to its Parquet files. Runs in a worker process."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from candour.warehouse import durable
from candour.warehouse.assemble import OUR_FAULTS, assemble, not_processed
from candour.warehouse.gather import by_process
from candour.warehouse.plan import Batch
from candour.warehouse.rows import TableWriter
from candour.warehouse.tables import TABLES, problems
from candour.warehouse.tables.process import ProblemFound, Process

PROCESSES_AT_ONCE = 250
"""So many processes become columns together: enough for Arrow to be quick, few enough to be held in memory."""


def build_bucket(batches: list[Batch], folder: Path) -> None:
    """Write the tables of one bucket into a new folder."""
    folder.mkdir()
    tables = BucketTables(folder)
    with _garbage_collector_off():
        for ocid, received in by_process(batches):
            tables.add(assemble(ocid, received))
        tables.close()
    durable.sync(folder)


class BucketTables:
    """The tables of one bucket while they are written."""

    def __init__(self, folder: Path) -> None:
        self._writers = [(table.entries, TableWriter(table, folder)) for table in TABLES.values() if table.entries]
        self._problem_writer = TableWriter(problems.TABLE, folder)
        self._processes: list[Process] = []
        self._problems: list[ProblemFound] = []

    def add(self, process: Process | list[ProblemFound]) -> None:
        """Take in a process, or what is wrong with one that could not be put together."""
        if not isinstance(process, Process):
            self._problems += process
            return
        self._problems += process.problems
        self._processes.append(process)
        if len(self._processes) == PROCESSES_AT_ONCE:
            self._flush()

    def close(self) -> None:
        """Everything is on the disk."""
        self._flush()
        for _, writer in self._writers:
            writer.close()
        self._problem_writer.close()

    def _flush(self) -> None:
        try:
            self._keep(self._processes)
        except OUR_FAULTS:
            for process in self._processes:
                self._keep_alone(process)
        self._problem_writer.add(self._problems)
        self._processes, self._problems = [], []

    def _keep_alone(self, process: Process) -> None:
        """A process that no table can be made of costs none of the others."""
        try:
            self._keep([process])
        except OUR_FAULTS as error:
            self._problems.append(not_processed(process.ocid, error))

    def _keep(self, processes: list[Process]) -> None:
        """Rows for all tables, or (on an error) for none."""
        made = []
        not_kept: list[ProblemFound] = []
        for entries, writer in self._writers:
            found = [entry for process in processes for entry in entries(process)]
            if found:
                rows, problems_of_rows = writer.rows(found)
                made.append((writer, rows))
                not_kept += problems_of_rows
        for writer, rows in made:
            writer.keep(rows)
        self._problems += _untold(not_kept, processes)


def _untold(not_kept: list[ProblemFound], processes: list[Process]) -> list[ProblemFound]:
    """Values that no column could hold, each once, and only where nothing else has been said of that field."""
    if not not_kept:
        return []
    told = {(one.problem.ocid, one.problem.path) for process in processes for one in process.problems}
    fresh = {(one.problem.ocid, one.problem.path, one.problem.found): one for one in not_kept}
    return [one for (ocid, path, _), one in fresh.items() if (ocid, path) not in told]


@contextmanager
def _garbage_collector_off() -> Iterator[None]:
    """Compiled releases hold no cycles, and looking for some among so many objects costs dear."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
