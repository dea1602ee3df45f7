"""Whether the care that a process buys is for children, for adults or for both; unknown where nothing says."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal

import msgspec
import msgspec.yaml

from candour.care.phrases import Phrases, readable
from candour.care.social_care import cpv_codes

Name = Literal["children", "adults", "both", "unknown"]


class AgeGroup(msgspec.Struct, frozen=True):
    """`reason` names the field and its words, or the code, that decided."""

    name: Name
    reason: str


class _Group(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    words: tuple[str, ...]
    codes: tuple[str, ...]


_GROUPS: dict[Literal["children", "adults"], _Group] = msgspec.yaml.decode(
    (Path(__file__).parent / "age_groups.yaml").read_bytes(), type=dict[Literal["children", "adults"], _Group]
)
_WORDS = {name: Phrases(group.words) for name, group in _GROUPS.items()}


def of(compiled: Mapping[str, Any]) -> AgeGroup:
    """The age group of a compiled release: from its title, else its codes, else the name of its buyer.

    The first of these that says anything decides, so that a council's children's department can buy for adults.
    """
    tender, buyer = compiled.get("tender"), compiled.get("buyer")
    title = _text(tender, "title") or _text(compiled, "title")
    for said in (_words("tender.title", title), _codes(compiled), _words("buyer.name", _text(buyer, "name"))):
        found = dict(said)
        if found:
            (name, reason), *others = found.items()
            return AgeGroup("both" if others else name, reason)
    return AgeGroup("unknown", "neither title, classification nor buyer says whether it is for children or adults")


def _words(field: str, text: str) -> Iterator[tuple[Literal["children", "adults"], str]]:
    for name, phrases in _WORDS.items():
        if words := phrases.first(readable(text)):
            yield name, f'{field} says "{words}"'


def _codes(compiled: Mapping[str, Any]) -> Iterator[tuple[Literal["children", "adults"], str]]:
    codes = set(cpv_codes(compiled))
    for name, group in _GROUPS.items():
        if found := sorted(codes.intersection(group.codes)):
            yield name, f"classification {found[0]}"


def _text(holder: object, name: str) -> str:
    value = holder.get(name) if isinstance(holder, Mapping) else None
    return value if isinstance(value, str) else ""
