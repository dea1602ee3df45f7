"""The form of a kind of page: filled with what is asked, or shown again with what is wrong."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from candour.site.components.form.form import Form
from candour.site.components.typed import Typed
from candour.site.pages.asked import Asked
from candour.site.pages.faults import faults
from candour.site.pages.kind import PageKind
from candour.site.pages.made import home, today
from candour.site.pages.reading import Reading, path_of
from candour.site.pages.refused import refusal_of


def form(kind: PageKind, asked: Reading[Asked]) -> Form | None:
    """The form with what is asked in it; None for a kind of page that has none."""
    return kind.form(asked).filled(_typed(asked.asked)) if kind.form else None


def again(kind: PageKind, key: str, request: HttpRequest, error: Exception) -> HttpResponse | None:
    """The same form with what was typed, and what is wrong beside it; None where there is no form to mend."""
    refusal = refusal_of(error)
    if kind.form is None or refusal is None or refusal.choices:
        return None
    blank = Reading(home=home(), key=key, asked=kind.asked(), day=today(), path=path_of(kind.id, key))
    values = {name: tuple(map(str, texts)) for name, texts in request.GET.lists()}
    filled = kind.form(blank).filled(Typed(values, faults(error)))
    return render(request, "pages/again.html", {"refusal": refusal, "form": filled}, status=refusal.status)


def _typed(asked: Asked) -> Typed:
    return Typed({name: _texts(value) for name, value in asked.model_dump(mode="json").items()})


def _texts(value: Any) -> tuple[str, ...]:
    if isinstance(value, list):
        return tuple(text for one in value for text in _texts(one))
    if isinstance(value, bool):
        return ("true",) if value else ()
    return () if value is None else (str(value),)
