"""Every error of the API, as `application/problem+json` (RFC 9457)."""

from collections.abc import Mapping
from dataclasses import dataclass

import msgspec
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from pydantic import ValidationError

from candour.errors import CandourError, NotBuiltError, NotFoundError
from candour.site.api.cursor import CursorError, StaleCursorError
from candour.warehouse.engine import TooLongError

MEDIA_TYPE = "application/problem+json"


@dataclass(frozen=True, slots=True)
class Problem:
    """One kind of error; `id` is the last part of its permanent address, `next_step` says what a program can do."""

    id: str
    status: int
    title: str
    meaning: str
    next_step: str

    @property
    def address(self) -> str:
        """Where it is explained, for good."""
        return f"{settings.CANDOUR_ADDRESS}/problems/{self.id}"


NOT_UNDERSTOOD = Problem(
    "not-understood",
    400,
    "The request could not be read",
    "A parameter is unknown, or its value is not of the kind that is described.",
    "Compare the request with the description of the operation; errors names each parameter that is at fault.",
)
NO_SUCH_CURSOR = Problem(
    "no-such-cursor",
    422,
    "That is no cursor of this list",
    "A cursor was changed on its way, or was given by another list or for another question.",
    "Take the cursor from links.next as it stands there, and change none of the other parameters.",
)
NOT_FOUND = Problem(
    "not-found",
    404,
    "There is nothing here",
    "Nothing has that key, or there is no such operation.",
    "Look the key up by the search operation.",
)
METHOD_NOT_ALLOWED = Problem(
    "method-not-allowed",
    405,
    "The API is for reading",
    "It answers GET, HEAD and OPTIONS.",
    "Ask by one of the methods in the header Allow.",
)
NOT_ACCEPTABLE = Problem(
    "not-acceptable",
    406,
    "The answer has another form than the one that was asked for",
    "The header Accept excludes application/json.",
    "Send the header Accept: application/json, or no such header.",
)
STALE_CURSOR = Problem(
    "stale-cursor",
    410,
    "The data have changed since this list was begun",
    "A cursor belongs to one version of the data, and a newer one is in force.",
    "Begin the list again without a cursor.",
)
CANNOT_BE_ASKED = Problem(
    "cannot-be-asked",
    422,
    "That cannot be asked like this",
    "Each parameter can be read, and together they ask for something that has no answer.",
    "The detail says what was found, what was expected, and what to do.",
)
TOO_MANY = Problem(
    "too-many-requests",
    429,
    "Too many requests in a minute",
    "One reader may ask so often in a minute as the header RateLimit-Policy says.",
    "Wait as many seconds as the header Retry-After says. For everything, take the bulk files.",
)
FAILED = Problem(
    "failed",
    500,
    "Something went wrong here",
    "The fault is ours, and it was noted.",
    "Try again, or ask for something else.",
)
NOT_READY = Problem(
    "not-ready",
    503,
    "There is nothing to answer from yet",
    "No tables have been built.",
    "Try again later.",
)
TOO_LONG = Problem(
    "takes-too-long",
    503,
    "That takes too long",
    "A question has a time in which it must be answered.",
    "Ask for less at once: a place, a year, one kind of care.",
)
PROBLEMS = (
    NOT_UNDERSTOOD,
    NOT_FOUND,
    METHOD_NOT_ALLOWED,
    NOT_ACCEPTABLE,
    STALE_CURSOR,
    CANNOT_BE_ASKED,
    NO_SUCH_CURSOR,
    TOO_MANY,
    FAILED,
    NOT_READY,
    TOO_LONG,
)
_OF_ERRORS: tuple[tuple[type[Exception], Problem], ...] = (
    (StaleCursorError, STALE_CURSOR),
    (CursorError, NO_SUCH_CURSOR),
    (NotFoundError, NOT_FOUND),
    (Http404, NOT_FOUND),
    (NotBuiltError, NOT_READY),
    (TooLongError, TOO_LONG),
    (CandourError, CANNOT_BE_ASKED),
)
"""The first that fits."""


class Fault(msgspec.Struct, frozen=True):
    """A parameter that is at fault, and why."""

    parameter: str
    detail: str


class ProblemDetails(msgspec.Struct, frozen=True, omit_defaults=True):
    """The members that RFC 9457 names, and `errors` where several parameters may be at fault."""

    type: str
    title: str
    status: int
    detail: str
    instance: str
    errors: tuple[Fault, ...] = ()


def problem_answer(
    request: HttpRequest,
    problem: Problem,
    detail: str = "",
    *,
    errors: tuple[Fault, ...] = (),
    headers: Mapping[str, str] = {},
) -> HttpResponse:
    """The answer that tells of a problem; `detail` says what is special about this one."""
    told = ProblemDetails(
        type=problem.address,
        title=problem.title,
        status=problem.status,
        detail=detail or problem.meaning,
        instance=request.get_full_path(),
        errors=errors,
    )
    content = msgspec.json.encode(told)
    return HttpResponse(content, status=problem.status, content_type=MEDIA_TYPE, headers={**headers})


def answer_to(request: HttpRequest, error: Exception | type[Exception]) -> HttpResponse:
    """What an error means to a program. Raises the error again where it is a fault of ours."""
    if isinstance(error, ValidationError):
        errors = tuple(Fault(".".join(map(str, one["loc"])), one["msg"]) for one in error.errors())
        return problem_answer(request, NOT_UNDERSTOOD, errors=errors)
    found = next((problem for of, problem in _OF_ERRORS if isinstance(error, of)), None)
    if found is None:
        raise error
    return problem_answer(request, found, "" if isinstance(error, Http404) else str(error))


def of_status(status: int) -> Problem:
    """The problem that an answer of Django's own means."""
    known = {problem.status: problem for problem in reversed(PROBLEMS)}
    return known.get(status, NOT_UNDERSTOOD if status < 500 else FAILED)
