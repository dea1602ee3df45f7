"""Make docs/reference/council-outcomes.md from the definitions of measures."""

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from candour.care.council_measure import NEVER_ON_THEIR_OWN, Break, Measure
from candour.sources.council_measures import council_measures

PAGE = Path(__file__).parents[1] / "reference" / "council-outcomes.md"

OPENING = f"""\
# Outcomes of councils: every measure

This page is generated from the files under `definitions/council_outcomes/`: `make docs` writes it again. To change a
measure or add one, edit or add a file there; the file's name is its id.
[What these figures are, and how they are kept](../explanation/council-outcomes.md) says how to read them.

> {NEVER_ON_THEIR_OWN}

That holds for every measure below and goes with every figure.
"""


def text() -> str:
    """The whole page."""
    measures = sorted(council_measures().values(), key=lambda each: each.framework)
    frameworks = groupby(measures, key=lambda each: each.framework)
    return OPENING + "".join(f"\n## {name}\n{''.join(map(_section, found))}" for name, found in frameworks)


def _section(measure: Measure) -> str:
    called = f" · published as {measure.published_as}" if measure.published_as else ""
    unit = f"{measure.unit} ({measure.currency})" if measure.currency else measure.unit
    lines = [
        f'\n### <a id="{measure.id}"></a>{measure.title}\n',
        f"*{measure.question}* {measure.definition}\n",
        f"`{measure.id}`{called} · version {measure.version} · unit: {unit} · {_better(measure)}\n",
        f"- Numerator: {measure.numerator}",
        f"- Denominator: {measure.denominator}",
        f"- Population: {measure.population}",
        f"- Published: {', '.join(measure.statistics)}",
        *(f"- By {name}: {', '.join(values)}" for name, values in measure.dimensions.items()),
        f"- Expected: {measure.expected.min} to {measure.expected.max}; a warning otherwise",
        f"- Source: [{measure.source.title}]({measure.source.url}), {measure.publisher}",
        f"- Licence: {measure.licence}",
        f"- To be reviewed by {measure.review_date}",
        *_listed("What it does not tell:", (each for each in measure.caveats if each != NEVER_ON_THEIR_OWN)),
        *_listed("What cannot be compared:", map(_break, measure.breaks)),
    ]
    return "\n".join(lines) + "\n"


def _better(measure: Measure) -> str:
    return "neither way is better" if measure.direction == "neither" else f"{measure.direction} is better"


def _listed(title: str, items: Iterable[str]) -> list[str]:
    lines = [f"- {item}" for item in items]
    return [f"\n{title}\n", *lines] if lines else []


def _break(found: Break) -> str:
    when = f"**since {found.since}** with earlier years" if found.since else f"**{found.only}** with any other year"
    return f"{when}: {found.because}"


if __name__ == "__main__":
    PAGE.write_text(text(), "utf-8")
