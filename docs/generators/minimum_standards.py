"""Make docs/reference/minimum-standards.md from the files under definitions/minimum_standards."""

from pathlib import Path

from candour.minimum_standards.standard import ByCouncilOutcome, ByMetric, Standard, standards

PAGE = Path(__file__).parents[1] / "reference" / "minimum-standards.md"

OPENING = """\
# Minimum standards

This page is generated from the files under `definitions/minimum_standards/`: `make docs` writes it again.

A starter set, and **our own**: nobody has agreed on these floors. Where the law or published guidance asks for
something, the evidence says so; the numbers are ours unless the reason says otherwise. A place may
[raise them or add to them](../how-to/write-a-local-standard.md), and never weaken them.

| standard | nations | of | asks | a place may go to | measured by |
|---|---|---|---|---|---|
"""


def text() -> str:
    """The whole page."""
    its = standards().values()
    return OPENING + "".join(map(_row, its)) + "".join(map(_section, its))


def _row(one: Standard) -> str:
    limit = "" if one.local_limit is None else f"{one.local_limit} {one.unit}"
    nations = "all" if len(one.nations) == 4 else ", ".join(nation.title() for nation in one.nations)
    cells = (
        f"[{one.title}](#{one.id})",
        nations,
        ", ".join(one.applies_to),
        one.asks.in_words(),
        limit,
        _measured(one),
    )
    return f"| {' | '.join(cells)} |\n"


def _measured(one: Standard) -> str:
    match one.measured:
        case ByMetric(metric):
            return f"metric [{metric}](indicators-and-metrics.md#{metric})"
        case ByCouncilOutcome(measure):
            return f"[{measure}](council-outcomes.md)"
    return "what tenders and contracts say"


def _section(one: Standard) -> str:
    lines = [
        f"\n### {one.id}\n",
        f"**{one.title}.** {one.question} {one.why}\n",
        f"Why this floor: {one.justification} Version {one.version}, to be read again by {one.review_date}.\n",
        *(f"- [{each.title}]({each.url})" if each.url else f"- {each.title}" for each in one.evidence),
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    PAGE.write_text(text(), encoding="utf-8")
