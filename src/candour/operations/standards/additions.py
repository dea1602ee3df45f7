"""What places add to their nation's standards: their files, and what those may not do."""

import datetime
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from candour.care.councils import Council
from candour.definitions import FOLDER
from candour.errors import CandourError, NotFoundError
from candour.minimum_standards.local_file import LocalFile, read_local
from candour.minimum_standards.overlay import InForce, overlay
from candour.minimum_standards.standard import Nation, national
from candour.operations.council_meant import council_meant

LOCAL = FOLDER / "minimum_standards" / "local"
"""Where what places add is kept, a file a council."""


class LocalChecked(msgspec.Struct, frozen=True, kw_only=True):
    """A place's file: what it makes of the nation's standards, and every fault with its line."""

    file: str
    name: str
    nation: Nation
    raised: tuple[InForce, ...]
    added: tuple[InForce, ...]
    faults: tuple[str, ...]


def check_local(path: Path, today: datetime.date) -> LocalChecked:
    """Hold a place's file against its nation's standards, on its own first day if that is still to come.

    Raises:
        CandourError: it cannot be read.
    """
    file = _read(path)
    local = file.standards
    made = overlay(national(local.nation), local, max(today, local.effective))
    return LocalChecked(
        file=file.name,
        name=local.name,
        nation=local.nation,
        raised=tuple(one for one in made.standards if one.local and one.national),
        added=tuple(one for one in made.standards if one.national is None),
        faults=tuple(file.where(fault) for fault in made.faults),
    )


def kept_additions(today: datetime.date) -> Iterator[LocalChecked]:
    """What every place has added whose file is kept in `LOCAL`.

    Raises:
        CandourError: one of them cannot be read.
    """
    for path in sorted(LOCAL.glob("*.yaml")):
        yield check_local(path, today)


def additions_of(wanted: str, today: datetime.date) -> Path:
    """The file of a council's additions: `wanted` itself where it is a file, else the one that is kept in `LOCAL`.

    Raises:
        CandourError: there is no such council, or it has added nothing that is known here.
    """
    if Path(wanted).is_file():
        return Path(wanted)
    found = council_meant(wanted, today)
    if found.council is None:
        raise NotFoundError(f"{wanted}: {found.reason}")
    path = kept_file_of(found.council)
    if path:
        return path
    raise CandourError(
        f"{found.council.name} has raised or added nothing that is known here: the standards of "
        f"{found.council.nation} hold. Give a file, or put one into {LOCAL}"
    )


def kept_file_of(council: Council) -> Path | None:
    """The file of a council's additions that is kept in `LOCAL`, None where there is none.

    Raises:
        CandourError: a file there cannot be read.
    """
    for path in sorted(LOCAL.glob("*.yaml")):
        if _read(path).standards.council in (council.gss, council.organisation_id):
            return path
    return None


def additions_for(councils: Sequence[str | None], path: Path) -> LocalFile:
    """The file of additions at a path, of the council that has one of these codes.

    Raises:
        CandourError: it cannot be read, or it is another council's.
    """
    file = _read(path)
    if file.standards.council not in councils:
        expected = " or ".join(filter(None, councils)) or "no additions, because nothing says which council buys"
        raise CandourError(f"{file.name}: it is of {file.standards.council}; expected {expected}")
    return file


def _read(path: Path) -> LocalFile:
    try:
        return read_local(path.read_text(encoding="utf-8-sig"), path.name)
    except OSError as error:
        raise CandourError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError:
        raise CandourError(f"{path}: expected text in UTF-8") from None
