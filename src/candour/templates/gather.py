"""Cells as a document: every cell at its field, every object in its list, and every misfit named."""

from collections.abc import Iterable, Mapping

import msgspec

from candour.ocds.problems import shorten
from candour.templates import made
from candour.templates.cell import from_text, says_nothing
from candour.templates.choices import Choices
from candour.templates.grid import GivenRow
from candour.templates.kind import Column, Form, Kind, Table
from candour.templates.path import Json, Position, exists, look, objects, put, steps
from candour.templates.place import CellProblem, Given, Place

_NOTHING = "nothing"


class Gathered(msgspec.Struct, frozen=True):
    """The document, from which cell each value came, and what is wrong."""

    document: Json
    origins: Mapping[Position, Place]
    problems: list[CellProblem]


def gather(blocks: Mapping[str, list[GivenRow]], kind: Kind, choices: Mapping[str, Choices]) -> Gathered:
    """The document that the rows of every block make together."""
    gathering = _Gathering(choices)
    forms = [block for tab in kind.tabs for block in tab.blocks if isinstance(block, Form)]
    answers = {form.title: (blocks.get(form.title) or [{}])[0] for form in forms}
    for form in forms:
        gathering.form(form, answers[form.title])
    for tab in kind.tabs:
        for block in tab.blocks:
            if isinstance(block, Table):
                for row in blocks.get(block.title, ()):
                    gathering.row(block, row)
    for form in forms:
        gathering.complete(form, answers[form.title])
    gathering.finish(kind)
    return Gathered(gathering.document, gathering.origins, gathering.problems)


class _Gathering:
    def __init__(self, choices: Mapping[str, Choices]) -> None:
        self._choices = choices
        self.document: Json = {}
        self.origins: dict[Position, Place] = {}
        self.problems: list[CellProblem] = []
        self._left_out: set[str] = set()
        self._known: dict[tuple[str, str], tuple[Json, Position]] = {}

    def form(self, form: Form, answers: GivenRow) -> None:
        """The answers of a form."""
        for column in form.columns:
            given = answers.get(column.name)
            if given is None or not given.text:
                continue
            if says_nothing(given.text, column):
                self._left_out.add(column.name)
                continue
            value = self._value(given, column)
            if value is not None:
                before = look(self.document, column.path) if column.holds == "ocid reference" else None
                where = put(self.document, column.path, f"{before}-{value}" if before else value)
                self.origins[where] = given.place

    def complete(self, form: Form, answers: GivenRow) -> None:
        """What the empty cells of a form mean, and those that may not be empty."""
        for column in form.columns:
            given = answers.get(column.name)
            if given and given.text:
                continue
            value = self._default(self.document, column) if exists(self.document, column.path) else None
            if value:
                put(self.document, column.path, value)
            elif column.required:
                self.problems.append(
                    CellProblem(place=given.place if given else None, found=_NOTHING, expected=_asked(column))
                )

    def row(self, table: Table, row: GivenRow) -> None:
        """One row of a table."""
        start = next(iter(row.values())).place
        path = table.each or self._list_of(table, row, start)
        if path is None:
            return
        own = [column for column in table.columns if not column.outer]
        around, inside = self.document, path
        before: Position = ()
        if table.inner:
            around, before = self._outer(table, path, row, start)
            inside = table.inner
            if not any(column.name in row for column in own):
                return
        found = self._object(own, row, table.id_from)
        where = self._append(around, before, inside, found)
        self._origins_of(own, row, where, start)
        self._once(f"{before}.{inside}", found, where, start)

    def _list_of(self, table: Table, row: GivenRow, start: Place) -> str | None:
        """The path of the list that the first column names."""
        assert table.where is not None
        given = row.get(table.where.name)
        words = {word.casefold(): path for word, path in table.where.lists.items()}
        path = words.get(" ".join(given.text.split()).casefold()) if given else None
        if path is None:
            place = given.place if given else msgspec.structs.replace(start, letter="A", name=table.where.name)
            self._wrong(place, given.text if given else _NOTHING, f"one of {', '.join(table.where.lists)}")
        return path

    def _outer(self, table: Table, path: str, row: GivenRow, start: Place) -> tuple[Json, Position]:
        """The object that the row belongs to: the one of its id, which an earlier row may have begun."""
        columns = [column for column in table.columns if column.outer]
        found = self._object(columns, row, table.outer_id_from)
        key = (path, str(found.get("id", "")))
        if key not in self._known:
            where = self._append(self.document, (), path, found)
            self._known[key] = (found, where)
            self._origins_of(columns, row, where, start)
            return found, where
        known, where = self._known[key]
        for column in columns:
            given, said = row.get(column.name), look(known, column.path)
            value = look(found, column.path)
            if given is None or value is None or value == said:
                continue
            if said is None:
                self.origins[where + put(known, column.path, value)] = given.place
            else:
                self._wrong(given.place, given.text, f"the same as in the rows above for {key[1]}, or nothing")
        return known, where

    def _object(self, columns: Iterable[Column], row: GivenRow, groups: tuple[tuple[str, ...], ...]) -> Json:
        """The object that the cells of a row make."""
        found: Json = {}
        columns = list(columns)
        for column in columns:
            given = row.get(column.name)
            if given is None or says_nothing(given.text, column):
                continue
            value = self._value(given, column)
            if value is not None:
                put(found, column.path, value)
        for column in columns:
            if column.name in row or not exists(found, column.path):
                continue
            value = made.made_id(found, groups) if column.made == "id" else self._default(found, column)
            if value:
                put(found, column.path, value)
            elif column.required:
                start = next(iter(row.values())).place
                place = msgspec.structs.replace(start, letter="", name=column.name)
                self._wrong(place, _NOTHING, _asked(column))
        return {"id": found.pop("id"), **found} if "id" in found else found

    def _default(self, found: Json, column: Column) -> Json:
        """What an empty cell means; `found` is what its path starts from."""
        if column.made == "tags":
            return made.tags(look(found, column.path.rpartition(".")[0]))
        if column.looked_up:
            return self._looked_up(found, column)
        same = look(found, column.same_as) if column.same_as else None
        if same is None and column.otherwise:
            return from_text(column.otherwise, column, self._choices.get(column.list))
        return same

    def _looked_up(self, found: Json, column: Column) -> Json:
        """What the list that the workbook carries says of the object's id."""
        name, _, attribute = column.looked_up.partition(".")
        text = self._choices[name].known_of(str(found.get("id", "")), attribute)
        return from_text(text, column, self._choices.get(column.list)) if text else None

    def _append(self, value: Json, before: Position, path: str, found: Json) -> Position:
        """Put an object at the end of a list, with whatever is missing on the way."""
        listed = objects(value, path)
        if not listed:
            return before + put(value, path, found)
        where: list[str | int] = []
        for step in steps(path):
            where += [step.name, 0] if step.is_list else [step.name]
        where[-1] = len(listed)
        parent = value
        for each in where[:-1]:
            parent = parent[each]
        parent.append(found)
        return before + tuple(where)

    def _origins_of(self, columns: Iterable[Column], row: GivenRow, where: Position, start: Place) -> None:
        self.origins[where] = msgspec.structs.replace(start, letter="", name="")
        for column in columns:
            if column.name in row:
                names: list[str | int] = []
                for step in steps(column.path):
                    names += [step.name, 0] if step.is_list else [step.name]
                self.origins[where + tuple(names)] = row[column.name].place

    def _once(self, key: str, found: Json, where: Position, start: Place) -> None:
        """Ids are there once; two objects of one id would become one."""
        if "id" not in found:
            return
        earlier = self._known.setdefault((key, found["id"]), (found, where))
        if earlier[0] is not found:
            row = self.origins[earlier[1]].row
            expected = f"another id than in row {row}; say what tells the two apart, or write an id"
            self._wrong(msgspec.structs.replace(start, letter="", name=""), f"the id {found['id']}", expected)

    def finish(self, kind: Kind) -> None:
        """What follows from everything else: pointers to parties, fixed values, the id of the release."""
        for reference in kind.references:
            if exists(self.document, reference.at):
                self._refer(reference.role, reference.at)
        for path, value in kind.always.items():
            if exists(self.document, path):
                put(self.document, path, value)
        for _, _, column in kind.columns():
            if column.made == "content id" and exists(self.document, column.path):
                parent, _, name = column.path.rpartition(".")
                around = look(self.document, parent) if parent else self.document
                if name not in around and column.name not in self._left_out:
                    around[name] = made.content_id(around)

    def _refer(self, role: str, at: str) -> None:
        parties = [
            party for party in objects(self.document, "releases[].parties[]") if role in party.get("roles", ())
        ]
        pointers = [{name: party[name] for name in ("id", "name") if name in party} for party in parties]
        if pointers and at.endswith("[]"):
            put(self.document, at, pointers[0])
            parent, name = look(self.document, at.rpartition(".")[0]), steps(at)[-1].name
            parent[name] = pointers
        elif pointers:
            put(self.document, at, pointers[0])

    def _value(self, given: Given, column: Column) -> Json:
        try:
            return from_text(given.text, column, self._choices.get(column.list))
        except ValueError as error:
            self._wrong(given.place, given.text, str(error))
            return None

    def _wrong(self, place: Place | None, found: str, expected: str) -> None:
        self.problems.append(CellProblem(place=place, found=shorten(found), expected=expected))


def _asked(column: Column) -> str:
    return f"an answer: {column.about[:1].lower()}{column.about[1:].removesuffix('.')}"
