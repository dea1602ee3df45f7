"""What people ask of a contract, by role, from files under definitions/questions/ that anybody may edit."""

import datetime
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from candour.definitions import FOLDER, definitions_in
from candour.errors import CandourError
from candour.operations.answers.kinds import fault_of

Whom = Literal["council", "provider", "regulator"]


class QuestionError(CandourError):
    """A set of questions that cannot be used; the message names the file and the field."""


class Question(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A question in plain words, why it matters to this role, and the kinds of answer that answer it.

    It is answered where one of `answered_from` has a value. Where none has, `ask` is a sentence to put into a letter
    to `ask_whom`.
    """

    id: str
    version: int
    question: str
    why: str
    answered_from: tuple[str, ...]
    ask_whom: Whom
    ask: str
    review_date: datetime.date

    def __post_init__(self) -> None:
        for name in ("id", "question", "why", "answered_from", "ask"):
            if not getattr(self, name):
                raise ValueError(f"{self.id or 'a question'}: {name}: found nothing, expected something to read")
        if self.version < 1:
            raise ValueError(f"{self.id}: version: found {self.version}, expected 1 or more")
        if not self.question.endswith("?"):
            raise ValueError(f"{self.id}: question: expected it to end with a question mark")
        for name in self.answered_from:
            if fault := fault_of(name):
                raise ValueError(f"{self.id}: answered_from: {fault}")


class Role(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Somebody who asks, and the questions in the order in which they would."""

    id: str
    title: str
    about: str
    questions: tuple[Question, ...]

    def __post_init__(self) -> None:
        if not self.title or not self.about or not self.questions:
            raise ValueError("expected a title, about, and at least one question")
        ids = [one.id for one in self.questions]
        if twice := sorted({one for one in ids if ids.count(one) > 1}):
            raise ValueError(f"questions: {', '.join(twice)} stands there twice; give each an id of its own")


@cache
def roles(folder: Path = FOLDER / "questions") -> Mapping[str, Role]:
    """Every set of questions, by the id of its role.

    Raises:
        DefinitionError: a file is not a valid set of questions.
    """
    return definitions_in(folder, Role)


def role(wanted: str) -> Role:
    """The questions of a role.

    Raises:
        QuestionError: there is no such role; the message names those there are.
    """
    known = roles()
    if wanted not in known:
        raise QuestionError(f"there is no role {wanted!r}; say one of {', '.join(known)}")
    return known[wanted]
