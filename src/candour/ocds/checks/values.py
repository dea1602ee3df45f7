"""Values as published, of whatever type, seen as what they should be, or not seen at all."""

from typing import Any

# A number that is no amount of money anywhere; beyond it, floats also stop being exact to the penny.
_BEYOND = 1e15
_FIRST_YEAR = "1980"
_AFTER_LAST_YEAR = "2101"


def objects(value: object) -> list[dict[str, Any]]:
    """The objects among the elements of an array; none where it is not an array."""
    if type(value) is not list:
        return []
    for item in value:
        if type(item) is not dict:
            return [item for item in value if type(item) is dict]
    return value


def number(value: object) -> float | int | None:
    """A finite number of ordinary size.

    Floats are right here, although money is Decimal elsewhere: checks compare with tolerances and never report sums.
    """
    kind = type(value)
    if (kind is float or kind is int) and -_BEYOND < value < _BEYOND:  # type: ignore[operator]
        return value  # type: ignore[return-value]
    return None


def amount(value: object) -> float | int | None:
    """The amount of a Value object, when it is a number above 1.

    Less is a placeholder, which one rule reports, so that the rules that compare amounts do not report it again.
    """
    if type(value) is not dict:
        return None
    found = number(value.get("amount"))
    return found if found is not None and found > 1 else None


def currency(value: object) -> str:
    """The currency of a Value object; empty when there is none."""
    found = value.get("currency") if type(value) is dict else None
    return found if type(found) is str else ""


def day(value: object) -> str:
    """The day of an ISO 8601 date or date and time (`2026-10-06`), which sorts as text; empty when it is none.

    Days, not times, are compared: publishers differ in time zones and in whether they give a time at all. A year
    that cannot be meant gives no day, so that one fault is not reported by every rule about dates.
    """
    if type(value) is not str or not _FIRST_YEAR <= value < _AFTER_LAST_YEAR:
        return ""
    return value[:10] if len(value) >= 10 and value[4] == "-" and value[7] == "-" and value[:4].isdigit() else ""


def is_absurd(value: object) -> bool:
    """Whether a date's year cannot be meant: before 1980 or after 2100."""
    if type(value) is not str or _FIRST_YEAR <= value < _AFTER_LAST_YEAR:
        return False
    return len(value) >= 10 and value[4] == "-" and value[:4].isdigit()


def identifier(value: object) -> str:
    """An id as text: publishers also write them as whole numbers. Empty when it is neither."""
    if type(value) is str:
        return value
    return str(value) if type(value) is int and -_BEYOND < value < _BEYOND else ""


def strings(value: object) -> list[str]:
    """The text among the elements of an array; none where it is not an array."""
    return [item for item in value if type(item) is str] if type(value) is list else []
