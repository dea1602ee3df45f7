"""A fictional table of what councils pay for care and of its workforce, in Candour's own layout, one figure a row."""

from collections.abc import Iterator
from decimal import Decimal

from candour.sample.draws import Draws
from candour.sample.outcomes.ascof import quality
from candour.sample.world import COUNCILS, Council

YEARS = tuple(range(2022, 2026))
_FEES = {
    "fee-home-care": ("money per hour", Decimal("19.50"), Decimal("6.40")),
    "fee-care-home": ("money per week", Decimal("690.00"), Decimal("240.00")),
}
"""For each measure its unit, what the council with the lowest fees pays, and how much more that with the highest."""
_WORKFORCE = {"workforce-turnover": (41.0, -18.0, 1.5), "workforce-vacancy": (13.0, -6.0, 0.8)}
_RISE_A_YEAR = Decimal("1.05")
_SILENT_EVERY = 8
"""Every so many councils there is one that says nothing of what it pays."""
_SEED = 20_260_401


def rows() -> Iterator[dict[str, str]]:
    """The figures of every council: where it pays more, fewer of the staff leave."""
    draws = Draws()
    for council in COUNCILS:
        draws.begin(_SEED, council.number)
        for nth, year in enumerate(YEARS):
            for measure in _FEES:
                yield _row(council, measure, year) | _fee(council, measure, nth, draws)
            for measure in _WORKFORCE:
                yield _row(council, measure, year) | _share(council, measure, draws)


def _row(council: Council, measure: str, year: int) -> dict[str, str]:
    return {
        "measure": measure,
        "period": f"{year}-{(year + 1) % 100:02d}",
        "council": council.gss,
        "council name": council.name,
        "statistic": "outcome",
        "age group": "",
        "job role": "",
        "rate type": "",
        "sector": "",
        "value": "",
        "flag": "",
        "unit": "",
        "currency": "",
        "note": "Fictional sample",
    }


def _fee(council: Council, measure: str, years: int, draws: Draws) -> dict[str, str]:
    unit, lowest, more = _FEES[measure]
    share = Decimal(f"{min(1.0, max(0.0, draws.near(quality(council), 0.08))):.3f}")
    fee = (lowest + more * share) * _RISE_A_YEAR**years
    if council.number % _SILENT_EVERY == _SILENT_EVERY - 1:
        return {"flag": "x"}
    return {"rate type": "average", "value": f"{fee:.2f}", "unit": unit, "currency": "GBP"}


def _share(council: Council, measure: str, draws: Draws) -> dict[str, str]:
    worst, better, noise = _WORKFORCE[measure]
    return {
        "sector": "all",
        "value": f"{draws.near(worst + better * quality(council), noise):.1f}",
        "unit": "percent",
    }
