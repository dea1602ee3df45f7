"""A comparison of measured figures as a page of text."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import zip_longest

from candour.cli.output import counted, print_table, say
from candour.cli.text_plot import Dot, dot_plot
from candour.compare.measured.answer import Change, Figure, MeasuredComparison, Unit
from candour.compare.measured.likeness import SetAside

KINDS = {
    "providers": ("provider", "providers"),
    "councils": ("council", "councils"),
    "contract-models": ("contract model", "contract models"),
    "contracts": ("contract", "contracts"),
}
DIRECTIONS = {"higher": "more is better", "lower": "less is better", "neither": "neither more nor less is better"}
SET_ASIDE_SHOWN, CHANGES_SHOWN, NAME = 4, 6, 34


def print_measured(comparison: MeasuredComparison) -> None:
    """The figures, who can be told apart, what would change that, who is not compared, and what not to conclude."""
    one, many = KINDS[comparison.kind]
    say(f"{comparison.title}: {comparison.question}")
    say(f"{_number_name(comparison.unit)}; {DIRECTIONS[comparison.better]}. {_when(comparison)}")
    if comparison.units:
        _print_units(comparison, one, many)
        _print_plot(comparison)
        _print_order(comparison)
        _print_over_time(comparison)
    else:
        say(f"Nothing was published of it by any of the {many} selected; try --care any, or another metric.")
    _print_set_aside(comparison)
    say(comparison.case_mix)
    for caveat in comparison.caveats:
        say(f"- {caveat}")
    alike = "; ".join(f"{name}: {value}" for name, value in comparison.alike_in.items())
    say(f"Alike in all of them: {alike}." if alike else "")
    say(
        f"Definition {comparison.id}, version {comparison.version}. Data version {comparison.data_version}. "
        "Sources with their hashes and everything else: add --json."
    )


def _print_units(comparison: MeasuredComparison, one: str, many: str) -> None:
    of = f" of {comparison.in_all:,}" if comparison.in_all is not None else ""
    said = f"{comparison.reporting:,}{of} {many} have a figure or say why they have none"
    title = f"{len(comparison.units):,} shown; {said}"
    columns = (one, "figure", "among all", "ranks", "rests on")
    print_table(title, columns, [_row(unit, comparison) for unit in comparison.units], ruled=True)
    field = comparison.field
    if field.no_funnel:
        say(f"No funnel: {field.no_funnel}.")
    elif field.centre is not None:
        beyond = " more than chance explains, and the limits allow for it"
        spread = beyond if field.overdispersed else " by chance alone"
        say(
            f"Among all: the {field.units:,} comparable are at {_number(field.centre, comparison.unit)} together; "
            f"they differ{spread} (phi {field.phi:.1f}). Of 20 that are alike 1 lies beyond the 95% limits by chance."
        )


def _row(unit: Unit, comparison: MeasuredComparison) -> list[str]:
    return [
        _short(unit.name, 3 * NAME),
        "\n".join(figure_lines(unit.figure, comparison.unit)),
        "\n".join(_among_all(unit, comparison)),
        f"{unit.ranks.best} to {unit.ranks.worst}\nof {unit.ranks.of}" if unit.ranks else "",
        "\n".join(_rests_on(unit)),
    ]


def figure_lines(figure: Figure, unit: str) -> Iterator[str]:
    """The value, its interval, and out of how many; a state that is no value with its reason."""
    if figure.value is None:
        yield figure.state
        yield figure.because
        return
    yield _number(figure.value, unit)
    if figure.low is not None and figure.high is not None:
        yield f"{_number(figure.low, unit)} to {_number(figure.high, unit)}"
    else:
        yield "no interval"
    if figure.numerator is not None and figure.denominator is not None:
        above = f"{figure.numerator:,.10g} of" if figure.interval else "over"
        yield f"{above} {figure.denominator:,.10g}"


def _among_all(unit: Unit, comparison: MeasuredComparison) -> Iterator[str]:
    if unit.funnel:
        yield unit.funnel.position
        if unit.funnel.plain != unit.funnel.position:
            yield f"({unit.funnel.plain} by chance alone)"
    if unit.expected:
        yield f"estimate of what is usual: {_number(unit.expected.value, comparison.unit)}"


def _rests_on(unit: Unit) -> Iterator[str]:
    if unit.period:
        yield counted(unit.figures, "figure", "figures")
        yield f"{unit.period[0]} to {unit.period[1]}"
    if unit.publishers:
        more = f" and {len(unit.publishers) - 1} more" if len(unit.publishers) > 1 else ""
        yield f"says {unit.publishers[0]}{more}"
    if unit.figures and unit.verified is not None:
        yield f"{unit.verified} verified" if unit.verified else "self-reported"


def _print_plot(comparison: MeasuredComparison) -> None:
    dots = [
        Dot(_short(unit.name, NAME), unit.figure.value, unit.figure.low, unit.figure.high)
        for unit in comparison.units
        if unit.figure.value is not None
    ]
    if len(dots) < 2:
        return
    say()
    for dot, line in zip(dots, dot_plot(dots, comparison.field.centre), strict=True):
        say(f"{dot.label:<{NAME}} {line}")


def _print_order(comparison: MeasuredComparison) -> None:
    names = {unit.key: unit.name for unit in comparison.units}
    say()
    if not comparison.groups:
        say("No order can be given: fewer than two have a figure with an interval.")
    elif len(comparison.groups) == 1:
        say("They cannot be told apart: there is no order among them.")
    elif all(len(group) == 1 for group in comparison.groups):
        in_order = ", ".join(names[key] for (key,) in comparison.groups)
        say(f"Each can be told apart from all others, in this order: {in_order}.")
    else:
        say("Groups that can be in any order within:")
        for group in comparison.groups:
            say(f"- {', '.join(_short(names[key], NAME) for key in group)}")
    pair = comparison.pair
    if pair:
        differ = "differ" if pair.told_apart else "cannot be told apart"
        ends = (pair.difference, pair.low, pair.high)
        middle, low, high = (_number(end, comparison.unit, points=True) for end in ends)
        say(f"{names[pair.one]} and {names[pair.other]} {differ}: {middle} ({low} to {high}).")
    changes = list(_worth_saying(comparison))
    if changes:
        say("What would change this:")
        for change in changes[:CHANGES_SHOWN]:
            say(f"- {change.said}")
        if len(changes) > CHANGES_SHOWN:
            say(f"- and {len(changes) - CHANGES_SHOWN} more in --json")


def _worth_saying(comparison: MeasuredComparison) -> Iterator[Change]:
    """What is said of the pair, then of those that few events would move, and of those that hang on the funnel."""
    pair = {comparison.pair.one, comparison.pair.other} if comparison.pair else set()
    yield from (change for change in comparison.would_change if len(change.units) == 2 and set(change.units) == pair)
    alone = [change for change in comparison.would_change if len(change.units) == 1]
    answers = sorted((c for c in alone if c.events), key=lambda change: change.events or 0)
    widths = [change for change in alone if change.about == "overdispersion"]
    for two in zip_longest(answers, widths):
        yield from filter(None, two)


def _print_over_time(comparison: MeasuredComparison) -> None:
    known = [(unit.name, unit.over_time) for unit in comparison.units if unit.over_time]
    told = [(name, found) for name, found in known if found.signals or found.mean is not None]
    if not known:
        return
    signals = [(name, found) for name, found in told if found.signals]
    say(f"Over time: {len(told)} of {len(known)} have the five points that a trend needs; {len(signals)} changed.")
    for name, found in signals if len(known) > 3 else known:
        say(f"- {_short(name, NAME)}: {found.said}")


def _print_set_aside(comparison: MeasuredComparison) -> None:
    reasons: dict[tuple[tuple[str, ...], str], list[SetAside]] = {}
    for one in comparison.set_aside:
        reasons.setdefault((one.differs_in, one.comparable_with), []).append(one)
    if reasons:
        say()
        say("Not compared, because they differ:")
    for (differs_in, comparable_with), those in sorted(reasons.items(), key=lambda reason: -len(reason[1])):
        say(f"by {' and '.join(differs_in)}, {len(those):,}; comparable would be {comparable_with}")
        for one in those[:SET_ASIDE_SHOWN]:
            say(f"- {_short(one.name, NAME)}, {counted(one.figures, 'figure', 'figures')}: {one.because}")
        if len(those) > SET_ASIDE_SHOWN:
            say(f"- and {len(those) - SET_ASIDE_SHOWN:,} more in --json")


def _when(comparison: MeasuredComparison) -> str:
    since, until = comparison.window
    if (since, until) == (date.min, date.max):
        return "Figures of all time."
    start = "" if since == date.min else f" from {since}"
    end = "" if until == date.max else f" to {until - timedelta(days=1)}"
    how = " (the newest of which much was reported; --since and --until choose another)"
    return f"Figures whose period ends{start}{end}{how if comparison.window_chosen else ''}."


def _number_name(unit: str) -> str:
    return "A share" if unit == "share" else f"In {unit}"


def _number(value: float, unit: str, points: bool = False) -> str:
    if unit in ("share", "percent"):
        share = value if unit == "share" else value / 100
        return f"{100 * share:.1f} points" if points else f"{share:.1%}"
    return f"{value:,.3g}" if abs(value) < 1000 else f"{value:,.0f}"


def _short(name: str, length: int) -> str:
    return name if len(name) <= length else f"{name[: length - 1]}…"
