"""All that is known of how one location or provider was rated over time, its predecessors included."""

from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from candour.care.ratings.framework import OVERALL
from candour.care.ratings.rating import Rating
from candour.care.register import RegistrationSuccession


class History(msgspec.Struct, frozen=True, kw_only=True):
    """The ratings of a location or provider, and what is needed to say whose they are and since when there could be
    any.

    `ratings` may come in any order, be told several times by several receipts, and hold those of predecessors under
    their own numbers. `complete` says that the source lists earlier ratings too, and not the latest alone.
    `successions` say who took over from whom, with the register's evidence.
    """

    register: str
    subject_id: str
    ratings: tuple[Rating, ...] = ()
    registered: date | None = None
    deregistered: date | None = None
    complete: bool = False
    successions: tuple[RegistrationSuccession, ...] = ()

    def timeline(self, key_question: str = OVERALL, service: str | None = None) -> tuple[Rating, ...]:
        """The ratings of this number alone for one key question, as `timeline` gives them."""
        return self.timeline_of(self.subject_id, key_question, service)

    def timeline_of(self, number: str, key_question: str, service: str | None) -> tuple[Rating, ...]:
        """The ratings of a number of this register, which may be a predecessor's."""
        return timeline(
            rating
            for rating in self.ratings
            if rating.register == self.register
            and rating.subject_id == number
            and rating.key_question == key_question
            and rating.service == service
        )

    def predecessors(self) -> Iterator[tuple[tuple[RegistrationSuccession, ...], ...]]:
        """Generation by generation, every way back: the successions from this number to a predecessor's.

        Each number is reached once, by a shortest way.
        """
        met = {self.subject_id}
        ways: tuple[tuple[RegistrationSuccession, ...], ...] = ((),)
        while ways:
            further: dict[str, tuple[RegistrationSuccession, ...]] = {}
            for way in ways:
                for step in self._into(way[-1].old if way else self.subject_id):
                    if step.old not in met:
                        further.setdefault(step.old, (*way, step))
            met.update(further)
            ways = tuple(further.values())
            if ways:
                yield ways

    def successors(self) -> tuple[RegistrationSuccession, ...]:
        """Who took over from this number directly."""
        return tuple(step for step in self._known() if step.old == self.subject_id)

    def _into(self, number: str) -> Iterator[RegistrationSuccession]:
        return (step for step in self._known() if step.new == number)

    def _known(self) -> Iterator[RegistrationSuccession]:
        return (step for step in self.successions if step.register == self.register)


def timeline(ratings: Iterable[Rating]) -> tuple[Rating, ...]:
    """Ratings in the order in which they became known, each once, those of unknown time at the end.

    The same rating told several times becomes one, with what each telling adds; one without a date is not kept
    where it repeats what stood already when it was first seen. Different grades of one day both stay: which of them
    holds is not ours to say. The order of what is given makes no difference.
    """
    told: dict[tuple[object, ...], list[Rating]] = {}
    for rating in ratings:
        told.setdefault(_identity(rating), []).append(rating)
    return tuple(_without_repetition(sorted((_together(same) for same in told.values()), key=_order)))


def known_from(rating: Rating) -> date | None:
    """The first day on which it is known to have been public: its publication, or else when it was first seen."""
    return rating.published or rating.first_seen


def known_by(ratings: Iterable[Rating], day: date) -> tuple[Rating, ...]:
    """Those that are known to have been public by the day."""
    return tuple(rating for rating in ratings if (known_from(rating) or date.max) <= day)


def holds(rating: Rating) -> bool:
    """Whether it replaces the rating before it: a grade does, a suppression too, an inspection without one not."""
    return rating.state in ("rated", "suppressed")


def _without_repetition(ordered: Iterable[Rating]) -> Iterator[Rating]:
    stood: dict[tuple[object, ...], Rating] = {}
    for rating in ordered:
        asked = (*_question(rating), holds(rating))
        before = stood.get(asked)
        repeats = before is not None and (before.state, before.grade) == (rating.state, rating.grade)
        if repeats and rating.published is None and rating.first_seen is not None:
            continue
        stood[asked] = rating
        yield rating


def _question(rating: Rating) -> tuple[object, ...]:
    return rating.register, rating.subject, rating.subject_id, rating.service, rating.key_question


def _identity(rating: Rating) -> tuple[object, ...]:
    seen = None if rating.published else rating.first_seen
    return *_question(rating), rating.state, rating.grade, rating.published, seen


def _order(rating: Rating) -> tuple[date, bool, str, str, str]:
    return (
        known_from(rating) or date.max,
        rating.published is None,
        rating.subject_id,
        rating.key_question,
        repr(rating),
    )


def _together(same: list[Rating]) -> Rating:
    """One rating out of several tellings: the fullest, completed by the others."""
    fullest, *others = sorted(same, key=lambda rating: (-_told(rating), repr(rating)))
    for other in others:
        inherits = other if fullest.inherited is None else fullest
        framed = other if other.framework_sure and not fullest.framework_sure else fullest
        fullest = msgspec.structs.replace(
            fullest,
            inspected=fullest.inspected or other.inspected,
            report_url=fullest.report_url or other.report_url,
            inherited=inherits.inherited,
            inherited_from=inherits.inherited_from,
            framework=framed.framework,
            framework_sure=framed.framework_sure,
            first_seen=min(filter(None, (fullest.first_seen, other.first_seen)), default=None),
        )
    return fullest


def _told(rating: Rating) -> int:
    said = (rating.inspected, rating.inherited, rating.inherited_from, rating.report_url, rating.framework)
    return sum(part is not None for part in said) + rating.framework_sure
