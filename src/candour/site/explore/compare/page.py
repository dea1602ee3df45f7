"""Compare up to twelve of anything: like for like, or a refusal that says why and what would change it."""

from django.utils.translation import gettext as _

from candour.compare.said import Said
from candour.errors import CandourError, NotBuiltError, NotFoundError
from candour.operations.comparing.compared import Compared, compared
from candour.site.components.link import Link
from candour.site.explore.compare import choosing, measured, published, refused
from candour.site.explore.compare.answered import Answered
from candour.site.explore.compare.asked import CompareAsked
from candour.site.pages.kind import PageKind
from candour.site.pages.page import Page
from candour.site.pages.reading import Reading, address_of
from candour.site.pages.sources import source_files


def make(reading: Reading[CompareAsked]) -> Page:
    """The next step of the comparison, or its answer."""
    try:
        found = compared(reading.home, reading.asked.asked())
    except (NotFoundError, NotBuiltError):
        raise
    except CandourError as error:
        return _refused(error, reading)
    if found.said is None:
        return _step(found, reading)
    return _answer(found, found.said, reading)


def _step(found: Compared, reading: Reading[CompareAsked]) -> Page:
    asked = reading.asked
    match found.step:
        case "kind":
            title, body = _("What do you want to compare?"), choosing.kinds()
        case "council":
            title, body = _("Contracts of which council?"), choosing.councils(found)
        case "by":
            title, body = _("Compare by what?"), choosing.measures(found, asked)
        case _:
            title, body = _("Compare which ones?"), choosing.which(found, asked)
    return Page(
        title=title,
        lead=_lead_of(found),
        data_version=found.data_version,
        answer=found,
        body=body,
        above=(Link(_("Compare"), address_of("compare")),) if asked.kind else (),
    )


def _lead_of(found: Compared) -> str:
    return {
        "kind": _("Put up to 12 side by side. We say which is better only where the figures can tell."),
        "council": _("These councils have contracts whose results are published."),
        "by": _("Choose one question. What you compare by decides who can be compared."),
        "which": _("Tick those that you want to see side by side."),
    }[found.step]


def _answer(found: Compared, said: Said, reading: Reading[CompareAsked]) -> Page:
    body = _body(found, said, reading)
    charts = (*((body.first,) if body.first else ()), *body.charts)
    return Page(
        title=_("%(title)s: side by side") % {"title": found.title},
        lead=said.answer,
        data_version=found.data_version,
        answer=found,
        body=body,
        tables=body.tables,
        charts=charts,
        above=(
            Link(_("Compare"), address_of("compare")),
            Link(_("Choose others"), _choose_others(found, reading.asked)),
        ),
        definitions=(Link(found.title, _definition(found, reading.asked)),),
        sources=source_files(found.sources),
        source_note="" if found.sources else _("The notices behind each value are listed with its definition."),
    )


def _body(found: Compared, said: Said, reading: Reading[CompareAsked]) -> Answered:
    if found.measured is not None:
        return measured.answered(found, found.measured, said, reading)
    assert found.published is not None
    return published.answered(found, found.published, said, reading)


def _definition(found: Compared, asked: CompareAsked) -> str:
    return address_of("indicator" if found.sort == "indicator" else "metric", asked.by)


def _choose_others(found: Compared, asked: CompareAsked) -> str:
    query = {name: value for name, value in asked.query().items() if name not in ("most", "one")}
    return address_of("compare", **query, one=[one.key for one in found.chosen], more="yes")


def _refused(error: CandourError, reading: Reading[CompareAsked]) -> Page:
    with reading.home.tables() as tables:
        version = tables.data_version
    said = Said(outcome="not known", answer=_("This cannot be compared as it was asked."))
    return Page(
        title=_("No comparison"),
        lead=said.answer,
        data_version=version,
        answer=Compared(step="answer", data_version=version, said=said),
        body=refused.refused(error, reading.asked),
        above=(Link(_("Compare"), address_of("compare")),),
    )


COMPARE = PageKind(
    id="compare",
    about="Up to twelve providers, councils, contracts or contract models side by side, like for like, "
    "with how sure one can be.",
    key="",
    answer=Compared,
    make=make,
    asked=CompareAsked,
    worth_seeing="""
SELECT 'providers' AS kind, metric_id AS "by", 'yes' AS most
FROM compared_observations WHERE state = 'value' AND provider_key IS NOT NULL AND breakdown = ''
GROUP BY metric_id ORDER BY COUNT(DISTINCT provider_key) DESC, metric_id
""",
)
