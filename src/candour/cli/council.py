"""`candour council`: one council on a page."""

from datetime import UTC, datetime
from typing import Annotated, Any

import typer

from candour.care.council_outcome import CouncilOutcome
from candour.care.days import in_words
from candour.care.outcome_series import Point, Series
from candour.cli.options import DEFAULT_DATA, AsJson, Data
from candour.cli.output import print_json, print_table, say
from candour.cli.provider import share_in_words
from candour.cli.selection import DAY
from candour.compare.neighbours import CouncilNeighbours
from candour.operations.council import CouncilPage
from candour.operations.council import council as council_page
from candour.operations.home import Home
from candour.sources.council_measures import council_measures

SHOWN = 4
"""So many of the last periods are shown; all of them are in the JSON."""


def council(
    wanted: Annotated[
        str, typer.Argument(metavar="COUNCIL", help="Its name, GSS code or organisation id, or a postcode.")
    ],
    on: Annotated[datetime | None, typer.Option(help="As it stood on this day; else today.", **DAY)] = None,
    data: Data = DEFAULT_DATA,
    as_json: AsJson = False,
) -> None:
    """Show a council: its codes, who came before and after it, its outcomes, the care in its area, what it buys."""
    day = on.date() if on else datetime.now(UTC).date()
    page = council_page(Home(data), wanted, day)
    if as_json:
        print_json(page)
        return
    _print(page)


def _print(page: CouncilPage) -> None:
    known = page.council
    if known:
        facts: list[tuple[str, Any]] = [
            ("GSS code", known.gss),
            ("organisation id", known.organisation_id),
            ("kind", known.kind),
            ("region", known.region),
            ("nation", known.nation),
            ("adult social care", "its duty" if known.social_care else "not its duty"),
        ]
        print_table(known.name, ("", ""), facts)
    else:
        say(f"{page.name}: in no table of councils; what follows is by its name alone.")
    if page.lineage and not page.lineage.same_area:
        say(page.lineage.wording)
    _print_outcomes(page.outcomes)
    say()
    say(f"Care in its area, as known on {in_words(page.day)}: {page.locations:,} locations in the registers.")
    for share in page.shares:
        say(share_in_words(share))
    bought = page.bought
    say(
        f"Notices: {bought['processes']:,} social-care processes, {bought['awarded']:,} with an award, "
        f"{bought['performance_published']:,} with published performance."
    )
    for found in page.neighbours:
        _print_neighbours(found)
    say(f"Data version {page.data_version}. More: --json, `candour compare providers --council '{page.name}'`.")


def _print_neighbours(found: CouncilNeighbours) -> None:
    if found.why_not:
        say(f"{found.method.title}: nobody, because {found.why_not}.")
        return
    say(f"{found.method.title}: the {len(found.neighbours)} nearest of {len(found.values)} councils are")
    for neighbour in found.neighbours:
        say(f"{neighbour.rank}. {found.wording(neighbour)}")


def _print_outcomes(outcomes: tuple[Series, ...]) -> None:
    if not outcomes:
        say("Outcomes: none received; `candour add` takes council outcome tables.")
        return
    measures = council_measures()
    rows = [
        (
            measures[one.measure].published_as,
            _asked(one, measures[one.measure].question),
            *_points(one, measures[one.measure].unit),
        )
        for one in outcomes
        if one.points
    ]
    print_table(
        f"Outcomes, the last {SHOWN} periods; | marks years that cannot be compared",
        ("measure", "question", "figures", "region", "nation"),
        rows,
    )
    caveats = dict.fromkeys(caveat for one in outcomes for caveat in one.caveats if _of_all(caveat, outcomes))
    for caveat in caveats:
        say(f"Note: {caveat}")
    for one in outcomes:
        if not one.points:
            say(f"{measures[one.measure].title}: no figure under its own code. {one.caveats[-1]}")


def _asked(one: Series, question: str) -> str:
    """The question, and of whom where the figures are not of everybody."""
    broken_down = ", ".join(f"{name}: {value}" for name, value in one.dimensions)
    return f"{question} ({broken_down})" if broken_down else question


def _of_all(caveat: str, outcomes: tuple[Series, ...]) -> bool:
    return all(caveat in one.caveats for one in outcomes)


def _points(one: Series, unit: str) -> tuple[str, str, str]:
    shown = one.points[-SHOWN:]
    text = ""
    for point in shown:
        broken = point.comparable is not None and not point.comparable.yes
        text += ("\n| " if broken else "\n") * bool(text) + f"{point.period.label}: {_figure(point.outcome)}"
    last: Point = shown[-1]
    return f"{text}\n({unit})", _figure(last.region), _figure(last.nation)


def _figure(outcome: CouncilOutcome | None) -> str:
    if outcome is None:
        return "not reported"
    return str(outcome.value) if outcome.value is not None else outcome.state
