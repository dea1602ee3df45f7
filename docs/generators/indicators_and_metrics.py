"""Make docs/reference/indicators-and-metrics.md from the definitions."""

from pathlib import Path

from candour.indicators.definition import Indicator, Metric, indicators, metrics
from candour.ocds.answerable import Needs

PAGE = Path(__file__).parents[1] / "reference" / "indicators-and-metrics.md"

OPENING = """\
# Indicators and metrics

This page is generated from the definitions: `make docs` writes it again. To change one or add one, edit or add a file
under `definitions/`; the file's name is its id.

We compute an **indicator** from published contracting data. A provider measures a **metric** and reports it.
What each of them *needs* decides [for how many processes it can be answered](../explanation/what-can-be-answered.md).
"""


def text() -> str:
    """The whole page."""
    computed, reported = indicators().values(), metrics().values()
    return "".join(
        [
            OPENING,
            "\n## Indicators\n",
            *map(_section, computed),
            "\n## Metrics\n",
            *map(_section, reported),
        ]
    )


def _section(item: Indicator | Metric) -> str:
    about = [f"version {item.version}", f"unit: {item.unit}", _better(item)]
    if isinstance(item, Indicator):
        about.append(f"one value for each {item.grain}")
        more = []
    else:
        about.append(f"not shown for fewer than {item.minimum_n}")
        more = [f"- Population: {item.population}", f"- Collected: {item.how_collected}"]
    lines = [
        f'\n### <a id="{item.id}"></a>{item.title}\n',
        f"*{item.question}* {item.why}\n",
        f"`{item.id}` · {' · '.join(about)}\n",
        f"- Numerator: {item.numerator}",
        f"- Denominator: {item.denominator}",
        *more,
        f"- Needs: {_needs(item.needs)}",
        f"- Source: {'; '.join(f'[{source.title}]({source.url})' for source in item.sources)}",
        f"- To be reviewed by {item.review_date.isoformat()}\n",
        "What it does not tell:\n",
        *(f"- {caveat}" for caveat in item.caveats),
    ]
    return "\n".join(lines) + "\n"


def _better(item: Indicator | Metric) -> str:
    return "neither way is better" if item.direction == "neither" else f"{item.direction} is better"


def _needs(needs: Needs) -> str:
    parts = [f"`{field}`" for field in needs.all_of]
    if needs.any_of:
        parts.append(" or ".join(" with ".join(f"`{field}`" for field in fields) for fields in needs.any_of))
    among = f", in processes with `{needs.among}`" if needs.among else ""
    return "; ".join(parts) + among


if __name__ == "__main__":
    PAGE.write_text(text(), "utf-8")
