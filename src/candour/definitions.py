"""The definitions that people may edit: where they are kept, and how a folder of them is read.

They are inside an installed package, or in the repository: one YAML file each, named for its id.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import msgspec.yaml

from candour.errors import CandourError

_INSTALLED = Path(__file__).parent / "_definitions"
FOLDER = _INSTALLED if _INSTALLED.is_dir() else Path(__file__).parents[2] / "definitions"

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
