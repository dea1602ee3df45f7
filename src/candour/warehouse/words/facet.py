"""What processes and registrations are chosen by, kept as words among the others so that choosing is as quick."""

from functools import lru_cache
from typing import Literal

from candour.care.organisation_name import plain

FacetName = Literal["social_care", "stage", "council", "contract_model", "service_type"]


@lru_cache(maxsize=10_000)
def facet(name: FacetName, value: str) -> str:
    """The word of those with this value, such as `stageaward`."""
    return f"{name}{plain(value)}".replace("_", "").replace(" ", "")
