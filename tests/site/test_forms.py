"""A wrong answer shows the form again, with what was typed and what is wrong."""

from datetime import date
from typing import Literal

import pytest
from django.test import RequestFactory
from django.utils.translation import gettext as _
from pydantic import Field as Described

from candour.errors import CandourError
from candour.site.components.button.button import Button
from candour.site.components.date_field.date_field import DateField
from candour.site.components.field.field import Field
from candour.site.components.form.form import Form
from candour.site.pages.asked import Asked
from candour.site.pages.faults import AnswerError
from candour.site.pages.kind import PageKind
from candour.site.pages.page import Page
from candour.site.pages.views import shown


class AskedHere(Asked):
    people: int = Described(5, ge=1, le=20)
    place: str = ""
    since: date | None = None
    order: Literal["new", "old"] = "new"


def make(reading):
    if reading.asked.place == "Nowhere":
        raise AnswerError("place", _("No place is called that"))
    if reading.asked.place == "Everywhere":
        raise CandourError("that is too much at once")
    return Page(title="Here", lead=f"since {reading.asked.since}", data_version="1", answer={}, body=None)


def form(_):
    names = ("people", "place", "order")
    fields = (*(Field(name=name, label=name.title()) for name in names), DateField(name="since", label="Since"))
    return Form(action="/here", fields=fields, button=Button("Ask"))


KIND = PageKind(id="here", about="", key="", answer=dict, make=make, asked=AskedHere, form=form)


def asked(home, **query):
    answer = shown(KIND)(RequestFactory().get("/here", query))
    return answer.status_code, answer.content.decode()


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"people": "many"}, "Enter a whole number"),
        ({"people": "0"}, "Enter 1 or more"),
        ({"people": "21"}, "Enter 20 or less"),
        ({"since-day": "31", "since-month": "2", "since-year": "2026"}, "Enter a date"),
        ({"order": "none"}, "Choose one of the answers"),
        ({"place": "Nowhere"}, "No place is called that"),
        ({"place": "Everywhere"}, "that is too much at once"),
    ],
)
def test_a_wrong_answer_shows_the_form_again(home, query, said):
    status, html = asked(home, **query)

    assert status == 400
    assert said in html
    assert all(f'value="{text}"' in html for text in query.values())


def test_an_empty_field_is_as_good_as_none():
    assert AskedHere.model_validate({"people": "", "place": "", "since": "", "order": ""}) == AskedHere()
