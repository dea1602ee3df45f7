"""What is wrong with the sample, on purpose: each fault, where it can occur, and how often.

A rate is the share of the processes in which the fault is possible (`where`), not of all. `Process.faults` names the
faults that a process has, so that whatever looks for them can be held against the truth. What is allowed but awkward
(amendments that carry only changes, party ids that hold within one release only) is always there and is not listed.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One way in which a published process can be wrong.

    It occurs on `portals`, where the portal itself has published all the stages in `needs` (see `story`).
    """

    name: str
    rate: float
    portals: frozenset[str]
    needs: str
    where: str


ALL_PORTALS = frozenset({"national", "noticeboard", "northern"})

FAULTS = (
    Fault("foreign currency", 0.02, frozenset({"national"}), "T", "a lot in AED beside a tender in GBP"),
    Fault("duplicate award id", 0.03, frozenset({"national"}), "A", "an award listed twice under one id, differing"),
    Fault("unpadded company number", 0.25, frozenset({"national"}), "A", "a partnership's number without its zeros"),
    Fault(
        "release twice", 0.004, frozenset({"national"}), "T", "the same release id again, with another description"
    ),
    Fault("absurd date", 0.03, frozenset({"noticeboard"}), "", "a contract that ends in 9999 or begins in 0001"),
    Fault("empty supplier name", 0.04, frozenset({"noticeboard"}), "A", "a supplier whose name is an empty text"),
    Fault("shared supplier id", 0.03, frozenset({"noticeboard"}), "A", "two suppliers under one id"),
    Fault("no release id", 1.0, frozenset({"northern"}), "", "releases without their id"),
    Fault("dangling party", 0.06, frozenset({"northern"}), "", "a buyer's reference to a party that is not there"),
    Fault("times a hundred", 0.012, ALL_PORTALS, "A", "an award a hundred times its worth"),
    Fault("currency change", 0.01, ALL_PORTALS, "TA", "an award in EUR after a tender in GBP"),
    Fault("worker share as percent", 0.05, frozenset({"national"}), "A", "a worker's share of 68 instead of 0.68"),
    Fault("score above its maximum", 0.05, frozenset({"national"}), "A", "a bid's score of 7 out of 5"),
    Fault("share as percent", 0.10, frozenset({"national"}), "I", "a measure of 34.5 whose counts make 0.345"),
    Fault(
        "other metric version", 0.10, frozenset({"national"}), "I", "results by version 2 of a metric promised by 1"
    ),
)
