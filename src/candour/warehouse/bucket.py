"""One bucket of the warehouse, from its staged releases to its Parquet files. Runs in a worker."""

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from candour.warehouse import durable
from candour.warehouse.assemble import OUR_FAULTS, assemble, not_processed
from candour.warehouse.derive import write_derived
from candour.warehouse.derived import Derived
from candour.warehouse.gather import by_process
from candour.warehouse.plan import BucketPlan
from candour.warehouse.rows import LookedUp, TableWriter
from candour.warehouse.shards import process_number
from candour.warehouse.tables import TABLES, problems
from candour.warehouse.tables.process import ProblemFound, Process
from candour.warehouse.words.processes import write_process_words

Values = dict[str, LookedUp]
"""What was looked up for each table, by its name."""
LOOKED_UP_AT_ONCE = 40
"""The values of so many processes are looked up together: few enough that the processor has them all at hand."""
CONVERTED_AT_ONCE = 480
"""So many processes become columns together: enough for Arrow to be quick, few enough to be held in memory."""


def build_bucket(bucket: BucketPlan, derived: Sequence[Derived], folder: Path) -> None:
    """Write the tables of one bucket, those derived from them, and the index of their words, into a new folder."""
    folder.mkdir()
    tables = BucketTables(folder)
    with _garbage_collector_off():
        for position, (ocid, received) in enumerate(by_process(bucket.batches)):
            tables.add(assemble(ocid, received, number=process_number(bucket.number, position)))
        tables.finish()
    write_derived(folder, derived)
    write_process_words(folder)
    durable.sync_with_files(folder)


class BucketTables:
    """The tables of one bucket while they are written."""

    def __init__(self, folder: Path) -> None:
        self._writers = {
            name: (table.entries, TableWriter(table, folder)) for name, table in TABLES.items() if table.entries
        }
        self._problem_writer = TableWriter(problems.TABLE, folder)
        self._fresh: list[Process] = []
        self._ocids: list[str] = []
        self._values: Values = {}
        self._problems: list[ProblemFound] = []

    def add(self, process: Process | list[ProblemFound]) -> None:
        """Take in a process, or what is wrong with one that could not be put together."""
        if not isinstance(process, Process):
            self._problems += process
            return
        self._problems += process.problems
        self._fresh.append(process)
        if len(self._fresh) == LOOKED_UP_AT_ONCE:
            self._look_up_fresh()
        if len(self._ocids) >= CONVERTED_AT_ONCE:
            self._convert()

    def finish(self) -> None:
        """The files are whole; whoever made the folder syncs them."""
        self._look_up_fresh()
        self._convert()
        for _, writer in self._writers.values():
            writer.finish()
        self._problem_writer.finish()

    def _look_up_fresh(self) -> None:
        fresh, self._fresh = self._fresh, []
        try:
            self._hold(fresh)
        except OUR_FAULTS:
            for process in fresh:
                self._alone(process.ocid, partial(self._hold, [process]))

    def _convert(self) -> None:
        ocids, self._ocids = self._ocids, []
        values, self._values = self._values, {}
        try:
            self._keep(values)
        except OUR_FAULTS:
            for ocid in ocids:
                its = {name: found.only(ocid) for name, found in values.items()}
                self._alone(ocid, partial(self._keep, its))
        self._problem_writer.add(self._problems)
        self._problems = []

    def _alone(self, ocid: str, work: Callable[[], None]) -> None:
        """A process that no table can be made of costs none of the others."""
        try:
            work()
        except OUR_FAULTS as error:
            self._problems.append(not_processed(ocid, error))

    def _look_up(self, processes: list[Process]) -> Values:
        found: Values = {}
        for name, (entries_of, writer) in self._writers.items():
            entries = [entry for process in processes for entry in entries_of(process)]
            if entries:
                found[name] = writer.look_up(entries)
        return found

    def _hold(self, processes: list[Process]) -> None:
        """The values of these processes for all tables, or (on an error) for none."""
        for name, found in self._look_up(processes).items():
            if name in self._values:
                self._values[name].extend(found)
            else:
                self._values[name] = found
        self._ocids += [process.ocid for process in processes]

    def _keep(self, values: Values) -> None:
        """Rows for all tables, or (on an error) for none."""
        made = [(name, *self._writers[name][1].converted(found)) for name, found in values.items()]
        not_kept: list[ProblemFound] = []
        for name, rows, problems_of_rows in made:
            self._writers[name][1].keep(rows)
            not_kept += problems_of_rows
        self._problems += _untold(not_kept, self._problems)


def _untold(not_kept: list[ProblemFound], said: list[ProblemFound]) -> list[ProblemFound]:
    """Values that no column could hold, each once, and only where nothing else has been said of that field."""
    if not not_kept:
        return []
    told = {(one.problem.ocid, one.problem.path) for one in said}
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
