"""Fictional measures and figures for tests."""

import datetime
from decimal import Decimal

from candour.care.council_measure import Measure, Range, Reference
from candour.care.council_outcome import CouncilOutcome
from candour.care.period import financial_year


def measure(**changed) -> Measure:
    """A fictional measure."""
    said = {
        "id": "fictional-tea",
        "version": 1,
        "framework": "Fictional framework",
        "published_as": "F1",
        "title": "Tea in time",
        "question": "Is tea in time?",
        "definition": "The share of teas that were in time.",
        "unit": "percent",
        "direction": "higher",
        "numerator": "Teas in time",
        "denominator": "Teas",
        "population": "Everybody who drinks tea",
        "statistics": ("outcome", "denominator", "margin of error"),
        "expected": Range(Decimal(0), Decimal(100)),
        "caveats": ("Not everybody drinks tea.",),
        "source": Reference("A fictional page", "https://example.org/"),
        "publisher": "Fictional Office for Tea",
        "licence": "https://example.org/licence",
        "review_date": datetime.date(2027, 1, 1),
    }
    return Measure(**(said | changed))


def outcome(council: str | None, year: int, value: str | None, **changed) -> CouncilOutcome:
    """A fictional figure of a council; without a value it is suppressed."""
    said = {
        "source": "fictional",
        "measure": "fictional-tea",
        "period": financial_year(year),
        "level": "council",
        "code": "",
        "name": "As published",
        "gss": "",
        "council": council,
        "statistic": "outcome",
        "value": Decimal(value) if value is not None else None,
        "state": "value" if value is not None else "suppressed",
        "flag": "" if value is not None else "[c]",
    }
    return CouncilOutcome(**(said | changed))
