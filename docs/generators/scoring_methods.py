"""Make docs/reference/scoring-methods.md from the methods themselves; every number on it is computed here."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from candour.evaluation.methods import (
    METHODS,
    AnyMethod,
    Benchmark,
    CeilingAndFloor,
    FixedPrice,
    MonetisedQuality,
)
from candour.evaluation.methods.method import Method
from candour.evaluation.methods.offer import Offer, Terms

PAGE = Path(__file__).parents[1] / "reference" / "scoring-methods.md"

OPENING = """\
# Scoring methods

This page is generated from the methods in `candour.evaluation.methods`: `make docs` writes it again.

A method makes one figure of a price and of quality. P is a price, Q how much of quality a bid offers, from 0 to 1.
**No other bid can change the result** of the first six; with the last four a bid that comes last can decide who is
first. Choosing one of those needs a reason, which is published. The first is the default.

## The same bids by every method

*Ten pence*: X asks 24.00 an hour and offers 80% of quality, Y asks 24.10 and offers 97%. *Goldilocks*: A 50.00 at
50%, B 75.00 at 75%, C 100.00 at 100%. The price has 40 points of 100 for ten pence, 50 for Goldilocks, where it has
any weight; the benchmark is 24.00 and 75.00, the corridor runs from half of that to twice as much, and quality
in full is valued at as much money.

| method | in a design | ten pence: X, Y | first | Goldilocks: A, B, C | first |
|---|---|---|---|---|---|
"""

_WHY = "to show what it does"
_BITES = {
    True: (
        "Criteria and their importance must be stated beforehand (Procurement Act 2023, section 23). Publishing this "
        "formula keeps that letter; whether its result can be foreseen is another matter."
    ),
    False: (
        "Criteria and their importance must be stated beforehand (Procurement Act 2023, section 23): publish this "
        "formula with its numbers, and every bidder can compute its own figure."
    ),
}


def text() -> str:
    """The whole page."""
    rows = "".join(_row(kind) for kind in METHODS)
    return OPENING + rows + "".join(_section(kind) for kind in METHODS)


def _made(kind: type[Method], usual: str) -> AnyMethod:
    price = Decimal(usual)
    if kind is CeilingAndFloor:
        return CeilingAndFloor(ceiling=2 * price, floor=price / 2)
    if kind is MonetisedQuality:
        return MonetisedQuality(values={"quality": price})
    if kind is FixedPrice:
        return FixedPrice(price=price)
    return kind(reason=_WHY) if kind.others_matter else kind()  # type: ignore[call-arg]


def _terms(weight: int, usual: str) -> Terms:
    return Terms(weights={"quality": Fraction(100 - weight)}, price_weight=Fraction(weight), benchmark=Decimal(usual))


def _bids(*of: tuple[str, str, str]) -> list[Offer]:
    return [Offer(bid=name, price=Fraction(p), fulfilment={"quality": Fraction(q)}) for name, p, q in of]


TEN_PENCE = _bids(("X", "24.00", "0.80"), ("Y", "24.10", "0.97"))
GOLDILOCKS = _bids(("A", "50", "0.50"), ("B", "75", "0.75"), ("C", "100", "1"))


def _row(kind: type[Method]) -> str:
    cells = [kind.title, f"`{kind.__struct_config__.tag}`"]
    for bids, weight, usual in ((TEN_PENCE, 40, "24.00"), (GOLDILOCKS, 50, "75.00")):
        figures = [one or Fraction() for one in _made(kind, usual).figures(_terms(weight, usual), bids)]
        best = min(figures) if kind.lowest_wins else max(figures)
        first = [bid.bid for bid, figure in zip(bids, figures, strict=True) if figure == best]
        cells += [", ".join(f"{float(figure):.4f}" for figure in figures), " and ".join(first)]
    return f"| {' | '.join(cells)} |\n"


def _section(kind: type[Method]) -> str:
    method = _made(kind, "24.00")
    gap = method.gap(_terms(40, "24.00"), Fraction(24), Fraction(1, 10), Fraction(4, 5))
    worth = (
        "A price cannot differ, so nothing is worth money."
        if gap is None
        else f"At 24.00 an hour and 80% of quality, a bid that is 10p dearer comes level with {float(100 * gap):.4f} "
        "points of quality more (of 100; 40 points for the price, where it has any)."
    )
    lines = [
        f"\n## {kind.title}\n",
        f"*{kind.formula}.* In a design: `method: {{method: {kind.__struct_config__.tag}}}`"
        + (", with a `reason`." if kind.others_matter else "."),
        "",
        worth,
        "",
        f"**Known weakness.** {kind.weakness}",
        "",
        f"**Where the law bites.** {_BITES[kind.others_matter]}",
    ]
    if kind is Benchmark:
        lines.insert(2, "The default. The benchmark stands in the design, as `benchmark:`.")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    PAGE.write_text(text(), encoding="utf-8")
