"""The tables of an award: the result, the criteria, every score with its reasons, and who judged."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from candour.operations.awarded.bid import LIVED_EXPERIENCE, WHOLE_PANEL, Bid, GroupScore, Price
from candour.operations.awarded.lot import Criterion, Lot
from candour.operations.awarded.view import Awarded, AwardedLot
from candour.site.components.table.table import Column, Table
from candour.site.explore.award.said import points
from candour.site.explore.award.words import in_words
from candour.site.pages.floors import plain
from candour.site.pages.reading import Reading


def result(lot: AwardedLot, reading: Reading[Any]) -> Table:
    """Every bid, the best first, price beside quality."""
    published = lot.published
    figures = {one.bid: one for one in lot.recomputed.bids} if lot.recomputed else {}
    order = {one: place for place, one in enumerate(figures)}
    bids = sorted(published.bids, key=lambda bid: (order.get(bid.id, len(order)), bid.rank or len(published.bids)))
    return Table(
        id="result",
        caption=_("Every bid: price beside quality"),
        columns=(
            Column("bidder", _("Bidder")),
            Column("rank", _("Place"), numeric=True),
            Column("price", _("Price"), numeric=True),
            Column("quality", _("Points for quality"), numeric=True),
            Column("for_price", _("Points for the price"), numeric=True),
            Column("total", _("In all, as published"), numeric=True),
            Column("outcome", _("What became of it")),
        ),
        rows=tuple(
            (
                bid.name,
                bid.rank,
                price_in_words(bid.price) if bid.price else None,
                points(figures[bid.id].quality) if bid.id in figures else None,
                points(figures[bid.id].for_price) or None if bid.id in figures else None,
                None if bid.total is None else plain(bid.total),
                _outcome(bid, published),
            )
            for bid in bids
        ),
        address=reading.table("result"),
    )


def price_in_words(price: Price) -> str:
    """Such as "£24.10 for one hour of contact"."""
    sign = "£" if price.currency == "GBP" else f"{price.currency} "
    amount = f"{sign}{price.amount:,.2f}"
    if not price.unit:
        return amount
    return _("%(amount)s for one %(unit)s") % {"amount": amount, "unit": in_words(price.unit)}


def _outcome(bid: Bid, lot: Lot) -> str:
    if bid.id in lot.winners:
        return _("chosen")
    if not bid.stands:
        return _("set aside before bids were compared")
    return _("not chosen")


def criteria(lot: AwardedLot, reading: Reading[Any]) -> Table:
    """By what bids were judged, and how much each counted."""
    return Table(
        id="criteria",
        caption=_("What counted, and how much"),
        columns=(
            Column("criterion", _("Criterion")),
            Column("weight", _("Points of 100"), numeric=True),
            Column("minimum", _("Least score"), numeric=True),
            Column("asks", _("What was asked")),
        ),
        rows=tuple(
            (
                one.name,
                None if one.weight is None else plain(one.weight),
                _("none") if one.minimum is None else plain(one.minimum),
                one.asks if one.asks or not one.is_price else _("The price"),
            )
            for one in lot.published.criteria
        ),
        address=reading.table("criteria"),
    )


def scores(lot: AwardedLot, reading: Reading[Any]) -> Table:
    """Each bid by each criterion: the panel's score, what each group of it thought, and the reasons."""
    published = lot.published
    found = {score.group for bid in published.bids for score in bid.scores} - {WHOLE_PANEL}
    groups = sorted(found, key=lambda group: (group != LIVED_EXPERIENCE, group))
    return Table(
        id="scores",
        caption=_("Each score, and why it was given"),
        columns=(
            Column("criterion", _("Criterion")),
            Column("bidder", _("Bidder")),
            Column("score", _("Score of the panel"), numeric=True),
            Column("points", _("Points"), numeric=True),
            *(Column(group, _group(group), numeric=True) for group in groups),
            Column("reasons", _("Why")),
        ),
        rows=tuple(_score_rows(published, groups)),
        address=reading.table("scores"),
    )


def _group(group: str) -> str:
    return {
        LIVED_EXPERIENCE: _("Those who know care from their own life"),
        "careWorkers": _("Care workers"),
        "officers": _("The buyer's own staff"),
    }.get(group, in_words(group))


def _score_rows(lot: Lot, groups: list[str]) -> Iterator[tuple[object, ...]]:
    for one in lot.criteria:
        for bid in lot.bids:
            its = {score.group: score for score in bid.scores if score.criterion in (one.id, one.name)}
            if its:
                yield (one.name, bid.name, *_cells(one, its, groups))


def _cells(criterion: Criterion, its: dict[str, GroupScore], groups: list[str]) -> Iterator[object]:
    panel = its.get(WHOLE_PANEL)
    yield _of(panel)
    yield points(panel.score / panel.maximum * criterion.weight) if panel and criterion.weight else None
    for group in groups:
        yield _of(its.get(group)) or _("did not score it")
    yield "; ".join(one.reasons for one in its.values() if one.reasons) or None


def _of(score: GroupScore | None) -> str | None:
    if score is None:
        return None
    return _("%(score)s of %(most)s") % {"score": plain(round(score.score, 2)), "most": plain(score.maximum)}


def panel(answer: Awarded, reading: Reading[Any]) -> Table:
    """Who judged: by role, never by name."""
    return Table(
        id="panel",
        caption=_("Who judged the bids"),
        columns=(
            Column("role", _("As")),
            Column("people", _("How many"), numeric=True),
            Column("experience", _("What they know from life or work")),
            Column("training", _("What they were trained in")),
            Column("conflicts", _("Said to be close to a bidder"), numeric=True),
            Column("management", _("What was done about it")),
        ),
        rows=tuple(
            (
                in_words(one.role),
                one.people,
                ", ".join(map(in_words, one.experience)) or None,
                ", ".join(one.training) or None,
                one.conflicts_declared,
                one.conflicts_management or (_("nothing to do") if one.conflicts_declared == 0 else None),
            )
            for one in answer.panel
        ),
        address=reading.table("panel"),
    )
