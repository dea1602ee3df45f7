"""`candour define`: what an indicator or a metric means."""

from typing import Annotated

import typer

from candour.cli.options import AsJson
from candour.cli.output import print_json, print_table, say
from candour.indicators.definition import Indicator, Metric
from candour.indicators.indicator_parts import THEMES, Theme
from candour.operations.define import Definition, definitions_with

ThemeChoice = Annotated[Theme | None, typer.Option("--theme", help="Only indicators of this theme.")]


def define(
    words: Annotated[
        list[str] | None, typer.Argument(metavar="WORD", help="An id, or words that must all be found.")
    ] = None,
    theme: ThemeChoice = None,
    as_json: AsJson = False,
) -> None:
    """Say what an indicator or a metric means: what is counted, left out and assumed, and what it does not tell.

    An indicator is computed from notices; a metric is measured and reported by whoever gives the care. Where several
    fit, they are listed.
    """
    found = definitions_with(words or (), theme=theme)
    if as_json:
        print_json([{"kind": type(one).__name__.lower(), "definition": one} for one in found])
    elif len(found) == 1:
        _print(found[0])
    else:
        rows = [[one.id, _about(one), one.title, one.question] for one in sorted(found, key=_place)]
        print_table(f"{len(found):,} definitions", ("id", "about", "title", "question"), rows, whole=("id",))
        say("More of one: `candour define ID`. Figures: `candour compare councils --indicator ID`, or --metric ID.")


def _about(definition: Definition) -> str:
    return definition.theme if isinstance(definition, Indicator) else "metric"


def _place(definition: Definition) -> tuple[int, str]:
    theme = THEMES.index(definition.theme) if isinstance(definition, Indicator) else len(THEMES)
    return theme, definition.id


def _print(one: Definition) -> None:
    better = "neither way is better" if one.direction == "neither" else f"{one.direction} is better"
    say(f"{one.title}: {one.question}")
    say(f"{one.id}, version {one.version} · {_about(one)} · {one.unit} · {better}")
    say(f"Why: {one.why}")
    say(f"Numerator: {one.numerator}")
    say(f"Denominator: {one.denominator}")
    for title, lines in _lists(one):
        for line in lines:
            say(f"{title}: {line}")
    for caveat in one.caveats:
        say(f"It does not tell: {caveat}")
    for source in one.sources:
        say(f"Source: {' '.join(filter(None, (source.title, source.url)))}")


def _lists(one: Definition) -> list[tuple[str, list[str]]]:
    if isinstance(one, Metric):
        return [
            ("Population", [one.population]),
            ("Collected", [f"{one.collected.how} ({', '.join(one.collected.roles)})"]),
            ("Comparable with", [f"{other.measure}, but: {other.but}" for other in one.comparable_with]),
        ]
    known = [f"{other.system}: {other.code}, {_meaning(other.same, other.but)}" for other in one.known_as]
    return [("Left out", [*one.exclusions]), ("Assumed", [*one.assumptions]), ("Known as", known)]


def _meaning(same: bool, but: str) -> str:
    return "which means the same" if same else f"but: {but}"
