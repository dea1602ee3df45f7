"""Lists in pages: what one asks for, and where the next page is."""

from django.conf import settings
from django.http import HttpRequest
from pydantic import Field

from candour.site.pages.asked import Asked

MOST, AT_ONCE = 500, 100
LONGEST_CURSOR = 600


class InPages(Asked):
    """What every list is asked."""

    cursor: str = Field(
        "",
        max_length=LONGEST_CURSOR,
        pattern="^[A-Za-z0-9_-]*$",
        description="Where to go on: take it from `links.next` of the page before.",
    )
    limit: int = Field(AT_ONCE, ge=1, le=MOST, description="At most so many at once.")


def in_pages(request: HttpRequest) -> InPages:
    """Which part of a list is asked for. Raises pydantic's ValidationError."""
    return InPages.model_validate({name: request.GET[name] for name in InPages.model_fields if name in request.GET})


def next_page(request: HttpRequest, cursor: str) -> str:
    """The whole address of the next page of the list that was asked for."""
    query = request.GET.copy()
    query["cursor"] = cursor
    return f"{settings.CANDOUR_ADDRESS}{request.path}?{query.urlencode()}"
