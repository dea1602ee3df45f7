"""Archive to warehouse: what changed is built aside, the rest carried over, and the whole swapped at once."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from candour.archive import Archive
from candour.warehouse import durable
from candour.warehouse.archive_part import build_archive_part
from candour.warehouse.bucket import build_bucket
from candour.warehouse.derived import Derived
from candour.warehouse.fingerprint import fingerprint_of_tables
from candour.warehouse.inventory import HeldReceipt, Inventory
from candour.warehouse.layout import (
    ARCHIVE_PART,
    LINKS_PART,
    REGISTERS_PART,
    STATEMENTS_PART,
    WHO_IS_WHO_PART,
    Bucket,
    Layout,
    Version,
)
from candour.warehouse.link_decisions import read_decisions
from candour.warehouse.links_part import build_links_part
from candour.warehouse.organisation_links.part import build_organisation_links_part
from candour.warehouse.plan import BucketPlan, plan
from candour.warehouse.registers.part import build_registers_part
from candour.warehouse.registers.staging import stage_tables
from candour.warehouse.staging import stage_all
from candour.warehouse.statements_part import build_statements_part
from candour.warehouse.workers import Run, crew

Progress = Callable[[str, int, int], None]
"""Is told what is going on, how much of it is done, and of how much."""

WORTH_WORKERS = 20_000_000
"""Less than so many bytes are done sooner than worker processes start."""


class DataVersion(msgspec.Struct, frozen=True):
    """Which tables answers are from: `id` is the same whenever the same code builds the same archive.

    `rebuilt` says how many of the `buckets` had to be made anew.
    """

    id: str
    buckets: int
    rebuilt: int


def build(
    archive: Archive,
    folder: Path,
    *,
    derived: Sequence[Derived] = (),
    workers: int = 2,
    progress: Progress = lambda *_: None,
) -> DataVersion:
    """Bring the warehouse in `folder` up to date with the archive, with these derived tables beside the others.

    Readers go on reading the version that they have open. However this ends, what was in force stays in force until
    the new version is whole. Raises CandourError when another process is building this warehouse, and ArchiveError
    where the archive is damaged.
    """
    layout = Layout(folder)
    layout.create()
    with layout.locked():
        inventory = Inventory(archive, derived)
        version, rebuilt = layout.version(inventory.data_version), 0
        if version is None:
            version, rebuilt = _build(archive, inventory, layout, derived, workers, progress)
        layout.put_in_force(version.data_version)
    return DataVersion(version.data_version, len(version.buckets), rebuilt)


def _build(
    archive: Archive,
    inventory: Inventory,
    layout: Layout,
    derived: Sequence[Derived],
    workers: int,
    progress: Progress,
) -> tuple[Version, int]:
    large = sum(held.receipt.size for held in (*inventory.used, *inventory.tables)) >= WORTH_WORKERS
    with crew(workers if large else 1) as run:
        _stage(run, archive, inventory, layout, progress)
        _stage_tables(run, archive, inventory, layout, progress)
        made = plan(inventory, layout.staged)
        layout.begin()
        build_archive_part(inventory, made.refused, layout.building / ARCHIVE_PART)
        build_statements_part(archive, inventory.statements, layout.building / STATEMENTS_PART)
        changed = _carry_over(layout, made.buckets)
        _build_buckets(run, changed, derived, layout.building, progress)
        registers = _registers(layout, inventory.tables)
        folders = [layout.building / bucket.name for bucket in made.buckets]
        decisions = read_decisions(archive, inventory.link_decisions)
        build_links_part(run, decisions, folders, layout.building / LINKS_PART)
        build_organisation_links_part(
            run, layout.building, decisions.on_organisations, layout.building / WHO_IS_WHO_PART
        )
    buckets = tuple(Bucket(bucket.name, bucket.fingerprint) for bucket in made.buckets)
    version = Version(inventory.data_version, buckets, inventory.derived, registers, made.divided)
    layout.finish(version)
    layout.forget_staged(except_for={held.file_name for held in (*inventory.used, *inventory.tables)})
    return version, len(changed)


def _stage(run: Run, archive: Archive, inventory: Inventory, layout: Layout, progress: Progress) -> None:
    missing = [held for held in inventory.used if not (layout.staged / held.file_name).exists()]
    missing.sort(key=lambda held: held.receipt.size, reverse=True)
    size, done = sum(held.receipt.size for held in missing), 0
    for staged in stage_all(run, archive, missing, layout.staged):
        done = min(done + staged, size)  # what has to be read once more counts once
        progress("reading", done, size)


def _stage_tables(run: Run, archive: Archive, inventory: Inventory, layout: Layout, progress: Progress) -> None:
    missing = [held for held in inventory.tables if not (layout.staged / held.file_name).exists()]
    size, done = sum(held.receipt.size for held in missing), 0
    for staged in run(stage_tables, [(archive.folder, m.receipt.id, layout.staged / m.file_name) for m in missing]):
        done += staged
        progress("reading registers and tables", done, size)


def _registers(layout: Layout, receipts: list[HeldReceipt]) -> str:
    """Builds the part, or links the files of the last where nothing has changed; returns its fingerprint."""
    made_from = fingerprint_of_tables("registers", [held.fingerprint for held in receipts])
    current = layout.current()
    old = layout.version(current) if current else None
    folder = layout.building / REGISTERS_PART
    if old and old.registers == made_from:
        _link(layout.folder_of(old.data_version) / REGISTERS_PART, folder)
    else:
        build_registers_part([layout.staged / held.file_name for held in receipts], folder)
    return made_from


def _carry_over(layout: Layout, buckets: list[BucketPlan]) -> list[BucketPlan]:
    """Links the files of every bucket that has not changed; returns those that have."""
    current = layout.current()
    old = layout.version(current) if current else None
    unchanged = set(old.buckets) if old else set()
    changed = []
    for bucket in buckets:
        if old and Bucket(bucket.name, bucket.fingerprint) in unchanged:
            _link(layout.folder_of(old.data_version) / bucket.name, layout.building / bucket.name)
        else:
            changed.append(bucket)
    return changed


def _link(old: Path, new: Path) -> None:
    new.mkdir()
    for file in old.iterdir():
        os.link(file, new / file.name)
    durable.sync(new)


def _build_buckets(
    run: Run, buckets: list[BucketPlan], derived: Sequence[Derived], folder: Path, progress: Progress
) -> None:
    calls = [(bucket, derived, folder / bucket.name) for bucket in buckets]
    for done, _ in enumerate(run(build_bucket, calls), 1):
        progress("building", done, len(buckets))
