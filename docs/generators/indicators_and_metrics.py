"""Make docs/reference/indicators-and-metrics.md from the definitions, and from the golden rows of the indicators."""

from pathlib import Path
from typing import Any

import yaml

from candour.care.metrics.computation import Computation, Mean, Median, Rate, Share, SumRatio
from candour.care.metrics.fields import Condition, Field, Number
from candour.indicators.definition import Indicator, Metric, Source, indicators, metrics
from candour.indicators.indicator_parts import THEMES, KnownAs
from candour.indicators.metric_parts import ANY, AppliesTo, ComparableWith
from candour.ocds.answerable import Needs

REPOSITORY = Path(__file__).parents[2]
PAGE = REPOSITORY / "docs" / "reference" / "indicators-and-metrics.md"
GOLDEN = REPOSITORY / "tests" / "indicators" / "golden"

OPENING = """\
# Indicators and metrics

This page is generated from the definitions: `make docs` writes it again. To change one or add one, edit or add a file
under `definitions/`; the file's name is its id.

We compute an **indicator** from published contracting data. A provider measures a **metric** and reports it; together
they are [the outcome library](../explanation/outcome-library.md).
[How indicators are defined and computed](../explanation/indicators.md) says what the words below mean.
What each of them *needs* decides [for how many processes it can be answered](../explanation/what-can-be-answered.md).
A metric needs its own observations, `contracts.implementation.metrics[ID]`, with the end of their period and a value
(`measure` or `value.amount`), in processes with `contracts.id`.
"""


def text() -> str:
    """The whole page."""
    contents = "".join(f"- {theme}: {_links(theme)}\n" for theme in THEMES)
    return "".join(
        [
            OPENING,
            f"\n## Indicators\n\n{contents}",
            *(_section(item) for theme in THEMES for item in _about(theme)),
            "\n## Metrics\n",
            *map(_section, metrics().values()),
        ]
    )


def _about(theme: str) -> list[Indicator]:
    return [item for item in indicators().values() if item.theme == theme]


def _links(theme: str) -> str:
    return " · ".join(f"[{item.title}](#{item.id})" for item in _about(theme))


def _section(item: Indicator | Metric) -> str:
    about = [f"version {item.version}", f"unit: {item.unit}", _better(item)]
    if isinstance(item, Indicator):
        about = [item.theme, *about, f"one value for each {item.grain}"]
        more = _of_indicator(item)
    else:
        about.append(f"for {item.period}")
        about.append(f"not shown for fewer than {item.minimum_n}")
        more = _of_metric(item)
    lines = [
        f'\n### <a id="{item.id}"></a>{item.title}\n',
        f"*{item.question}* {item.why}\n",
        f"`{item.id}` · {' · '.join(about)}\n",
        f"- Numerator: {item.numerator}",
        f"- Denominator: {item.denominator}",
        *more,
        *([f"- Needs: {_needs(item.needs)}"] if isinstance(item, Indicator) else []),
        f"- Source: {'; '.join(map(_source, item.sources))}",
        f"- To be reviewed by {item.review_date.isoformat()}\n",
        "What it does not tell:\n",
        *(f"- {caveat}" for caveat in item.caveats),
        *(_examples(item.id) if isinstance(item, Indicator) else []),
    ]
    return "\n".join(lines) + "\n"


def _of_indicator(indicator: Indicator) -> list[str]:
    return [
        "- Left out:",
        *(f"    - {line}" for line in indicator.exclusions),
        "- Assumed:",
        *(f"    - {line}" for line in indicator.assumptions),
        *map(_known_as, indicator.known_as),
    ]


def _known_as(other: KnownAs) -> str:
    return f"- {other.system} has it as {other.code}" + (
        "; it means the same" if other.same else f", but: {other.but}"
    )


def _examples(indicator: str) -> list[str]:
    cases: list[dict[str, Any]] = yaml.safe_load((GOLDEN / f"{indicator}.yaml").read_text("utf-8"))
    return ["\nFor example:\n", *(f"- {case['case']}: {_gives(case['gives'])}" for case in cases)]


def _gives(rows: list[dict[str, Any]]) -> str:
    if not rows:
        return "left out"
    values = ("not known" if row["value"] is None else f"{row['value']:g} {row.get('currency', '')}" for row in rows)
    return ", ".join(value.strip() for value in values)


def _of_metric(metric: Metric) -> list[str]:
    collected, recipe = metric.collected, metric.recipe
    lines = [
        f"- Population: {metric.population}",
        f"- Applies to: {_applies(metric.applies_to)}",
        f"- Collected: {collected.how} ({collected.by}; from: {', '.join(collected.roles)})",
    ]
    if collected.proxy_rule:
        lines.append(f"- Answers by proxy: {collected.proxy}. {collected.proxy_rule}")
    if metric.local_question:
        lines.append("- A local question: what it asks about is ours; each service finds its own words with people.")
    if metric.instrument:
        of = metric.instrument
        lines.append(f"- Needs a licence: {of.name}; owner: {of.owner}. Not shipped: {of.not_shipped}")
    lines.append(f"- Computed from one row for {recipe.row}: {_way(recipe.compute)}")
    lines.extend(f"    - `{name}`: {_field(field)}" for name, field in recipe.fields.items())
    lines.extend(f"- Comparable with {_public(other)}" for other in metric.comparable_with)
    lines.append(f"- Licence of the definition: {metric.licence}")
    return lines


def _applies(applies: AppliesTo) -> str:
    services = "every kind of care" if ANY in applies.services else ", ".join(applies.services)
    of = "one contract" if applies.reported_for == "contract" else "all that one commissioner buys"
    needs = f"; the notices must also say: {', '.join(applies.also_needs)}" if applies.also_needs else ""
    ages = " of adults" if applies.ages == "adults" else ""
    return f"{services}{ages}; a value is of {of}{needs}"


def _way(way: Computation) -> str:
    match way:
        case Share():
            said = f"the share with {_conditions(way.counted)}"
        case Mean():
            said = f"the mean of {' + '.join(f'`{name}`' for name in way.of)}"
        case Median():
            said = f"the median of `{way.of}`"
        case Rate():
            said = (
                f"the sum of `{way.of}` for every {way.per:,} {f'of the sum of `{way.over}`' if way.over else 'rows'}"
            )
        case SumRatio():
            above, below = (" + ".join(f"`{name}`" for name in names) for names in (way.of, way.over))
            said = f"the sum of {above}, divided by the sum of {below}"
    return said + (f", among rows with {_conditions(way.among)}" if way.among else "")


def _conditions(conditions: tuple[Condition, ...]) -> str:
    return " and ".join(map(_condition, conditions))


def _condition(condition: Condition) -> str:
    if condition.one_of:
        return f"`{condition.field}` {' or '.join(f'“{value}”' for value in condition.one_of)}"
    bounds = (("at least", condition.at_least), ("below", condition.below))
    return f"`{condition.field}` {' and '.join(f'{words} {bound}' for words, bound in bounds if bound is not None)}"


def _field(field: Field) -> str:
    if isinstance(field, Number):
        return f"{field.means} ({field.min} to {field.max})"
    return f"{field.means} ({' · '.join(field.choices)})"


def _public(other: ComparableWith) -> str:
    outcome = other.council_outcome
    name = f"[{other.measure}](council-outcomes.md#{outcome})" if outcome else other.measure
    return f"{name}, but: {other.but}"


def _source(source: Source) -> str:
    return f"[{source.title}]({source.url})" if source.url else source.title


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
