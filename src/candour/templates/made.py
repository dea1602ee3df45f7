"""What is made where a cell is empty: always the same from the same content."""

import re
from collections.abc import Iterable
from decimal import Decimal
from hashlib import sha256

import msgspec

from candour.templates.path import Json, look

LONGEST = 60
_sorted = msgspec.json.Encoder(order="sorted", decimal_format="string")
_NO_TIME = re.compile(r"T00:00:00Z")
_TAGS = {"planning": "planning", "tender": "tender", "awards": "award", "contracts": "contract"}


def made_id(found: Json, groups: Iterable[tuple[str, ...]]) -> str:
    """An id made of the first of these groups of fields that says anything, else of all that the object says.

    It is empty for an object that says nothing.
    """
    for group in groups:
        values = [_words(value) for path in group if (value := look(found, path)) is not None]
        if values:
            return _slug(" ".join(values))
    return _digest(found, 8) if found else ""


def content_id(found: Json) -> str:
    """The day of a release or statement, and a hash of what it says."""
    day = found.get("date") or found.get("publishedDate") or ""
    content = {name: value for name, value in found.items() if name != "id"}
    return f"{day[:10]}-{_digest(content, 12)}"


def tags(release: Json) -> list[str]:
    """The stages that a release says something of."""
    found = [tag for name, tag in _TAGS.items() if release.get(name)]
    delivered = any(contract.get("implementation") for contract in release.get("contracts", ()))
    return [*found, *(["implementation"] if delivered else [])]


def _words(value: Json) -> str:
    if isinstance(value, dict):
        return " ".join(f"{name} {each}" for name, each in value.items())
    if isinstance(value, list):
        return " ".join(map(str, value))
    return _NO_TIME.sub("", str(value))


def _slug(text: str) -> str:
    """Lower-case letters, digits and hyphens; with a hash where that leaves out too much to tell texts apart."""
    plain = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
    if plain and text.isascii() and len(plain) <= LONGEST:
        return plain
    return f"{plain[:LONGEST]}-{_digest(text, 8)}".strip("-")


def _digest(value: Json, length: int) -> str:
    return sha256(_sorted.encode(_plain(value))).hexdigest()[:length]


def _plain(value: Json) -> Json:
    """Equal numbers alike: 18.20 is 18.2."""
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return value.normalize() if isinstance(value, Decimal) else value
