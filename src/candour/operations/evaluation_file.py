"""Files of evaluations: records as people write them, locks and bundles as they are published."""

from pathlib import Path
from typing import TypeVar

import msgspec
import yaml

from candour.costing.text_yaml import load_text
from candour.errors import CandourError
from candour.evaluation.bundle import Bundle
from candour.evaluation.design import Design
from candour.evaluation.lock import QualityLock
from candour.evaluation.record import Record

EXAMPLE = Path(__file__).parents[1] / "sample" / "evaluation" / "home-care.yaml"
"""A fictional record, to begin with."""

Kind = TypeVar("Kind", Bundle, Design, QualityLock, Record)


def read_evaluation(path: Path) -> Record | Bundle:
    """What a file holds: a bundle says so in `format`, all else is a record, in YAML or JSON.

    Raises:
        CandourError: it cannot be read, or is neither; the message names the field.
    """
    found = _plain(path)
    if isinstance(found, dict) and "format" in found:
        return _converted(path, found, Bundle)
    return _converted(path, found, Record)


def read_design(path: Path) -> Design:
    """The design in a record, a bundle, or a file that has nothing but `design`.

    Raises:
        CandourError: it cannot be read, or has no design; the message names the field.
    """
    found = _plain(path)
    design = found.get("design") if isinstance(found, dict) else None
    if design is None:
        raise CandourError(f"{path}: found no `design`; `candour evaluate --example FILE` writes one to begin with")
    return _converted(path, design, Design)


def read_lock(path: Path) -> QualityLock:
    """A quality lock.

    Raises:
        CandourError: it cannot be read, or is none.
    """
    return _converted(path, _plain(path), QualityLock)


def write(thing: Bundle | QualityLock, path: Path) -> None:
    """Write a lock or a bundle, to be read by people and programs; never over a file that is there.

    Raises:
        CandourError: there is such a file already, or it cannot be written.
    """
    text = msgspec.json.format(msgspec.json.encode(thing), indent=2) + b"\n"
    try:
        with path.open("xb") as file:
            file.write(text)
    except FileExistsError:
        raise CandourError(f"{path}: there is such a file; name another, so that nothing published is lost") from None
    except OSError as error:
        raise CandourError(f"{path}: cannot be written: {error.strerror}") from error


def _plain(path: Path) -> object:
    """Every scalar as text: numbers keep all their digits."""
    try:
        return load_text(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise CandourError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError:
        raise CandourError(f"{path}: expected text in UTF-8") from None
    except yaml.YAMLError as error:
        raise CandourError(f"{path}: expected YAML or JSON: {' '.join(str(error).split())}") from error
    except RecursionError:
        raise CandourError(f"{path}: it is nested too deeply for an evaluation") from None


def _converted(path: Path, found: object, kind: type[Kind]) -> Kind:
    try:
        return msgspec.convert(found, type=kind, strict=False)
    except msgspec.ValidationError as error:
        raise CandourError(
            f"{path}: {error}. Compare it with the example that `candour evaluate --example FILE` writes."
        ) from error
