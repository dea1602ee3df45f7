"""Make the tables from the archive."""

from collections.abc import Sequence

from candour.archive import Archive
from candour.operations.derived import derived_tables
from candour.operations.home import Home
from candour.operations.progress import Progress, in_silence
from candour.warehouse.building import DataVersion, build
from candour.warehouse.derived import Derived


def build_warehouse(
    home: Home, *, derived: Sequence[Derived] | None = None, workers: int = 2, progress: Progress = in_silence
) -> DataVersion:
    """Bring the warehouse up to date with the archive; only what changed is built again.

    `derived` says which tables are made beside the others: None all that we have. Without any it is ready sooner, and
    comparisons take longer.

    Raises:
        ArchiveError: there is no archive yet, or it is damaged.
        CandourError: another process is building this warehouse.
    """
    archive = Archive.at(home.archive, create=False)
    return build(
        archive,
        home.warehouse,
        derived=derived_tables() if derived is None else derived,
        workers=workers,
        progress=lambda what, done, of: progress(done, of, what),
    )
