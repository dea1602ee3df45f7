"""A kind of template as its file under definitions/templates/ describes it: tabs, blocks, columns."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Literal, TypeAlias

import msgspec

from candour.definitions import FOLDER, definitions_in
from candour.templates.error import TemplateError

Holds = Literal[
    "text", "texts", "id", "ocid prefix", "ocid reference", "uri", "day", "number", "whole", "share", "yes", "code",
    "codes", "pairs",
]  # fmt: skip
"""What a cell holds. `texts` and `codes` are several, with semicolons between them; `pairs` are `name: value`."""
Made = Literal["", "id", "content id", "tags"]

MOST_TABS = 5
LISTS_OF_CODES = ("code", "codes")


class Column(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One column of a table, or one answer of a form, and the field that it is.

    `path` starts from the document in a form, and from the row's object in a table (from the object around it where
    `outer`). `list` names the codelist of a drop-down. A `section` of a form begins with the column that names it.
    `starts` is what stands in the cell of an empty workbook.

    An empty cell means that the field is not there, unless there is something that it is otherwise: `otherwise` is
    the text of a cell, `same_as` a path from the same start (which goes before `otherwise`), `looked_up` what a list
    says of the object's id (`metrics.title`), and `made` a rule.
    """

    name: str
    path: str
    holds: Holds
    about: str
    list: str = ""
    outer: bool = False
    required: bool = False
    otherwise: str = ""
    same_as: str = ""
    looked_up: str = ""
    made: Made = ""
    starts: str = ""
    section: str = ""
    width: int = 16

    @property
    def has_default(self) -> bool:
        """Whether an empty cell means something."""
        return bool(self.otherwise or self.same_as or self.looked_up or self.made)

    def __post_init__(self) -> None:
        if not (self.name and self.path and self.about):
            raise ValueError("a column: expected a name, a path and what it is about")
        if bool(self.list) != (self.holds in LISTS_OF_CODES):
            raise ValueError(f"{self.name}: expected a list where it holds codes, and nowhere else")


class Form(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="block", tag="form"):
    """Questions below one another, each with one answer."""

    title: str
    about: str
    columns: tuple[Column, ...]


class Where(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The first column of a table whose rows belong to several lists: its words, each with the path of a list."""

    name: str
    about: str
    lists: Mapping[str, str]
    width: int = 20


class Table(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="block", tag="table"):
    """Rows, each one object of the list `each`; or, with `inner`, of a list within each of its objects.

    `id_from` are the groups of fields from which an id is made where none is given, the first that is filled in.
    `spare` is the number of empty rows that a workbook offers.
    """

    title: str
    about: str
    columns: tuple[Column, ...]
    each: str = ""
    where: Where | None = None
    inner: str = ""
    id_from: tuple[tuple[str, ...], ...] = ()
    outer_id_from: tuple[tuple[str, ...], ...] = ()
    spare: int = 40

    def __post_init__(self) -> None:
        if bool(self.each) == bool(self.where):
            raise ValueError(f"{self.title}: expected either each or where")
        if any(column.outer for column in self.columns) and not self.inner:
            raise ValueError(f"{self.title}: a column is outer, but there is no inner list")

    @property
    def names(self) -> tuple[str, ...]:
        """The headings, from left to right."""
        return (*((self.where.name,) if self.where else ()), *(column.name for column in self.columns))

    @property
    def keeps_outer(self) -> bool:
        """Whether an object without inner ones has a row: not where another table says all of it but its id."""
        return any(column.outer and column.path != "id" for column in self.columns)

    @property
    def lists(self) -> Mapping[str, str]:
        """The words of the first column and the lists that they stand for; an empty word where there is none."""
        return self.where.lists if self.where else {"": self.each}


Block: TypeAlias = Form | Table


class Tab(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One tab of the workbook."""

    name: str
    about: str
    blocks: tuple[Block, ...]


class Reference(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A pointer that follows from a party's role: the first party of that role, or all of them where a list."""

    role: str
    at: str


class Kind(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A kind of template. `always` are fields that every such document has, with their values."""

    id: str
    version: int
    title: str
    document: Literal["release package", "statement"]
    guidance: tuple[str, ...]
    always: Mapping[str, str]
    references: tuple[Reference, ...] = ()
    tabs: tuple[Tab, ...]

    def __post_init__(self) -> None:
        if len(self.tabs) >= MOST_TABS:
            raise ValueError(f"at most {MOST_TABS} tabs, the guidance among them")

    @property
    def mark(self) -> str:
        """What a workbook of this kind says of itself."""
        return f"{self.id} {self.version}"

    def columns(self) -> Iterator[tuple[Tab, Block, Column]]:
        """Every column with where it stands."""
        for tab in self.tabs:
            for block in tab.blocks:
                for column in block.columns:
                    yield tab, block, column

    @property
    def lists(self) -> tuple[str, ...]:
        """The names of the lists that its drop-downs offer."""
        used = {column.list for _, _, column in self.columns() if column.list}
        looked_up = {column.looked_up.partition(".")[0] for _, _, column in self.columns() if column.looked_up}
        return tuple(sorted(used | looked_up))


@cache
def kinds(folder: Path = FOLDER / "templates") -> Mapping[str, Kind]:
    """Every kind of template, by its id.

    Raises:
        DefinitionError: a file does not describe one.
    """
    return definitions_in(folder, Kind)


def kind_called(name: str) -> Kind:
    """The kind of that id. Raises TemplateError, which lists those that there are."""
    known = kinds()
    if name not in known:
        raise TemplateError(f"there is no template {name!r}; expected {' or '.join(known)}")
    return known[name]
