"""What stands beside the operations: the description of the API, and the pages that explain it and its problems."""

import orjson
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from candour.site.api.api import API, OPERATIONS
from candour.site.api.description import description
from candour.site.api.documentation import documentation_of
from candour.site.api.operation import PATH, Operation
from candour.site.api.problems import PROBLEMS
from candour.site.pages.conditional import tag_of, unless_read
from candour.site.pages.frame import fictional
from candour.site.pages.made import home


def openapi(request: HttpRequest) -> HttpResponse:
    """The description, for programs."""

    def make() -> HttpResponse:
        return HttpResponse(described(), content_type="application/json")

    return unless_read(request, tag_of(request), make)


def described() -> bytes:
    """The description as JSON."""
    return orjson.dumps(description(API, PATH), option=orjson.OPT_NON_STR_KEYS | orjson.OPT_SORT_KEYS)


def contents(request: HttpRequest) -> HttpResponse:
    """All operations, by what they are about."""
    tags: dict[str, list[Operation]] = {}
    for operation in OPERATIONS:
        tags.setdefault(operation.tag, []).insert(0, operation)
    told = {"tags": tags, "most": settings.CANDOUR_REQUESTS_A_MINUTE, "path": PATH}
    return render(request, "api/contents.html", told)


def documentation(request: HttpRequest, id: str) -> HttpResponse:
    """How to use one operation."""
    found = next((one for one in OPERATIONS if one.id == id), None)
    if found is None:
        raise Http404
    told = documentation_of(found)
    with home().tables() as tables:
        made_up = fictional(tables.data_version)
    return render(request, "api/documentation.html", {"it": told, "fictional": made_up})


@require_safe
def problems(request: HttpRequest) -> HttpResponse:
    """All problems that the API may have."""
    return render(request, "api/problems.html", {"problems": PROBLEMS})


@require_safe
def problem(request: HttpRequest, id: str) -> HttpResponse:
    """One of them: the address that its `type` names."""
    found = [one for one in PROBLEMS if one.id == id]
    if not found:
        raise Http404
    return render(request, "api/problems.html", {"problems": found})
