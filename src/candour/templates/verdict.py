"""Holds what was read from a workbook against the standard, and says in which cell a fault stands."""

import re
from collections.abc import Collection, Iterator

from candour.ocds.organisation_schemes import SCHEMES
from candour.ocds.problems import Problem
from candour.ocds.validate import StatementValidator, Validator
from candour.ocds.validation_rules import REPEATED_ID
from candour.templates.gather import Gathered
from candour.templates.kind import Kind
from candour.templates.path import Json, Position, look, objects
from candour.templates.place import CellProblem, Place

FAULTS = ("refused", "error")
_STEP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")


def verdict(gathered: Gathered, kind: Kind) -> list[CellProblem]:
    """Everything that the standard would not take."""
    document = gathered.document
    asked = frozenset(column.path for _, _, column in kind.columns() if column.required)
    if kind.document == "statement":
        faults = _faults(gathered, StatementValidator(), document, (), asked)
        return [*faults, *_number_of_register(gathered, document.get("provider"), ("provider",))]
    return [
        problem
        for number in range(len(document.get("releases", ())))
        for problem in _of_release(gathered, number, asked)
    ]


def _of_release(gathered: Gathered, number: int, asked: Collection[str]) -> Iterator[CellProblem]:
    release, position = gathered.document["releases"][number], ("releases", number)
    yield from _faults(gathered, Validator(), release, position, {path.removeprefix("releases[].") for path in asked})
    for at, party in enumerate(objects(release, "parties[]")):
        yield from _number_of_register(gathered, party, (*position, "parties", at))


def _faults(
    gathered: Gathered, validator: Validator, value: Json, position: Position, asked: Collection[str]
) -> Iterator[CellProblem]:
    """What the standard would not take, and what the cells have not told already."""
    for problem in validator.problems(value):
        told = problem.rule is REPEATED_ID or problem.path in asked
        if problem.rule.level in FAULTS and not told:
            place = _place(gathered, (*position, *_position(problem)))
            yield CellProblem(place=place, found=problem.found or "nothing", expected=problem.for_publisher())


def _number_of_register(gathered: Gathered, organisation: Json, position: Position) -> Iterator[CellProblem]:
    """A number that lost its zeros, or became a date, in a spreadsheet."""
    scheme, number = look(organisation, "identifier.scheme"), look(organisation, "identifier.id")
    if isinstance(scheme, str) and isinstance(number, str) and (expected := _expected(scheme, number)):
        place = _place(gathered, (*position, "identifier", "id"))
        yield CellProblem(place=place, found=number, expected=f"{expected} ({scheme})")


def _position(problem: Problem) -> Position:
    return tuple(name or int(number) for name, number in _STEP.findall(problem.position))


def _place(gathered: Gathered, position: Position) -> Place | None:
    """The cell from which a value came, or the one of the nearest thing around it."""
    while position:
        if position in gathered.origins:
            return gathered.origins[position]
        position = position[:-1]
    return None


def _expected(scheme: str, number: str) -> str:
    """What a number of a register should look like where it does not; else nothing."""
    known = SCHEMES.get(scheme)
    return known.expected if known and not re.fullmatch(known.shape, number) else ""
