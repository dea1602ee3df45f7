"""`candour compare`: providers, councils, contract models or contracts side by side."""

from typing import Annotated

import typer

from candour.cli.like_for_like import (
    AmongChoice,
    BesideChoice,
    GroupChoice,
    StandardiseChoice,
    WeightChoice,
)
from candour.cli.options import DEFAULT_DATA, AsJson, Data
from candour.cli.output import print_json, print_table, say
from candour.cli.selection import (
    CareChoice,
    ContractModelChoice,
    CouncilChoice,
    RatingChoice,
    SinceChoice,
    UntilChoice,
)
from candour.compare.answer import Comparison, Group
from candour.compare.figure_text import figure_text
from candour.compare.kind import KINDS
from candour.compare.measured.asked import KindName
from candour.errors import CandourError
from candour.indicators.definition import Indicator, indicators
from candour.operations.compare import SHOWN_FIRST, compare_published
from candour.operations.home import Home
from candour.operations.selection import selection_of


def compare(
    kind: Annotated[KindName, typer.Argument(help="What to compare.")],
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="NAME", help="Parts of names, or keys; else those with most awards."),
    ] = None,
    care: CareChoice = "yes",
    since: SinceChoice = None,
    until: UntilChoice = None,
    council: CouncilChoice = None,
    contract_model: ContractModelChoice = None,
    rating: RatingChoice = None,
    indicator: Annotated[
        list[str] | None,
        typer.Option("--indicator", help="Indicators to show, by id (`candour define` lists them), or `all`."),
    ] = None,
    metric: Annotated[str | None, typer.Option("--metric", help="By this metric of the outcome library.")] = None,
    outcome: Annotated[
        str | None, typer.Option("--outcome", help="Councils by this outcome published about them, such as ascof-1a.")
    ] = None,
    among: AmongChoice = None,
    beside: BesideChoice = None,
    group: GroupChoice = "",
    standardise: StandardiseChoice = "",
    weight: WeightChoice = None,
    limit: Annotated[int, typer.Option(min=1, max=1000, help="How many to show.")] = 15,
    data: Data = DEFAULT_DATA,
    as_json: AsJson = False,
) -> None:
    """Compare providers, councils, contract models or contracts by what was published of them.

    Every figure shows what it rests on. For a median, half of the values lie between the two ends shown; for a share,
    they are the ends of its 95% interval. They are listed by how many awards can be seen, never by how good they are.

    With `--metric` or `--outcome`, by what was measured: only figures that are alike stand beside each other, and who
    is left out is listed with the reason. `--since` and `--until` are then of the day on which the period of a figure
    ends.
    """
    if metric or outcome:
        _refuse_what_does_not_fit(metric, outcome, indicator, rating)
        # What compares measured figures needs more libraries than a comparison of indicators should wait for.
        from candour.cli.compare_measured import case_mix_of, compare_by_metric, compare_by_outcome
        from candour.operations.measured_question import MeasuredQuestion

        question = MeasuredQuestion(
            of=metric or outcome or "",
            kind=kind,
            names=tuple(names or ()),
            among=tuple(among or ()),
            with_neighbours=beside is not None,
            care=care,
            council=council,
            contract_model=contract_model,
            since=since.date() if since else None,
            until=until.date() if until else None,
            group=group,
            mix=case_mix_of(standardise, weight or ()),
            limit=limit,
        )
        (compare_by_metric if metric else compare_by_outcome)(Home(data), question, as_json)
        return
    if kind == "contracts" or among or beside or group or standardise or weight:
        raise CandourError("contracts, --among, --with, --group, --standardise and --weight need --metric")
    comparison = compare_published(
        Home(data),
        kind,
        selection=selection_of(care, since, until, council, contract_model, rating),
        names=names or (),
        indicator_ids=indicator or SHOWN_FIRST,
        limit=limit,
    )
    if as_json:
        print_json(comparison)
    else:
        print_comparison(comparison)


def _refuse_what_does_not_fit(
    metric: str | None, outcome: str | None, indicators: list[str] | None, rating: str | None
) -> None:
    if metric and outcome:
        raise CandourError("--metric is measured of contracts and --outcome of councils; give one of them")
    if indicators or rating:
        raise CandourError("--indicator and --rating do not go with --metric or --outcome; leave them away")


def print_comparison(comparison: Comparison) -> None:
    """The comparison as a page: the table, what the columns mean, and what not to conclude."""
    print_figures(comparison)
    say(f"Chosen: {', '.join(f'{name} {value}' for name, value in comparison.selection.items())}.")
    say(
        "Under each figure: for a median, half of the values lie between the two ends; for a share, its 95% "
        "interval; then on how many of how many it rests. What is not reported is not known: neither good nor bad."
    )
    if any(group.registered for group in comparison.groups):
        say(
            "Rating: of the locations that a provider is linked to; good means something else in each nation, and "
            "not rated is neither good nor bad. `candour provider NAME` shows each, `candour links review` the links."
        )
    if any(group.name.endswith("(unlisted)") for group in comparison.groups):
        say("Unlisted: calls itself a council, and is in no table of councils.")
    for indicator in _shown(comparison):
        say(f"- {indicator.title}: {indicator.question} {indicator.caveats[0]}")
    say(f"Data version {comparison.data_version}. The same with every caveat: add --json.")


def print_figures(comparison: Comparison) -> None:
    """The table of a comparison alone."""
    known = indicators()
    kind = KINDS[comparison.kind]
    rated = any(group.registered for group in comparison.groups)
    rows = [
        [
            group.name,
            *([_rating(group)] if rated else []),
            *(figure_text(figure, known[figure.indicator]) for figure in group.figures),
        ]
        for group in (*comparison.groups, comparison.everybody)
    ]
    if not comparison.groups:
        say(f"Nothing that was selected has {kind.many} to compare; try --care any, or `candour status`.")
        return
    since, until = comparison.period
    period = f", awards from {since} to {until}" if since else ", no award with a date"
    title = f"{len(comparison.groups):,} of {comparison.groups_in_all:,} {kind.many}{period}"
    columns = (kind.one, *(["Rating"] if rated else []), *map(column_title, _shown(comparison)))
    print_table(title, columns, rows, ruled=True)


def _rating(group: Group) -> str:
    """For example "at or above good", then "3 of 4 rated" and since when: who is linked to nothing has none."""
    found = group.registered
    if found is None:
        return "" if not group.key else "not in a register"
    inspected = f"\ninspected since {found.oldest_inspection}" if found.oldest_inspection else ""
    return f"{found.rating}\n{found.rated:,} of {found.locations:,} rated{inspected}"


def _shown(comparison: Comparison) -> list[Indicator]:
    known = indicators()
    return [known[figure.indicator] for figure in comparison.everybody.figures]


def column_title(indicator: Indicator) -> str:
    """The indicator's title, with its unit where the figures do not show it."""
    kind = "median " if indicator.summary == "median" else ""
    unit = f" ({kind}{indicator.unit})" if indicator.unit in ("months", "days", "bids") else ""
    return f"{indicator.title}{unit}" if unit else f"{indicator.title}{' (median)' if kind else ''}"
