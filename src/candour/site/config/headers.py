"""The security headers that every answer carries."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

_NOTHING_BUT_OURS = {
    "default-src": "'none'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    # Our pages ask for nothing, having no script; programs that look at them from within ask for /robots.txt.
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
}
POLICY = "; ".join(f"{name} {value}" for name, value in _NOTHING_BUT_OURS.items())

PICTURE = "default-src 'none'; sandbox; frame-ancestors 'none'"
"""For an SVG, which browsers also open by itself: then it is a page, and must neither run nor load anything."""


class SecurityHeaders:
    """No script at all, nothing from elsewhere, no framing except of what is made to be embedded."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, and add the headers; a view that may be framed says so by `response.embeddable = True`."""
        response = self._get_response(request)
        ancestors = "*" if getattr(response, "embeddable", False) else "'none'"
        response.headers.setdefault("Content-Security-Policy", f"{POLICY}; frame-ancestors {ancestors}")
        response.headers.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
        response.headers.setdefault("Cross-Origin-Resource-Policy", "cross-origin")
        return response
