"""A source as its file under definitions/sources/ describes it: a publisher of notices, or of tables."""

import datetime
import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal, TypeVar

import msgspec

from candour.definitions import FOLDER
from candour.sources.errors import SourceError
from candour.sources.tabular.layout import Layout
from candour.sources.tabular.record_layout import RecordLayout

Known = TypeVar("Known")
Does = TypeVar("Does")
Nation = Literal["England", "Scotland", "Wales", "Northern Ireland"]


class Rate(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How fast one may ask a host, and how patient to be with it. All times are seconds.

    `waits` says how long to wait after an HTTP status when the answer itself does not say so (`Retry-After`). A
    status that is neither there nor known to pass by itself (429, 5xx) is final.
    """

    between_requests: float = 1
    for_a_request: float = 120
    altogether: float = 3600
    tries: int = 8
    waits: dict[int, float] = {}

    def __post_init__(self) -> None:
        if (
            min(self.between_requests, self.for_a_request, self.altogether, *self.waits.values()) < 0
            or self.tries < 1
        ):
            raise ValueError("times are 0 or more, and there is at least one try")


class Rows(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How many releases a whole month holds when nothing is wrong."""

    min: int
    max: int

    def __post_init__(self) -> None:
        if not 0 <= self.min <= self.max:
            raise ValueError("expected 0 <= min <= max")


class KnownFault(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something a publisher does wrong, since when we know, and what we do about it."""

    seen: datetime.date
    what: str
    handled: str


class KnownCorrection(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Bytes to be replaced in every body that has this SHA-256. `old` and `new` are base64, as in the archive."""

    sha256: str
    offset: int
    old: bytes
    new: bytes
    reason: str
    by: str
    made: datetime.date


class Key(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A key that a publisher wants in an HTTP `header`. It is in an `environment` variable, never in a file here."""

    header: str
    environment: str
    from_whom: str

    def headers(self) -> dict[str, str]:
        """The header with the key.

        Raises:
            SourceError: there is none, or it cannot be one; the message does not show it.
        """
        key = os.environ.get(self.environment, "").strip()
        if not key:
            raise SourceError(f"a key is needed: ask for one at {self.from_whom} and set {self.environment} to it")
        if not key.isascii() or not key.isprintable() or " " in key:
            raise SourceError(f"what {self.environment} holds cannot be a key; copy it again from {self.from_whom}")
        return {self.header: key}


class Definition(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="kind"):
    """What every source has. `begins` is the first day for which it has anything; `base_url` ends with a slash."""

    id: str
    title: str
    publisher: str
    licence: str
    base_url: str
    cadence: str
    rate: Rate = Rate()
    begins: datetime.date | None = None
    known_faults: tuple[KnownFault, ...] = ()
    corrections: tuple[KnownCorrection, ...] = ()

    def __post_init__(self) -> None:
        if not self.base_url.startswith(("https://", "http://")) or not self.base_url.endswith("/"):
            raise ValueError(f"base_url is {self.base_url!r}; expected https://…/")

    def corrections_of(self, sha256: str) -> tuple[KnownCorrection, ...]:
        """What is known to be wrong with a body."""
        return tuple(each for each in self.corrections if each.sha256 == sha256)


class NoticesDefinition(Definition, frozen=True, kw_only=True, tag="notices"):
    """A publisher of notices in OCDS."""

    ocid_prefix: str
    rows_per_month: Rows
    notice_types: tuple[int, ...] = ()
    locale: str | None = None


class TablesDefinition(Definition, frozen=True, kw_only=True, tag="tables"):
    """A publisher of tables: a regulator's register, outcomes of councils, or places.

    `gives` says which. `layouts` are the ways in which its tables have been laid out; none overlap in what they are
    recognised by. `records` are the kinds of JSON record that its service gives.
    `key` is what its service wants to see.
    `base_url` is empty for tables that are in no one place.
    """

    nations: tuple[Nation, ...]
    gives: Literal["register", "outcomes", "places"]
    layouts: tuple[Layout, ...] = ()
    records: tuple[RecordLayout, ...] = ()
    key: Key | None = None

    def __post_init__(self) -> None:
        if self.base_url:
            super().__post_init__()
        ids = [*(layout.id for layout in self.layouts), *(record.id for record in self.records)]
        if twice := {id for id in ids if ids.count(id) > 1}:
            raise ValueError(f"two layouts are called {min(twice)!r}")


def load(path: Path) -> NoticesDefinition | TablesDefinition:
    """The definition in a file, checked.

    Raises:
        SourceError: it is not one; the message names the file and the field.
    """
    try:
        found = msgspec.yaml.decode(path.read_bytes(), type=NoticesDefinition | TablesDefinition)
    except OSError as error:
        raise SourceError(f"cannot read {path}: {error.strerror}; check the path") from error
    except (msgspec.DecodeError, msgspec.ValidationError) as error:
        reason = " ".join(str(error).split())
        raise SourceError(f"{path} does not describe a source: {reason}; mend that field") from error
    if found.id != path.stem:
        raise SourceError(f"{path} has the id {found.id!r}; expected {path.stem!r}, as the file is named")
    return found


def definitions(folder: Path = FOLDER / "sources") -> dict[str, NoticesDefinition | TablesDefinition]:
    """Every definition in a folder, by id."""
    return {path.stem: load(path) for path in sorted(folder.glob("*.yaml"))}


@cache
def tables_definitions() -> dict[str, TablesDefinition]:
    """Those of the sources of tables, by id."""
    return {name: each for name, each in definitions().items() if isinstance(each, TablesDefinition)}


def with_modules(known: Mapping[str, Known], modules: Mapping[str, Does]) -> dict[str, tuple[Known, Does]]:
    """Each definition with what a module does for it, by the id that both have.

    Raises:
        SourceError: one of them has no other.
    """
    if strange := sorted(known.keys() ^ modules.keys()):
        raise SourceError(f"the definition and the module of {strange[0]} do not match; both need the same name")
    return {name: (definition, modules[name]) for name, definition in known.items()}
