"""What a page may be asked in its query, described once for the page's form and for the API."""

from typing import Any

from pydantic import BaseModel, model_validator


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

    def query(self) -> dict[str, Any]:
        """What differs from the defaults, as it stands in an address: the same question has one address."""
        return self.model_dump(mode="json", exclude_defaults=True)


def _filled(value: Any) -> Any:
    return [one for one in value if one != ""] if isinstance(value, list) else value
