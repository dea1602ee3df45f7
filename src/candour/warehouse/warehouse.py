"""Opening what was built."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from candour.errors import NotBuiltError
from candour.warehouse.derived import Derived, fingerprint_of
from candour.warehouse.duckdb_engine import DuckDBEngine
from candour.warehouse.engine import Engine
from candour.warehouse.files import held_in
from candour.warehouse.layout import Layout


class Warehouse:
    """The tables of an archive, in a folder."""

    @staticmethod
    def open(
        folder: Path,
        *,
        derived: Sequence[Derived] = (),
        engine: Literal["duckdb", "spark"] = "duckdb",
        memory_limit: str = "1GB",
        threads: int = 2,
        seconds: float | None = None,
    ) -> Engine:
        """The version in force, to be asked; `derived` names the tables that are wanted beside those it always has.

        Embedded, a question that takes longer than `seconds` is given up.

        Raises NotBuiltError where nothing has been built yet.
        """
        layout = Layout(folder.resolve())
        data_version = layout.current()
        if data_version is None:
            raise NotBuiltError(f"there is no warehouse in {folder}; make one with `candour build`")
        version, where = layout.version(data_version), layout.folder_of(data_version)
        written = version is not None and version.derived == fingerprint_of(derived)
        held = held_in(where.glob("*/*.parquet"), derived, written=written)
        if engine == "duckdb":
            return DuckDBEngine(
                where,
                data_version,
                held,
                divided=version.divided if version else 0,
                memory_limit=memory_limit,
                threads=threads,
                seconds=seconds,
            )
        from candour.warehouse.spark_engine import SparkEngine

        return SparkEngine(where, data_version, held, memory_limit=memory_limit, threads=threads)
