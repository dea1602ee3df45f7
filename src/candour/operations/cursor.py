"""Where a list was left, as a short text that stands in an address."""

import base64
import binascii
from typing import TypeVar

import msgspec

from candour.errors import CandourError

PlaceIn = TypeVar("PlaceIn", bound=msgspec.Struct)


def cursor_of(place: msgspec.Struct | None) -> str | None:
    """The text for a place; None where the list has come to its end."""
    if place is None:
        return None
    return base64.urlsafe_b64encode(msgspec.json.encode(place)).decode().rstrip("=")


def place_at(cursor: str | None, place: type[PlaceIn]) -> PlaceIn | None:
    """The place that a text stands for. Raises CandourError where it stands for none."""
    if not cursor:
        return None
    try:
        written = base64.urlsafe_b64decode(f"{cursor}{'=' * (-len(cursor) % 4)}")
        return msgspec.json.decode(written, type=place)
    except (binascii.Error, ValueError, msgspec.DecodeError):
        raise CandourError(f"{cursor[:40]!r} is no place in this list; begin it again without `after`") from None
