"""Opening what was built."""

from pathlib import Path
from typing import Literal

from candour.errors import CandourError
from candour.warehouse.duckdb_engine import DuckDBEngine
from candour.warehouse.engine import Engine
from candour.warehouse.layout import Layout


class Warehouse:
    """The tables of an archive, in a folder."""

    @staticmethod
    def open(
        folder: Path, *, engine: Literal["duckdb", "spark"] = "duckdb", memory_limit: str = "1GB", threads: int = 2
    ) -> Engine:
        """The version in force, to be asked. Raises CandourError where nothing has been built yet."""
        layout = Layout(folder.resolve())
        data_version = layout.current()
        if data_version is None:
            raise CandourError(f"there is no warehouse in {folder}; make one with `candour build`")
        version = layout.folder_of(data_version)
        if engine == "duckdb":
            return DuckDBEngine(version, data_version, memory_limit=memory_limit, threads=threads)
        from candour.warehouse.spark_engine import SparkEngine

        return SparkEngine(version, data_version, memory_limit=memory_limit, threads=threads)
