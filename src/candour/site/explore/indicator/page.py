"""One indicator: what it asks of notices, how it is computed, and every value of it."""

from decimal import Decimal

from django.utils.translation import gettext as _

from candour.compare.figure_text import money_text, number_text
from candour.indicators.definition import Indicator
from candour.operations.values.defined import DefinedIndicator, defined_indicator
from candour.operations.values.value import Values
from candour.site.charts.unit import SHARE, Unit, pounds
from candour.site.components.link import Link
from candour.site.components.summary_list.summary_list import SummaryList
from candour.site.pages.asked import Asked
from candour.site.pages.definition import DefinitionBody, direction, sources
from candour.site.pages.kind import PageKind
from candour.site.pages.page import Page
from candour.site.pages.reading import Reading, address_of
from candour.site.pages.themes import theme_name
from candour.site.pages.values import Written, shown


def make(reading: Reading[Asked]) -> Page:
    """The page of the indicator whose id is the key."""
    found = defined_indicator(reading.home, reading.key)
    indicator = found.definition
    values = shown(found.values, _written(indicator, found.values), reading)
    return Page(
        title=indicator.title,
        lead=indicator.question,
        data_version=found.values.data_version,
        answer=found,
        body=DefinitionBody(
            why=indicator.why,
            shown=values,
            compare=_compare(indicator),
            caveats=indicator.caveats,
            facts=_facts(indicator),
            lists=_lists(indicator),
            method=found.query,
            method_title=_("The query itself"),
        ),
        tables=values.tables,
        charts=values.charts,
        above=(Link(_("Indicators"), address_of("indicators")),),
        source_note=_("Each value leads to its contract, and there are the files that it came in."),
        caveats=indicator.caveats,
    )


def _compare(indicator: Indicator) -> tuple[Link, ...]:
    return (
        Link(_("Compare councils by it"), address_of("compare", kind="councils", by=indicator.id)),
        Link(_("Compare providers by it"), address_of("compare", kind="providers", by=indicator.id)),
        Link(_("Compare contract models by it"), address_of("compare", kind="contract-models", by=indicator.id)),
    )


def _facts(indicator: Indicator) -> SummaryList:
    return SummaryList(
        (
            (_("Counted or measured"), indicator.numerator),
            (_("Out of"), indicator.denominator),
            (_("Which way is better"), direction(indicator.direction)),
            (_("Unit"), indicator.unit),
            (_("Theme"), Link(theme_name(indicator.theme), address_of("indicators"))),
            (_("Version"), indicator.version),
            (_("To be looked at again"), indicator.review_date),
        )
    )


def _lists(indicator: Indicator) -> tuple[tuple[str, tuple[object, ...]], ...]:
    known = tuple(
        _("%(system)s: %(code)s. %(but)s")
        % {"system": one.system, "code": one.code, "but": one.but or _("It means the same.")}
        for one in indicator.known_as
    )
    return (
        (_("What is left out"), indicator.exclusions),
        (_("What has to be true for it"), indicator.assumptions),
        (_("What others call it"), known),
        (_("What a notice must say for it"), _needs(indicator)),
        (_("Where it comes from"), sources(indicator.sources)),
    )


def _needs(indicator: Indicator) -> tuple[object, ...]:
    either = _(" or ").join(" + ".join(group) for group in indicator.needs.any_of)
    return (*indicator.needs.all_of, *((either,) if either else ()))


def _written(indicator: Indicator, values: Values) -> Written:
    def text(value: float, currency: str | None) -> str:
        if indicator.summary == "share" and value in (0, 1):
            return f"{value:.0%}"
        if indicator.unit == "money":
            return money_text(Decimal(repr(value)), currency)
        return number_text(value, indicator, currency)

    return Written(
        title=indicator.title,
        text=text,
        unit=_unit(indicator, values),
        middle={"share": _("the share"), "count": _("how many")}.get(indicator.summary, _("the middle one")),
        spread=_("95% interval") if indicator.summary == "share" else _("half of them lie between"),
        whose=_("Buyer"),
    )


def _unit(indicator: Indicator, values: Values) -> Unit:
    if indicator.unit == "share":
        return SHARE
    if indicator.unit == "money":
        most = max(values.by_year, key=lambda one: one.known, default=None)
        currency = most.currency if most else "GBP"
        return pounds(decimals=0) if currency == "GBP" else Unit(before=f"{currency or ''} ", decimals=0)
    return Unit(decimals=1)


INDICATOR = PageKind(
    id="indicator",
    about="What an indicator asks of notices, how it is computed, and every value of it.",
    key="an indicator's id",
    answer=DefinedIndicator,
    make=make,
    worth_seeing="SELECT indicator AS key FROM workings GROUP BY indicator ORDER BY COUNT(value) DESC, indicator",
)
