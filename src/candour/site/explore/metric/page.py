"""One metric, or one outcome that is published about councils: what it means, and every value of it."""

import msgspec
from django.utils.translation import gettext as _

from candour.care.council_measure import Measure
from candour.compare.measured.words import number
from candour.indicators.definition import Metric
from candour.indicators.metric_parts import ComparableWith
from candour.operations.values.defined import DefinedMetric, defined_metric
from candour.site.charts.unit import PERCENT, Unit
from candour.site.components.link import Link
from candour.site.components.summary_list.summary_list import SummaryList
from candour.site.pages.asked import Asked
from candour.site.pages.definition import DefinitionBody, direction, sources
from candour.site.pages.kind import PageKind
from candour.site.pages.page import Page
from candour.site.pages.reading import Reading, address_of
from candour.site.pages.values import Shown, Written, shown


def make(reading: Reading[Asked]) -> Page:
    """The page of the metric, or of the outcome of councils, whose id is the key."""
    found = defined_metric(reading.home, reading.key)
    about = found.metric or found.outcome
    assert about is not None
    values = shown(found.values, _written(about), reading)
    return Page(
        title=about.title,
        lead=about.question,
        data_version=found.values.data_version,
        answer=found,
        body=_of_metric(about, values) if isinstance(about, Metric) else _of_outcome(about, values),
        tables=values.tables,
        charts=values.charts,
        above=(Link(_("What is measured"), address_of("metrics")),),
        source_note=_("Each value leads to its contract or council, and there are the files that it came in."),
        caveats=about.caveats,
    )


def _of_metric(metric: Metric, values: Shown) -> DefinitionBody:
    return DefinitionBody(
        why=metric.why,
        shown=values,
        compare=(
            Link(_("Compare providers by it"), address_of("compare", kind="providers", by=metric.id)),
            Link(_("Compare councils by it"), address_of("compare", kind="councils", by=metric.id)),
            Link(_("Compare contracts of one council by it"), address_of("compare", kind="contracts", by=metric.id)),
        ),
        caveats=metric.caveats,
        facts=SummaryList(
            (
                (_("Counted or measured"), metric.numerator),
                (_("Out of"), metric.denominator),
                (_("Of whom"), metric.population),
                (_("Which way is better"), direction(metric.direction)),
                (_("Unit"), metric.unit),
                (_("How often"), metric.period),
                (_("How it is collected"), metric.collected.how),
                (_("Asked of"), ", ".join(metric.collected.roles)),
                (_("For which care"), ", ".join(metric.applies_to.services)),
                (_("Shown from so many on"), metric.minimum_n),
                (_("Version"), metric.version),
                (_("To be looked at again"), metric.review_date),
                (_("Licence of this definition"), metric.licence),
            )
        ),
        lists=(
            (_("What it can be held against"), tuple(_beside(one) for one in metric.comparable_with)),
            (_("What a notice must say for it"), metric.needs.all_of),
            (_("Where it comes from"), sources(metric.sources)),
        ),
        method=msgspec.yaml.encode(metric.recipe).decode(),
        method_title=_("The recipe itself: how it is worked out from records"),
    )


def _beside(one: ComparableWith) -> object:
    text = _("%(measure)s, but: %(but)s") % {"measure": one.measure, "but": one.but}
    return Link(text, address_of("metric", one.council_outcome)) if one.council_outcome else text


def _of_outcome(outcome: Measure, values: Shown) -> DefinitionBody:
    return DefinitionBody(
        why=outcome.definition,
        shown=values,
        compare=(Link(_("Compare councils by it"), address_of("compare", kind="councils", by=outcome.id)),),
        caveats=outcome.caveats,
        facts=SummaryList(
            (
                (_("Published by"), outcome.publisher),
                (_("There it is called"), outcome.published_as),
                (_("Counted or measured"), outcome.numerator),
                (_("Out of"), outcome.denominator),
                (_("Of whom"), outcome.population),
                (_("Which way is better"), direction(outcome.direction)),
                (_("Unit"), outcome.unit),
                (_("Licence of the figures"), outcome.licence),
                (_("Version"), outcome.version),
                (_("To be looked at again"), outcome.review_date),
            )
        ),
        lists=(
            (_("Between which years it cannot be compared"), tuple(one.because for one in outcome.breaks)),
            (_("Where it comes from"), (Link(outcome.source.title, outcome.source.url),)),
        ),
        method="",
        method_title="",
    )


def _written(about: Metric | Measure) -> Written:
    def text(value: float, _currency: str | None) -> str:
        return number(value, about.unit)

    return Written(
        title=about.title if about.unit in ("share", "percent") else f"{about.title}, {about.unit}",
        text=text,
        unit=_unit(about.unit),
        middle=_("the middle one"),
        spread=_("half of them lie between"),
        whose=_("Provider") if isinstance(about, Metric) else _("Council"),
    )


def _unit(unit: str) -> Unit:
    if unit == "share":
        return Unit(after="%", times=100, lowest=0, highest=1)
    return PERCENT if unit == "percent" else Unit()


METRIC = PageKind(
    id="metric",
    about="What a metric or an outcome of councils means, who reports it, and every value of it.",
    key="the id of a metric, or of an outcome that is published about councils",
    answer=DefinedMetric,
    make=make,
    worth_seeing="""
SELECT metric_id AS key FROM compared_observations WHERE state = 'value'
GROUP BY metric_id ORDER BY COUNT(*) DESC, metric_id
""",
)
