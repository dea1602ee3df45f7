"""The rows that are about two processes: the links among all of them, found when every bucket is there."""

from collections.abc import Sequence
from pathlib import Path

import msgspec

from candour.care.procurement import Link
from candour.care.procurement_links import settled_links
from candour.warehouse import durable
from candour.warehouse.comparable import keep_comparable, publishers_of, several_publishers
from candour.warehouse.link_decisions import HeldDecision, HeldDecisions
from candour.warehouse.link_groups import groups_of, links_in_group
from candour.warehouse.rows import TableWriter
from candour.warehouse.tables import links, problems
from candour.warehouse.workers import Run


class LinkRow(msgspec.Struct, frozen=True):
    """A link; where a person made it, who and when, and the receipt that holds the decision."""

    link: Link
    by: str | None = None
    decided: str | None = None
    receipt: str | None = None


def build_links_part(run: Run, held: HeldDecisions, buckets: Sequence[Path], folder: Path) -> None:
    """Write the table of links, and what was wrong with decisions, into a new folder.

    Processes are compared only where there are two publishers or more. A decision on a process that is not in the
    buckets says nothing until it is.
    """
    folder.mkdir()
    rows = TableWriter(links.TABLE, folder)
    rows.add(_rows(_evident(run, buckets), held.on_processes, buckets))
    rows.close()
    refused = TableWriter(problems.TABLE, folder)
    refused.add(held.problems)
    refused.close()
    durable.sync(folder)


def _evident(run: Run, buckets: Sequence[Path]) -> list[Link]:
    """Every link that the evidence gives, before the best are chosen."""
    if not several_publishers(buckets):
        return []
    for _ in run(keep_comparable, [(bucket,) for bucket in buckets]):
        pass
    calls = [(group, buckets) for group in groups_of(buckets)]
    return [link for found in run(links_in_group, calls) for link in found]


def _rows(found: list[Link], held: Sequence[HeldDecision], buckets: Sequence[Path]) -> list[LinkRow]:
    pairs = [(one.a, one.b) for one in found] + [(one.decision.a.key, one.decision.b.key) for one in held]
    publishers = publishers_of((ocid for pair in pairs for ocid in pair), buckets)
    decided = {frozenset((one.decision.a.key, one.decision.b.key)): one for one in held}
    decisions = [
        one.decision for one in decided.values() if {one.decision.a.key, one.decision.b.key} <= publishers.keys()
    ]
    return [
        _row(link, decided.get(frozenset((link.a, link.b)))) for link in settled_links(found, publishers, decisions)
    ]


def _row(link: Link, by: HeldDecision | None) -> LinkRow:
    if by is None:
        return LinkRow(link)
    return LinkRow(link, by.decision.by, by.decision.when.isoformat(), by.receipt.id)
