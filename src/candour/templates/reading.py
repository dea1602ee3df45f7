"""From a workbook to a document: a release package or a statement."""

from collections.abc import Mapping
from typing import BinaryIO

import msgspec

from candour.templates.choices import Choices, choices_of
from candour.templates.error import TemplateError
from candour.templates.gather import Gathered, gather
from candour.templates.grid import taken_apart
from candour.templates.kind import Kind, kinds
from candour.templates.opened import opened
from candour.templates.path import Json
from candour.templates.place import CellProblem
from candour.templates.rest import Rest, put_back
from candour.templates.verdict import verdict


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """What a workbook says. It is only whole where none of the problems is an error."""

    kind: Kind
    document: Json
    problems: tuple[CellProblem, ...]

    @property
    def errors(self) -> tuple[CellProblem, ...]:
        """What keeps the document from being published."""
        return tuple(problem for problem in self.problems if problem.level == "error")


def read_workbook(stream: BinaryIO, *, name: str, rest: Rest | None = None) -> Reading:
    """Read a filled template, with what could not be held in it. `name` is for messages.

    Every cell that is not as expected is a problem, and so is whatever the standard would not take.

    Raises:
        TemplateError: it is no workbook of a known template, or `rest` does not belong to it.
    """
    kind, gathered, problems = gathered_from(stream, name)
    if rest is not None:
        if rest.kind != kind.id:
            raise TemplateError(f"the rest is of the template {rest.kind}, and {name} of {kind.id}")
        if not any(problem.level == "error" for problem in problems):
            put_back(gathered.document, rest)
    if not gathered.origins and not problems:
        raise TemplateError(f"{name}: nothing is filled in")
    problems += verdict(gathered, kind)
    document = gathered.document
    if "releases" in document:
        document["releases"] = document.pop("releases")  # behind what describes them, for readers of streams
    return Reading(kind=kind, document=document, problems=tuple(problems))


def gathered_from(stream: BinaryIO, name: str) -> tuple[Kind, Gathered, list[CellProblem]]:
    """The document as the cells alone say it, not yet held against the standard. Raises TemplateError."""
    book = opened(stream, name, known_choices())
    blocks, problems = taken_apart(book.grid, book.kind)
    gathered = gather(blocks, book.kind, book.choices)
    return book.kind, gathered, [*problems, *gathered.problems]


def known_choices() -> Mapping[str, Choices]:
    """The lists of all kinds, as they are today; metrics are only those that a workbook carries."""
    return choices_of({name for kind in kinds().values() for name in kind.lists})
