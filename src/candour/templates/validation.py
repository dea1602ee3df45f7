"""What a spreadsheet program allows in a cell, and what it says when the cell is chosen."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from candour.templates.choices import Choices
from candour.templates.kind import LISTS_OF_CODES, Column

LONGEST_INLINE, LONGEST_MESSAGE, LONGEST_TITLE = 255, 255, 32
FIRST_DAY, LAST_DAY = date(1990, 1, 1), date(2099, 12, 31)


def list_name(name: str) -> str:
    """The defined name of a list that is too long to stand in a rule itself."""
    return f"list_{re.sub(r'[^A-Za-z0-9]+', '_', name)}"


def is_inline(choices: Choices) -> bool:
    """Whether a list can stand in the rule itself: commas separate its entries there."""
    labels = [each.label for each in choices.choices]
    return bool(labels) and len(",".join(labels)) <= LONGEST_INLINE and not any("," in label for label in labels)


def validation(column: Column, choices: Mapping[str, Choices]) -> dict[str, Any]:
    """The rule of a column, as XlsxWriter takes it.

    A rule stops what could not be read. It only warns where a code of one's own, or a dash, could be.
    """
    rule = _rule(column, choices)
    if column.has_default and rule.get("error_type", "stop") == "stop":
        rule["error_type"] = "warning"
    return {
        **rule,
        "ignore_blank": True,
        "input_title": column.name[:LONGEST_TITLE],
        "input_message": column.about[:LONGEST_MESSAGE],
        "error_title": column.name[:LONGEST_TITLE],
    }


def _rule(column: Column, choices: Mapping[str, Choices]) -> dict[str, Any]:
    if column.holds in LISTS_OF_CODES:
        return _of_list(column, choices[column.list])
    if column.holds == "yes":
        return {"validate": "list", "source": ["Yes", "No"], "error_message": "Choose Yes or No."}
    if column.holds == "day":
        return {
            "validate": "date",
            "criteria": "between",
            "minimum": FIRST_DAY,
            "maximum": LAST_DAY,
            "error_message": "Give a day, such as 31/03/2027.",
        }
    if column.holds == "share":
        message = "Give a share from 0 to 1, such as 0.45 for 45%."
        return {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 1, "error_message": message}
    if column.holds == "whole":
        message = "Give a whole number, 0 or more."
        return {"validate": "integer", "criteria": ">=", "value": 0, "error_message": message}
    if column.holds == "number":
        message = "A number of 0 or more is expected, in digits and without a currency sign."
        return {
            "validate": "decimal",
            "criteria": ">=",
            "value": 0,
            "error_type": "warning",
            "error_message": message,
        }
    return {"validate": "any", "error_type": "information"}


def _of_list(column: Column, choices: Choices) -> dict[str, Any]:
    source: Any = f"={list_name(choices.name)}"
    if is_inline(choices):
        source = [each.label for each in choices.choices]
    rule = {"validate": "list", "source": source, "error_message": "Choose from the list."}
    if column.holds == "codes":
        return {**rule, "show_error": False, "error_type": "information"}
    if choices.open:
        return {**rule, "error_type": "warning", "error_message": "This is not in the list; is it meant?"}
    return rule
