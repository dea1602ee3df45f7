"""Is the bidder registered with a regulator?"""

from datetime import date
from typing import ClassVar

from candour.evaluation.bid import Bid
from candour.evaluation.gates.gate import Gate, GateResult


class RegistrationGate(Gate, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="registration"):
    """Registered in one of `registers`; where `applied_will_do`, an application is enough, for newcomers."""

    name: ClassVar[str] = "registration"
    registers: tuple[str, ...]
    applied_will_do: bool

    def __post_init__(self) -> None:
        if not self.registers:
            raise ValueError("registration: expected one register or more")

    @property
    def in_words(self) -> str:
        """The condition, as a bidder reads it."""
        applied = ", or has applied" if self.applied_will_do else ""
        return f"Is registered with a regulator ({' or '.join(self.registers)}){applied}"

    def look(self, bid: Bid, opened: date) -> GateResult:
        """Passed where one registration is in force, or applied for where that will do."""
        its = [one for one in bid.registrations if one.register in self.registers]
        for one in its:
            if one.status == "registered" or (one.status == "applied" and self.applied_will_do):
                return self._result("passed", f"{one.status} in {one.register} as {one.number}")
        found = ", ".join(f"{one.register} {one.number} {one.status}" for one in its) or "no registration"
        return self._result("failed", f"found {found}; expected one in {' or '.join(self.registers)}")
