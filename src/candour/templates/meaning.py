"""What cells mean: their values, the objects that a row of them makes, and what an empty one stands for."""

from collections.abc import Mapping, Sequence

import msgspec

from candour.ocds.problems import shorten
from candour.templates import made
from candour.templates.cell import from_text, says_nothing
from candour.templates.choices import Choices
from candour.templates.grid import GivenRow
from candour.templates.kind import Column
from candour.templates.path import Json, exists, look, put
from candour.templates.place import CellProblem, Given, Place

NOTHING = "nothing"


class Meaning:
    """Reads cells, and collects in `problems` what is wrong with them."""

    def __init__(self, choices: Mapping[str, Choices]) -> None:
        self._choices = choices
        self.problems: list[CellProblem] = []

    def value(self, given: Given, column: Column) -> Json:
        """What a cell says; None, and a problem, where it is not what its column holds."""
        try:
            return from_text(given.text, column, self._choices.get(column.list))
        except ValueError as error:
            self.wrong(given.place, given.text, str(error))
            return None

    def default(self, found: Json, column: Column) -> Json:
        """What an empty cell means; `found` is what the column's path starts from."""
        if column.made == "tags":
            return made.tags(look(found, column.path.rpartition(".")[0]))
        if column.looked_up:
            return self._looked_up(found, column)
        same = look(found, column.same_as) if column.same_as else None
        if same is None and column.otherwise:
            return from_text(column.otherwise, column, self._choices.get(column.list))
        return same

    def object(self, columns: Sequence[Column], row: GivenRow, groups: tuple[tuple[str, ...], ...]) -> Json:
        """The object that the cells of a row make; `groups` are the fields from which its id may be made."""
        found: Json = {}
        for column in columns:
            given = row.get(column.name)
            if given is None or says_nothing(given.text, column):
                continue
            value = self.value(given, column)
            if value is not None:
                put(found, column.path, value)
        for column in columns:
            if column.name in row or not exists(found, column.path):
                continue
            value = made.made_id(found, groups) if column.made == "id" else self.default(found, column)
            if value:
                put(found, column.path, value)
            elif column.required:
                start = next(iter(row.values())).place
                self.missing(msgspec.structs.replace(start, letter="", name=column.name), column)
        return {"id": found.pop("id"), **found} if "id" in found else found

    def missing(self, place: Place | None, column: Column) -> None:
        """Tell of an empty cell that may not be empty."""
        self.wrong(place, NOTHING, f"an answer: {column.about[:1].lower()}{column.about[1:].removesuffix('.')}")

    def wrong(self, place: Place | None, found: str, expected: str) -> None:
        """Tell of anything else that is not as expected."""
        self.problems.append(CellProblem(place=place, found=shorten(found), expected=expected))

    def _looked_up(self, found: Json, column: Column) -> Json:
        """What the list that the workbook carries says of the object's id."""
        name, _, attribute = column.looked_up.partition(".")
        text = self._choices[name].known_of(str(found.get("id", "")), attribute)
        return from_text(text, column, self._choices.get(column.list)) if text else None
