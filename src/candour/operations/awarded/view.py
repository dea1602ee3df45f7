"""All that can be known of an award: what was published, whether it adds up, and what would have changed it."""

from typing import Any

import msgspec
import orjson

from candour.errors import NotFoundError
from candour.operations.awarded.contested import Contested, contested
from candour.operations.awarded.lot import Lot, lots_of
from candour.operations.awarded.recomputed import Recomputed, recomputed
from candour.operations.awarded.sensitive import Sensitive, sensitive
from candour.operations.awarded.weighed import MethodOffered, Weighed, Weighting, methods_offered, weighed
from candour.operations.contract.published import text, texts, whole
from candour.operations.home import Home
from candour.warehouse.tables.process import piece, pieces

REPORTS = frozenset({"evaluationReports", "evaluationCriteria", "awardNotice", "winningBid"})
_SOURCES = """
SELECT DISTINCT receipts.receipt, sha256, receipts.source, receipts.publisher, receipts.licence, name, received
FROM releases JOIN receipts ON receipts.receipt = releases.receipt
WHERE ocid = $ocid
ORDER BY received
"""
_PROCESS = """
SELECT processes.title, buyer_name, release
FROM processes JOIN compiled_releases ON compiled_releases.ocid = processes.ocid
WHERE processes.ocid = $ocid
"""


class PanelRole(msgspec.Struct, frozen=True, kw_only=True):
    """Those of the panel who had one role: how many, what they know from life or work, and their conflicts."""

    role: str
    people: int | None
    experience: tuple[str, ...]
    training: tuple[str, ...]
    conflicts_declared: int | None
    conflicts_management: str | None


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """Something that was published about the evaluation, such as a bundle to compute it from."""

    kind: str
    title: str | None
    description: str | None
    url: str | None


class AwardedLot(msgspec.Struct, frozen=True, kw_only=True):
    """One lot. `lacking` says what was not published and would be needed to compute it again.

    Where nothing is lacking, `recomputed` has the result, `sensitive` what would change it, and `methods` what else
    its prices can be tried with; `weighed` is what somebody tried.
    """

    published: Lot
    lacking: tuple[str, ...] = ()
    recomputed: Recomputed | None = None
    sensitive: Sensitive | None = None
    methods: tuple[MethodOffered, ...] = ()
    weighed: Weighed | None = None


class Awarded(msgspec.Struct, frozen=True, kw_only=True):
    """The award of a process. `lot` is the one that is looked at; `lots` are the ids and titles of all.

    `sources` are the receipts that its releases came in.
    """

    data_version: str
    ocid: str
    title: str | None
    buyer: str | None
    panel: tuple[PanelRole, ...]
    documents: tuple[Document, ...]
    lots: tuple[tuple[str | None, str | None], ...]
    lot: AwardedLot
    sources: tuple[dict[str, Any], ...]


def awarded(home: Home, ocid: str, *, lot: str | None = None, wanted: Weighting | None = None) -> Awarded:
    """The award of one lot of a process, the first if none is said, and what somebody tries with its weights.

    Raises:
        NotFoundError: there is no such process or lot.
        CandourError: the weights cannot be tried, or nothing has been built yet.
    """
    with home.tables() as tables:
        found = tables.of_process(ocid).query(_PROCESS, {"ocid": ocid}).rows
        sources = tuple(row._asdict() for row in tables.of_process(ocid).query(_SOURCES, {"ocid": ocid}))
        version = tables.data_version
    release = _release(found, ocid)
    lots, chosen = _chosen(release, ocid, lot)
    return Awarded(
        data_version=version,
        ocid=ocid,
        title=text(piece(release, "tender"), "title") or found[0].title,
        buyer=found[0].buyer_name,
        panel=tuple(_role(one) for one in pieces(piece(release, "tender"), "evaluationPanel") if text(one, "role")),
        documents=_documents(release),
        lots=tuple((one.id, one.title) for one in lots),
        lot=_of_lot(chosen, wanted),
        sources=sources,
    )


def methods_to_try(home: Home, ocid: str, lot: str | None) -> tuple[Lot, tuple[MethodOffered, ...]]:
    """A lot as published, and the methods that its prices can be tried with.

    Raises:
        NotFoundError: there is no such process or lot.
        CandourError: nothing has been built yet.
    """
    with home.tables() as tables:
        found = tables.of_process(ocid).query(_PROCESS, {"ocid": ocid}).rows
    chosen = _chosen(_release(found, ocid), ocid, lot)[1]
    made = contested(chosen)
    return chosen, methods_offered(made) if isinstance(made, Contested) else ()


def _release(found: list[Any], ocid: str) -> dict[str, Any]:
    if not found:
        raise NotFoundError(f"there is no process {ocid!r}")
    release: dict[str, Any] = orjson.loads(found[0].release)
    return release


def _chosen(release: dict[str, Any], ocid: str, lot: str | None) -> tuple[tuple[Lot, ...], Lot]:
    lots = lots_of(release)
    chosen = next((one for one in lots if lot in (None, one.id)), None)
    if chosen is None:
        raise NotFoundError(f"{ocid} has no lot {lot!r}")
    return lots, chosen


def _of_lot(lot: Lot, wanted: Weighting | None) -> AwardedLot:
    made = contested(lot)
    if not isinstance(made, Contested):
        return AwardedLot(published=lot, lacking=made)
    names = {bid.id: bid.name for bid in lot.bids}
    return AwardedLot(
        published=lot,
        recomputed=recomputed(lot, made),
        sensitive=sensitive(made),
        methods=methods_offered(made),
        weighed=weighed(made, names, wanted) if wanted and (wanted.weights or wanted.method) else None,
    )


def _role(said: dict[str, Any]) -> PanelRole:
    return PanelRole(
        role=text(said, "role") or "",
        people=whole(said, "number"),
        experience=texts(said, "experience"),
        training=texts(said, "training"),
        conflicts_declared=whole(said, "conflictsDeclared"),
        conflicts_management=text(said, "conflictsManagement"),
    )


def _documents(release: dict[str, Any]) -> tuple[Document, ...]:
    holders = [piece(release, "tender"), *pieces(release, "awards")]
    found = [one for holder in holders for one in pieces(holder, "documents") if text(one, "documentType") in REPORTS]
    return tuple(
        Document(
            kind=text(one, "documentType") or "",
            title=text(one, "title"),
            description=text(one, "description"),
            url=text(one, "url"),
        )
        for one in found
    )
