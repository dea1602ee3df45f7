"""A rating: one judgement of a regulator, of one key question of one service, and what its absence means."""

from datetime import date
from typing import Literal

import msgspec

from candour.care.ratings.framework import FRAMEWORKS, REGISTERS, framework_on
from candour.care.ratings.key_question import named as key_question_named
from candour.care.ratings.state import STATES, RatingState
from candour.care.ratings.words import read as read_words
from candour.errors import CandourError

__all__ = ["STATES", "NotARatingError", "Rating", "RatingState", "read_rating"]


class NotARatingError(CandourError):
    """A rating contradicts its framework or itself."""


class Rating(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What a regulator's register says of one key question of one location or provider.

    `register` is cqc, care_inspectorate, ciw or rqia. `service` is None where the location as a whole is meant,
    else the service in the register's words. `key_question` is "overall" or one of the framework's. `grade` is the
    framework's word or number ("requires improvement", "5"), and is there exactly when `state` is "rated".
    `framework` is None where there are no ratings, or where nothing is rated and no date says which framework was
    in use; `framework_sure` is False where only dates speak and they fit several. `inherited` is None where the
    source does not say; `inherited_from` is the number of the predecessor that was rated. `first_seen` is the day of
    the first file that told it, which stands in where a register does not say when it was published.

    Raises NotARatingError where these do not fit together.
    """

    register: str
    subject: Literal["location", "provider"]
    subject_id: str
    service: str | None = None
    key_question: str
    state: RatingState
    grade: str | None = None
    as_published: str = ""
    framework: str | None
    framework_sure: bool = True
    published: date | None = None
    inspected: date | None = None
    inherited: bool | None = None
    inherited_from: str | None = None
    report_url: str | None = None
    first_seen: date | None = None

    def __post_init__(self) -> None:
        problem = _problem(self)
        if problem is not None:
            raise NotARatingError(f"{self.register} {self.subject} {self.subject_id}, {self.key_question}: {problem}")


def _problem(rating: Rating) -> str | None:
    if rating.register not in REGISTERS:
        return f"{rating.register} is no register of ratings; known are {', '.join(REGISTERS)}"
    if not rating.subject_id:
        return f"the {rating.subject} has no number; a rating needs one"
    if rating.state not in STATES:
        return f"{rating.state} is no state of a rating; known are {', '.join(STATES)}"
    if (rating.state == "rated") != (rating.grade is not None):
        return f"the state is {rating.state} and the grade {rating.grade}; a grade is there exactly when it is rated"
    if rating.inherited_from is not None and rating.inherited is not True:
        return f"it comes from {rating.inherited_from} and is not marked as inherited; mark it, or drop the number"
    if not REGISTERS[rating.register].rates:
        return _problem_without_ratings(rating)
    if rating.state == "no ratings in this nation":
        return f"{REGISTERS[rating.register].nation} has ratings; expected another state"
    return _problem_with_framework(rating)


def _problem_without_ratings(rating: Rating) -> str | None:
    if rating.state != "no ratings in this nation" or rating.framework is not None:
        nation = REGISTERS[rating.register].nation
        return f"there are no ratings in {nation}; expected that state and no framework, found {rating.state}"
    return None


def _problem_with_framework(rating: Rating) -> str | None:
    if rating.framework is None:
        return f"{rating.grade} has no framework; a grade means nothing without one" if rating.grade else None
    framework = FRAMEWORKS.get(rating.framework)
    if framework is None or framework.register != rating.register:
        return f"{rating.framework} is no framework of this register"
    if not framework.asks(rating.key_question):
        return f"{framework.title} has no such key question; it has {', '.join(framework.key_questions)}"
    if rating.grade is not None and rating.grade not in framework.grades:
        return f"{rating.grade} is no grade of {framework.title}; its grades are {', '.join(framework.grades)}"
    return None


def read_rating(
    *,
    register: str,
    subject: Literal["location", "provider"],
    subject_id: str,
    key_question: str,
    as_published: str,
    service: str | None = None,
    published: date | None = None,
    inspected: date | None = None,
    ever_inspected: bool | None = None,
    kind: str | None = None,
    framework: str | None = None,
    inherited: bool | None = None,
    inherited_from: str | None = None,
    report_url: str | None = None,
    first_seen: date | None = None,
) -> Rating:
    """A rating from a register's own words, which are understood or refused.

    Without `framework` the dates say which it is (`framework_on`), and of those possible the likeliest that has the
    grade and the key question. `ever_inspected` False turns "unrated" into "not yet inspected". `kind` is the kind of
    service in the register's words, where frameworks differ by kind.

    Raises UnknownWordError for a word or key question that the register is not known to use, NotARatingError for a
    grade that no framework of those dates has.
    """
    asked = key_question_named(register, key_question)
    state, grade = read_words(register, as_published)
    if state == "unrated" and ever_inspected is False:
        state = "not yet inspected"
    name, sure = (framework, True) if framework else _framework(register, asked, grade, published, inspected, kind)
    return Rating(
        register=register,
        subject=subject,
        subject_id=subject_id,
        service=service,
        key_question=asked,
        state=state,
        grade=grade,
        as_published=as_published,
        framework=name,
        framework_sure=sure,
        published=published,
        inspected=inspected,
        inherited=inherited,
        inherited_from=inherited_from,
        report_url=report_url,
        first_seen=first_seen,
    )


def _framework(
    register: str, asked: str, grade: str | None, published: date | None, inspected: date | None, kind: str | None
) -> tuple[str | None, bool]:
    """The likeliest framework by the dates, and whether no other can be."""
    if grade is None and published is None and inspected is None:
        return None, not REGISTERS[register].rates
    dated = framework_on(register, inspected=inspected, published=published, kind=kind)
    able = [known for known in dated.possible if known.asks(asked) and (grade is None or grade in known.grades)]
    if able:
        return able[-1].id, len(able) == 1
    if grade is None:
        return None, False
    raise NotARatingError(
        f"{register}: {grade} for {asked} was {dated.reason}, and no framework of then has that grade for it; "
        "look at the dates, or add the framework to frameworks.yaml"
    )
