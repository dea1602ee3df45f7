"""The parts of the description, read once from the data files beside this module: the core and each extension."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec
import yaml

from candour.ocds.codelists import Codelist, parse_codelist
from candour.ocds.fields import Definition, Field
from candour.ocds.notation import parse_definition, parse_fields

_FOLDER = files("candour.ocds") / "standard"
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Extension(msgspec.Struct, frozen=True, kw_only=True):
    """One part of the description: the core, or what one extension adds to it.

    `repositories` are the names by which a package's `extensions` URLs are recognised. `text` says what it is for,
    where it is our own.
    """

    name: str
    title: str
    text: str
    repositories: tuple[str, ...]
    release: Mapping[str, Field]
    definitions: Mapping[str, Definition]
    codelists: Mapping[str, Codelist]
    code_additions: Mapping[str, Codelist]


def _load(file: Any) -> Any:
    return yaml.load(file.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506  (a safe loader either way)


def _read_part(file: Any, name: str) -> Extension:
    given = _load(file)
    lists: dict[str, Codelist] = {}
    additions: dict[str, Codelist] = {}
    for key, value in given.get("codelists", {}).items():
        own = value if value.keys() & {"codes", "meanings"} else _load(_FOLDER / "codelists" / f"{key}.yaml")
        target = additions if key.startswith("+") else lists
        plain = key.removeprefix("+")
        target[plain] = parse_codelist(plain, {**own, **value}, name)
    return Extension(
        name=name,
        title=given["title"],
        text=given.get("about", ""),
        repositories=tuple(given.get("repositories", ())),
        release=parse_fields(given.get("release", {}), name),
        definitions={key: parse_definition(key, value, name) for key, value in given.get("definitions", {}).items()},
        codelists=lists,
        code_additions=additions,
    )


@cache
def core() -> Extension:
    """The standard itself."""
    return _read_part(_FOLDER / "core.yaml", "core")


@cache
def packages() -> Mapping[str, Definition]:
    """Release packages, record packages and records: what releases are sent in."""
    return _read_part(_FOLDER / "packages.yaml", "core").definitions


@cache
def statement() -> Mapping[str, Definition]:
    """A provider's statement of its outcomes, and the kinds of objects that only statements have."""
    return _read_part(_FOLDER / "statement.yaml", "socialCare").definitions


@cache
def extension(name: str) -> Extension:
    """What one extension adds. Raises ValueError for a name that is not in EXTENSIONS."""
    if name not in EXTENSIONS:
        raise ValueError(f"no extension {name!r} is described; described are {', '.join(EXTENSIONS)}")
    return _read_part(_FOLDER / "extensions" / f"{name}.yaml", name)


def _extension_names() -> tuple[str, ...]:
    found = {file.name.removesuffix(".yaml") for file in (_FOLDER / "extensions").iterdir()}
    # What is made for one place restates fields of general extensions, so it is applied after them.
    for_places = ("eu", "uk")
    return (*sorted(found.difference(for_places)), *for_places)


EXTENSIONS = _extension_names()
