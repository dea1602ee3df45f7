"""A publisher as its file under definitions/sources/ describes it."""

import datetime
from pathlib import Path

import msgspec

from candour.definitions import FOLDER
from candour.sources.errors import SourceError


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


class Definition(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A publisher. `begins` is the first day for which it has anything; `base_url` ends with a slash."""

    id: str
    title: str
    publisher: str
    licence: str
    ocid_prefix: str
    base_url: str
    cadence: str
    rate: Rate
    rows_per_month: Rows
    begins: datetime.date | None = None
    notice_types: tuple[int, ...] = ()
    locale: str | None = None
    known_faults: tuple[KnownFault, ...] = ()
    corrections: tuple[KnownCorrection, ...] = ()

    def __post_init__(self) -> None:
        if not self.base_url.startswith(("https://", "http://")) or not self.base_url.endswith("/"):
            raise ValueError(f"base_url is {self.base_url!r}; expected https://…/")

    def corrections_of(self, sha256: str) -> tuple[KnownCorrection, ...]:
        """What is known to be wrong with a body."""
        return tuple(each for each in self.corrections if each.sha256 == sha256)


def load(path: Path) -> Definition:
    """The definition in a file, checked.

    Raises:
        SourceError: it is not one; the message names the file and the field.
    """
    try:
        found = msgspec.yaml.decode(path.read_bytes(), type=Definition)
    except OSError as error:
        raise SourceError(f"cannot read {path}: {error.strerror}; check the path") from error
    except (msgspec.DecodeError, msgspec.ValidationError) as error:
        reason = " ".join(str(error).split())
        raise SourceError(f"{path} does not describe a source: {reason}; mend that field") from error
    if found.id != path.stem:
        raise SourceError(f"{path} has the id {found.id!r}; expected {path.stem!r}, as the file is named")
    return found


def definitions(folder: Path = FOLDER / "sources") -> dict[str, Definition]:
    """Every definition in a folder, by id."""
    return {path.stem: load(path) for path in sorted(folder.glob("*.yaml"))}
