"""The questions of a role, answered from what was published of a contract."""

from collections.abc import Sequence
from datetime import date

import msgspec

from candour.errors import CandourError
from candour.operations.answers.answer import Answer
from candour.operations.answers.kinds import give
from candour.operations.answers.questions import Question, Role, role
from candour.operations.contract.view import ContractView, contract_view
from candour.operations.home import Home


class Answered(msgspec.Struct, frozen=True, kw_only=True):
    """A question and its answer; `given` has what each of the question's kinds of answer gave."""

    question: Question
    answer: Answer
    given: dict[str, Answer]


class Answers(msgspec.Struct, frozen=True, kw_only=True):
    """The questions of a role about one contract, in the order of `in_reading_order`."""

    ocid: str
    contract_id: str | None
    title: str | None
    buyer: str | None
    suppliers: tuple[str, ...]
    data_version: str
    day: date
    role: str
    role_title: str
    answered: int
    questions: tuple[Answered, ...]


def answers(home: Home, ocid: str, wanted: str, day: date, contract_id: str | None = None) -> Answers:
    """Answer what a role asks.

    Raises:
        CandourError: there is no such role, process or contract, nothing has been built yet, or the process has
            several contracts and none was named.
    """
    asked = role(wanted)
    process = contract_view(home, ocid, day, contract_id)
    if len(process.contracts) > 1:
        ids = [str(one.contract_id or one.award_id) for one in process.contracts]
        raise CandourError(
            f"{ocid} has {len(ids)} contracts and awards; name one with --contract: {', '.join(ids[:20])}"
            + (" …" if len(ids) > 20 else "")
        )
    return answers_from(process.contracts[0], asked, ocid=ocid, data_version=process.data_version, day=day)


def answers_from(view: ContractView, asked: Role, *, ocid: str, data_version: str, day: date) -> Answers:
    """What a role asks, from a contract's view that is there already."""
    found = in_reading_order(answer_all(asked, view))
    return Answers(
        ocid=ocid,
        contract_id=view.contract_id,
        title=view.about.title,
        buyer=view.about.buyer,
        suppliers=tuple(one.name for one in view.about.suppliers if one.name),
        data_version=data_version,
        day=day,
        role=asked.id,
        role_title=asked.title,
        answered=sum(one.answer.state == "value" for one in found),
        questions=tuple(found),
    )


def answer_all(asked: Role, view: ContractView) -> list[Answered]:
    """Every question of a role, in the order of its file."""
    return [_answered(question, view) for question in asked.questions]


def in_reading_order(found: Sequence[Answered]) -> list[Answered]:
    """What was promised and is missing or missed first, because that is what one can act upon; then what is
    answered; then what is not, with what to ask. Within each, as the role asks.
    """
    return sorted(found, key=lambda one: (not one.answer.alert, one.answer.state != "value"))


def _answered(question: Question, view: ContractView) -> Answered:
    given = {name: give(name, view) for name in question.answered_from}
    return Answered(question=question, answer=_together(list(given.values())), given=given)


def _together(given: Sequence[Answer]) -> Answer:
    """The values where there are any, else the first of what is nearest to one, such as suppressed."""
    values = [one for one in given if one.state == "value"]
    missing = [one for one in given if one.state != "value" and one.alert]
    if not values:
        return (missing or sorted(given, key=lambda one: one.state == "not reported"))[0]
    said = [*missing, *values]
    return Answer(
        state="value",
        text=" ".join(one.text for one in said),
        alert=any(one.alert for one in said),
        period=values[0].period if len(values) == 1 else None,
        n=values[0].n if len(values) == 1 else None,
        sources=tuple(dict.fromkeys(source for one in said for source in one.sources)),
    )
