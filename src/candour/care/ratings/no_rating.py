"""Why there is no rating on a day: not yet inspected, inspected and not rated, suppressed, undated, or not known."""

from datetime import date
from typing import Literal, NamedTuple

from candour.care.days import in_words, on_day
from candour.care.ratings.framework import REPORTS_FOLLOW_WITHIN, frameworks_of
from candour.care.ratings.history import History, holds, known_by
from candour.care.ratings.rating import Rating
from candour.care.ratings.state import RatingState

AnswerState = Literal["value", "suppressed", "not computable", "not reported"]


class NoRating(NamedTuple):
    """Which answer there is instead of a rating, in words, and the state of the rating where anything is known of
    it."""

    state: AnswerState
    because: str
    rating_state: RatingState | None = None


def why_none(
    history: History, timeline: tuple[Rating, ...], day: date, key_question: str, service: str | None
) -> NoRating:
    """Why none of a timeline's ratings was in force on the day, where no predecessor's was either."""
    by_service = _by_service(history, day, key_question) if service is None else None
    return (
        _known_without_a_grade(known_by(timeline, day))
        or by_service
        or _undated(timeline)
        or _not_yet(history, timeline, day)
        or NoRating("not reported", "not known: no rating is known to have been published by that day")
    )


def _known_without_a_grade(known: tuple[Rating, ...]) -> NoRating | None:
    inspected = [rating for rating in known if rating.state == "inspected but not rated"]
    if not known:
        return None
    last = (inspected or known)[-1]
    told = (
        f"as published on {in_words(last.published)}"
        if last.published
        else f"as the register showed it{on_day(last.first_seen)}"
    )
    return NoRating("not reported", f"{last.state}, {told}", last.state)


def _by_service(history: History, day: date, key_question: str) -> NoRating | None:
    """Since 2026 CQC rates a location with several services by service alone."""
    services = {
        rating.service
        for rating in known_by(history.ratings, day)
        if rating.grade is not None
        and rating.service is not None
        and rating.key_question == key_question
        and rating.subject_id == history.subject_id
    }
    if not services:
        return None
    return NoRating("not computable", f"it was rated by service only: {', '.join(sorted(services))}")


def _undated(timeline: tuple[Rating, ...]) -> NoRating | None:
    for rating in timeline:
        if rating.published is not None or not holds(rating):
            continue
        when = f"only seen{on_day(rating.first_seen)}, " if rating.first_seen else ""
        if rating.state == "suppressed":
            return NoRating("suppressed", f"suppressed, {when}and the source does not say since when", "suppressed")
        return NoRating("not computable", f"it was rated {rating.grade}, {when}and the source does not say when")
    return None


def _not_yet(history: History, timeline: tuple[Rating, ...], day: date) -> NoRating | None:
    registered = history.registered
    if registered is not None and day < registered:
        return NoRating("not reported", f"it was registered only on {in_words(registered)}")
    states = {rating.state for rating in timeline}
    if states == {"not yet inspected"}:
        return NoRating("not reported", "it has not yet been inspected", "not yet inspected")
    if registered is not None and _first_inspected_after(day, history, timeline, registered):
        because = f"it was registered on {in_words(registered)} and had not yet been inspected"
        return NoRating("not reported", because, "not yet inspected")
    if len(states) == 1 and timeline[0].published is None:
        state = timeline[0].state
        return NoRating("not reported", f"{state}; the source does not say since when", state)
    return None


def _first_inspected_after(day: date, history: History, timeline: tuple[Rating, ...], registered: date) -> bool:
    """Only where the source tells every rating, and the location is not older than ratings are."""
    if not history.complete or not timeline or registered < frameworks_of(history.register)[0].starts:
        return False
    first = timeline[0]
    if first.inspected is not None:
        return first.inspected > day
    return first.published is not None and first.published - REPORTS_FOLLOW_WITHIN > day
