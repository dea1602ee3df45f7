"""Which contract is looked at: a contract with its award, an award without a contract, or a tender without either."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from candour.errors import NotFoundError
from candour.operations.contract.received import Received, Row
from candour.operations.contract.source import Source
from candour.warehouse.tables.process import piece, pieces


@dataclass(frozen=True, slots=True)
class Holder:
    """A piece of the compiled release that says something of a contract, and where it stands in a release."""

    stage: str
    said: dict[str, Any]
    path: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Scope:
    """A contract, the award that it rests on, and the ids of the bids that the award names as those that won."""

    contract: Row | None
    award: Row | None
    bids: tuple[str, ...] = ()

    @property
    def contract_id(self) -> str | None:
        """As published."""
        return self.contract["contract_id"] if self.contract else None

    @property
    def award_id(self) -> str | None:
        """As published."""
        return self.award["award_id"] if self.award else None

    @property
    def contract_number(self) -> int | None:
        """Its position in the process, from 1."""
        return self.contract["contract_number"] if self.contract else None

    @property
    def award_number(self) -> int | None:
        """Its position in the process, from 1."""
        return self.award["award_number"] if self.award else None

    @property
    def lots(self) -> tuple[str, ...]:
        """The lots that it is about; empty where nothing says."""
        for row in (self.contract, self.award):
            if row and row["related_lots"]:
                return tuple(row["related_lots"])
        return ()

    def holders(self, process: Received) -> Iterator[Holder]:
        """What says something of it, the closest first: contract, award, the bid that won, its lots, the tender.

        Of several lots, only those that the contract or award names: which of them it is about is not guessed.
        """
        tender = piece(process.compiled, "tender")
        if self.contract is not None:
            own, path = self.published(process), ("contracts", self.contract_id)
            yield Holder("implementation", piece(own, "implementation"), (*path, "implementation"))
            yield Holder("contract", own, path)
        if self.award is not None:
            published = pieces(process.compiled, "awards")[self.award["award_number"] - 1]
            yield Holder("award", published, ("awards", self.award_id))
        for bid in pieces(piece(process.compiled, "bids"), "details"):
            if str(bid.get("id")) in self.bids:
                yield Holder("bid", bid, ("bids", "details", bid["id"]))
        lots = pieces(tender, "lots")
        for lot in lots:
            if str(lot.get("id")) in self.lots or len(lots) == 1:
                yield Holder("lot", lot, ("tender", "lots", lot.get("id")))
        yield Holder("tender", tender, ("tender",))

    def published(self, process: Received) -> dict[str, Any]:
        """The contract in the compiled release; empty where there is none."""
        return pieces(process.compiled, "contracts")[self.contract_number - 1] if self.contract_number else {}

    def source(self, process: Received) -> Source | None:
        """The last release that says something of the contract, else of its award, else of the tender."""
        paths = (("contracts", self.contract_id), ("awards", self.award_id), ("tender",))
        return next(filter(None, (process.releases.last(*path) for path in paths)), None)


def scopes(process: Received, contract_id: str | None) -> list[Scope]:
    """Every contract, then every award without one; the tender alone where there is neither.

    Raises:
        CandourError: no contract, and no award without a contract, has the id that was asked for.
    """
    awards = {row["award_number"]: row for row in process.rows["awards"]}
    found = [_scope(process, row, awards.get(row["award_number"])) for row in process.rows["contracts"]]
    signed = {one.award_number for one in found}
    found += [_scope(process, None, row) for number, row in awards.items() if number not in signed]
    if contract_id is None:
        return found or [Scope(None, None)]
    mine = [one for one in found if contract_id in (one.contract_id, None if one.contract else one.award_id)]
    if not mine:
        known = ", ".join(str(one.contract_id or one.award_id) for one in found) or "none"
        raise NotFoundError(f"{process.ocid} has no contract {contract_id!r}; it has {known}")
    return mine


def _scope(process: Received, contract: Row | None, award: Row | None) -> Scope:
    published = pieces(process.compiled, "awards")[award["award_number"] - 1] if award else {}
    bids = published.get("relatedBids")
    return Scope(contract, award, tuple(map(str, bids)) if isinstance(bids, list) else ())
