"""What a page may be asked in its query, described once for the page's form and for the API."""

import re
from datetime import date
from typing import Any, get_args

from pydantic import BaseModel, ValidationInfo, field_validator, model_validator
from pydantic_core import PydanticCustomError

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class Asked(BaseModel):
    """Nothing is asked. A page with a query has a subclass, whose fields tell their meaning and default.

    An empty field of a form is as good as none.
    """

    @model_validator(mode="before")
    @classmethod
    def _leave_out_empty(cls, given: Any) -> Any:
        if not isinstance(given, dict):
            return given
        kept = {name: _filled(value) for name, value in given.items()}
        return {name: value for name, value in kept.items() if value not in ("", [], None)}

    @field_validator("*", mode="before")
    @classmethod
    def _days_as_they_are_written(cls, value: Any, about: ValidationInfo) -> Any:
        """A number is no day, although pydantic counts its seconds from 1970."""
        annotation = cls.model_fields[about.field_name or ""].annotation
        if isinstance(value, str) and date in (annotation, *get_args(annotation)) and not _DAY.fullmatch(value):
            raise PydanticCustomError("date_parsing", "expected a day such as 2026-04-01")
        return value

    def query(self) -> dict[str, Any]:
        """What differs from the defaults, as it stands in an address: the same question has one address."""
        return self.model_dump(mode="json", exclude_defaults=True)


def _filled(value: Any) -> Any:
    return [one for one in value if one != ""] if isinstance(value, list) else value
