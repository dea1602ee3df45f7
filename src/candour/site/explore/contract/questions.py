"""The questions of a role: what one should look at first, what is answered, and what to ask whom."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from candour.operations.answers.answering import Answered, Answers
from candour.operations.answers.questions import Whom, roles
from candour.operations.answers.words import listed
from candour.site.components.button.button import Button
from candour.site.components.choice import Choice
from candour.site.components.form.form import Form
from candour.site.components.said.said import Said
from candour.site.components.select.select import Select
from candour.site.explore.contract.who_says import WhoSays


@dataclass(frozen=True, slots=True)
class Group:
    """Questions under one heading."""

    title: str
    questions: tuple[Said, ...]


def role_form(path: str, contract: str | None) -> Form:
    """Who asks?"""
    return Form(
        action=f"{path}#questions",
        label=_("Whose questions to answer"),
        fields=(
            Select(
                name="as",
                label=_("Who are you?"),
                hint=_("Each has questions of their own. Nobody keeps your answer."),
                choices=tuple(Choice(role.id, role.title) for role in roles().values()),
            ),
        ),
        kept=(("contract", contract),) if contract else (),
        button=Button(_("Show these questions"), secondary=True),
    )


def groups(found: Answers, who: WhoSays) -> tuple[Group, ...]:
    """In the order in which one can act upon them; groups without a question are left out."""
    every = (
        (_("Look at this first"), [one for one in found.questions if one.answer.alert]),
        (_("Answered"), [one for one in found.questions if one.answer.state == "value" and not one.answer.alert]),
        (
            _("Not answered, and what you can ask"),
            [one for one in found.questions if one.answer.state != "value" and not one.answer.alert],
        ),
    )
    return tuple(
        Group(title, tuple(_said(one, found, who) for one in questions)) for title, questions in every if questions
    )


def _said(one: Answered, found: Answers, who: WhoSays) -> Said:
    ask = ""
    if one.answer.state != "value":
        ask = _("Ask %(whom)s: “%(what)s”") % {"whom": _whom(found, one.question.ask_whom), "what": one.question.ask}
    return who.said(one.answer, question=one.question.question, ask=ask)


def _whom(found: Answers, whom: Whom) -> str:
    """By name where it is known."""
    if whom == "council":
        return found.buyer or _("the buyer")
    if whom == "provider":
        return listed(found.suppliers) if found.suppliers else _("the provider")
    return _("the regulator of care")
