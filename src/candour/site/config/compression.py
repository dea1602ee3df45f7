"""Answers are compressed on their way; files are sent as they lie on the disk."""

from django.http import HttpRequest, HttpResponseBase
from django.middleware.gzip import GZipMiddleware


class Compression(GZipMiddleware):
    """A file that is given in parts is sent as it is: a part of it compressed is no part of it."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Compress it, unless it is such a file."""
        return response if "Accept-Ranges" in response.headers else super().process_response(request, response)
