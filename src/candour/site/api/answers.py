"""What every answer of the API has, whoever gave it: problems as JSON, who may read it, what is left to ask."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve

from candour.site.api.problems import MEDIA_TYPE, NOT_FOUND, of_status, problem_answer
from candour.site.api.throttle import headers_of

PREFIX = "/api/"
METHODS = "GET, HEAD, OPTIONS"
_FROM_ANYWHERE = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "Content-Disposition, ETag, Link, RateLimit, RateLimit-Policy, Retry-After",
}
_PREFLIGHT = {
    **_FROM_ANYWHERE,
    "Allow": METHODS,
    "Access-Control-Allow-Methods": METHODS,
    "Access-Control-Allow-Headers": "Accept, Accept-Language, If-None-Match, Range",
    "Access-Control-Max-Age": "86400",
}


class ApiAnswers:
    """Lets pages elsewhere read the API and every file, without credentials; and sees to the API's own manners."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, and see to the headers."""
        response = self._api(request) if request.path_info.startswith(PREFIX) else self._get_response(request)
        if not response.headers.get("Content-Type", "").startswith("text/html"):
            for name, value in _FROM_ANYWHERE.items():
                response.headers.setdefault(name, value)
        return response

    def _api(self, request: HttpRequest) -> HttpResponse:
        if request.method == "OPTIONS":
            return _options(request)
        asked_for_head = request.method == "HEAD"
        if asked_for_head:
            request.method = "GET"
        response = _as_problem(request, self._get_response(request))
        if allowance := getattr(request, "allowance", None):
            for name, value in headers_of(allowance).items():
                response.headers[name] = value
            if response.status_code == 429:
                response.headers["Retry-After"] = str(allowance.seconds)
        if asked_for_head:
            response.headers["Content-Length"] = str(len(response.content))
            response.content = b""
        return response


def _options(request: HttpRequest) -> HttpResponse:
    try:
        resolve(request.path_info)
    except Resolver404:
        return problem_answer(request, NOT_FOUND)
    answer = HttpResponse(status=204, headers=_PREFLIGHT)
    del answer.headers["Content-Type"]
    return answer


def _as_problem(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """What Django refused by itself, in the words of the API."""
    if response.status_code < 400 or response.headers.get("Content-Type") == MEDIA_TYPE:
        return response
    headers = {"Allow": METHODS} if response.status_code == 405 else {}
    return problem_answer(request, of_status(response.status_code), headers=headers)
