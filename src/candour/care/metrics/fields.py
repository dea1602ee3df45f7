"""What a row that a metric is computed from may hold, and which rows a condition picks."""

from collections.abc import Mapping
from decimal import Decimal
from typing import TypeAlias

import msgspec

from candour.errors import CandourError

Value: TypeAlias = str | Decimal | None
Row: TypeAlias = Mapping[str, Value]
"""One row of answers, visits, people or workers, by field. None, or no such field, is not answered: never nought."""


class RowError(CandourError, ValueError):
    """A row that a metric cannot be computed from; the message names the field, and not the person."""


class Number(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="kind", tag="number"):
    """A field with a number from `min` to `max`, in the unit that `means` says."""

    means: str
    min: Decimal
    max: Decimal

    def __post_init__(self) -> None:
        if not self.means or self.min >= self.max:
            raise ValueError("a number: expected what it means, and a min below its max")

    def read(self, name: str, value: Value) -> Value:
        """The value as it came.

        Raises:
            RowError: it is no number, or outside the range.
        """
        if value is None or (isinstance(value, Decimal) and value.is_finite() and self.min <= value <= self.max):
            return value
        raise RowError(f"{name}: found {value!r}, expected a number from {self.min} to {self.max}, or nothing")


class Choice(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="kind", tag="choice"):
    """A field with one of the `choices`, such as the answers to a question."""

    means: str
    choices: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.means or len(set(self.choices)) != len(self.choices) or len(self.choices) < 2:
            raise ValueError("a choice: expected what it means, and two or more different choices")

    def read(self, name: str, value: Value) -> Value:
        """The value as it came.

        Raises:
            RowError: it is none of the choices.
        """
        if value is None or value in self.choices:
            return value
        raise RowError(f"{name}: found {value!r}, expected one of {', '.join(self.choices)}, or nothing")


Field: TypeAlias = Number | Choice


class Condition(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Holds where the field is `one_of` these, or is `at_least` so much and `below` so much."""

    field: str
    one_of: tuple[str, ...] = ()
    at_least: Decimal | None = None
    below: Decimal | None = None

    def holds(self, row: Row) -> bool:
        """Whether it holds for a row in which the field is answered."""
        value = row[self.field]
        if isinstance(value, Decimal):
            return (self.at_least is None or value >= self.at_least) and (self.below is None or value < self.below)
        return value in self.one_of

    def fault(self, fields: Mapping[str, Field]) -> str:
        """What keeps it from being asked of rows with these fields; empty where nothing does."""
        field = fields.get(self.field)
        if field is None:
            return f"{self.field} is none of the fields {', '.join(fields)}"
        bounds = [bound for bound in (self.at_least, self.below) if bound is not None]
        if isinstance(field, Choice):
            if bounds or not self.one_of or not set(self.one_of) <= set(field.choices):
                return f"{self.field}: expected one_of, with some of {', '.join(field.choices)}"
        elif self.one_of or not bounds or not all(field.min <= bound <= field.max for bound in bounds):
            return f"{self.field}: expected at_least or below, from {field.min} to {field.max}"
        return ""
