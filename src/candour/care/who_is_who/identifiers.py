"""Links by a number in a register that both sides give. They come before any comparing of names."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from candour.care.days import on_day
from candour.care.link_end import End
from candour.care.who_is_who.link import OrganisationLink, newest, outcome_of
from candour.care.who_is_who.model import MODEL
from candour.care.who_is_who.party import Party
from candour.care.who_is_who.rarity import Rarity
from candour.care.who_is_who.score import compare


class ByIdentifier:
    """Registrations by the numbers that they are known by."""

    def __init__(self, registrations: Iterable[Party], rarity: Rarity) -> None:
        self._rarity = rarity
        self._by_end: dict[End, Party] = {}
        self._by_number: defaultdict[str, list[Party]] = defaultdict(list)
        for registration in sorted(registrations, key=lambda party: party.end):
            self._by_end[registration.end] = registration
            for number in registration.identifiers:
                self._by_number[number].append(registration)

    def links(self, party: Party) -> Iterator[OrganisationLink]:
        """Every registration with a number of the party, and the provider of a location whose number it is.

        A company that registered several times is linked to each of its registrations. Where the names have no word
        in common the number may be a slip of the pen, and a person should look.
        """
        found: dict[End, OrganisationLink] = {}
        for number in sorted(party.identifiers):
            for registration in self._by_number.get(number, ()):
                if registration.end == party.end:
                    continue
                reasons = (f"both have the number {number}", *_ended(registration))
                found.setdefault(registration.end, self._link(party, registration, registration, reasons))
                provider = registration.provider and self._by_end.get(registration.provider)
                if provider:
                    says = (f"{number} is its location {registration.end.key}", *_ended(provider))
                    found.setdefault(provider.end, self._link(party, registration, provider, says))
        yield from found.values()

    def _link(self, party: Party, numbered: Party, registration: Party, reasons: tuple[str, ...]) -> OrganisationLink:
        score = MODEL.same_number
        compared = [compare(party, one, self._rarity) for one in (numbered, registration)]
        if all(one is not None and not one.name.both for one in compared):
            score = MODEL.same_number_other_name
            reasons = (*reasons, "their names have no word in common: is the number right?")
        days = newest(party.evidence, registration.evidence)
        return OrganisationLink(party.end, registration.end, "identifier", score, outcome_of(score), reasons, days)


def _ended(registration: Party) -> tuple[str, ...]:
    return (f"this registration ended{on_day(registration.until)}",) if registration.until else ()
