"""All that people decided of links, as the archive holds it now."""

from collections.abc import Iterable

import msgspec

from candour.archive import Archive, ArchiveError, Receipt
from candour.care.link_decision import LinkDecision
from candour.ocds.problems import Problem
from candour.warehouse import link_decision, rules
from candour.warehouse.link_decision import LinkDecisionError
from candour.warehouse.tables.process import ProblemFound


class HeldDecision(msgspec.Struct, frozen=True):
    """A decision and the receipt that holds it."""

    decision: LinkDecision
    receipt: Receipt


class HeldDecisions(msgspec.Struct, frozen=True):
    """The decisions, oldest first (of two on the same ends the later counts), and what is no decision."""

    decisions: tuple[HeldDecision, ...]
    problems: tuple[ProblemFound, ...]

    @property
    def on_processes(self) -> tuple[HeldDecision, ...]:
        """Those that say which processes are one procurement."""
        return tuple(held for held in self.decisions if held.decision.on_processes)

    @property
    def on_organisations(self) -> tuple[HeldDecision, ...]:
        """Those that say who is who."""
        return tuple(held for held in self.decisions if not held.decision.on_processes)


def read_decisions(archive: Archive, receipts: Iterable[Receipt]) -> HeldDecisions:
    """What these receipts hold, as corrected."""
    decisions, problems = [], []
    for receipt in receipts:
        try:
            with archive.open_corrected(receipt.id) as stream:
                decisions.append(HeldDecision(link_decision.from_bytes(stream.read()), receipt))
        except (LinkDecisionError, ArchiveError, OSError) as error:
            problem = Problem(rule=rules.DECISION_UNREADABLE, path="", found=str(error), position=receipt.name)
            problems.append(ProblemFound(problem, receipt.id))
    return HeldDecisions(tuple(decisions), tuple(problems))
