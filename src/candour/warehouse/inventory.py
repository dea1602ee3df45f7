"""What an archive holds at one moment: everything that tables are made from."""

from collections.abc import Sequence
from functools import cached_property

import msgspec

from candour.archive import Archive, Correction, Receipt
from candour.sources.definition import tables_definitions
from candour.warehouse import link_decision, statements_source
from candour.warehouse.derived import Derived, fingerprint_of
from candour.warehouse.fingerprint import fingerprint, fingerprint_of_tables

_OTHER_KINDS = frozenset({link_decision.SOURCE, statements_source.SOURCE})
"""Sources whose receipts hold something else than releases or tables."""


class HeldReceipt(msgspec.Struct, frozen=True):
    """A receipt, and the ids of the corrections that count for it."""

    receipt: Receipt
    corrections: tuple[str, ...]
    withdrawn: bool

    @property
    def fingerprint(self) -> str:
        """Another one whenever reading it could give anything else."""
        of = fingerprint_of_tables if self.gives_tables else fingerprint
        return of(self.receipt.id, self.receipt.sha256, self.corrections)

    @property
    def gives_tables(self) -> bool:
        """Whether it is of a register or a table of outcomes, and not read as OCDS."""
        return self.receipt.source in tables_definitions()

    @property
    def file_name(self) -> str:
        """Of its staging file or folder."""
        return f"{self.fingerprint}.{'tables' if self.gives_tables else 'stage'}"


class HeldCorrection(msgspec.Struct, frozen=True):
    """A correction, and whether it counts now."""

    correction: Correction
    counts: bool


class Inventory:
    """All receipts and corrections, in the archive's order.

    `derived` is the fingerprint of the derived tables that are to be made beside the others.
    """

    def __init__(self, archive: Archive, derived: Sequence[Derived] = ()) -> None:
        self.derived = fingerprint_of(derived)
        self.receipts: list[HeldReceipt] = []
        for receipt in archive.receipts():
            standing = archive.standing(receipt.id)
            self.receipts.append(HeldReceipt(receipt, standing.ids, standing.withdrawn is not None))
        counting = {correction for held in self.receipts for correction in held.corrections}
        self.corrections = [HeldCorrection(one, one.id in counting) for one in archive.corrections()]

    @cached_property
    def used(self) -> list[HeldReceipt]:
        """The receipts that are read as OCDS: nobody withdrew them, and they are of no other kind."""
        return [
            held
            for held in self.receipts
            if not held.withdrawn and held.receipt.source not in _OTHER_KINDS and not held.gives_tables
        ]

    @cached_property
    def tables(self) -> list[HeldReceipt]:
        """The receipts of registers and tables of outcomes; nobody withdrew them."""
        return [held for held in self.receipts if not held.withdrawn and held.gives_tables]

    @cached_property
    def statements(self) -> list[Receipt]:
        """The receipts that hold providers' statements; nobody withdrew them."""
        return [
            held.receipt
            for held in self.receipts
            if not held.withdrawn and held.receipt.source == statements_source.SOURCE
        ]

    @cached_property
    def link_decisions(self) -> list[Receipt]:
        """The receipts that hold people's decisions on links; nobody withdrew them."""
        return [
            held.receipt
            for held in self.receipts
            if not held.withdrawn and held.receipt.source == link_decision.SOURCE
        ]

    @cached_property
    def data_version(self) -> str:
        """Names the tables that follow from this archive, with those derived from them."""
        corrections = [held.correction.id for held in self.corrections]
        return fingerprint("version", [held.fingerprint for held in self.receipts], corrections, self.derived)
