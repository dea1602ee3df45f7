"""The API itself: `/api/v1/…`, one operation after the other."""

from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import Throttled
from pydantic import ValidationError

from candour.errors import CandourError
from candour.site.api.ocds import OCDS
from candour.site.api.of_kinds import operations_of
from candour.site.api.problems import TOO_MANY, answer_to, problem_answer
from candour.site.api.throttle import ByReader
from candour.site.explore import KINDS

VERSION = "1"
OPERATIONS = (*(operation for kind in KINDS for operation in operations_of(kind)), *OCDS)
"""Every operation, in the order in which the documentation has them."""


def made() -> NinjaAPI:
    """The API with all its operations."""
    api = NinjaAPI(
        title="Candour",
        version=VERSION,
        description=(
            "Open tendering and open performance for social care: everything that the pages show, for programs. "
            "It is for reading, for everybody, without a key. What is null is not reported; it is never nought."
        ),
        urls_namespace="api",
        docs_url=None,
        openapi_url=None,
        throttle=[ByReader()],
    )
    for error in (CandourError, ValidationError, Http404):
        api.add_exception_handler(error, answer_to)
    api.add_exception_handler(Throttled, _too_many)
    for operation in OPERATIONS:
        operation.add_to(api)
    return api


def _too_many(request: HttpRequest, _: Exception | type[Exception]) -> HttpResponse:
    return problem_answer(request, TOO_MANY)


API = made()
