"""What if the weights of an award had been others: each bid's total, and how far it goes up and down."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from candour.site.charts.dots import Dot, Dots
from candour.site.charts.drawing import Drawing
from candour.site.charts.look import Width
from candour.site.charts.picture import Picture
from candour.site.charts.unit import Number, Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class BidTotal:
    """A bid with the weights of the award, and its least and most with others. `wins`: how often, in words.

    Without a total, `absent` says why. `won` is whether it has won with the weights of the award.
    """

    bidder: str
    total: Number | None
    least: Number | None
    most: Number | None
    wins: str = ""
    absent: str = ""
    won: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights(Drawing):
    """`measured` says what totals are, `weightings` which other weights were tried."""

    bids: tuple[BidTotal, ...]
    unit: Unit
    measured: str
    weightings: str

    def lay(self, width: Width) -> Picture:
        """As dots: the total, and the range as its interval."""
        return Dots(
            rows=tuple(self._rows()),
            unit=self.unit,
            measured=self.measured,
            inner=self.weightings,
            marked_is=_("won with the weights of this award"),
        ).lay(width)

    def _rows(self) -> Iterator[Dot]:
        for bid in self.bids:
            name = f"{bid.bidder}, {bid.wins}" if bid.wins else bid.bidder
            span = None if bid.least is None or bid.most is None else (bid.least, bid.most)
            yield Dot(name=name, value=bid.total, inner=span, absent=bid.absent, marked=bid.won)
