from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from candour.care.figure import Figure, parse_figure, parse_figures


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("19.1", Figure(Decimal("19.1"), "value")),
        ("0", Figure(Decimal(0), "value")),
        ("-0.12", Figure(Decimal("-0.12"), "value")),
        ("51,230", Figure(Decimal(51230), "value")),
        ("[z]", Figure(None, "not applicable", "z")),
        ("x", Figure(None, "unavailable", "x")),
        (" [C] ", Figure(None, "suppressed", "C")),
        (":", Figure(None, "not reported", ":")),
        ("", Figure(None, "not reported", "")),
    ],
)
def test_what_a_cell_says(text: str, figure: Figure):
    assert parse_figures(text) == (figure,)


@pytest.mark.parametrize(
    ("text", "first", "second"), [("7.7 (7.6)", "7.7", "7.6"), ("51,230 (35,415)", "51230", "35415")]
)
def test_a_second_figure_in_brackets(text: str, first: str, second: str):
    assert [figure.value for figure in parse_figures(text)] == [Decimal(first), Decimal(second)]


def test_a_second_figure_that_is_not_there():
    assert parse_figures("9.1 (:)") == (Figure(Decimal("9.1"), "value"), Figure(None, "not reported", ":"))


@pytest.mark.parametrize(
    "text", ["n/a", "[q]", "12,34", "1e5", "24.10 pounds", "£24.10", "1 (2) (3)", "NaN", "[]", "()", "5 (low)"]
)
def test_whatever_else_is_refused(text: str):
    with pytest.raises(ValueError, match="neither a number nor one of the flags"):
        parse_figures(text)


@given(st.decimals(min_value=0, max_value=10**9, places=3))
def test_a_decimal_comes_back_exact(number: Decimal):
    assert parse_figure(str(number)).value == number


@given(st.integers(0, 10**7), st.integers(1, 3))
def test_noise_of_binary_sums_is_no_part_of_a_figure(number: int, places: int):
    exact = Decimal(number).scaleb(-places)
    noisy = float(exact) * 3 / 3 + 0.0
    assert parse_figure(f"{Decimal(repr(noisy)):f}").value == exact


def test_the_noise_of_a_real_cell():
    assert parse_figure("20.200000000000003").value == Decimal("20.2")
