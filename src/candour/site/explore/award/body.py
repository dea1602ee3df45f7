"""What the template of an award shows."""

from dataclasses import dataclass
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from candour.operations.awarded.contested import Basis
from candour.operations.awarded.view import Awarded, Document
from candour.site.components.chart.chart import Chart
from candour.site.components.link import Link
from candour.site.components.summary_list.summary_list import SummaryList
from candour.site.components.table.table import Column, Table
from candour.site.explore.award import scores, what_if
from candour.site.explore.award.said import suppliers
from candour.site.pages.reading import Reading, address_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """Each part is empty or None where nothing was published of it, and the template then says so."""

    facts: SummaryList
    lots: tuple[Link, ...]
    result: Table
    criteria: Table
    method: tuple[str, ...]
    scores: Table
    conditions: tuple[str, ...]
    panel: Table
    lacking: tuple[str, ...]
    agrees: bool | None
    computed: bool
    rests_on: str
    differences: Table | None
    documents: tuple[Document, ...]
    tried: Table | None
    tried_in_words: tuple[str, ...]
    chart: Chart | None
    moves: Table | None
    others: tuple[str, ...]

    @property
    def tables(self) -> tuple[Table, ...]:
        """Those that have rows."""
        every = (self.result, self.criteria, self.scores, self.panel, self.differences, self.tried, self.moves)
        return tuple(table for table in every if table and table.rows)


def body_of(answer: Awarded, reading: Reading[Any]) -> Body:
    """All parts."""
    lot = answer.lot
    made = lot.recomputed
    return Body(
        facts=_facts(answer),
        lots=_lots(answer),
        result=scores.result(lot, reading),
        criteria=scores.criteria(lot, reading),
        method=tuple(_method(answer)),
        scores=scores.scores(lot, reading),
        conditions=lot.published.conditions,
        panel=scores.panel(answer, reading),
        lacking=lot.lacking,
        agrees=made.agrees if made else None,
        computed=made is not None,
        rests_on=_basis(made.basis) if made else "",
        differences=_differences(answer, reading),
        documents=answer.documents,
        tried=what_if.tried(lot, reading),
        tried_in_words=what_if.tried_in_words(lot),
        chart=what_if.chart(lot, reading),
        moves=what_if.moves(lot, reading),
        others=what_if.others_in_words(lot),
    )


def _facts(answer: Awarded) -> SummaryList:
    lot = answer.lot
    chosen = lot.published.chosen
    told = [one.told for one in chosen if one.told]
    ends = [one.standstill_end for one in chosen if one.standstill_end]
    number = len(lot.published.bids) or lot.published.bid_count
    which = ((_("Lot"), lot.published.title or lot.published.id),) if len(answer.lots) > 1 else ()
    return SummaryList(
        (
            *which,
            (_("Who buys"), Link(answer.buyer, address_of("council", answer.buyer)) if answer.buyer else None),
            (_("Who was chosen"), suppliers(lot) or None),
            (_("Bids"), number),
            (_("Bidders were told on"), date_format(min(told), "j F Y") if told else None),
            (
                _("Nothing is signed before the end of"),
                _("%(day)s (the standstill)") % {"day": date_format(max(ends), "j F Y")} if ends else None,
            ),
            (_("What came of it"), Link(_("The contract"), address_of("contract", answer.ocid))),
        )
    )


def _lots(answer: Awarded) -> tuple[Link, ...]:
    if len(answer.lots) < 2:
        return ()
    return tuple(Link(title or id or "", address_of("award", answer.ocid, lot=id)) for id, title in answer.lots)


def _method(answer: Awarded) -> list[str]:
    lot = answer.lot.published
    if not lot.formula:
        return [_("Nothing published says how prices were turned into points.")]
    said = [_("How price and quality were weighed: %(formula)s.") % {"formula": lot.formula.rstrip(".")}]
    if lot.method:
        said.append(
            _("P is the price, Q the share of quality. What is known to be weak about this: %(weakness)s")
            % {"weakness": lot.method.weakness}
        )
    if lot.benchmark:
        price = scores.price_in_words(lot.benchmark)
        said.append(_("B, the price that the others were held against, was %(price)s.") % {"price": price})
    return said


def _basis(basis: Basis) -> str:
    return {
        "prices": _(
            "Quality from the scores and weights, the price by the published formula from the published prices."
        ),
        "scores": _("Quality and price from the published scores and weights."),
        "totals": _("Quality from the scores and weights. The points for the price are what is left of each total."),
        "quality": _("From the scores and weights: the price had no points."),
    }[basis]


def _differences(answer: Awarded, reading: Reading[Any]) -> Table | None:
    made = answer.lot.recomputed
    if made is None or not made.differences:
        return None
    return Table(
        id="differences",
        caption=_("Where what was published does not fit together"),
        columns=(
            Column("what", _("What")),
            Column("published", _("As published")),
            Column("computed", _("As it comes out")),
        ),
        rows=tuple((one.what, one.published, one.computed) for one in made.differences),
        address=reading.table("differences"),
    )
