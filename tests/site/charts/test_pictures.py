"""What every picture holds, whatever it is drawn of."""

from datetime import date

import pytest

from candour.site.charts.look import PIXELS, TEXT
from candour.site.charts.picture import Words
from candour.site.charts.series import Course, Moment, Series, UsualRange
from candour.site.charts.svg import svg
from candour.site.charts.unit import SHARE
from candour.site.charts.words import measure
from candour.site.components.chart.chart import Chart
from candour.site.components.table.table import Column, Table
from tests.site.charts.examples import EXAMPLES, LONG
from tests.site.charts.read import SVG, root, words

WIDTHS = ("wide", "narrow")
TITLE = 'Who is <b>late</b> & "why"'


def chart(draw):
    table = Table(id="t", caption="t", columns=(Column("a", "A"),), rows=())
    return Chart(id="c", title=TITLE, description=LONG, table=table, draw=draw, address="/a/chart/c")


@pytest.fixture(scope="module")
def drawn():
    """Every example at both widths, drawn once."""
    return {(name, width): svg(chart(draw), width) for name, draw in EXAMPLES.items() for width in WIDTHS}


@pytest.fixture(params=[(name, width) for name in EXAMPLES for width in WIDTHS], ids="-".join)
def picture(request, drawn):
    return request.param[0], request.param[1], drawn[request.param]


def test_it_is_an_image_with_its_title_and_description_inside(picture):
    _name, _width, drawn = picture
    image = root(drawn)

    assert image.get("role") == "img"
    assert image.get("aria-labelledby") == "title description"
    assert image.find(f"{SVG}title[@id='title']").text == TITLE
    assert image.find(f"{SVG}desc[@id='description']").text == LONG


def test_it_has_the_size_that_the_page_kept_for_it(picture):
    name, width, drawn = picture
    size = EXAMPLES[name].size(width)
    image = root(drawn)

    assert (image.get("width"), image.get("height")) == (str(size.width), str(size.height))
    assert image.get("viewBox") == f"0 0 {size.width} {size.height}"
    assert size.width == PIXELS[width]


def test_all_words_lie_within_it_and_are_large_enough(picture):
    name, width, drawn = picture
    size = EXAMPLES[name].size(width)

    for one in words(drawn):
        wide = measure(one.text, width, bold=one.bold)
        left = one.x - {"start": 0, "middle": wide / 2, "end": wide}[one.anchor]
        assert left >= 0, one
        assert left + wide <= size.width, one
        assert one.size <= one.y <= size.height, one
        assert one.size == TEXT[width] >= 12


# The numbers of ninety points come close; who they are stands below.
@pytest.mark.parametrize("name", sorted(EXAMPLES.keys() - {"funnel-many"}))
@pytest.mark.parametrize("width", WIDTHS)
def test_no_two_lines_of_words_hide_each_other(drawn, name, width):
    taken = []
    for one in words(drawn[name, width]):
        wide = measure(one.text, width, bold=one.bold) / 1.15
        left = one.x - {"start": 0, "middle": wide / 2, "end": wide}[one.anchor]
        area = (left, one.y - one.size * 0.7, left + wide, one.y)
        for text, other in taken:
            apart = area[0] >= other[2] or other[0] >= area[2] or area[1] >= other[3] or other[1] >= area[3]
            assert apart, (one.text, text)
        taken.append((one.text, area))


def test_it_can_neither_run_nor_load_anything(picture):
    _name, _width, drawn = picture
    plain = drawn.replace('xmlns="http://www.w3.org/2000/svg"', "").replace('="http://www.w3.org/1999/xlink"', "")

    assert "http" not in plain
    for element in root(drawn).iter():
        assert element.tag.removeprefix(SVG) in {
            *("svg", "title", "desc", "defs", "pattern", "g", "rect", "path", "line", "circle", "text", "tspan"),
        }
        for name, value in element.items():
            assert not name.startswith("on")
            assert "href" not in name
            assert "url(" not in value or value.startswith("url(#")


def test_every_pattern_that_it_names_is_in_it(picture):
    _name, _width, drawn = picture
    named = {value[5:-1] for one in root(drawn).iter() for value in one.attrib.values() if value.startswith("url(#")}

    assert named == {pattern.get("id") for pattern in root(drawn).iter(f"{SVG}pattern")}


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("dots-many", "30 more are in the table."),
        ("funnel-many", "30 more are in the table."),
        ("series-many", "3 more are in the table."),
        ("stacked-many", "3 more are in the table."),
        ("paired-many", "10 more are in the table."),
        ("timeline-many", "30 earlier dates are in the table."),
    ],
)
def test_it_says_what_it_leaves_out(drawn, name, said):
    for width in WIDTHS:
        assert said in {one.text for one in words(drawn[name, width])}


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("dots", "hidden to protect people"),
        ("dots-one", "not reported"),
        ("funnel", "not reported"),
        ("series", "not reported"),
        ("series-none", "Nothing of this was reported"),
        ("stacked", "not reported"),
        ("paired", "nothing was promised"),
        ("tile-map", "not reported"),
        ("weights", "did not pass a gate"),
        ("timeline-none", "No date is known."),
    ],
)
def test_what_is_absent_is_said_in_words(drawn, name, said):
    for width in WIDTHS:
        assert said in " ".join(one.text for one in words(drawn[name, width]))


@pytest.mark.parametrize("name", ["dots", "stacked", "paired"])
def test_numbers_have_their_unit(drawn, name):
    text = " ".join(one.text for one in words(drawn[name, "wide"]))

    assert {"dots": "£20.50 an hour", "stacked": "£8.72 an hour", "paired": "−3.5 points"}[name] in text


def test_a_name_is_text_whatever_it_looks_like(drawn):
    text = " ".join(one.text for one in words(drawn["dots", "wide"]))

    assert "Brook & <script>" in text


def test_a_limit_that_no_value_can_pass_is_not_drawn():
    moments = tuple(Moment(when=date(2024, month, 1), value=0.1 * month) for month in range(1, 6))
    usual = UsualRange(mean=0.3, low=-0.2, high=0.8)
    draw = Series(courses=(Course(name="A", moments=moments),), unit=SHARE, measured="Turnover", usual=usual)

    said = {one.text for one in draw.lay("wide").of(Words)}
    assert "0%" in said
    assert not any(text.startswith("−") for text in said)
