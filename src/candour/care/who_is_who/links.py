"""Finding who is who among very many organisations and registrations."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

import msgspec

from candour.care.days import on_day
from candour.care.link_decision import LinkDecision, last_on_each
from candour.care.link_end import End
from candour.care.who_is_who.candidates import Candidates
from candour.care.who_is_who.identifiers import ByIdentifier
from candour.care.who_is_who.link import OrganisationLink, Outcome, newest, outcome_of
from candour.care.who_is_who.party import Party
from candour.care.who_is_who.rarity import Rarity
from candour.care.who_is_who.score import Score, score

_SAYS_MUCH = 0.1
"""A rival that takes at least so much of the probability is mentioned."""
_SURE = 0.9999
"""No comparing of names is surer than this."""


class WhoIsWho:
    """The registrations, made ready once, among which organisations are looked for.

    `followed_by` says which registration took over from which; the registrations of one line of succession do not
    compete, for an organisation may be all of them, one after the other. What a person decided outweighs all
    evidence, either way; of several decisions on two ends the last counts, and one on an end that is not here waits.
    """

    def __init__(
        self,
        registrations: Iterable[Party],
        followed_by: Mapping[End, Iterable[End]] | None = None,
        decisions: Iterable[LinkDecision] = (),
    ) -> None:
        known = list(registrations)
        self._by_end = {party.end: party for party in known}
        self._rarity = Rarity(name for party in known for name in party.names)
        self._numbers = ByIdentifier(known, self._rarity)
        self._candidates = Candidates(known, self._rarity)
        self._lines = _lines(followed_by or {})
        self._decided: defaultdict[End, dict[End, LinkDecision]] = defaultdict(dict)
        for decision in last_on_each(decisions).values():
            self._decided[decision.a][decision.b] = self._decided[decision.b][decision.a] = decision

    def links(self, party: Party) -> Iterator[OrganisationLink]:
        """The links of one organisation, in the order of their ends.

        Those that stand, those that a person should look at, and those that a person rejected; what evidence alone
        does not link is left out.
        """
        settled = {linked.b: linked for linked in self._numbers.links(party)}
        for end, decision in self._decided.get(party.end, {}).items():
            if end in self._by_end:
                known = settled[end].reasons if end in settled else self._score(party, end).reasons
                settled[end] = _decided(party.end, end, decision, known)
        weighed = self._weighed(party, leaving_out=settled)
        odds = {end: _odds(linked.score) for end, linked in settled.items()}
        odds |= {end: _odds(found.probability) for end, (_, found) in weighed.items()}
        by_name = [
            _by_name(party, near, found, self._rivals(near, odds))
            for near, found in weighed.values()
            if outcome_of(found.probability) != "not linked"
        ]
        links = [*settled.values(), *(linked for linked in by_name if linked.outcome != "not linked")]
        yield from sorted(links, key=lambda linked: linked.b)

    def _weighed(self, party: Party, leaving_out: Collection[End]) -> dict[End, tuple[Party, Score]]:
        """The registrations near a party with their scores; a provider may be known by the name of its location."""
        weighed = {
            near.end: (near, self._score(party, near.end))
            for near in self._candidates.near(party)
            if near.end not in leaving_out
        }
        for location, found in [*weighed.values()]:
            provider = self._by_end.get(location.provider) if location.provider else None
            if provider is None or provider.end in leaving_out or provider.end == party.end:
                continue
            if provider.end not in weighed or weighed[provider.end][1].points < found.points:
                through = (*found.reasons, f"it is the name of its location {location.end.key}")
                weighed[provider.end] = (provider, msgspec.structs.replace(found, reasons=through))
        return weighed

    def _rivals(self, registration: Party, odds: Mapping[End, float]) -> dict[End, float]:
        """The odds of the other registrations of this kind in this register that it cannot be as well."""
        line, runs = self._line(registration.end), registration.provider
        return {
            end: its
            for end, its in odds.items()
            if end != registration.end
            and end.kind == registration.end.kind
            and _register(end) == _register(registration.end)
            and self._line(end) != line
            and (runs is None or self._by_end[end].provider != runs)
        }

    def _score(self, party: Party, end: End) -> Score:
        return score(party, self._by_end[end], self._rarity)

    def _line(self, end: End) -> End:
        return self._lines.get(end, end)


def find_links(
    parties: Iterable[Party],
    registrations: Iterable[Party],
    followed_by: Mapping[End, Iterable[End]] | None = None,
    decisions: Iterable[LinkDecision] = (),
) -> Iterator[OrganisationLink]:
    """Every link between organisations and registrations, in the order of the organisations' ends."""
    who = WhoIsWho(registrations, followed_by, decisions)
    for party in sorted(parties, key=lambda party: party.end):
        yield from who.links(party)


def _decided(one: End, other: End, decision: LinkDecision, known: tuple[str, ...]) -> OrganisationLink:
    """The link that a person decided on; what speaks for and against it otherwise is still told."""
    outcome: Outcome = "linked" if decision.same else "not linked"
    reasons = (decision.told(), *known)
    return OrganisationLink(one, other, "person", float(decision.same), outcome, reasons, decision.when)


def _by_name(party: Party, near: Party, found: Score, rivals: Mapping[End, float]) -> OrganisationLink:
    """A link by name and place. At most one of the rivals is right: each takes its share of the probability."""
    odds = _odds(found.probability)
    shared = round(odds / (1 + odds + sum(rivals.values())), 4)
    reasons = found.reasons
    if shared < found.probability - _SAYS_MUCH:
        nearest = max(rivals, key=lambda end: (rivals[end], end))
        reasons = (*reasons, f"{nearest} fits too: {found.probability:.2f} if it were alone")
    if near.until:
        reasons = (*reasons, f"this registration ended{on_day(near.until)}")
    days = newest(party.evidence, near.evidence)
    return OrganisationLink(party.end, near.end, "name and postcode", shared, outcome_of(shared), reasons, days)


def _odds(probability: float) -> float:
    return probability / (1 - min(probability, _SURE))


def _register(end: End) -> str:
    return end.key.partition(":")[0]


def _lines(followed_by: Mapping[End, Iterable[End]]) -> dict[End, End]:
    """Each registration's line of succession, named by its smallest end."""
    neighbours: defaultdict[End, set[End]] = defaultdict(set)
    for old, successors in followed_by.items():
        for new in successors:
            neighbours[old].add(new)
            neighbours[new].add(old)
    lines: dict[End, End] = {}
    for start in sorted(neighbours):
        waiting = [start] if start not in lines else []
        while waiting:
            end = waiting.pop()
            if end not in lines:
                lines[end] = start
                waiting.extend(neighbours[end])
    return lines
