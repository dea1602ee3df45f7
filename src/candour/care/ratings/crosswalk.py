"""At or above good, in four nations that mean four different things by it; with the inspection's age, never a number.

England: the overall rating is good or outstanding. Scotland: every key question that was graded has at least 4, good.
Wales: every theme that was rated is good or excellent. Northern Ireland: not applicable, nobody is rated.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Literal, NamedTuple

import msgspec

from candour.care.ratings.framework import FRAMEWORKS, OVERALL, Framework, gives_overall
from candour.care.ratings.history import History, known_from
from candour.care.ratings.on_the_day import RatingOn, rating_on

MEANINGS: Mapping[str, str] = {
    "cqc": "the overall rating is good or outstanding",
    "care_inspectorate": "every key question that was graded has 4 (good), 5 or 6",
    "ciw": "every theme that was rated is good or excellent",
    "rqia": "not applicable: there are no ratings in Northern Ireland",
}
"""What "at or above good" means in each register."""


class AtOrAboveGood(msgspec.Struct, frozen=True, kw_only=True):
    """Whether a location was rated at or above good on a day: yes, no, or neither (`verdict` None), because…

    `rests_on` are the ratings that decide, all of one framework and one number. `age_days` is that of the oldest of
    them on the day, None where one has no date. Where there is no verdict, `lacking` is the state in which the
    rating is, "not computable" or "not known".
    """

    register: str
    subject_id: str
    day: date
    verdict: Literal["yes", "no"] | None
    because: str
    rests_on: tuple[RatingOn, ...] = ()
    age_days: int | None = None
    lacking: str | None = None


def at_or_above_good(history: History, day: date, service: str | None = None) -> AtOrAboveGood:
    """Whether the rating in force on the day was at or above good, by what that means in its own nation."""
    answers = [rating_on(history, day, asked, service) for asked in _asked(history, service)]
    graded = _of_one_framework(list(_graded(answers)))
    withheld = [answer for answer in answers if answer.state in ("suppressed", "not computable")]
    if withheld or not graded:
        return _without_verdict(history, day, withheld or answers)
    below = [known for known in graded if known.grade not in known.framework.at_or_above_good]
    return AtOrAboveGood(
        register=history.register,
        subject_id=history.subject_id,
        day=day,
        verdict="no" if below else "yes",
        because="; ".join(f"{known.answer.key_question}: {known.answer.because}" for known in below or graded),
        rests_on=tuple(known.answer for known in graded),
        age_days=_oldest([known.answer.age_days for known in graded]),
    )


class _Graded(NamedTuple):
    answer: RatingOn
    grade: str
    framework: Framework
    since: date


def _graded(answers: Iterable[RatingOn]) -> Iterator[_Graded]:
    for answer in answers:
        rating = answer.rating
        since = known_from(rating) if rating else None
        if answer.state == "value" and rating and rating.grade and rating.framework and since:
            yield _Graded(answer, rating.grade, FRAMEWORKS[rating.framework], since)


def _oldest(ages: list[int | None]) -> int | None:
    """None where the age of any is not known: that one may be the oldest."""
    known = [age for age in ages if age is not None]
    return max(known) if len(known) == len(ages) else None


def _asked(history: History, service: str | None) -> list[str]:
    """The overall rating where the register gives one, else every key question that it has answered."""
    if gives_overall(history.register):
        return [OVERALL]
    known = {rating.key_question for rating in history.ratings if rating.service == service}
    return sorted(known) or [OVERALL]


def _of_one_framework(graded: list[_Graded]) -> list[_Graded]:
    """Those under the framework, and of the number, of the newest: an older framework's answers lapsed with it."""
    if not graded:
        return []
    newest = max(graded, key=lambda known: (not known.answer.through, known.since))
    return [
        known for known in graded if known.answer.whose == newest.answer.whose and known.framework == newest.framework
    ]


def _without_verdict(history: History, day: date, answers: list[RatingOn]) -> AtOrAboveGood:
    first = answers[0]
    lacking = first.rating_state or ("not computable" if first.state == "not computable" else "not known")
    return AtOrAboveGood(
        register=history.register,
        subject_id=history.subject_id,
        day=day,
        verdict=None,
        because=f"not applicable because {first.because}",
        lacking=lacking,
    )
