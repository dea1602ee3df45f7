"""One example of each component, made up: the page `/look` shows them, and tests look at them."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from candour.site.components.breadcrumbs.breadcrumbs import Breadcrumbs
from candour.site.components.button.button import Button
from candour.site.components.checkboxes.checkboxes import Checkboxes
from candour.site.components.choice import Choice
from candour.site.components.component import Component
from candour.site.components.contents.contents import Contents
from candour.site.components.date_field.date_field import DateField
from candour.site.components.details.details import Details
from candour.site.components.error_summary.error_summary import ErrorSummary
from candour.site.components.field.field import Field
from candour.site.components.figure.figure import Figure
from candour.site.components.form.form import Form
from candour.site.components.link import Link
from candour.site.components.notice.notice import Notice
from candour.site.components.pagination.pagination import Pagination
from candour.site.components.radios.radios import Radios
from candour.site.components.said.said import Said
from candour.site.components.select.select import Select
from candour.site.components.state_tag.state_tag import StateTag
from candour.site.components.summary_list.summary_list import SummaryList
from candour.site.components.table.table import Column, Table
from candour.site.components.tag.tag import Tag
from candour.site.components.typed import Typed
from candour.site.components.weights_field.weights_field import Weight, WeightsField

_ORDERS = (Choice("new", "Newest first"), Choice("name", "By name", "From A to Z"))
_TABLE = Table(
    id="visits",
    caption="Visits that were on time, in a made-up council",
    columns=(Column("month", "Month"), Column("share", "On time", numeric=True), Column("state", "State")),
    rows=(("January", "91%", StateTag("value")), ("February", None, StateTag("not reported"))),
)
_FORM = Form(
    action="/look",
    label="An example of a form",
    fields=(
        Field(name="place", label="Postcode or place", hint="For example, ZZ1 1ZZ", width="10"),
        DateField(name="since", label="Since", hint="For example, 27 3 2026"),
    ),
    button=Button("Search"),
)


def examples() -> dict[str, Component]:
    """By the name of the component's folder."""
    return {
        "breadcrumbs": Breadcrumbs((Link("Home", "/"), Link("Components", "/look"))),
        "button": Button("Show the page"),
        "checkboxes": Checkboxes(name="kinds", label="Kinds of care", choices=_ORDERS, values=("new",)),
        "contents": Contents((Link("Tables", "#part-table"), Link("Figures", "#part-figure"))),
        "date_field": DateField(
            name="day", label="Day", hint="For example, 27 3 2026", day="7", month="3", year="2026"
        ),
        "details": Details("What this leaves out", ("Visits that nobody recorded.", SummaryList((("Left out", 3),)))),
        "error_summary": ErrorSummary((("Postcode or place: Enter an answer", "asked-place"),)),
        "field": Field(
            name="price", label="Price of an hour", hint="In pounds", prefix="£", width="5", value="21.40"
        ),
        "figure": Figure(
            sentence="Of the visits in this made-up council, most were on time.",
            value="91%",
            interval="88% to 93%",
            rests_on="412 visits",
            caveats=("Providers count late visits in different ways.",),
        ),
        "form": _FORM.filled(
            Typed({"place": ("ZZ",), "since-day": ("31",)}, {"place": "No place has this postcode"})
        ),
        "notice": Notice("One sentence that one must know before one reads on."),
        "pagination": Pagination(5, 20, lambda number: f"/look?page={number}", "Pages of examples"),
        "radios": Radios(name="order", label="Order", choices=_ORDERS, value="name"),
        "said": Said(
            question="Do the same workers come?",
            text="Nobody has published it.",
            state="not reported",
            sources=(Link("A made-up council, 1 March 2026", "#release-1"),),
            ask="Ask the provider: “How many workers came to one person in four weeks?”",
        ),
        "select": Select(name="metric", label="What is measured", choices=_ORDERS, none="Anything"),
        "state_tag": StateTag("suppressed"),
        "summary_list": SummaryList((("Begins", date(2026, 3, 1)), ("Ends", None))),
        "table": _TABLE,
        "tag": Tag("Ended", "blue"),
        "weights_field": WeightsField(
            name="weight",
            of="criterion",
            label="Weights",
            weights=(Weight("price", "Price", "40"), Weight("quality", "Quality", "60")),
        ),
    }


def gallery(request: HttpRequest) -> HttpResponse:
    """The page."""
    return render(request, "components/gallery.html", {"examples": examples()})
