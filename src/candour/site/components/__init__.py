"""What pages are put together from: a folder each, with what it is told, how it is written down, and how it looks.

Each is a frozen dataclass; `{{ it.table }}` in a template shows it. All of them stand on the page `/look`, made from
the examples in `gallery.py`, one for each folder.

To show something::

    Figure(sentence="Most visits were on time.", value="91%", interval="88% to 93%", rests_on="412 visits", method=…)
    Table(id="awards", caption="Awards", columns=(Column("day", "Day"),), rows=…, address=reading.table("awards"))
    Chart(id="funnel", title=…, description="what one sees", table=…, draw=funnel(…), address=reading.chart("funnel"))
    SummaryList((("Buyer", Link("Exampleshire", address_of("council", "E10000099"))), ("Ends", None)))
    Tag("Ended", "blue")                     StateTag("not computable")
    Notice("One sentence that one must know before one reads on.")
    Details("What this leaves out", ("A sentence is a paragraph.", table))
    Link("text", address_of("provider", key))
    Breadcrumbs((Link("Home", address_of("")), Link("Providers", …)))     a page sets `Page.above` instead
    Pagination(2, 9, lambda number: address_of("search", q=q, page=number), "Pages of results")

To ask for something, give the page's kind a form: `PageKind(…, asked=Asked…, form=form)`. Its fields are named as the
fields of `asked`, which all have defaults. The template shows it as `{{ form }}`, filled with what is asked; a wrong
answer shows it again with status 400, what was typed, what is wrong beside it, and a summary that leads there. For an
answer that can be read and yet is of no use, `make` raises `AnswerError("place", _("No place is called that"))`::

    def form(reading: Reading[SearchAsked]) -> Form:
        return Form(
            action=address_of("search"),
            label=_("Search"),
            search=True,
            fields=(
                Field(name="place", label=_("Postcode or place"), hint=_("For example, ZZ1 1ZZ"), width="10"),
                Select(name="metric", label=_("Measure"), choices=(Choice("on-time", "On time"),), none=_("Any")),
                Radios(name="order", label=_("Order"), choices=(Choice("new", _("Newest first")),), inline=True),
                Checkboxes(name="state", label=_("States"), choices=(Choice("active", _("Running")),)),
                DateField(name="since", label=_("Since"), hint=_("For example, 27 3 2026")),
            ),
            button=Button(_("Search")),
        )

A form that stands on another page (the front page's search) is a `Form` in that page's body.
"""
