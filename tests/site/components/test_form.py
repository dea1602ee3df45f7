"""Questions, their hints and errors hang together for those who hear a page."""

import re

from candour.site.components.button.button import Button
from candour.site.components.checkboxes.checkboxes import Checkboxes
from candour.site.components.choice import Choice
from candour.site.components.date_field.date_field import DateField
from candour.site.components.field.field import Field
from candour.site.components.form.form import Form
from candour.site.components.radios.radios import Radios
from candour.site.components.select.select import Select
from candour.site.components.typed import Typed

CHOICES = (Choice("a", "First"), Choice("b", "Second", "which is rarer"))
FORM = Form(
    action="/search",
    fields=(
        Field(name="place", label="Place", hint="A postcode"),
        Select(name="kind", label="Kind", choices=CHOICES, none="Any"),
        Radios(name="order", label="Order", choices=CHOICES, value="a"),
        Checkboxes(name="state", label="State", choices=CHOICES),
        DateField(name="since", label="Since"),
    ),
    button=Button("Search"),
)


def attributes(name: str, html: str) -> list[str]:
    return re.findall(rf'\b{name}="([^"]+)"', html)


def test_an_empty_form_has_no_error():
    html = str(FORM)

    assert "error" not in html
    assert 'method="get" action="/search"' in html


def test_what_was_typed_stands_there_again():
    html = str(FORM.filled(Typed({"place": ("<Z>",), "kind": ("b",), "state": ("a", "b"), "since": ("2026-03-07",)})))

    assert 'value="&lt;Z&gt;"' in html
    assert '<option value="b" selected>' in html
    assert html.count("checked") == 3
    assert re.findall(r'name="since-\w+"[^>]* value="(\d+)"', html) == ["7", "3", "2026"]


def test_parts_of_a_date_that_is_none_stand_there_as_they_were_typed():
    html = str(FORM.filled(Typed({"since-day": ("31",), "since-month": ("Feb",)}, {"since": "Enter a date"})))

    assert 'value="31"' in html
    assert 'value="Feb"' in html


def test_every_error_is_said_beside_its_question_and_leads_there_from_the_summary():
    wrong = {field.name: f"Mend {field.name}" for field in FORM.fields}
    html = str(FORM.filled(Typed(errors=wrong)))
    ids = attributes("id", html)

    assert len(ids) == len(set(ids))
    assert set(attributes("href", html)) == {f"#asked-{name}" for name in wrong}
    assert {one.removeprefix("#") for one in attributes("href", html)} <= set(ids)
    assert {part for one in attributes("aria-describedby", html) for part in one.split()} <= set(ids)
    assert all(html.count(f"Mend {name}") == 2 for name in wrong)


def test_what_is_wrong_with_all_of_it_stands_in_the_summary():
    assert "Choose two that are alike" in str(FORM.filled(Typed(errors={"": "Choose two that are alike"})))


def test_every_label_belongs_to_a_field():
    html = str(FORM)

    assert set(attributes("for", html)) <= set(attributes("id", html))
    assert len(attributes("for", html)) == len(re.findall("<(?:input|select)", html))
