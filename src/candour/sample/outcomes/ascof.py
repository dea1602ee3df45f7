"""A fictional file in the tidy layout of the adult social care outcomes framework (England), one figure a row.

England as a whole and its regions are not in it: they exist, and nothing is made up about them.
"""

from collections.abc import Iterator

from candour.sample.draws import Draws
from candour.sample.world import COUNCILS, Council

YEARS = tuple(range(2018, 2025))
VOLUNTARY = 2020
"""In 2020-21 the survey was voluntary: only some councils took part, and the year compares with no other."""
_TOOK_PART_EVERY = 5
_ASKED_TOO_FEW = 7
"""Councils whose number leaves this remainder have a year in which too few people answered."""
_MEASURES = {"1A": (18.2, 1.6, 0.2), "1D": (58.0, 16.0, 1.2), "3A": (72.0, 12.0, 1.2), "4A": (65.0, 12.0, 1.2)}
"""For each measure the figure of the worst council, how much better the best is, and the noise."""
_SEED = 20_251_101


def quality(council: Council) -> float:
    """From 0 to 1: the truth about a council that its outcomes follow. It weighs quality when it buys."""
    return (council.quality_weight - 40) / 60


def rows() -> Iterator[dict[str, str]]:
    """Every figure of every English council, with the states that stand for those that are not there."""
    draws = Draws()
    for council in COUNCILS:
        if council.nation != "England":
            continue
        draws.begin(_SEED, council.number)
        for measure in _MEASURES:
            for year in YEARS:
                yield from _figures(council, measure, year, draws)


def _figures(council: Council, measure: str, year: int, draws: Draws) -> Iterator[dict[str, str]]:
    worst, better, noise = _MEASURES[measure]
    outcome = draws.near(worst + better * quality(council), noise)
    figures = {
        "margin of error": f"{better * draws.near(0.25, 0.02):.1f}",
        "number of respondents": f"{5 * draws.whole(50, 110)}",
        "outcome": f"{outcome:.1f}",
    }
    flag = _flag(council, measure, year)
    for statistic, value in figures.items():
        yield {
            "measure": measure,
            "period": f"{year}-{year + 1}",
            "statistic": statistic,
            "area_type": "council",
            "la_code": f"F{council.number:02d}",
            "la_name": council.name,
            "gss_code": council.gss,
            "value": "" if flag else value,
            "flag": flag,
        }


def _flag(council: Council, measure: str, year: int) -> str:
    """Why there is no figure: it took no part, the measure is not for it, or too few answered."""
    if year == VOLUNTARY and council.number % _TOOK_PART_EVERY:
        return "x"
    if measure == "4A" and council.number == 1:
        return "z"
    if measure == "3A" and council.number % _ASKED_TOO_FEW == 2 and year == YEARS[-1]:
        return "c"
    return ""
