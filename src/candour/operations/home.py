"""The folder in which one installation keeps everything."""

from contextlib import AbstractContextManager, closing
from dataclasses import dataclass
from pathlib import Path

from candour.operations.derived import DERIVED
from candour.warehouse.engine import Engine
from candour.warehouse.warehouse import Warehouse


@dataclass(frozen=True, slots=True)
class Home:
    """Where the archive, the warehouse and the marks of unfinished fetches are kept."""

    folder: Path

    @property
    def archive(self) -> Path:
        """What was received. Cannot be made again: back this up."""
        return self.folder / "archive"

    @property
    def warehouse(self) -> Path:
        """Tables made from the archive. Can be deleted and built again."""
        return self.folder / "warehouse"

    @property
    def checkpoints(self) -> Path:
        """How far each fetch has come."""
        return self.folder / "checkpoints"

    def tables(self) -> AbstractContextManager[Engine]:
        """The tables, to be asked; let go of on leaving. Raises CandourError where nothing has been built yet."""
        return closing(Warehouse.open(self.warehouse, derived=DERIVED))
