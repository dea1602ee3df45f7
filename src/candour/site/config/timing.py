"""How long an answer took to make, as the answer itself says."""

from collections.abc import Callable
from time import perf_counter

from django.http import HttpRequest, HttpResponse


class ServerTiming:
    """Adds a `Server-Timing` header: milliseconds from the whole request to the whole answer."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, and say how long it took."""
        began = perf_counter()
        response = self._get_response(request)
        response.headers["Server-Timing"] = f"total;dur={(perf_counter() - began) * 1000:.1f}"
        return response
