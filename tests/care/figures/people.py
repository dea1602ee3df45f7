"""People who do not exist, and what they are asked."""

from datetime import date
from decimal import Decimal

from candour.care.figures.asked import Asked, Given
from candour.care.figures.publication import Question
from candour.care.metrics.computation import Mean, Rate, Share
from candour.care.metrics.fields import Choice, Condition, Number
from candour.care.metrics.recipe import Recipe
from candour.care.period import Period

QUARTER = Period(date(2026, 7, 1), date(2026, 9, 30))


def yes_or_no(name="content", minimum_n=1, **more):
    """A question that is true of people or is not; columns of its own."""
    recipe = Recipe(
        row="one person asked",
        fields={"answer": Choice(means="the answer", choices=("yes", "no"))},
        compute=Share(counted=(Condition(field="answer", one_of=("yes",)),)),
    )
    return asked(name, recipe, minimum_n, **more)


def falls(minimum_n=1):
    """Falls for every 1,000 days."""
    fields = {
        "falls": Number(means="falls", min=Decimal(0), max=Decimal(500)),
        "days": Number(means="days", min=Decimal(0), max=Decimal(366)),
    }
    recipe = Recipe(row="one person supported", fields=fields, compute=Rate(of="falls", over="days", per=1000))
    return asked("falls", recipe, minimum_n)


def points(minimum_n=1, most=24):
    """Points from 0 to so many, on average."""
    fields = {"points": Number(means="points", min=Decimal(0), max=Decimal(most))}
    return asked("points", Recipe(row="one person asked", fields=fields, compute=Mean(of=("points",))), minimum_n)


def asked(name, recipe, minimum_n, **more):
    given = {"columns": frozenset(f"{name}.{field}" for field in recipe.fields), **more}
    return Asked(id=name, version=1, title=name, unit="share", minimum_n=minimum_n, recipe=recipe, **given)


def question(*metrics, dimensions=(), breakdowns=None, **more):
    """Everything broken down by each dimension alone, unless said otherwise."""
    by = tuple((name,) for name in dimensions) if breakdowns is None else breakdowns
    given = {"population": "Contract 1", "period": QUARTER, **more}
    return Question(metrics=metrics, dimensions=dimensions, breakdowns=by, **given)


def answered(counts, metric="content", start=0, by_proxy=False):
    """People by kind and answer: {(kind, answer): how many}; the answer None was not given."""
    rows = []
    for (kind, answer), people in counts.items():
        for _ in range(people):
            person = f"p{start + len(rows)}"
            rows.append(Given(person=person, kind=kind, by_proxy=by_proxy, rows={metric: {"answer": answer}}))
    return rows


def numbered(contributions, metric="points", field="points", **more):
    """People by kind and number: [(kind, number)]."""
    return [
        Given(person=f"p{at}", kind=kind, rows={metric: {field: Decimal(number)} | more})
        for at, (kind, number) in enumerate(contributions)
    ]


def by_group(figures):
    """The figures by group, as (category, …); one stratum only."""
    return {tuple(figure.group.values()): figure for figure in figures}
