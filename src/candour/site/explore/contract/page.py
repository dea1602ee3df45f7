"""One contract: what was promised, delivered and paid, to whom each pound goes, and who says so."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from pydantic import Field, create_model

from candour.operations.answers.kinds import Section, give
from candour.operations.changes import changes_of_contract
from candour.operations.contract.page import ContractPage, OneContract, contract_page
from candour.site.components.chart.chart import Chart
from candour.site.components.contents.contents import Contents
from candour.site.components.form.form import Form
from candour.site.components.link import Link
from candour.site.components.said.said import Said
from candour.site.components.summary_list.summary_list import SummaryList
from candour.site.components.table.table import Table
from candour.site.explore.contract.contents import contents
from candour.site.explore.contract.easy import easy
from candour.site.explore.contract.facts import FEW, facts, neighbours, ways
from candour.site.explore.contract.lead import lead
from candour.site.explore.contract.money import amounts_table, pounds_chart, rates_table
from candour.site.explore.contract.papers import contracts_table, documents_table, suppliers_table
from candour.site.explore.contract.promises import promises_chart, promises_table
from candour.site.explore.contract.questions import Group, groups, role_form
from candour.site.explore.contract.who_says import WhoSays
from candour.site.pages.asked import Asked
from candour.site.pages.kind import PageKind
from candour.site.pages.page import Page
from candour.site.pages.reading import Reading, address_of
from candour.site.pages.releases import RELEASE_FILES, release_files, releases_chart, releases_table
from candour.site.pages.sources import source_files

_WORTH_SEEING = """
SELECT promises.ocid AS key FROM promises JOIN processes USING (ocid) SEMI JOIN deliveries USING (ocid)
WHERE processes.number_of_contracts = 1
GROUP BY promises.ocid ORDER BY COUNT(*) DESC, key
"""
_SECTIONS: tuple[Section, ...] = ("price", "pay", "quality", "voice", "continuity", "sources")

_AS: dict[str, Any] = {
    "as": (str, Field("family", description="Whose questions to answer: a role, such as family or care-worker."))
}
"""The address says `as`, a word that Python keeps for itself."""
ContractAsked = create_model(
    "ContractAsked",
    __base__=Asked,
    contract=(str | None, Field(None, description="The id of the contract, or of an award without one.")),
    **_AS,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What the template shows; `one` is None where a contract is to be chosen first."""

    one: OneContract | None
    contracts: Table
    releases: Table
    timeline: Chart | None
    facts: SummaryList | None = None
    ways: tuple[Link, ...] = ()
    promises: Table | None = None
    promises_chart: Chart | None = None
    amounts: Table | None = None
    rates: Table | None = None
    pounds: Chart | None = None
    said: dict[str, tuple[Said, ...]] | None = None
    groups: tuple[Group, ...] = ()
    documents: Table | None = None
    suppliers: Table | None = None
    many_suppliers: bool = False
    wrong: tuple[Said, ...] = ()
    neighbours: tuple[Link, ...] = ()
    cost: str = ""
    contents: Contents | None = None

    @property
    def tables(self) -> tuple[Table, ...]:
        """Those that have rows."""
        every = (
            *(self.promises, self.amounts, self.rates, self.suppliers, self.documents),
            *(self.releases, self._choice),
        )
        return tuple(table for table in every if table is not None and table.rows)

    @property
    def charts(self) -> tuple[Chart, ...]:
        """Those that there is something to draw for."""
        return tuple(chart for chart in (self.promises_chart, self.pounds, self.timeline) if chart is not None)

    @property
    def _choice(self) -> Table | None:
        return self.contracts if self.one is None else None


def make(reading: Reading[Any]) -> Page:
    """The page of the process with this ocid: its only contract, the one that is named, or a choice."""
    found = contract_page(
        reading.home, reading.key, reading.day, getattr(reading.asked, "as"), reading.asked.contract
    )
    body = _body(found, reading)
    title = found.contract.view.about.title if found.contract else found.title
    return Page(
        title=title or _("A contract without a title"),
        lead=lead(found),
        data_version=found.data_version,
        answer=found,
        body=body,
        tables=body.tables,
        charts=body.charts,
        definitions=_definitions(found.contract),
        sources=source_files(found.receipts),
        files=release_files(reading),
        caveats=(
            _("This is what was published. What was never published is not here, and that is no proof of anything."),
            _("A promise that was not kept is a question to ask. It does not say who is to blame."),
            _("The value of a contract is often the most that may be spent, not what was spent."),
        ),
    )


def _body(found: ContractPage, reading: Reading[Any]) -> Body:
    releases = releases_table(found.releases, reading)
    timeline = releases_chart(found.releases, releases, reading)
    contracts = contracts_table(found.contracts, reading)
    one = found.contract
    if one is None:
        return Body(one=None, contracts=contracts, releases=releases, timeline=timeline)
    who = WhoSays.of(found.releases)
    promises, rates = promises_table(one, who, reading), rates_table(one, who, reading)
    return Body(
        one=one,
        contracts=contracts,
        releases=releases,
        timeline=timeline,
        facts=facts(found, one),
        ways=ways(found, one),
        promises=promises,
        promises_chart=promises_chart(one, promises, reading),
        amounts=amounts_table(one, who, reading),
        rates=rates,
        pounds=pounds_chart(one, rates, reading),
        said={name: tuple(who.said(answer) for answer in one.sections[name]) for name in _SECTIONS},
        groups=groups(one.answers, who),
        documents=documents_table(one, reading),
        suppliers=suppliers_table(one, who, reading),
        many_suppliers=len(one.view.about.suppliers) > FEW,
        wrong=tuple(who.said(give(name, one.view)) for name in ("failures", "verification")),
        neighbours=neighbours(found, one),
        contents=contents(),
        cost=address_of("cost"),
    )


def _definitions(one: OneContract | None) -> tuple[Link, ...]:
    known = (outcome for outcome in (one.view.outcomes if one else ()) if outcome.question)
    return tuple(Link(outcome.title, address_of("metric", outcome.metric)) for outcome in known)


def _form(reading: Reading[Any]) -> Form:
    return role_form(reading.path, reading.asked.contract)


CONTRACT = PageKind(
    id="contract",
    about="One contract: promised, delivered and paid, who says so, and the questions of a role answered.",
    key="an ocid",
    answer=ContractPage,
    make=make,
    feed=lambda reading: changes_of_contract(reading.home, reading.key),
    asked=ContractAsked,
    worth_seeing=_WORTH_SEEING,
    form=_form,
    easy=easy,
    files=RELEASE_FILES,
)
