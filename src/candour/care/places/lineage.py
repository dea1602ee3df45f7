"""Which councils stand for the area of a council on a day. No figure is carried from one to the other.

A council's figures are its own. When it ends they stay under its name; what is asked of its area on a later day leads
to the councils that took over, with the reason why their figures and its own are not one series.
"""

from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from candour.care.council_table import Council, Succession, predecessors, successors
from candour.care.days import in_words, on_day


class Standing(msgspec.Struct, frozen=True):
    """A council that stood on the day. `part` says that only part of the older council's area is in the newer one."""

    council: Council
    part: bool


class Lineage(msgspec.Struct, frozen=True):
    """The councils that stood for the area of `council` on the day `on`: those with the duty first, then by name.

    `same_area` says that one council stood for exactly this area, as far as the table of councils knows: the council
    itself, or one that took over all of it and nothing else. Empty `standing` means that the table does not reach so
    far back. An area in two tiers had a county and districts; `with_duty` has only the former.
    """

    council: Council
    on: date
    standing: tuple[Standing, ...]
    same_area: bool

    @property
    def councils(self) -> tuple[Council, ...]:
        """The councils that stood, without saying what part of the area they had."""
        return tuple(known.council for known in self.standing)

    @property
    def with_duty(self) -> tuple[Council, ...]:
        """Those of them that have the duty to arrange adult social care."""
        return tuple(council for council in self.councils if council.social_care)

    @property
    def wording(self) -> str:
        """Sentences for people: which councils stood, and why their figures are not added to this council's."""
        name, start, end = self.council.name, self.council.start, self.council.end
        if self.council.in_force(self.on):
            return f"{name} stood on {in_words(self.on)}."
        ended = end is not None and end < self.on
        fate = f"{name} ended{on_day(end)}" if ended else f"{name} began{on_day(start)}"
        if not self.standing:
            return f"{fate}; the table of councils does not say whose area it was on {in_words(self.on)}."
        return f"{fate}; {self._whose_area(ended)}. {self._why_apart()}"

    def _whose_area(self, ended: bool) -> str:
        if not ended:
            parts = (f"{'part of ' if known.part else ''}{known.council.name}" for known in self.standing)
            return f"on {in_words(self.on)} its area was that of {listed(parts)}"
        names = listed(council.name for council in self.councils)
        if any(known.part for known in self.standing):
            return f"on {in_words(self.on)} its area was divided between {names}"
        return f"on {in_words(self.on)} {'its area was that' if self.same_area else 'it was part'} of {names}"

    def _why_apart(self) -> str:
        if self.same_area:
            return (
                "The area is the same, but figures stay under the council that answers for them: "
                "they may stand side by side, and are not added together."
            )
        if any(known.part for known in self.standing):
            return (
                "Figures are not carried over or added together, because an area was divided: "
                "a figure of the whole does not say how much of it belongs to which part."
            )
        return (
            "Figures are not carried over or added together, because the areas differ: "
            "rates and medians of several councils do not add up to those of one."
        )


def lineage(council: Council, on: date) -> Lineage:
    """The councils that stood for this council's area on a day, by the table of successions."""
    if council.in_force(on):
        return Lineage(council, on, (Standing(council, part=False),), same_area=True)
    ended = council.end is not None and council.end < on
    found = _later(council, on) if ended else _earlier(council, on)
    standing = tuple(sorted(found, key=lambda known: (not known.council.social_care, known.council.name)))
    return Lineage(council, on, standing, same_area=_same_area(council, standing))


def is_partial(succession: Succession) -> bool:
    """Whether the new council took over only part of the old one's area: others took over the rest."""
    return len(successors(succession.old)) > 1


def _later(council: Council, on: date, part: bool = False) -> Iterator[Standing]:
    for step in successors(council):
        in_part = part or is_partial(step)
        if step.new.in_force(on):
            yield Standing(step.new, in_part)
        else:
            yield from _later(step.new, on, in_part)


def _earlier(council: Council, on: date, part: bool = False) -> Iterator[Standing]:
    for step in predecessors(council):
        in_part = part or is_partial(step)
        if step.old.in_force(on):
            yield Standing(step.old, in_part)
        else:
            yield from _earlier(step.old, on, in_part)


def _same_area(council: Council, standing: tuple[Standing, ...]) -> bool:
    """Whether one council of the same tier stood for all of this area, and for no other area.

    A unitary council that follows a county has the county's area, though districts went into it as well.
    """
    peers = [known for known in standing if known.council.social_care == council.social_care]
    if len(peers) != 1 or peers[0].part:
        return False
    newer = max(council, peers[0].council, key=lambda known: known.start or date.min)
    return sum(step.old.social_care == newer.social_care for step in predecessors(newer)) == 1


def listed(names: Iterable[str]) -> str:
    """Names as a sentence has them: "A, B and C"."""
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last
