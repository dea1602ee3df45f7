"""The file of figures: what is published, and what the next publication is held against."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Final

import msgspec

from candour.care.figures.as_metrics import earlier_of
from candour.care.figures.asked import FiguresError
from candour.care.figures.earlier import Earlier
from candour.ocds.build.metric import Metric
from candour.ocds.build.part import Instant
from candour.ocds.build.write import encode

FORMAT: Final = "candour-figures"
VERSION: Final = "1.0"


class FiguresFile(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """Metrics with observations, as a release or a statement holds them. All that is in it is public."""

    format: str
    version: str
    published_date: Instant
    metrics: tuple[Metric, ...]


def figures_bytes(metrics: Iterable[Metric], published: datetime) -> bytes:
    """The file."""
    return msgspec.json.format(
        encode(FiguresFile(format=FORMAT, version=VERSION, published_date=published, metrics=tuple(metrics))),
        indent=2,
    )


def write_figures(path: Path, metrics: Iterable[Metric], published: datetime) -> None:
    """Write the file, whole or not at all.

    Raises:
        FiguresError: it cannot be written, or is there already: what was published must not be lost.
    """
    if path.exists():
        raise FiguresError(
            f"{path} is there already; name another file, and this one with --before if it was published"
        )
    unfinished = path.with_name(f"{path.name}.part")
    try:
        unfinished.write_bytes(figures_bytes(metrics, published) + b"\n")
        unfinished.replace(path)
    except OSError as error:
        raise FiguresError(f"cannot write {path}: {error.strerror}; name a file in a folder with room") from error


def read_figures(paths: Iterable[Path]) -> tuple[Earlier, ...]:
    """What was published in files, the earliest first.

    Raises:
        FiguresError: one cannot be read, or is no such file.
    """
    files = sorted(map(_read, paths), key=lambda file: file.published_date)
    return tuple(earlier for file in files for earlier in earlier_of(file.metrics))


def _read(path: Path) -> FiguresFile:
    try:
        found = msgspec.json.decode(path.read_bytes(), type=FiguresFile)
    except OSError as error:
        raise FiguresError(f"{path} cannot be read: {error.strerror}; name a file of figures") from error
    except (msgspec.DecodeError, ValueError) as error:
        raise FiguresError(f"{path} is no file of figures: {error}; name one that `candour figures` wrote") from error
    if (found.format, found.version) != (FORMAT, VERSION):
        raise FiguresError(
            f"{path}: found format {found.format} {found.version}, expected {FORMAT} {VERSION}; name a file that "
            "`candour figures` wrote"
        )
    return found
