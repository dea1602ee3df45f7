"""What is wrong with an answer in a form, in words that say what to do."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from pydantic import ValidationError

from candour.errors import CandourError


class AnswerError(CandourError):
    """The answer to one question of a form is of no use, though it could be read: the page makes it known by this.

    `name` is that of the question in the address; the message stands beside it.
    """

    def __init__(self, name: str, message: str) -> None:
        super().__init__(message)
        self.name = name


def faults(error: Exception) -> dict[str, str]:
    """What is wrong, by the name of the question; under the empty name, what concerns no single one."""
    if isinstance(error, ValidationError):
        return {str(next(iter(one["loc"]), "")): _sentence(one) for one in reversed(error.errors())}
    return {error.name if isinstance(error, AnswerError) else "": str(error)}


def _sentence(fault: Mapping[str, Any]) -> str:
    """Pydantic's fault in plain words; its own where it is of another kind."""
    limits: Mapping[str, Any] = fault.get("ctx", {})
    kind = str(fault["type"])
    if kind.startswith("date"):
        return _("Enter a date, such as 27 3 2026")
    if kind == "value_error":
        return str(limits["error"])
    known = _sentences().get(kind)
    return known % limits if known else str(fault["msg"])


def _sentences() -> dict[str, str]:
    return {
        "missing": _("Enter an answer"),
        "int_parsing": _("Enter a whole number, such as 12"),
        "int_from_float": _("Enter a whole number, such as 12"),
        "float_parsing": _("Enter a number, such as 12.5"),
        "decimal_parsing": _("Enter a number, such as 12.50"),
        "bool_parsing": _("Choose yes or no"),
        "literal_error": _("Choose one of the answers that are offered"),
        "enum": _("Choose one of the answers that are offered"),
        "greater_than_equal": _("Enter %(ge)s or more"),
        "greater_than": _("Enter more than %(gt)s"),
        "less_than_equal": _("Enter %(le)s or less"),
        "less_than": _("Enter less than %(lt)s"),
        "string_too_long": _("Enter at most %(max_length)s letters"),
        "string_too_short": _("Enter at least %(min_length)s letters"),
        "too_long": _("Choose at most %(max_length)s"),
        "too_short": _("Choose at least %(min_length)s"),
    }
