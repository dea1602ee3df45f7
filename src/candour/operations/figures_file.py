"""The file of figures: what is published, and what the next publication is held against."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

import msgspec

from candour.care.figures.as_metrics import earlier_of
from candour.care.figures.asked import FiguresError
from candour.care.figures.earlier import Earlier
from candour.ocds.build.metric import Metric
from candour.ocds.build.write import encode

FORMAT: Final = "candour-figures"
VERSION: Final = "1.0"


class FiguresFile(msgspec.Struct, frozen=True, kw_only=True):
    """Metrics with observations, as a release or a statement holds them. All that is in it is public."""

    format: str
    version: str
    metrics: tuple[Metric, ...]


def figures_bytes(metrics: Iterable[Metric]) -> bytes:
    """The file."""
    return msgspec.json.format(encode(FiguresFile(format=FORMAT, version=VERSION, metrics=tuple(metrics))), indent=2)


def write_figures(path: Path, metrics: Iterable[Metric]) -> None:
    """Write the file, whole or not at all.

    Raises:
        FiguresError: it cannot be written.
    """
    unfinished = path.with_name(f"{path.name}.part")
    try:
        unfinished.write_bytes(figures_bytes(metrics) + b"\n")
        unfinished.replace(path)
    except OSError as error:
        raise FiguresError(f"cannot write {path}: {error.strerror}; name a file in a folder with room") from error


def read_figures(path: Path) -> tuple[Earlier, ...]:
    """What was published in a file.

    Raises:
        FiguresError: it cannot be read, or is no such file.
    """
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
    return tuple(earlier_of(found.metrics))
