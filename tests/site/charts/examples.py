"""Charts of every form: with much, with little, with nothing, and with names that are too long or would be code."""

from datetime import date, timedelta

from candour.care.places.tiles import tiles
from candour.site.charts.bands import Band, Bands
from candour.site.charts.dots import Dot, Dots
from candour.site.charts.drawing import Drawing
from candour.site.charts.funnel import Funnel, Limits, Spot
from candour.site.charts.paired_bars import Pair, PairedBars
from candour.site.charts.series import Course, Moment, Series, UsualRange
from candour.site.charts.stacked_bars import Part, StackedBars, Whole
from candour.site.charts.tile_map import TileMap, TileValue
from candour.site.charts.timeline import Happening, Timeline
from candour.site.charts.unit import COUNT, PERCENT, SHARE, Unit, pounds
from candour.site.charts.weights import BidTotal, Weights
from candour.statistics.funnel import proportion_limits

LONG = "The Community Interest Company for Care & Companionship of Somewhere-upon-Sometimes <script>alert(1)</script>"
FIRST = date(2021, 3, 1)
FEE = pounds(" an hour")
POINTS = Unit(after=" points")
DAYS = Unit(after=" days", decimals=0)


def spot(number: int, *, marked: bool = False) -> Spot:
    """One of a funnel, larger with its number."""
    size = 10 + number**2
    limits = proportion_limits(0.8, size)
    value = min(1.0, 0.6 + (number * 7 % 10) / 20)
    ends = Limits(lowest=limits.lowest, low=limits.low, high=limits.high, highest=limits.highest)
    return Spot(name=f"Provider {number}", value=value, size=size, limits=ends, marked=marked)


def moment(number: int, value: float | None = 90) -> Moment:
    """One a month."""
    shaken = None if value is None else value + number * 5 % 7
    return Moment(when=FIRST + timedelta(days=31 * number), value=shaken, signal=number == 3)


def funnel(*spots: Spot) -> Funnel:
    """A funnel of visits."""
    return Funnel(spots=spots, unit=SHARE, centre=0.8, measured="Visits on time", rests_on="Visits planned")


def dots(*rows: Dot) -> Dots:
    """Rows about everybody's fee."""
    return Dots(
        rows=rows, unit=FEE, measured="Fee", inner="95% sure", outer="99.8% sure", everybody=21, marked_is="us"
    )


def series(*courses: Course, usual: UsualRange | None = None) -> Series:
    """Courses of a percentage."""
    return Series(courses=courses, unit=PERCENT, measured="Visits on time", usual=usual, interval="95% sure")


FEW = Dot(name="Aldermere", value=20.5, inner=(19, 22), outer=(18, 23), marked=True)
HIDDEN = Dot(name=LONG, value=None, absent="hidden to protect people: fewer than eight answered")
PAY = tuple(Part(name=name, value=value) for name, value in (("Pay", 8.72), ("Travel", 1.7), ("Surplus", 0.6)))
COUNCILS = tuple(council.organisation_id for council in tiles())

EXAMPLES: dict[str, Drawing] = {
    "dots": dots(FEW, HIDDEN, Dot(name="Brook & <script>", value=22), Dot(name=LONG, value=24, inner=(20, 29))),
    "dots-none": dots(),
    "dots-one": Dots(rows=(Dot(name="Only", value=None),), unit=COUNT),
    "dots-many": dots(*(Dot(name=f"Council {number}", value=20 + number % 9) for number in range(70))),
    "funnel": funnel(
        *(spot(number, marked=number == 4) for number in range(9)), Spot(name=LONG, value=None, size=None)
    ),
    "funnel-none": funnel(),
    "funnel-one": funnel(spot(5)),
    "funnel-many": funnel(*(spot(number) for number in range(90))),
    "series": series(
        Course(name="Aldermere", moments=(*map(moment, range(6)), moment(6, None), *map(moment, range(7, 14)))),
        usual=UsualRange(mean=92, low=84, high=99),
    ),
    "series-none": series(Course(name="Aldermere", moments=(moment(1, None),))),
    "series-one": series(Course(name=LONG, moments=(moment(1),))),
    "series-many": series(
        *(Course(name=f"{number} {LONG}", moments=tuple(map(moment, range(number, 80)))) for number in range(9))
    ),
    "stacked": StackedBars(wholes=(Whole(name="An hour", parts=(*PAY, Part(name=LONG, value=None))),), unit=FEE),
    "stacked-none": StackedBars(wholes=(), unit=FEE),
    "stacked-many": StackedBars(
        wholes=tuple(Whole(name=f"{LONG} {number}", parts=PAY, said="£11.02") for number in range(15)), unit=FEE
    ),
    "paired": PairedBars(
        first="promised",
        second="delivered",
        pairs=(
            Pair(name=LONG, unit=SHARE, first=0.95, second=0.82),
            Pair(name="Began after", unit=DAYS, first=None, second=9, first_absent="nothing was promised"),
            Pair(name="Change", unit=POINTS, first=2, second=-3.5),
        ),
    ),
    "paired-many": PairedBars(
        first="promised",
        second="delivered",
        pairs=tuple(Pair(name=f"Measure {number}", unit=FEE, first=number, second=None) for number in range(40)),
    ),
    "timeline": Timeline(
        happenings=(
            Happening(when=FIRST, kind="Tender", words=LONG),
            Happening(when=date(2021, 7, 9), kind=LONG),
            Happening(when=date(2021, 8, 1), kind="Contract", until=date(2025, 7, 31), words="The contract runs"),
        )
    ),
    "timeline-none": Timeline(happenings=()),
    "timeline-one": Timeline(happenings=(Happening(when=FIRST, kind="Award"),)),
    "timeline-many": Timeline(
        happenings=tuple(Happening(when=FIRST + timedelta(days=9 * day), kind=f"K{day % 8}") for day in range(90))
    ),
    "bands": Bands(
        today=date(2026, 11, 22),
        values=("Good", "Outstanding"),
        bands=(
            Band(lane="Overall", value="Good", short="G", first=date(2019, 1, 1), last=date(2019, 2, 1)),
            Band(lane="Overall", value="Outstanding", short="O", first=date(2019, 2, 1)),
            Band(lane=LONG, value=LONG, first=date(2020, 1, 1)),
        ),
    ),
    "bands-none": Bands(bands=(), today=FIRST),
    "bands-one-day": Bands(bands=(Band(lane="Overall", value="Good", first=FIRST),), today=FIRST),
    "tile-map": TileMap(
        classes=("below the floor", "within what is allowed", "differs without a reason"),
        values=tuple(
            TileValue(
                council=council, level=None if number % 7 == 0 else number % 3, marked=number in {5, 80}, said="9%"
            )
            for number, council in enumerate(COUNCILS)
        ),
    ),
    "tile-map-none": TileMap(classes=("all",), values=()),
    "tile-map-one": TileMap(
        classes=("under 60%", "60% or more"),
        values=(TileValue(council=COUNCILS[50], level=1, said=LONG, marked=True),),
    ),
    "weights": Weights(
        unit=POINTS,
        measured="Total, out of 100",
        weightings="with other weights",
        bids=(
            BidTotal(bidder=LONG, total=82.1, least=70, most=90, wins="wins with 41 of 60", won=True),
            BidTotal(bidder="Out Ltd", total=None, least=None, most=None, absent="did not pass a gate"),
        ),
    ),
}
