"""The releases of one fictional process, each headed as its publisher heads it."""

from dataclasses import dataclass
from typing import Any

from candour.sample import days, national, northern, noticeboard, provider_site, publishers, succession
from candour.sample.draws import Draws
from candour.sample.ocids import contract_id
from candour.sample.procurement import Procurement
from candour.sample.publishers import Publisher
from candour.sample.social_care import taking_part
from candour.sample.story import Step
from candour.sample.succession import Service

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
class Writer:
    """Writes the releases of one process."""

    ocid: str
    portal: str
    facts: Procurement
    amended: bool
    faults: frozenset[str]
    draws: Draws
    care: Draws
    earlier: Service | None
    later: Service | None

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
                return national.planning(facts, document, self.care)
            case "T":
                return national.tender(facts, faults, facts.closing_day - 7 * self.amended, document)
            case "U":
                return national.amendment(facts, document)
            case "X":
                return national.cancellation(facts, document)
            case "A":
                return national.award(facts, faults, document, self.care)
            case "C":
                return national.contract(facts, faults, self.earlier, document)
            case "I":
                return national.implementation(facts, faults, quarters, document, self.draws)
            case _:
                ended = national.completion(facts, quarters, self.later, document, self.draws)
                return ended | taking_part.lessons(facts, facts.lots[0].id, step.day, self.care)

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
        facts, quarters = self.facts, step.quarters
        lot = facts.lots[0]
        award_id = noticeboard.award_id(self.ocid) if self.portal == "noticeboard" else lot.id
        of_contract = contract_id(self.ocid, self.portal, lot)
        about = provider_site.about(facts, lot.winners[0], step.day)
        if step.stage == "C":
            about["parties"] += succession.party("predecessor", self.earlier, lot.winners[:1])
        elif step.stage == "F":
            about["parties"] += succession.party("successor", self.later, lot.winners[:1])
        match step.stage:
            case "A":
                return about | provider_site.award(facts, lot, award_id)
            case "C":
                return about | provider_site.contract(facts, lot, award_id, of_contract, self.earlier)
            case "I":
                return about | provider_site.implementation(facts, lot, award_id, of_contract, quarters, self.draws)
            case _:
                ended = provider_site.completion(facts, lot, award_id, of_contract, quarters, self.later, self.draws)
                return about | ended | taking_part.lessons(facts, of_contract, step.day, self.care)
