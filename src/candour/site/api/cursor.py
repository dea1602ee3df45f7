"""A place in a list, by which a program goes on where it stopped."""

import base64
import binascii
from collections.abc import Mapping
from hashlib import sha256

import msgspec

from candour.errors import CandourError

_DIGEST_BYTES = 9


class CursorError(CandourError):
    """A text is no cursor of the list that it was given to."""


class StaleCursorError(CandourError):
    """A cursor is of data that are no longer in force."""


class Listed(msgspec.Struct, frozen=True):
    """One list: of which version of the data, and what was asked for besides the place in it."""

    data_version: str
    question: str

    @classmethod
    def of(cls, data_version: str, path: str, asked: Mapping[str, object]) -> "Listed":
        """The list at a path, with everything that chooses what is in it."""
        told = repr((path, sorted((name, str(value)) for name, value in asked.items())))
        return cls(data_version, _digest(told.encode()))

    def cursor(self, *place: int) -> str:
        """The text for a place. Nobody is to read it, and nothing in it is secret."""
        content = msgspec.json.encode((self.data_version, self.question, place))
        return base64.urlsafe_b64encode(_digest(content).encode() + content).decode().rstrip("=")

    def place(self, cursor: str, *, places: int) -> tuple[int, ...]:
        """The place that a cursor of this list names: so many whole numbers, none below nought.

        Raises:
            CursorError: it is none, or of another list.
            StaleCursorError: it is of another version of the data.
        """
        data_version, question, place = _read(cursor)
        if question != self.question:
            raise CursorError("the cursor was given for another question; take it from links.next as it stands there")
        if data_version != self.data_version:
            raise StaleCursorError(
                f"the cursor is of data version {data_version}, and {self.data_version} is in force; "
                "begin again without it"
            )
        if len(place) != places or min(place) < 0:
            raise CursorError("the cursor names no place in this list; take it from links.next as it stands there")
        return place


def _read(cursor: str) -> tuple[str, str, tuple[int, ...]]:
    try:
        padded = cursor.encode("ascii") + b"=" * (-len(cursor) % 4)
        decoded = base64.b64decode(padded, altchars=b"-_", validate=True)
        length = len(_digest(b""))
        digest, content = decoded[:length], decoded[length:]
        if digest != _digest(content).encode():
            raise CursorError("the cursor was changed on its way; take it from links.next as it stands there")
        return msgspec.json.decode(content, type=tuple[str, str, tuple[int, ...]])
    except (ValueError, binascii.Error, msgspec.DecodeError):
        raise CursorError("that is no cursor; take one from links.next") from None


def _digest(content: bytes) -> str:
    """It shows a slip. It is no signature: whoever makes up a place gets what the list has there."""
    return base64.urlsafe_b64encode(sha256(content).digest()[:_DIGEST_BYTES]).decode()
