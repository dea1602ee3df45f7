"""Make docs/reference/costing-parameters.md from the published figures and the names of assumptions."""

from pathlib import Path

from candour.costing.assumptions import NAMES, OPTIONAL, CareHomeWeek, HomeCareHour
from candour.costing.parameters import Figure, Year, years

PAGE = Path(__file__).parents[1] / "reference" / "costing-parameters.md"

OPENING = """\
# What costs are computed from

This page is generated from the files under `definitions/costing/` and from the assumptions themselves: `make docs`
writes it again. [What an hour costs](../explanation/what-an-hour-costs.md) says what is done with them.

## Assumptions

Each is given by its name, in a file or with `--set NAME=VALUE`. None has a silent value: what is missing is asked
for.
A nation and a year fill in those that have the name of a figure below, and the pay floor as the wage.

| name | meaning | unit | hour of home care | week in a care home |
|---|---|---|---|---|
"""

FIGURES = """
## Published figures, by year

A figure that is missing says why, and is never zero. To add a year or mend a figure, edit the file of that year; its
version and review date are part of it.
"""


def text() -> str:
    """The whole page."""
    return OPENING + "".join(map(_assumption, NAMES)) + FIGURES + "".join(map(_year, reversed(years().values())))


def _assumption(name: str) -> str:
    hour, week = (_use(name, kind.__struct_fields__) for kind in (HomeCareHour, CareHomeWeek))
    return f"| `{name}` | {NAMES[name].meaning} | {NAMES[name].unit} | {hour} | {week} |\n"


def _use(name: str, fields: tuple[str, ...]) -> str:
    if name not in fields:
        return ""
    return "for a price" if name in OPTIONAL else "needed"


def _year(year: Year) -> str:
    lines = [
        f"\n### {year.id}\n",
        f"{year.title} · version {year.version} · {year.currency} · to be reviewed by {year.review_date}\n",
        "| name | figure | value | unit | nations | what is known, and what is not | source |",
        "|---|---|---|---|---|---|---|",
        *(_figure(figure) for figure in year.figures),
        "\nSources:\n",
        *(
            f"- *{key}*: [{one.title}]({one.url}), {one.publisher}. Licence: {one.licence}"
            for key, one in year.sources.items()
        ),
        "\nNot known:\n",
        *(f"- {each}" for each in year.not_known),
    ]
    return "\n".join(lines) + "\n"


def _figure(figure: Figure) -> str:
    value = figure.value if figure.value is not None else f"missing: {figure.missing_because}"
    nations = ", ".join(figure.nations) if len(figure.nations) < 4 else "all four"
    standing = " ".join(filter(None, (figure.known, figure.not_known)))
    return (
        f"| `{figure.name}` | {figure.title} | {value} | {figure.unit} | {nations} | {standing} | {figure.source} |"
    )


if __name__ == "__main__":
    PAGE.write_text(text(), "utf-8")
