"""One fictional process after another, each with all its releases."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from candour.sample.draws import Draws
from candour.sample.faults import FAULTS, Fault
from candour.sample.ocids import PREFIX, drawn_portal, ocid_of
from candour.sample.procurement import Procurement, draw
from candour.sample.releases import Publication, Writer
from candour.sample.services_in_line import in_its_line, published_together
from candour.sample.social_care import rates, scoring
from candour.sample.story import Step, tell

__all__ = ["PREFIX", "TWIN_EVERY", "Process", "Publication", "processes"]

TWIN_EVERY = 12
"""Every twelfth process is the one before it again: the same procurement on the noticeboard, under another ocid."""
_CARE = 1
"""A second stream of draws, so that what is said of the care does not change what is told."""


@dataclass(frozen=True, slots=True)
class Process:
    """A fictional contracting process; iterating over it gives its releases in the order of publication.

    `faults` names what is wrong with it (see `faults.FAULTS`), `facts` is the truth behind it, and `twin` the ocid
    under which the same procurement is published elsewhere, if it is (the other process of a pair of numbers).
    `predecessor` and `successor` are the ocids of the services before and after it.
    """

    ocid: str
    portal: str
    publications: tuple[Publication, ...]
    faults: frozenset[str]
    facts: Procurement
    twin: str | None
    predecessor: str | None
    successor: str | None

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return (publication.release for publication in self.publications)

    @property
    def releases(self) -> list[dict[str, Any]]:
        """The releases in the order of publication."""
        return list(self)


def processes(n: int, seed: int = 1, *, start: int = 0, faults: bool = True) -> Iterator[Process]:
    """Processes `start` to `n` (not included) of the sample that belongs to `seed`.

    Each depends on the seed and its own number alone: the first hundred of a thousand are the hundred, and several
    workers may make a part each. `faults=False` leaves out what is wrong on purpose. Raises ValueError for a negative
    number or seed.
    """
    if min(n, seed, start) < 0:
        raise ValueError(f"numbers of processes and seeds are not negative (n={n}, seed={seed}, start={start})")
    draws = Draws()
    for number in range(start, n):
        yield _process(number, seed, draws, faults)


def _process(number: int, seed: int, draws: Draws, with_faults: bool) -> Process:
    place = number % TWIN_EVERY
    is_twin = place == TWIN_EVERY - 1
    draws.begin(seed, number - is_twin)
    facts = draw(number - is_twin, draws)
    if is_twin:
        draws.begin(seed, number)
    portal = "noticeboard" if is_twin else "national" if place == TWIN_EVERY - 2 else drawn_portal(draws)
    twin = None
    if is_twin:
        twin = ocid_of("national", seed, number - 1)
    elif place == TWIN_EVERY - 2:
        twin = ocid_of("noticeboard", seed, number + 1)
    care = Draws()
    care.begin(seed, number - is_twin, _CARE)
    facts, earlier, later = in_its_line(facts, seed, care)
    together = published_together(facts, seed) if earlier or later else None
    steps = tell(facts, portal, draws, together)
    possible = _faults(facts, portal, steps, draws)
    wrong = possible if with_faults else frozenset()
    ocid = ocid_of(portal, seed, number)
    amended = any(step.stage == "U" for step in steps)
    writer = Writer(ocid, portal, facts, amended, wrong, draws, care, earlier, later)
    publications = [writer.publication(place, step) for place, step in enumerate(steps)]
    if "release twice" in wrong:
        publications.append(_again(publications))
    return Process(
        *(ocid, portal, tuple(publications), wrong, facts, twin),
        predecessor=earlier.ocid if earlier else None,
        successor=later.ocid if later else None,
    )


def _faults(facts: Procurement, portal: str, steps: list[Step], draws: Draws) -> frozenset[str]:
    published = {step.stage for step in steps if not step.by_provider}
    return frozenset(
        fault.name
        for fault in FAULTS
        if draws.chance(fault.rate)
        and portal in fault.portals
        and published.issuperset(fault.needs)
        and _can_be(fault, facts)
    )


def _can_be(fault: Fault, facts: Procurement) -> bool:
    """Whether the facts allow a fault: a partnership's number has zeros to lose, two suppliers can share an id."""
    winners = {winner for lot in facts.lots for winner in lot.winners}
    match fault.name:
        case "unpadded company number":
            return any(winner.form == "LLP" for winner in winners)
        case "shared supplier id":
            return len(winners) > 1
        case "worker share as percent":
            return rates.can_be_wrong(facts)
        case "score above its maximum":
            return scoring.shown(facts)
        case "share as percent" | "other metric version":
            return facts.service.care
    return True


def _again(publications: list[Publication]) -> Publication:
    """The tender release again, under the same id and date, with another description."""
    first = next(one for one in publications if one.release["tag"] == ["tender"])
    release = deepcopy(first.release)
    release["tender"]["description"] = "Fictional sample. This text replaces another under the same release id."
    return Publication(first.publisher, release)
