"""One fictional process after another, each with all its releases."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from candour.sample import days, national, northern, noticeboard, provider_site, publishers
from candour.sample.draws import Draws
from candour.sample.faults import FAULTS, Fault
from candour.sample.procurement import Procurement, draw
from candour.sample.publishers import Publisher
from candour.sample.story import Step, tell

PREFIX = "ocds-f1ct10"
"""The ocid prefix of every fictional process. It reads "fiction"; no publisher has it."""
TWIN_EVERY = 12
"""Every twelfth process is the one before it again: the same procurement on the noticeboard, under another ocid."""
_PORTAL_SHARES = (("national", 0.5), ("noticeboard", 0.3), ("northern", 0.2))
_TAGS = {
    "P": ["planning"],
    "T": ["tender"],
    "U": ["tenderUpdate"],
    "X": ["tenderCancellation"],
    "A": ["award"],
    "C": ["contract"],
    "I": ["implementation"],
    "F": ["contractTermination", "implementation"],
}


@dataclass(frozen=True, slots=True)
class Publication:
    """A release and who published it."""

    publisher: Publisher
    release: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Process:
    """A fictional contracting process; iterating over it gives its releases in the order of publication.

    `faults` names what is wrong with it (see `faults.FAULTS`), `facts` is the truth behind it, and `twin` the ocid
    under which the same procurement is published elsewhere, if it is (the other process of a pair of numbers).
    """

    ocid: str
    portal: str
    publications: tuple[Publication, ...]
    faults: frozenset[str]
    facts: Procurement
    twin: str | None

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
    portal = "noticeboard" if is_twin else "national" if place == TWIN_EVERY - 2 else _portal(draws)
    twin = None
    if is_twin:
        twin = _ocid("national", seed, number - 1)
    elif place == TWIN_EVERY - 2:
        twin = _ocid("noticeboard", seed, number + 1)
    steps = tell(facts, portal, draws)
    possible = _faults(facts, portal, steps, draws)
    wrong = possible if with_faults else frozenset()
    ocid = _ocid(portal, seed, number)
    amended = any(step.stage == "U" for step in steps)
    writer = _Writer(ocid, portal, facts, amended, wrong, draws)
    publications = [writer.publication(place, step) for place, step in enumerate(steps)]
    if "release twice" in wrong:
        publications.append(_again(publications))
    return Process(ocid, portal, tuple(publications), wrong, facts, twin)


def _ocid(portal: str, seed: int, number: int) -> str:
    return f"{PREFIX}-{portal}-{seed}-{number:08d}"


def _portal(draws: Draws) -> str:
    share = draws.share()
    for portal, weight in _PORTAL_SHARES:
        share -= weight
        if share < 0:
            return portal
    return _PORTAL_SHARES[-1][0]


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
    if fault.name == "unpadded company number":
        return any(winner.form == "LLP" for winner in winners)
    if fault.name == "shared supplier id":
        return len(winners) > 1
    return True


def _again(publications: list[Publication]) -> Publication:
    """The tender release again, under the same id and date, with another description."""
    first = next(one for one in publications if one.release["tag"] == ["tender"])
    release = deepcopy(first.release)
    release["tender"]["description"] = "Fictional sample. This text replaces another under the same release id."
    return Publication(first.publisher, release)


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes the releases of one process."""

    ocid: str
    portal: str
    facts: Procurement
    amended: bool
    faults: frozenset[str]
    draws: Draws

    def publication(self, place: int, step: Step) -> Publication:
        """The release of one step, headed as its publisher heads it."""
        facts = self.facts
        release_id = f"{self.portal[:4]}-{facts.number:08d}-{place + 1}"
        head: dict[str, Any] = {
            "ocid": self.ocid,
            "id": release_id,
            "date": days.published(step.day, facts.second),
            "tag": list(_TAGS[step.stage]),
            "initiationType": "tender",
            "language": "en",
        }
        if step.by_provider:
            head["id"] = f"{self.ocid}-provider-{place + 1}"
            return Publication(publishers.provider_site(facts.lots[0].winners[0]), head | self._by_provider(step))
        publisher = publishers.PORTALS[self.portal]
        if self.portal == "national":
            return Publication(publisher, head | self._national(step, release_id))
        if self.portal == "noticeboard":
            return Publication(publisher, head | self._noticeboard(step, release_id))
        if "no release id" in self.faults:
            del head["id"]
        if step.stage == "A":
            head["tag"] = ["award", "contract"]
        return Publication(publisher, head | self._northern(step))

    def _national(self, step: Step, release_id: str) -> dict[str, Any]:
        facts, faults, quarters = self.facts, self.faults, step.quarters
        document = national.document(step.stage, release_id, step.day, facts.second)
        match step.stage:
            case "P":
                return national.planning(facts, document)
            case "T":
                return national.tender(facts, faults, facts.closing_day - 7 * self.amended, document)
            case "U":
                return national.amendment(facts, document)
            case "X":
                return national.cancellation(facts, document)
            case "A":
                return national.award(facts, faults, document)
            case "C":
                return national.contract(facts, faults, document)
            case "I":
                return national.implementation(facts, quarters, document, self.draws)
            case _:
                return national.completion(facts, quarters, document, self.draws)

    def _noticeboard(self, step: Step, release_id: str) -> dict[str, Any]:
        if step.stage == "A":
            return noticeboard.award(self.facts, self.faults, self.ocid, release_id, self.facts.second)
        status = "cancelled" if step.stage == "X" else "active"
        return noticeboard.tender(self.facts, self.faults, status, release_id, self.facts.second)

    def _northern(self, step: Step) -> dict[str, Any]:
        if step.stage == "A":
            return northern.award(self.facts, self.faults, self.facts.second)
        status = "cancelled" if step.stage == "X" else "active"
        return northern.tender(self.facts, self.faults, status, self.facts.second)

    def _by_provider(self, step: Step) -> dict[str, Any]:
        facts = self.facts
        lot = facts.lots[0]
        award_id = noticeboard.award_id(self.ocid) if self.portal == "noticeboard" else lot.id
        contract_id = f"{self.ocid}-contract-{lot.id}" if self.portal == "noticeboard" else lot.id
        match step.stage:
            case "A":
                return provider_site.award(facts, lot, award_id)
            case "C":
                return provider_site.contract(facts, lot, award_id, contract_id)
            case "I":
                return provider_site.implementation(facts, lot, award_id, contract_id, step.quarters, self.draws)
            case _:
                return provider_site.completion(facts, lot, award_id, contract_id, step.quarters, self.draws)
