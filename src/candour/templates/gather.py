"""Cells as a document: every cell at its field, every object in its list, and every misfit named."""

from collections.abc import Mapping, Sequence

import msgspec

from candour.templates.cell import says_nothing
from candour.templates.choices import Choices
from candour.templates.follows import put_what_follows
from candour.templates.grid import GivenRow
from candour.templates.kind import Column, Form, Kind, Table
from candour.templates.meaning import NOTHING, Meaning
from candour.templates.path import Json, Position, exists, firsts, look, objects, put
from candour.templates.place import CellProblem, Place


class Gathered(msgspec.Struct, frozen=True):
    """The document, from which cell each value came, and what is wrong."""

    document: Json
    origins: Mapping[Position, Place]
    problems: list[CellProblem]


def gather(blocks: Mapping[str, list[GivenRow]], kind: Kind, choices: Mapping[str, Choices]) -> Gathered:
    """The document that the rows of every block make together."""
    gathering = _Gathering(Meaning(choices))
    everything = [block for tab in kind.tabs for block in tab.blocks]
    forms = [(form, (blocks.get(form.title) or [{}])[0]) for form in everything if isinstance(form, Form)]
    for form, answers in forms:
        gathering.form(form, answers)
    for table in everything:
        if isinstance(table, Table):
            for row in blocks.get(table.title, ()):
                gathering.row(table, row)
    for form, answers in forms:
        gathering.complete(form, answers)
    put_what_follows(gathering.document, kind, gathering.left_out)
    return Gathered(gathering.document, gathering.origins, gathering.meaning.problems)


class _Gathering:
    """A document on its way; objects are known by the list that they are in and their id."""

    def __init__(self, meaning: Meaning) -> None:
        self.meaning = meaning
        self.document: Json = {}
        self.origins: dict[Position, Place] = {}
        self.left_out: set[str] = set()
        self._known: dict[tuple[str, str], tuple[Json, Position]] = {}

    def form(self, form: Form, answers: GivenRow) -> None:
        """The answers of a form."""
        for column in form.columns:
            given = answers.get(column.name)
            if given is None or not given.text:
                continue
            if says_nothing(given.text, column):
                self.left_out.add(column.name)
                continue
            value = self.meaning.value(given, column)
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
            value = self.meaning.default(self.document, column) if exists(self.document, column.path) else None
            if value:
                put(self.document, column.path, value)
            elif column.required:
                self.meaning.missing(given.place if given else None, column)

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
        found = self.meaning.object(own, row, table.id_from)
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
            self.meaning.wrong(place, given.text if given else NOTHING, f"one of {', '.join(table.where.lists)}")
        return path

    def _outer(self, table: Table, path: str, row: GivenRow, start: Place) -> tuple[Json, Position]:
        """The object that the row belongs to: the one of its id, which an earlier row may have begun."""
        columns = [column for column in table.columns if column.outer]
        found = self.meaning.object(columns, row, table.outer_id_from)
        key = (path, str(found.get("id", "")))
        if key not in self._known:
            where = self._append(self.document, (), path, found)
            self._known[key] = (found, where)
            self._origins_of(columns, row, where, start)
            return found, where
        known, where = self._known[key]
        for column in columns:
            given, value, said = row.get(column.name), look(found, column.path), look(known, column.path)
            if given is None or value is None or value == said:
                continue
            if said is None:
                self.origins[where + put(known, column.path, value)] = given.place
            else:
                self.meaning.wrong(given.place, given.text, f"what the rows above say of {key[1]}, or nothing")
        return known, where

    def _append(self, value: Json, before: Position, path: str, found: Json) -> Position:
        """Put an object at the end of a list, with whatever is missing on the way; returns where it is now."""
        listed = objects(value, path)
        if not listed:
            return before + put(value, path, found)
        *way, _ = firsts(path)
        for each in way:
            value = value[each]
        value.append(found)
        return (*before, *way, len(listed))

    def _origins_of(self, columns: Sequence[Column], row: GivenRow, where: Position, start: Place) -> None:
        self.origins[where] = msgspec.structs.replace(start, letter="", name="")
        for column in columns:
            if column.name in row:
                self.origins[where + firsts(column.path)] = row[column.name].place

    def _once(self, key: str, found: Json, where: Position, start: Place) -> None:
        """Ids are there once; two objects of one id would become one."""
        if "id" not in found:
            return
        earlier, first = self._known.setdefault((key, found["id"]), (found, where))
        if earlier is not found:
            expected = (
                f"another id than in row {self.origins[first].row}; say what tells the two apart, or write an id"
            )
            place = msgspec.structs.replace(start, letter="", name="")
            self.meaning.wrong(place, f"the id {found['id']}", expected)
