"""What would have changed the result: weights, other bids, another method."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from candour.evaluation.sensitivity.tipping import PRICE
from candour.operations.awarded.sensitive import Sensitive
from candour.operations.awarded.view import AwardedLot
from candour.operations.awarded.weighed import Weighed
from candour.operations.evaluate import TippingShown
from candour.site.charts.unit import Unit
from candour.site.charts.weights import BidTotal, Weights
from candour.site.components.chart.chart import Chart
from candour.site.components.table.table import Column, Table
from candour.site.pages.floors import plain
from candour.site.pages.reading import Reading

_HARDLY = 0.001
"""A share that would be written as nought."""


def names_of(lot: AwardedLot) -> dict[str, str]:
    """The bidders, by the ids of their bids."""
    return {bid.id: bid.name for bid in lot.published.bids}


def tried(lot: AwardedLot, reading: Reading[Any]) -> Table | None:
    """Every bid as it would have come out; None where nobody tried anything."""
    if lot.weighed is None:
        return None
    lowest = bool(lot.weighed.method and lot.weighed.method.name in ("price per quality point", "monetised quality"))
    return Table(
        id="tried",
        caption=_("With these weights"),
        columns=(
            Column("bidder", _("Bidder")),
            Column("rank", _("Place"), numeric=True),
            Column("figure", _("Price for its quality; the lowest wins") if lowest else _("Result"), numeric=True),
        ),
        rows=tuple(
            (one.name, one.rank, None if one.figure is None else f"{one.figure:.2f}") for one in lot.weighed.bids
        ),
        address=reading.table("tried"),
    )


def tried_in_words(lot: AwardedLot) -> tuple[str, ...]:
    """Who would win, with which weights, and what else was put in."""
    made = lot.weighed
    if made is None:
        return ()
    return tuple(filter(None, (_who(lot, made), _with(lot, made), _by(made))))


def _who(lot: AwardedLot, made: Weighed) -> str:
    names = names_of(lot)
    said = {"who": _(" and ").join(names[one] for one in made.first)}
    if len(made.first) > 1:
        return _("Then %(who)s would be level.") % said
    if made.other:
        return _("Then %(who)s would come first instead.") % said
    return _("Then %(who)s would still come first.") % said


def _with(lot: AwardedLot, made: Weighed) -> str:
    names = {PRICE: _("price"), **{one.id: one.name for one in lot.published.quality}}
    weights = ", ".join(
        f"“{names.get(one, one)}” {plain(weight.quantize(Decimal('0.1')))}"
        for one, weight in made.weights.items()
        if weight or one != PRICE
    )
    return _("The weights, brought to 100: %(weights)s.") % {"weights": weights}


def _by(made: Weighed) -> str:
    if made.method is None:
        return ""
    said = {"method": made.method.title, "formula": made.method.formula, "weakness": made.method.weakness}
    text = _("Prices by “%(method)s”: %(formula)s. What it does badly: %(weakness)s") % said
    return f"{text} {_('It was given %(given)s.') % {'given': made.method.given}}" if made.method.given else text


def chart(lot: AwardedLot, reading: Reading[Any]) -> Chart | None:
    """How often each bid comes first of many weightings, and how far its total goes up and down."""
    found, made = lot.sensitive, lot.recomputed
    if found is None or made is None:
        return None
    rows = tuple(_chart_rows(lot, found))
    best = max(found.shares, key=lambda bid: found.shares[bid], default="")
    said = {
        "who": names_of(lot).get(best, ""),
        "share": _often(found.shares.get(best, 0)),
        "draws": f"{found.draws:,}",
    }
    return Chart(
        id="weights",
        title=_("Each bid under other weights"),
        description=_("Of %(draws)s ways to weigh, drawn at random, %(who)s comes first in %(share)s.") % said,
        table=Table(
            id="weights",
            caption=_("Each bid under other weights"),
            columns=(
                Column("bidder", _("Bidder")),
                Column("total", _("With the weights of this award"), numeric=True),
                Column("low", _("Under others, from"), numeric=True),
                Column("high", _("Under others, to"), numeric=True),
                Column("first", _("How often it comes first"), numeric=True),
            ),
            rows=rows,
            address=reading.table("weights"),
        ),
        draw=Weights(
            bids=tuple(_bars(lot, found)),
            unit=Unit(decimals=1),
            measured=_("Result, by the method of this award"),
            weightings=_("where it lies under 95% of other weights"),
        ),
        address=reading.chart("weights"),
        caveats=(_("All weights are taken to be equally likely. Nobody would choose some of them."),),
    )


def _often(share: float) -> str:
    if share in (0, 1):
        return f"{share:.0%}"
    if share < _HARDLY:
        return _("less than 0.1%")
    return _("more than 99.9%") if share > 1 - _HARDLY else f"{share:.1%}"


def _chart_rows(lot: AwardedLot, found: Sensitive) -> Iterator[tuple[object, ...]]:
    assert lot.recomputed is not None
    for one in lot.recomputed.bids:
        low, high = found.spread[one.bid]
        total = None if one.figure is None else f"{one.figure:.1f}"
        yield one.name, total, f"{low:.1f}", f"{high:.1f}", _often(found.shares[one.bid])


def _bars(lot: AwardedLot, found: Sensitive) -> Iterator[BidTotal]:
    assert lot.recomputed is not None
    for one in lot.recomputed.bids:
        low, high = found.spread[one.bid]
        yield BidTotal(
            bidder=one.name,
            total=one.figure,
            least=low,
            most=high,
            wins=_("first in %(share)s") % {"share": _often(found.shares[one.bid])},
            won=one.bid in lot.recomputed.winners,
        )


def moves(lot: AwardedLot, reading: Reading[Any]) -> Table | None:
    """How far each weight may move before somebody else comes first, all others keeping their proportions."""
    if lot.sensitive is None or not lot.sensitive.tipping:
        return None
    return Table(
        id="moves",
        caption=_("How far a weight may move before somebody else comes first"),
        columns=(
            Column("weight_of", _("Weight of")),
            Column("now", _("Now"), numeric=True),
            Column("margin", _("May move by"), numeric=True),
            Column("then", _("Who comes first at which weight")),
        ),
        rows=tuple(_move(lot, one) for one in lot.sensitive.tipping),
        address=reading.table("moves"),
    )


def _move(lot: AwardedLot, one: TippingShown) -> tuple[object, ...]:
    names = names_of(lot)
    of = {PRICE: _("the price"), **{each.id: each.name for each in lot.published.quality}}
    stretches = "; ".join(
        _("%(start)s to %(end)s: %(who)s")
        % {
            "start": f"{each.start:.1f}",
            "end": f"{each.end:.1f}",
            "who": ", ".join(names[bid] for bid in each.first),
        }
        for each in one.stretches
    )
    margin = _("any weight") if one.margin is None else f"{one.margin:.1f}"
    return of.get(one.what, one.what), f"{one.now:g}", margin, stretches


def others_in_words(lot: AwardedLot) -> tuple[str, ...]:
    """Whether a bid that did not win decided who did."""
    if lot.sensitive is None:
        return ()
    names = names_of(lot)
    turned = [one for one in lot.sensitive.left_out if one.reversed]
    if not turned:
        number = len(lot.sensitive.left_out)
        return (
            (
                ngettext(
                    "No bid that lost decided who won: without it, the same would have come first.",
                    "No bid that lost decided who won: without any of them, the same would have come first.",
                    number,
                ),
            )
            if number > 1
            else ()
        )
    said = _("Without the bid of %(out)s, which did not come first itself, %(first)s would have come first.")
    return tuple(
        said % {"out": names[one.bid], "first": ", ".join(names[bid] for bid in one.first)} for one in turned
    )
