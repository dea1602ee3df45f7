"""Pages of words alone."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

WORDS = ("about", "accessibility", "privacy")
"""Each is the address of a page, and the name of its template."""


def words(name: str) -> Callable[[HttpRequest], HttpResponse]:
    """The page of that name."""

    def view(request: HttpRequest) -> HttpResponse:
        return render(request, f"about/{name}.html")

    return require_safe(view)
