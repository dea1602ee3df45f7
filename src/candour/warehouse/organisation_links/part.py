"""Which organisation of notices is which provider, location or council; found when every bucket is there."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from candour.care.link_decision import LinkDecision
from candour.care.link_end import End
from candour.care.who_is_who.council_link import council_link
from candour.care.who_is_who.link import OrganisationLink
from candour.care.who_is_who.links import WhoIsWho
from candour.care.who_is_who.party import Party
from candour.warehouse import durable
from candour.warehouse.link_decisions import HeldDecision
from candour.warehouse.organisation_links.parties import (
    Tables,
    councils_named,
    followed_by,
    providers_named,
    registrations,
    suppliers,
)
from candour.warehouse.organisation_links.supplier_ratings import supplier_ratings_of
from candour.warehouse.rows import TableWriter
from candour.warehouse.tables import organisation_links, supplier_ratings
from candour.warehouse.tables.definition import Table
from candour.warehouse.workers import Run

MANY = 2_000
"""Fewer suppliers are looked for by one worker alone: each has to make the registrations ready for itself."""
SLICES = 2


class LinkRow(msgspec.Struct, frozen=True):
    """A link; where a person decided on it, who and when, and the receipt that holds the decision."""

    link: OrganisationLink
    by: str | None = None
    decided: str | None = None
    receipt: str | None = None


def build_organisation_links_part(run: Run, version: Path, held: Iterable[HeldDecision], folder: Path) -> None:
    """Write the links of organisations, and how linked suppliers are rated, into a new folder of a version."""
    folder.mkdir()
    tables = Tables(version)
    last = {one.decision.pair: one for one in held}
    decisions = [one.decision for one in last.values()]
    found = [*_councils(tables), *_by_registers(run, version, tables, decisions)]
    rows = list(_rows(found, last.values()))
    _write(organisation_links.TABLE, rows, folder)
    _write(supplier_ratings.TABLE, list(supplier_ratings_of([row.link for row in rows], tables)), folder)
    durable.sync(folder)


def links_of_some(
    version: Path, looked_for: Sequence[Party], decisions: Sequence[LinkDecision]
) -> list[OrganisationLink]:
    """The links of some suppliers to the registrations of a version."""
    tables = Tables(version)
    who = WhoIsWho(registrations(tables), followed_by(tables), decisions)
    return [link for party in looked_for for link in who.links(party)]


def _by_registers(
    run: Run, version: Path, tables: Tables, decisions: Sequence[LinkDecision]
) -> Iterator[OrganisationLink]:
    if not tables.has("locations") and not tables.has("providers"):
        return
    if looked_for := suppliers(tables):
        slices = SLICES if len(looked_for) >= MANY else 1
        for found in run(links_of_some, [(version, looked_for[nth::slices], decisions) for nth in range(slices)]):
            yield from found


def _councils(tables: Tables) -> Iterator[OrganisationLink]:
    """The organisations and the registered providers that are councils."""
    for end, name, seen in (*councils_named(tables), *providers_named(tables)):
        link = council_link(end, name, seen)
        if link is not None:
            yield link


def _rows(found: Iterable[OrganisationLink], held: Iterable[HeldDecision]) -> Iterator[LinkRow]:
    """Each pair of ends once, in their order; the last decision on a pair outweighs what was found."""
    by_ends = {(link.a, link.b): link for link in found}
    decided = {_in_order(one): one for one in held}
    for a, b in sorted(by_ends.keys() | decided.keys()):
        if (a, b) in decided:
            yield _decided(a, b, by_ends.get((a, b)), decided[a, b])
        else:
            yield LinkRow(by_ends[a, b])


def _in_order(held: HeldDecision) -> tuple[End, End]:
    """The organisation of notices first; else the provider, as links from registers to councils have it."""
    a, b = sorted((held.decision.a, held.decision.b), key=lambda end: _ORDER.index(end.kind))
    return a, b


_ORDER = ("organisation", "provider", "location", "council", "process")


def _decided(a: End, b: End, found: OrganisationLink | None, held: HeldDecision) -> LinkRow:
    decision = held.decision
    if found is not None and found.method == "person":
        return LinkRow(found, decision.by, decision.when.isoformat(), held.receipt.id)
    link = OrganisationLink(
        a=a,
        b=b,
        method="person",
        score=1.0 if decision.same else 0.0,
        outcome="linked" if decision.same else "not linked",
        reasons=(decision.told(), *(found.reasons if found else ())),
        evidence=decision.when,
    )
    return LinkRow(link, decision.by, decision.when.isoformat(), held.receipt.id)


def _write(table: Table, rows: Sequence[object], folder: Path) -> None:
    writer = TableWriter(table, folder)
    writer.add(rows)
    writer.close()
