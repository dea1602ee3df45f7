"""What the text of a cell says, by what its column holds. Whatever is not plainly that raises ValueError."""

import re
from collections.abc import Callable, Mapping

from candour.ocds.formats import DATE_TIME, URI
from candour.sources.tabular import cells
from candour.templates.choices import Choices
from candour.templates.kind import Holds
from candour.templates.path import Json

_PREFIX = re.compile(r"ocds-[a-z0-9]{6}")
_DAY = "a day, such as 31/03/2027 or 2027-03-31"
_SEPARATOR = re.compile(r"[;\n]")


def _read_day(text: str, _: Choices | None) -> Json:
    text = text.strip()
    if re.fullmatch(DATE_TIME, text):
        return text
    try:
        found = cells.day(text, "day first")
    except ValueError:
        raise ValueError(_DAY) from None
    if "T" in text:
        raise ValueError(f"{_DAY}; with a time it needs its zone, such as 2027-03-31T23:59:59Z")
    return f"{found.isoformat()}T00:00:00Z"


def _read_number(text: str, _: Choices | None) -> Json:
    try:
        found = cells.number(text.strip())
    except ValueError:
        raise ValueError("a number, in digits and without a sign of currency or a unit") from None
    return int(found) if found == found.to_integral_value() else found


def _read_whole(text: str, _: Choices | None) -> Json:
    try:
        return cells.whole(text.strip())
    except ValueError:
        raise ValueError("a whole number") from None


def _read_share(text: str, _: Choices | None) -> Json:
    found = _read_number(text, None)
    if not 0 <= found <= 1:
        raise ValueError("a share from 0 to 1, such as 0.45 for 45%")
    return found


def _read_uri(text: str, _: Choices | None) -> Json:
    if not re.fullmatch(URI, text.strip()):
        raise ValueError("a web address, such as https://example.org/page")
    return text.strip()


def _read_code(text: str, choices: Choices | None) -> Json:
    assert choices is not None
    return choices.code(text)


def _read_codes(text: str, choices: Choices | None) -> Json:
    return [_read_code(each, choices) for each in _parts(text)]


def _read_texts(text: str, _: Choices | None) -> Json:
    return _parts(text)


def _parts(text: str) -> list[str]:
    return [part.strip() for part in _SEPARATOR.split(text) if part.strip()]


def _read_pairs(text: str, _: Choices | None) -> Json:
    found = {}
    for part in _parts(text):
        name, colon, value = (each.strip() for each in part.partition(":"))
        if not (name and colon and value) or name in found:
            raise ValueError("what it is broken down by and which group, such as age: 65 and over")
        found[name] = value
    return found


def _read_prefix(text: str, _: Choices | None) -> Json:
    if not _PREFIX.fullmatch(text.strip()):
        raise ValueError("ocds- and six letters or digits, such as ocds-abc123")
    return text.strip()


def _stripped(text: str, _: Choices | None) -> Json:
    return text.strip()


READ: Mapping[Holds, Callable[[str, Choices | None], Json]] = {
    "text": lambda text, _: text,
    "texts": _read_texts,
    "id": _stripped,
    "ocid prefix": _read_prefix,
    "ocid reference": _stripped,
    "uri": _read_uri,
    "day": _read_day,
    "number": _read_number,
    "whole": _read_whole,
    "share": _read_share,
    "yes": lambda text, _: cells.yes(text.strip()),
    "code": _read_code,
    "codes": _read_codes,
    "pairs": _read_pairs,
}
"""The message of each ValueError is what was expected."""
