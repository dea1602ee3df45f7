"""A comparison of measured figures as a page of text."""

from collections.abc import Iterator

from candour.cli.output import counted, print_table, say
from candour.cli.text_plot import Dot, dot_plot
from candour.compare.measured.answer import Figure, MeasuredComparison, Unit
from candour.compare.measured.in_sentences import said
from candour.compare.measured.likeness import SetAside
from candour.compare.measured.words import DIRECTIONS, KINDS, counts, interval, number, period_of, unit_name

SET_ASIDE_SHOWN, CHANGES_SHOWN, NAME = 4, 6, 34


def print_measured(comparison: MeasuredComparison) -> None:
    """The figures, who can be told apart, what would change that, who is not compared, and what not to conclude."""
    one, many = KINDS[comparison.kind]
    say(f"{comparison.title}: {comparison.question}")
    say(f"{unit_name(comparison.unit)}; {DIRECTIONS[comparison.better]}. {_when(comparison)}")
    if comparison.units:
        _print_units(comparison, one, many)
        _print_plot(comparison)
        _print_answer(comparison)
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
            f"Among all: the {field.units:,} comparable are at {number(field.centre, comparison.unit)} together; "
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
    yield number(figure.value, unit)
    yield interval(figure, unit) or "no interval"
    if counted := counts(figure):
        yield counted


def _among_all(unit: Unit, comparison: MeasuredComparison) -> Iterator[str]:
    if unit.funnel:
        yield unit.funnel.position
        if unit.funnel.plain != unit.funnel.position:
            yield f"({unit.funnel.plain} by chance alone)"
    if unit.expected:
        yield f"estimate of what is usual: {number(unit.expected.value, comparison.unit)}"


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


def _print_answer(comparison: MeasuredComparison) -> None:
    found = said(comparison)
    say()
    say(found.answer)
    for sentence in found.why:
        say(f"- {sentence}")
    if found.change:
        say("What would change this:")
        for change in found.change[:CHANGES_SHOWN]:
            say(f"- {change}")
        if len(found.change) > CHANGES_SHOWN:
            say(f"- and {len(found.change) - CHANGES_SHOWN} more in --json")


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
    period = period_of(comparison)
    if not period:
        return "Figures of all time."
    how = " (the newest of which much was reported; --since and --until choose another)"
    return f"Figures whose period ends {period}{how if comparison.window_chosen else ''}."


def _short(name: str, length: int) -> str:
    return name if len(name) <= length else f"{name[: length - 1]}…"
