"""What robots are asked to leave alone: the large files and the API, which they could not show anybody."""

from django.http import HttpRequest, HttpResponse

_ASKED = """User-agent: *
Allow: /api/v1/docs
Disallow: /api/v1/
Disallow: /data/file/
"""


def robots(_: HttpRequest) -> HttpResponse:
    """For all of them the same; kept pages say of themselves that they are in no index."""
    return HttpResponse(_ASKED, content_type="text/plain; charset=utf-8")
