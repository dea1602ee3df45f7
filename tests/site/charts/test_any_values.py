"""Forms take any text and any number that a publisher may have written."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from candour.site.charts.dots import Dot, Dots
from candour.site.charts.funnel import Funnel, Limits, Spot
from candour.site.charts.look import TEXT
from candour.site.charts.paired_bars import Pair, PairedBars
from candour.site.charts.picture import Box, Line, Symbol, Words
from candour.site.charts.series import Course, Moment, Series
from candour.site.charts.stacked_bars import Part, StackedBars, Whole
from candour.site.charts.svg import svg
from candour.site.charts.timeline import Happening, Timeline
from candour.site.charts.unit import SHARE, Unit, pounds
from candour.site.charts.words import clean, measure, wrap
from candour.site.components.chart.chart import Chart
from candour.site.components.table.table import Column, Table
from tests.site.charts.read import root

TEXT_OF_ANY_KIND = st.text(max_size=120)
NUMBERS = st.one_of(st.none(), st.floats(), st.integers(), st.decimals())
RANGES = st.one_of(st.none(), st.tuples(NUMBERS.filter(lambda one: one is not None), st.floats()))
UNITS = st.sampled_from([SHARE, pounds(), Unit(after=" days")])
DAYS = st.dates()


def rows(of, most=8):
    return st.lists(of, max_size=most).map(tuple)


DRAWINGS = st.one_of(
    st.builds(
        Dots,
        rows=rows(
            st.builds(Dot, name=TEXT_OF_ANY_KIND, value=NUMBERS, inner=RANGES, outer=RANGES, marked=st.booleans())
        ),
        unit=UNITS,
        everybody=NUMBERS,
    ),
    st.builds(
        Funnel,
        spots=rows(
            st.builds(
                Spot,
                name=TEXT_OF_ANY_KIND,
                value=NUMBERS,
                size=NUMBERS,
                limits=st.one_of(
                    st.none(),
                    st.builds(Limits, lowest=st.floats(), low=st.floats(), high=st.floats(), highest=st.floats()),
                ),
            )
        ),
        unit=UNITS,
        centre=NUMBERS,
        measured=TEXT_OF_ANY_KIND,
        rests_on=TEXT_OF_ANY_KIND,
    ),
    st.builds(
        Series,
        courses=rows(
            st.builds(Course, name=TEXT_OF_ANY_KIND, moments=rows(st.builds(Moment, when=DAYS, value=NUMBERS)))
        ),
        unit=UNITS,
        measured=TEXT_OF_ANY_KIND,
    ),
    st.builds(
        PairedBars,
        pairs=rows(st.builds(Pair, name=TEXT_OF_ANY_KIND, unit=UNITS, first=NUMBERS, second=NUMBERS)),
        first=TEXT_OF_ANY_KIND,
        second=TEXT_OF_ANY_KIND,
    ),
    st.builds(
        StackedBars,
        wholes=rows(
            st.builds(
                Whole,
                name=TEXT_OF_ANY_KIND,
                parts=rows(st.builds(Part, name=TEXT_OF_ANY_KIND, value=NUMBERS)),
            ),
            most=3,
        ),
        unit=UNITS,
        shares=st.booleans(),
    ),
    st.builds(
        Timeline,
        happenings=rows(
            st.builds(
                Happening, when=DAYS, kind=TEXT_OF_ANY_KIND, until=st.one_of(st.none(), DAYS), words=TEXT_OF_ANY_KIND
            )
        ),
    ),
)
WIDTHS = st.sampled_from(["wide", "narrow"])


@given(DRAWINGS, WIDTHS)
@settings(max_examples=80, suppress_health_check=[HealthCheck.too_slow])
def test_every_mark_lies_on_the_paper(draw, width):
    picture = draw.lay(width)

    for mark in picture.marks:
        for left, top, right, bottom in areas(mark, width):
            assert -0.01 <= left <= right <= picture.size.width + 0.01, mark
            assert -0.01 <= top <= bottom <= picture.size.height + 0.01, mark


def areas(mark, width):
    match mark:
        case Box():
            yield mark.left, mark.top, mark.right, mark.bottom
        case Line():
            for x, y in mark.points:
                yield x, y, x, y
        case Symbol():
            yield mark.x, mark.y, mark.x, mark.y
        case Words():
            wide = measure(mark.text, width, bold=mark.bold)
            left = mark.x - {"left": 0, "center": wide / 2, "right": wide}[mark.align]
            yield left, mark.y - TEXT[width] / 2, left + wide, mark.y + TEXT[width] / 2


@given(TEXT_OF_ANY_KIND, TEXT_OF_ANY_KIND, TEXT_OF_ANY_KIND)
@settings(max_examples=8)
def test_any_text_is_drawn_as_text(name, title, description):
    table = Table(id="t", caption="t", columns=(Column("a", "A"),), rows=())
    draw = Dots(rows=(Dot(name=name, value=1),), unit=SHARE)
    drawn = svg(Chart(id="c", title=title, description=description, table=table, draw=draw, address="/"), "narrow")

    assert root(drawn)[0].text in {clean(title), None}


@pytest.mark.parametrize(
    "text", ["\x00\x07", "\ud800", "\ufffe", "\u202eevil", "a\u0301" * 300, "漢字" * 200, "W" * 500]
)
def test_text_that_no_picture_can_hold_ends_nothing(text):
    table = Table(id="t", caption="t", columns=(Column("a", "A"),), rows=())
    draw = Dots(rows=(Dot(name=text, value=1),), unit=SHARE)

    assert svg(Chart(id="c", title=text, description=text, table=table, draw=draw, address="/"), "wide")


@given(TEXT_OF_ANY_KIND, st.floats(min_value=30, max_value=600), WIDTHS, st.integers(1, 4), st.booleans())
def test_lines_fit_where_they_are_put(text, room, width, lines, bold):
    wrapped = wrap(text, room, width, lines=lines, bold=bold)

    assert 1 <= len(wrapped) <= lines
    assert all(measure(line, width, bold=bold) <= room for line in wrapped)
    if not wrapped[-1].endswith("…"):
        assert "".join(wrapped).replace(" ", "") == clean(text).replace(" ", "")


def test_days_are_far_apart_or_the_same():
    for days in ((date.min, date.max), (date.min,), (date.max,)):
        draw = Timeline(happenings=tuple(Happening(when=day, kind="Award") for day in days))
        assert draw.lay("narrow").marks
