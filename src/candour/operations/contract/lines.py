"""The contracts of a process in a line each, so that one can be chosen."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import msgspec

from candour.operations.contract.received import Received
from candour.operations.contract.scope import Scope, scopes
from candour.operations.day import uk_day


class ContractLine(msgspec.Struct, frozen=True, kw_only=True):
    """A contract, or an award without one; the tender alone has neither id."""

    ocid: str
    contract_id: str | None
    award_id: str | None
    title: str | None
    suppliers: tuple[str, ...]
    status: str | None
    ends: date | None
    amount: Decimal | None
    currency: str | None

    @property
    def id(self) -> str | None:
        """By which it is asked for."""
        return self.contract_id or self.award_id


def contract_lines(process: Received) -> tuple[ContractLine, ...]:
    """All of them: every contract, then every award without one."""
    return tuple(_line(process, scope) for scope in scopes(process, None))


def _line(process: Received, scope: Scope) -> ContractLine:
    row = scope.contract or scope.award or {}
    awarded = [one for one in process.rows["suppliers"] if one["award_number"] == scope.award_number]
    names: Sequence[str] = [one["supplier_name"] or "a supplier without a name" for one in awarded]
    return ContractLine(
        ocid=process.ocid,
        contract_id=scope.contract_id,
        award_id=scope.award_id,
        title=row.get("title") or process.process["title"],
        suppliers=tuple(names) if scope.award else (),
        status=row.get("status"),
        ends=uk_day(row.get("contract_end")),
        amount=row.get("amount"),
        currency=row.get("currency"),
    )
