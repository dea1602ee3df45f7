"""The folder in which one installation keeps everything."""

from contextlib import AbstractContextManager, closing
from dataclasses import dataclass
from pathlib import Path

from candour.operations.derived import derived_tables
from candour.operations.shared_tables import SharedTables
from candour.warehouse.engine import Engine
from candour.warehouse.warehouse import Warehouse


@dataclass(frozen=True, slots=True)
class Home:
    """Where the archive, the warehouse and the marks of unfinished fetches are kept.

    `shared` are its tables where they stay open between questions, as a server wants it.
    """

    folder: Path
    shared: SharedTables | None = None

    @classmethod
    def served(cls, folder: Path) -> "Home":
        """The home of a server, whose tables stay open."""
        return cls(folder, SharedTables(cls(folder).warehouse))

    @property
    def archive(self) -> Path:
        """What was received. Cannot be made again: back this up."""
        return self.folder / "archive"

    @property
    def warehouse(self) -> Path:
        """Tables made from the archive. Can be deleted and built again."""
        return self.folder / "warehouse"

    @property
    def bulk(self) -> Path:
        """Files for download, by data version. Can be made again."""
        return self.folder / "bulk"

    @property
    def checkpoints(self) -> Path:
        """How far each fetch has come."""
        return self.folder / "checkpoints"

    def tables(self) -> AbstractContextManager[Engine]:
        """The tables, to be asked; let go of on leaving. Raises CandourError where nothing has been built yet."""
        if self.shared:
            return self.shared.lent()
        return closing(Warehouse.open(self.warehouse, derived=derived_tables()))
