"""Which kind of social care a process buys: home care, care home, supported living and others, or unknown."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec
import msgspec.yaml

from candour.care.phrases import Phrases, readable
from candour.care.published_codes import by_code
from candour.care.social_care import cpv_codes
from candour.care.stated_care import stated_care

UNKNOWN = "unknown"


class ServiceType(msgspec.Struct, frozen=True):
    """`name` is a key of `DEFINITIONS` or "unknown"; `also` holds other kinds that the same field names."""

    name: str
    reason: str
    also: tuple[str, ...] = ()


class Definition(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a kind of care is called, and the words and codes by which a notice says it."""

    title: str
    words: tuple[str, ...]
    codes: tuple[str, ...] = ()


DEFINITIONS: dict[str, Definition] = msgspec.yaml.decode(
    (Path(__file__).parent / "service_types.yaml").read_bytes(), type=dict[str, Definition]
)
"""Every kind of care, in order of preference where a title says several."""

BY_CODE = by_code(DEFINITIONS)
"""The kinds of care by their code in `careServiceType`."""

_WORDS = {name: Phrases(known.words) for name, known in DEFINITIONS.items()}
_ANY = Phrases(word for known in DEFINITIONS.values() for word in known.words)
_BY_CPV = {code: name for name, known in DEFINITIONS.items() for code in known.codes}


def of(compiled: Mapping[str, Any]) -> ServiceType:
    """The kind of care that a compiled release buys: as it states by the social-care extension, else from its title,
    else its codes, else its description.

    It does not ask whether the process is social care; that is `social_care.classify`.
    """
    if stated := list(_stated(compiled)):
        return _first(stated)
    tender = compiled.get("tender")
    if not isinstance(tender, dict):
        return ServiceType(UNKNOWN, "there is no tender section, where the kind of care would be said")
    found = list(_said_in("title", tender))
    if not found:
        codes = [code for code in cpv_codes(compiled) if code in _BY_CPV]
        found = [(_BY_CPV[code], f"classification {code}") for code in codes] or list(_said_in("description", tender))
    if not found:
        return ServiceType(UNKNOWN, "neither title, classification nor description names a kind of care")
    return _first(found)


def _first(found: list[tuple[str, str]]) -> ServiceType:
    (name, reason), *others = found
    return ServiceType(name, reason, tuple(dict.fromkeys(other for other, _ in others if other != name)))


def _stated(compiled: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for path, said in stated_care(compiled):
        codes = said.get("serviceTypes")
        for code in codes if isinstance(codes, list) else ():
            if isinstance(code, str) and code in BY_CODE:
                yield BY_CODE[code], f"{path}.serviceTypes says {code}"


def _said_in(field: str, tender: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    said = tender.get(field)
    if isinstance(said, str) and said and _ANY.search(text := readable(said)):
        for name, phrases in _WORDS.items():
            if words := phrases.first(text):
                yield name, f'tender.{field} says "{words}"'
