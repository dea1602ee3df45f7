"""`candour standards`: what holds where, what a place may not write, and where councils stand."""

from pathlib import Path

import pytest

LOCAL = """\
council: S12000033
name: Aberdeen City (the additions are fictional)
nation: scotland
effective: 2026-04-01
raises:
  - standard: homes-graded-good
    version: 1
    floor: 85
    justification: families asked for it
    review_date: 2030-04-01
adds:
  - id: named-worker
    title: A named worker
    applies_to: [contract]
    direction: must
    justification: workers and families asked for it
    review_date: 2030-04-01
"""
COUNCILS = {"S12000033": 80, "S12000034": 84, "S12000041": 86, "S12000035": 70, "S12000036": 82, "S12000005": 83}


@pytest.fixture
def built(candour, tmp_path: Path) -> Path:
    """Made-up figures for six councils, each of 200 services."""
    rows = ["measure,period,council,statistic,value"]
    for code, percent in COUNCILS.items():
        for statistic, value in (("outcome", percent), ("numerator", 2 * percent), ("denominator", 200)):
            rows.append(f"lgbf-sw7,2024-25,{code},{statistic},{value}")
    table = tmp_path / "scotland.csv"
    table.write_text("\n".join(rows) + "\n")
    assert candour("add", table, "--publisher", "made up for a test").code == 0
    assert candour("build").code == 0
    return table


def test_the_list_of_a_nation(candour) -> None:
    found = candour("standards", "list", "scotland", "--json").json
    assert len(found) >= 25
    assert {"homes-graded-good", "visit-length"} <= {one["id"] for one in found}


def test_a_place_that_weakens_a_standard_is_told_the_line(candour, tmp_path: Path) -> None:
    file = tmp_path / "aberdeen.yaml"
    file.write_text(LOCAL.replace("floor: 85", "floor: 60"))
    found = candour("standards", "check", file)
    assert found.code == 1
    assert "aberdeen.yaml line 8: homes-graded-good: found 60 percent, which is weaker" in found.out
    file.write_text(LOCAL)
    assert candour("standards", "check", file).code == 0
    shown = candour("standards", "diff", "scotland", file)
    assert "at least 85 percent" in shown.out
    assert "A named worker" in shown.out


def test_a_council_without_additions_has_its_nations(candour) -> None:
    found = candour("standards", "diff", "england", "London Borough of Merton")
    assert found.code == 3
    assert "has raised or added nothing that is known here" in found.err


def test_a_scorecard_by_the_nations_floor_and_by_its_own(candour, built: Path, tmp_path: Path) -> None:
    def standing(*more: str | Path) -> str:
        card = candour("standards", "scorecard", "S12000033", *more, "--json").json
        (line,) = [one for one in card["lines"] if one["standard"]["id"] == "homes-graded-good"]
        return line["standing"]["standing"]

    file = tmp_path / "aberdeen.yaml"
    file.write_text(LOCAL)
    assert standing() == "within permitted variation"
    assert standing("--local", file) == "below the floor"
    page = candour("standards", "scorecard", "S12000033").out
    assert "because no contract of this council reports it" in page
    other = candour("standards", "scorecard", "S12000034", "--local", file)
    assert other.code == 3
    assert "it is of S12000033" in other.err


def test_how_much_councils_differ(candour, built: Path) -> None:
    (found,) = candour("standards", "variation", "scotland", "--json").json
    assert found["variation"]["places"] == 6
    assert found["variation"]["extremal"] == pytest.approx(86 / 70)
    below = [one for one in found["standings"] if one["standing"] == "below the floor"]
    assert len(below) == 1
    assert "Services are graded good or better" in candour("standards", "variation", "scotland", "--every").out
