"""What an award comes to, in a sentence or two."""

from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from candour.operations.awarded.recomputed import BidFigures
from candour.operations.awarded.view import Awarded, AwardedLot


def lead_of(answer: Awarded) -> str:
    """Who won, and why; else who was chosen, and what is not published."""
    lot = answer.lot
    if lot.recomputed and lot.recomputed.winners and lot.recomputed.agrees is not False:
        return _why(lot)
    chosen = suppliers(lot)
    if not chosen:
        return _("Nobody has been chosen, as far as is published.")
    said = _("%(who)s was chosen.") % {"who": chosen}
    if lot.recomputed:
        return (
            said
            + " "
            + _("The scores as they were published do not give that result. See below in what they differ.")
        )
    return said + " " + _("Not enough is published to say why. See below what is lacking.")


def suppliers(lot: AwardedLot) -> str:
    """Who was chosen, as the awards name them."""
    return ", ".join(dict.fromkeys(name for one in lot.published.chosen for name in one.suppliers))


def points(value: Decimal | None) -> str:
    """A number of points, as it is read."""
    return "" if value is None else f"{value:.1f}"


def _why(lot: AwardedLot) -> str:
    assert lot.recomputed is not None
    bids = lot.recomputed.bids
    won = [one for one in bids if one.bid in lot.recomputed.winners]
    others = [one for one in bids if one.bid not in lot.recomputed.winners]
    if len(won) != 1:
        return ngettext(
            "%(won)s bid of %(all)s was chosen: the ones with the best results.",
            "%(won)s bids of %(all)s were chosen: the ones with the best results.",
            len(won),
        ) % {"won": len(won), "all": len(bids)}
    method = lot.published.method
    if method and method.lowest_wins:
        return _("%(who)s won: of all bids it asks least for the quality that it offers.") % {"who": won[0].name}
    return f"{_points(won[0])} {_next(won[0], others)}".strip()


def _points(won: BidFigures) -> str:
    said = {
        "who": won.name,
        "points": points(won.figure),
        "quality": points(won.quality),
        "price": points(won.for_price),
    }
    if won.for_price is None:
        return _("%(who)s won with %(points)s of 100 points, all of them for quality.") % said
    return _("%(who)s won with %(points)s of 100 points: %(quality)s for quality and %(price)s for its price.") % said


def _next(won: BidFigures, others: list[BidFigures]) -> str:
    if not others:
        return _("Nobody else made a bid that counted.")
    second = others[0]
    said = {"who": second.name, "points": points(second.figure)}
    if won.for_price is not None and second.for_price is not None:
        said |= {"quality": points(second.quality), "price": points(second.for_price)}
        return _("The next, %(who)s, had %(points)s: %(quality)s for quality and %(price)s for its price.") % said
    return _("The next, %(who)s, had %(points)s.") % said
