"""Which of the fictional services follow one another: some of every twelve processes, where there was time."""

from candour.sample.draws import Draws
from candour.sample.ocids import contract_id, drawn_portal, ocid_of
from candour.sample.procurement import Procurement, draw
from candour.sample.succession import Service, before, perhaps_handed_back

OF_EVERY = 12
SUCCEEDED = frozenset({2, 6})
"""Of every twelve, these are services that the next process takes over from, if there was time for them."""
_TOGETHER = 2
"""A stream of draws of its own, so that it does not change what is told of other processes."""


def in_its_line(facts: Procurement, seed: int, care: Draws) -> tuple[Procurement, Service | None, Service | None]:
    """The facts, as they are because of the services before and after, and these services."""
    number, place = facts.number, facts.number % OF_EVERY
    if place in SUCCEEDED:
        drawn, portal = _drawn(number + 1, seed)
        changed = before(drawn, facts, handed_back=_handed_back(number))
        if changed:
            return changed, None, _service(drawn, portal, seed)
    elif place - 1 in SUCCEEDED:
        drawn, portal = _drawn(number - 1, seed)
        changed = before(facts, drawn, handed_back=_handed_back(number - 1))
        if changed:
            return facts, _service(changed, portal, seed), None
    return perhaps_handed_back(facts, care), None, None


def _drawn(number: int, seed: int) -> tuple[Procurement, str]:
    """The facts of another process and its portal."""
    draws = Draws()
    draws.begin(seed, number)
    return draw(number, draws), drawn_portal(draws)


def _service(facts: Procurement, portal: str, seed: int) -> Service:
    ocid = ocid_of(portal, seed, facts.number)
    return Service(ocid, contract_id(ocid, portal, facts.lots[0]), facts)


def _handed_back(number: int) -> bool:
    """A third of the services that another follows were handed back."""
    return number // OF_EVERY % 3 == 0


def published_together(facts: Procurement, seed: int) -> bool:
    """Whether results are published of both services of a pair."""
    draws = Draws()
    draws.begin(seed, facts.number - (facts.number % OF_EVERY not in SUCCEEDED), _TOGETHER)
    return draws.chance(facts.council.performance)
