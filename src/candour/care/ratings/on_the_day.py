"""Which rating was in force on a day, as it was known then; whose it was, and how old."""

from datetime import date
from typing import Any, Literal

import msgspec

from candour.care.days import in_words, on_day
from candour.care.ratings.framework import OVERALL, REGISTERS, frameworks_of
from candour.care.ratings.history import History, holds, known_by, known_from
from candour.care.ratings.no_rating import AnswerState, why_none
from candour.care.ratings.rating import Rating
from candour.care.ratings.state import RatingState
from candour.care.register import RegistrationSuccession


class RatingOn(msgspec.Struct, frozen=True, kw_only=True):
    """The rating in force on a day: the latest grade that had been published by then.

    `rating_state` says what is known, None where that is nothing; `because` says it in words. `whose` is the number
    that was rated: a predecessor's where the rating is inherited or found through `through`, None where the source
    does not name it. `age_days` counts to the day from the inspection, or from the publication where no inspection
    is dated; `age_from` says which. `without_a_grade` are later inspections, known by then, that gave no new grade.
    """

    day: date
    key_question: str
    service: str | None
    state: AnswerState
    because: str
    rating_state: RatingState | None = None
    rating: Rating | None = None
    whose: str | None = None
    through: tuple[RegistrationSuccession, ...] = ()
    age_days: int | None = None
    age_from: Literal["inspected", "published"] | None = None
    without_a_grade: tuple[Rating, ...] = ()


def rating_on(history: History, day: date, key_question: str = OVERALL, service: str | None = None) -> RatingOn:
    """The rating of a location or provider on a day, from what had been published by that day.

    Where it had none of its own, that of the nearest predecessor with one, marked as such; several predecessors with
    ratings are not chosen between. An inspection without a grade leaves the earlier grade in force.
    """
    asked = _Question(history, day, key_question, service)
    return asked.impossible() or asked.own() or asked.of_a_predecessor() or asked.none_known()


class _Question:
    """One question, answered in steps; each step gives an answer or None."""

    def __init__(self, history: History, day: date, key_question: str, service: str | None) -> None:
        self.history = history
        self.day = day
        self.key_question = key_question
        self.service = service
        self.timeline = history.timeline(key_question, service)
        self.known_by_then = known_by(self.timeline, day)

    def impossible(self) -> RatingOn | None:
        register = REGISTERS[self.history.register]
        if not register.rates:
            return self._answer(
                "not computable",
                f"there are no ratings in {register.nation}",
                rating_state="no ratings in this nation",
            )
        first = frameworks_of(self.history.register)[0]
        if self.day < first.starts:
            return self._answer(
                "not computable", f"no ratings are known in {register.nation} before {first.starts.year}"
            )
        ended = self.history.deregistered
        if ended is not None and self.day >= ended:
            after = "; ".join(f"{step.new} took over ({step.evidence})" for step in self.history.successors())
            return self._answer(
                "not computable", f"it was deregistered on {in_words(ended)}" + (f", and {after}" if after else "")
            )
        return None

    def own(self) -> RatingOn | None:
        return self._in_force(self.known_by_then, self.history.subject_id, ())

    def of_a_predecessor(self) -> RatingOn | None:
        """From the nearest generation in which any predecessor had a rating."""
        for ways in self.history.predecessors():
            found = [answer for way in ways if (answer := self._of_predecessor(way)) is not None]
            if len(found) == 1:
                since = (*found[0].without_a_grade, *self.known_by_then)
                return msgspec.structs.replace(found[0], without_a_grade=since)
            if found:
                several = ", ".join(str(answer.through[-1].old) for answer in found)
                return self._answer(
                    "not computable", f"it had no rating of its own, and several predecessors had: {several}"
                )
        return None

    def none_known(self) -> RatingOn:
        found = why_none(self.history, self.timeline, self.day, self.key_question, self.service)
        ungraded = tuple(rating for rating in self.known_by_then if rating.state == "inspected but not rated")
        return self._answer(found.state, found.because, rating_state=found.rating_state, without_a_grade=ungraded)

    def _of_predecessor(self, way: tuple[RegistrationSuccession, ...]) -> RatingOn | None:
        number = way[-1].old
        timeline = self.history.timeline_of(number, self.key_question, self.service)
        return self._in_force(known_by(timeline, self.day), number, way)

    def _in_force(
        self, known: tuple[Rating, ...], number: str, through: tuple[RegistrationSuccession, ...]
    ) -> RatingOn | None:
        """The last of them that is a grade or a suppression."""
        holding = [rating for rating in known if holds(rating)]
        if not holding:
            return None
        last = holding[-1]
        rivals = [rating for rating in holding if known_from(rating) == known_from(last)]
        if len(rivals) > 1:
            said = " and ".join(sorted(rating.grade or rating.state for rating in rivals))
            return self._answer(
                "not computable",
                f"different ratings were published{on_day(known_from(last))}: {said}",
                through=through,
            )
        early = self._before_registration(last)
        since = last.inspected or last.published
        return self._answer(
            "value" if last.state == "rated" else "suppressed",
            _in_words(last, through) + early,
            rating_state=last.state,
            rating=last,
            whose=last.inherited_from if last.inherited or early else number,
            through=through,
            age_days=(self.day - since).days if since else None,
            age_from="inspected" if last.inspected else "published" if last.published else None,
            without_a_grade=tuple(known[known.index(last) + 1 :]),
        )

    def _before_registration(self, rating: Rating) -> str:
        """CQC shows some ratings of predecessors under the new number and does not mark them as inherited."""
        began = self.history.registered
        foreign = rating.subject_id != self.history.subject_id or rating.inherited
        if foreign or began is None or rating.published is None or rating.published >= began:
            return ""
        return f"; published before the registration on {in_words(began)}, so a predecessor's"

    def _answer(self, state: AnswerState, because: str, **known: Any) -> RatingOn:
        return RatingOn(
            day=self.day, key_question=self.key_question, service=self.service, state=state, because=because, **known
        )


def _in_words(rating: Rating, through: tuple[RegistrationSuccession, ...]) -> str:
    words = [f"{rating.grade or rating.state}, {_since_when(rating)}"]
    if rating.inspected is not None:
        words.append(f"inspected on {in_words(rating.inspected)}")
    if rating.inherited:
        words.append(f"inherited from {rating.inherited_from or 'a predecessor that the source does not name'}")
    words += [f"{step.new} followed {step.old} ({step.evidence})" for step in through]
    return "; ".join(words)


def _since_when(rating: Rating) -> str:
    if rating.published:
        return f"published on {in_words(rating.published)}"
    return f"first seen{on_day(rating.first_seen)}, undated"
