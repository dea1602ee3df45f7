"""CQC's overall rating, predicted from the five key questions by the rules that CQC published in 2022.

Source: CQC, "How we aggregate ratings using the rating principles: adult social care services", 12 May 2022. Every
rule says "normally": inspectors may decide otherwise, and a published rating outweighs a predicted one.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Literal

import msgspec

from candour.care.ratings.framework import FRAMEWORKS, OVERALL, Framework, framework_on
from candour.care.ratings.rating import Rating

KEY_QUESTIONS = ("safe", "effective", "caring", "responsive", "well-led")
OUTSTANDING, GOOD, REQUIRES_IMPROVEMENT, INADEQUATE = "outstanding", "good", "requires improvement", "inadequate"

RULES: Mapping[str, str] = {
    "two inadequate": "two or more key questions are inadequate, so the location is",
    "two requiring improvement": "two or more key questions require improvement, so the location does",
    "one inadequate": "with one inadequate it cannot be good, and two would be needed for inadequate, which leaves "
    "requires improvement (the published rules name no grade for this case)",
    "outstanding": "two or more key questions are outstanding and the others good",
    "good": "no key question is inadequate, and at most one requires improvement",
    "breach": "there is a breach of regulations, so the location cannot be better than requires improvement",
}
"""The rules by name, in the order in which they are tried, and what each says."""


class Prediction(msgspec.Struct, frozen=True, kw_only=True):
    """The overall rating that the rules give, and the name of the rule that decided; or why there is none."""

    state: Literal["value", "not computable"]
    grade: str | None = None
    rule: str | None = None
    because: str = ""


def predict(grades: Mapping[str, str], *, breach: bool = False) -> Prediction:
    """The overall rating for a grade of each of the five key questions.

    `breach` says that a breach of regulations was found; registers seldom tell, and then the cap is not applied.
    Raises ValueError unless there are exactly the five key questions with CQC's grades.
    """
    counted = Counter(grades.values())
    if set(grades) != set(KEY_QUESTIONS) or not set(counted) <= {OUTSTANDING, GOOD, REQUIRES_IMPROVEMENT, INADEQUATE}:
        raise ValueError(f"{dict(grades)} is not one of CQC's grades for each of {', '.join(KEY_QUESTIONS)}")
    grade, rule = _uncapped(counted)
    if breach and grade in (OUTSTANDING, GOOD):
        grade, rule = REQUIRES_IMPROVEMENT, "breach"
    return Prediction(state="value", grade=grade, rule=rule, because=RULES[rule])


def _uncapped(counted: Counter[str]) -> tuple[str, str]:
    if counted[INADEQUATE] >= 2:
        return INADEQUATE, "two inadequate"
    if counted[REQUIRES_IMPROVEMENT] >= 2:
        return REQUIRES_IMPROVEMENT, "two requiring improvement"
    if counted[INADEQUATE] == 1:
        return REQUIRES_IMPROVEMENT, "one inadequate"
    if counted[OUTSTANDING] >= 2 and counted[REQUIRES_IMPROVEMENT] == 0:
        return OUTSTANDING, "outstanding"
    return GOOD, "good"


def predict_overall(ratings: Iterable[Rating], *, breach: bool = False) -> Prediction:
    """The overall rating from the ratings of one location at one time; of one service, or of the location as a whole.

    Overall ratings among them are left out of account. Not computable where a key question is missing, doubled or
    not rated, where the rules of 2022 were not or may not have been those in use, and where some of the ratings are a
    predecessor's: CQC does not add those up with newer ones.
    """
    asked = [rating for rating in ratings if rating.key_question != OVERALL]
    because = _obstacle(asked)
    if because is not None:
        return Prediction(state="not computable", because=because)
    return predict({rating.key_question: rating.grade or "" for rating in asked}, breach=breach)


def _obstacle(asked: list[Rating]) -> str | None:
    if len({(rating.register, rating.subject, rating.subject_id, rating.service) for rating in asked}) > 1:
        return "these are ratings of several locations or services"
    foreign = [rating.register for rating in asked if rating.register != "cqc"]
    if foreign:
        return f"the rules are CQC's, and this is a rating of {foreign[0]}"
    named = Counter(rating.key_question for rating in asked)
    if doubled := [name for name in KEY_QUESTIONS if named[name] > 1]:
        return f"there are several ratings for {', '.join(doubled)}"
    if missing := [name for name in KEY_QUESTIONS if not named[name]]:
        return f"there is no rating for {', '.join(missing)}"
    if unrated := [f"{rating.key_question} is {rating.state}" for rating in asked if rating.grade is None]:
        return "; ".join(unrated)
    if other := [known for rating in asked for known in _possible(rating) if not known.overall_by_rules_of_2022]:
        return f"a rating is, or may be, under another framework, whose ratings come from scores: {other[0].title}"
    if len({(rating.inherited is True, rating.inherited_from) for rating in asked}) > 1:
        return "some of the ratings are a predecessor's, and CQC does not add those up with newer ones"
    return None


def _possible(rating: Rating) -> tuple[Framework, ...]:
    if rating.framework_sure and rating.framework is not None:
        return (FRAMEWORKS[rating.framework],)
    return framework_on(rating.register, inspected=rating.inspected, published=rating.published).possible
