"""One bucket's staged releases, put together by process."""

from collections.abc import Iterator

import msgspec

from candour.archive import Receipt
from candour.ocds.read import Package
from candour.warehouse.plan import Batch
from candour.warehouse.stage_file import FrameReader, StagedRelease


class Received(msgspec.Struct, frozen=True, gc=False):
    """One staged release with what was said around it."""

    staged: StagedRelease
    package: Package
    receipt: Receipt

    @property
    def publisher(self) -> str | None:
        return self.package.publisher or self.receipt.publisher


def by_process(batches: list[Batch]) -> Iterator[tuple[str, list[Received]]]:
    """Every process with its releases in the order of receipt, sorted by ocid."""
    processes: dict[str, list[Received]] = {}
    reader = FrameReader(StagedRelease)
    for batch in batches:
        with batch.path.open("rb") as file:
            for staged in reader.read(file, batch.frames):
                received = Received(staged, batch.packages[staged.package], batch.receipt)
                processes.setdefault(staged.ocid, []).append(received)
    for ocid in sorted(processes):
        yield ocid, processes.pop(ocid)
