"""Answers on who was heard."""

from candour.care.days import span
from candour.operations.answers.answer import Answer, told, unreported
from candour.operations.answers.of_about import buyer_of
from candour.operations.answers.words import clause, code, listed, number, people
from candour.operations.contract.view import ContractView
from candour.operations.contract.voice import Contribution, Lesson, Response, TookPart


def participation(view: ContractView) -> Answer:
    """Who took part, by role and number."""
    if not view.voice.took_part:
        return unreported(f"{buyer_of(view)} has not published who took part.")
    return told(
        f"There took part: {listed(map(_took_part, view.voice.took_part))}.",
        *(one.source for one in view.voice.took_part),
    )


def _took_part(one: TookPart) -> str:
    roles = listed(people(role.number, role.role) for role in one.roles) if one.roles else "people, not said how many"
    about = ", ".join(filter(None, (code(one.stage) if one.stage else None, span(one.start, one.end))))
    return f"{roles} ({about or 'no time is said'})"


def contributions(view: ContractView) -> Answer:
    """What people asked for, and what became of it."""
    asked = view.voice.contributions
    if not asked:
        return unreported(f"{buyer_of(view)} has not published what people asked for, and what became of it.")
    return told(
        f"People asked: {listed(map(_contribution, asked))}.",
        *(one.source for one in asked),
        alert=any(one.outcome is None for one in asked),
    )


def _contribution(one: Contribution) -> str:
    became = code(one.outcome) if one.outcome else "what became of it is not said"
    reason = f": {clause(one.reason)}" if one.reason else ""
    seen = f"; in {listed(one.metrics)}" if one.metrics else ""
    return f"“{clause(one.asked or 'something')}” ({became}{reason}{seen})"


def response_rates(view: ContractView) -> Answer:
    """How many of those who were asked answered."""
    found = view.voice.responses
    if not found:
        return unreported("No reported value says how many were asked and how many answered.")
    return told(
        f"Answers: {listed(map(_response, found))}.",
        *(one.observed.source for one in found),
        period=span(found[0].observed.start, found[0].observed.end),
    )


def _response(one: Response) -> str:
    answered, invited = one.observed.respondents, one.observed.invited
    who = f" ({code(one.observed.respondents_role)})" if one.observed.respondents_role else ""
    if answered is None:
        return f"{one.title}: {invited} were asked, how many answered is not said{who}"
    if not invited:
        return f"{one.title}: {answered} answered, how many were asked is not said{who}"
    return f"{one.title}: {answered} of {invited} ({number(round(answered / invited, 3), 'share')}){who}"


def lessons(view: ContractView) -> Answer:
    """What was learned, by whose account."""
    if not view.voice.lessons:
        return unreported(f"{buyer_of(view)} has published no lessons.")
    return told(f"Lessons: {listed(map(_lesson, view.voice.lessons))}.", *(one.source for one in view.voice.lessons))


def _lesson(one: Lesson) -> str:
    who = f" ({code(one.role)})" if one.role else ""
    return f"{clause(one.title or one.description or 'without words')}{who}"
