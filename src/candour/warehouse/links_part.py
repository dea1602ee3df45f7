"""The rows that are about two processes: the links among all of them, found when every bucket is there."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from candour.care.procurement import Link, Process
from candour.care.procurement_links import find_links
from candour.warehouse import durable
from candour.warehouse.comparable import keep_comparable, present, read_comparable, several_publishers
from candour.warehouse.link_decisions import HeldDecision, HeldDecisions
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
    rows.add(list(_rows(run, _applicable(held.decisions, buckets), buckets)))
    rows.close()
    refused = TableWriter(problems.TABLE, folder)
    refused.add(held.problems)
    refused.close()
    durable.sync(folder)


def _applicable(decisions: Sequence[HeldDecision], buckets: Sequence[Path]) -> list[HeldDecision]:
    known = present(buckets, (ocid for one in decisions for ocid in (one.decision.a, one.decision.b)))
    return [one for one in decisions if {one.decision.a, one.decision.b} <= known]


def _rows(run: Run, decisions: Sequence[HeldDecision], buckets: Sequence[Path]) -> Iterator[LinkRow]:
    decided = {frozenset((one.decision.a, one.decision.b)): one for one in decisions}
    for link in find_links(_processes(run, buckets), [one.decision for one in decided.values()]):
        one = decided.get(frozenset((link.a, link.b)))
        if one is None:
            yield LinkRow(link)
        else:
            yield LinkRow(link, one.decision.by, one.decision.when.isoformat(), one.receipt.id)


def _processes(run: Run, buckets: Sequence[Path]) -> Iterator[Process]:
    if several_publishers(buckets):
        for _ in run(keep_comparable, [(bucket,) for bucket in buckets]):
            pass
        yield from read_comparable(buckets)
