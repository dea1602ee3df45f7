"""Definitions in a folder: one YAML file each, named for its id, read and checked once."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import msgspec.yaml

from candour.errors import CandourError

Kind = TypeVar("Kind")


class DefinitionError(CandourError):
    """A definition that cannot be used; the message names the file and the field."""


def _no_fault(_: Any) -> str:
    return ""


def definitions_in(folder: Path, kind: type[Kind], check: Callable[[Any], str] = _no_fault) -> dict[str, Kind]:
    """Every definition of the folder, by its id, in the order of the ids.

    `check` says what is wrong with one beyond its types, and nothing where nothing is.

    Raises:
        DefinitionError: a file is not a valid definition.
    """
    found: dict[str, Kind] = {}
    for path in sorted(folder.glob("*.yaml")):
        try:
            definition: Any = msgspec.yaml.decode(path.read_bytes(), type=kind)
        except msgspec.ValidationError as error:
            raise DefinitionError(f"{path}: {error}. Compare it with another file of that folder.") from error
        except msgspec.DecodeError as error:
            raise DefinitionError(f"{path}: not YAML: {' '.join(str(error).split())}") from error
        if definition.id != path.stem:
            raise DefinitionError(f"{path}: id: found {definition.id!r}, expected the file's name, {path.stem!r}.")
        if fault := check(definition):
            raise DefinitionError(f"{path}: {fault}.")
        found[definition.id] = definition
    return found
