"""What one reads where there is no page to give: why, and what to do instead."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from pydantic import ValidationError

from candour.errors import CandourError, NotBuiltError, NotFoundError
from candour.operations.provider_meant import SeveralProvidersError
from candour.site.components.link import Link
from candour.site.pages.faults import faults
from candour.site.pages.ratings import regulator
from candour.site.pages.reading import address_of
from candour.warehouse.engine import QueryError, TooLongError

_CHOICES = 50
"""So many of the pages that may have been meant are offered."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why there is no page: the answer's status, a title, and sentences that say what to do.

    `choices` lead to the pages that may have been meant.
    """

    status: int
    title: str
    sentences: tuple[str, ...]
    choices: tuple[Link, ...] = ()


class Refusing:
    """Turns what operations refuse into a page; whatever else goes wrong is ours, and Django reports it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer as usual."""
        return self._get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """A page for what was refused, None for what was not."""
        refusal = refusal_of(error)
        return refused(request, refusal) if refusal else None


def refusal_of(error: Exception) -> Refusal | None:
    """What an error means to the reader; None for one that is no refusal."""
    if isinstance(error, NotFoundError):
        return Refusal(404, _("There is no such page"), (str(error),))
    if isinstance(error, NotBuiltError):
        return Refusal(503, _("There is nothing to show yet"), (str(error),))
    if isinstance(error, TooLongError):
        return Refusal(
            503, _("That takes too long"), (_("Ask for less at once: a place, a year, one kind of care."),)
        )
    if isinstance(error, SeveralProvidersError):
        return _which_provider(error)
    if isinstance(error, QueryError):
        # A query of ours that cannot be run: its words help nobody but us.
        return None
    if isinstance(error, CandourError):
        return Refusal(400, _("That cannot be asked like this"), (str(error),))
    if isinstance(error, ValidationError):
        return Refusal(400, _("That cannot be asked like this"), tuple(_named(faults(error))))
    return None


def _which_provider(error: SeveralProvidersError) -> Refusal:
    number = len(error.providers)
    sentences = [_("%(number)s providers have that in their names.") % {"number": f"{number:,}"}]
    if number > _CHOICES:
        sentences.append(_("Here are the first %(shown)s. Give more of the name.") % {"shown": _CHOICES})
    choices = (
        Link(f"{name or key} ({_registered(key)})", address_of("provider", key))
        for key, name in error.providers[:_CHOICES]
    )
    return Refusal(400, _("Which of these do you mean?"), tuple(sentences), tuple(choices))


def _registered(key: str) -> str:
    register, _, number = key.partition(":")
    return f"{regulator(register)}, {number.removeprefix('name:')}"


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001  (Django's signature)
    """For an address that leads nowhere."""
    return refused(request, Refusal(404, _("There is no such page"), (_("Check the address, or search instead."),)))


def failed(request: HttpRequest) -> HttpResponse:
    """For a fault of ours."""
    text = _("The fault is ours, and it was noted. Try again, or ask for something else.")
    return refused(request, Refusal(500, _("Something went wrong here"), (text,)))


def refused(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    """The page that says so."""
    return render(request, "pages/refused.html", {"refusal": refusal}, status=refusal.status)


def _named(found: Mapping[str, str]) -> list[str]:
    return [f"{name}: {sentence}" if name else sentence for name, sentence in found.items()]
