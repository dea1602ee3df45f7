"""What can be wrong with published data, said twice: once for its publisher, once for its reader."""

from typing import Literal

import msgspec

Level = Literal["refused", "error", "warning", "note"]


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that data must satisfy.

    `level` is `refused` (the piece could not be used at all), `error` (it breaks the standard), `warning` (it is
    allowed but misleads) or `note` (worth knowing). `publisher` says how to mend it and `reader` what it means for
    what one can conclude; both are `str.format` templates over `path`, `found` and `expected`.
    """

    id: str
    level: Level
    title: str
    publisher: str
    reader: str


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """One breach of one rule, at one place.

    `path` names the field without array positions (`awards.value.amount`), so that equal problems can be counted
    together; `position` says exactly where (file, byte or line, and the path with array positions).
    """

    rule: Rule
    path: str
    found: str = ""
    expected: str = ""
    ocid: str = ""
    release_id: str = ""
    position: str = ""

    def for_publisher(self) -> str:
        """What to mend, and how."""
        return self.rule.publisher.format(path=self.path, found=self.found, expected=self.expected)

    def for_reader(self) -> str:
        """What somebody who reads the data can no longer conclude."""
        return self.rule.reader.format(path=self.path, found=self.found, expected=self.expected)


def shorten(value: object, limit: int = 80) -> str:
    """A value as it is shown inside a message: one line, at most `limit` characters."""
    text = value if isinstance(value, str) else repr(value)
    text = " ".join(text.split())
    return text if len(text) <= limit else text[: limit - 1] + "…"
