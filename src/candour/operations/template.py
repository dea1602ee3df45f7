"""Spreadsheet templates: make an empty workbook, fill one from a document, read one into a document."""

from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from candour.errors import CandourError
from candour.indicators.definition import metrics
from candour.ocds.build.write import encode
from candour.templates.choices import Choice
from candour.templates.filling import blank_workbook, example_workbook, filled_workbook
from candour.templates.kind import kind_called
from candour.templates.place import CellProblem
from candour.templates.reading import read_workbook
from candour.templates.rest import Kept, Rest

SUFFIX = ".xlsx"
_T = TypeVar("_T")


class FilledIn(msgspec.Struct, frozen=True, kw_only=True):
    """A workbook that was filled in, and what is beside it because it could not hold it."""

    workbook: str
    kind: str
    rest: str | None
    kept: tuple[str, ...]


class ReadOut(msgspec.Struct, frozen=True, kw_only=True):
    """What a workbook gave. `written` is false where an error kept it from being written."""

    kind: str
    document: str
    written: bool
    problems: tuple[CellProblem, ...]


def new_template(workbook: Path, *, kind: str, example: bool = False, replace: bool = False) -> Path:
    """Write an empty workbook of a kind, or one with a fictional example in it.

    Raises:
        CandourError: there is no such kind, or the file exists or cannot be written.
    """
    make = example_workbook if example else blank_workbook
    _write(_spreadsheet(workbook), make(kind_called(kind), library()), replace)
    return workbook


def fill_template(
    document: Path, workbook: Path, *, release: str | None = None, rest: Path | None = None, replace: bool = False
) -> FilledIn:
    """Write a workbook that says what a release package, a release or a statement says.

    Of a package only the `release` of that id is taken, if one is named. What the workbook cannot hold goes into
    `rest`, a file with which reading gives the whole document again.

    Raises:
        CandourError: something cannot be held and no `rest` is named (all of it is listed), the document is of no
            kind that has a template, or a file exists or cannot be written.
    """
    content = _decoded(document)
    filled = filled_workbook(_only(content, release, document) if release else content, library())
    kept = tuple(map(str, filled.rest.kept))
    if kept and rest is None:
        raise CandourError(
            f"{document}: a {filled.kind.id} workbook cannot hold {_listed(filled.rest.kept)}; "
            "say --rest FILE.json to keep this beside it, for `candour template read --with`"
        )
    _write(_spreadsheet(workbook), filled.workbook, replace)
    if rest is not None:
        _write(rest, _json(filled.rest), replace)
    return FilledIn(workbook=str(workbook), kind=filled.kind.id, rest=str(rest) if rest else None, kept=kept)


def read_template(workbook: Path, document: Path, *, rest: Path | None = None, replace: bool = False) -> ReadOut:
    """Write the release package or statement that a workbook says, if nothing in the workbook is wrong.

    Raises:
        CandourError: it is no workbook made of a template, `rest` is none of it, or a file cannot be read or written.
    """
    kept = _as_rest(rest) if rest else None
    with _opened(workbook).open("rb") as stream:
        reading = read_workbook(stream, name=workbook.name, rest=kept)
    if not reading.errors:
        _write(document, _json(reading.document), replace)
    return ReadOut(
        kind=reading.kind.id, document=str(document), written=not reading.errors, problems=reading.problems
    )


def library() -> list[Choice]:
    """The metrics of the outcome library, as a template offers them."""
    return [
        Choice(name, name, {"title": metric.title, "version": str(metric.version), "question": metric.question})
        for name, metric in metrics().items()
    ]


def _only(content: Any, release: str, path: Path) -> Any:
    """The package with only the release of that id."""
    releases = content.get("releases") if isinstance(content, dict) else None
    ids = [each.get("id") if isinstance(each, dict) else None for each in releases or ()]
    if release not in ids:
        raise CandourError(f"{path}: found no release {release!r}, expected one of {', '.join(map(str, ids))}")
    return {**content, "releases": [content["releases"][ids.index(release)]]}


def _listed(kept: tuple[Kept, ...], most: int = 12) -> str:
    shown = ", ".join(map(str, kept[:most]))
    return f"{shown} and {len(kept) - most} more" if len(kept) > most else shown


def _decoded(path: Path) -> object:
    try:
        return _parsed(_opened(path).read_bytes(), object)
    except msgspec.DecodeError as error:
        raise CandourError(f"{path}: found no JSON ({error}), expected a release package or a statement") from None


def _as_rest(path: Path) -> Rest:
    try:
        return _parsed(_opened(path).read_bytes(), Rest)
    except msgspec.DecodeError as error:
        raise CandourError(f"{path}: {error}; expected the file that `template fill --rest` wrote") from None


def _parsed(content: bytes, type: type[_T]) -> _T:
    return msgspec.json.Decoder(type, float_hook=Decimal).decode(content.removeprefix(b"\xef\xbb\xbf"))


def _json(value: object) -> bytes:
    return msgspec.json.format(encode(value), indent=2) + b"\n"


def _opened(path: Path) -> Path:
    if not path.is_file():
        raise CandourError(f"{path} does not exist; name a file")
    return path


def _spreadsheet(path: Path) -> Path:
    if path.suffix.lower() != SUFFIX:
        raise CandourError(f"{path}: found {path.suffix or 'no ending'}, expected a name that ends in {SUFFIX}")
    return path


def _write(path: Path, content: bytes, replace: bool) -> None:
    try:
        with path.open("wb" if replace else "xb") as file:
            file.write(content)
    except FileExistsError:
        raise CandourError(f"{path} exists; name another file, or say --replace") from None
    except OSError as error:
        raise CandourError(f"{path}: {error.strerror}; name a file that can be written") from None
