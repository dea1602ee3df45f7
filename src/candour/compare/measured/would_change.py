"""What would change a conclusion: a few other answers, one period less, another period, the width of the funnel."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

import msgspec

from candour.care.days import in_words
from candour.compare.measured.answer import About, Change, Figure, FunnelVerdict, Pair, Unit
from candour.compare.measured.told_apart import estimates, pair_of
from candour.compare.measured.unit_figures import counted
from candour.compare.measured.way import Way
from candour.compare.measured.words import PLACES

NOBODY = 1
"""The smallest number of rows that a changed figure may rest on; it is not to be shown by itself."""


def room(way: Way, figure: Figure) -> tuple[int, int]:
    """How many events fewer and more are thought of: for a share all there can be, for a rate ten times as many."""
    above, below = int(figure.numerator or 0), figure.denominator or 0
    return above, int(below - above) if way.kind == "share" else 10 * above + 1000


def fewest(differs: Callable[[int], bool], fewer: int, more: int) -> int | None:
    """The fewest events more (above 0) or fewer (below 0) with which a verdict differs; None where none does.

    In each direction the verdict has to stay changed up to `fewer` or `more`, once it is. More wins a tie.
    """
    found = [
        sign * _first(differs, sign, most) for sign, most in ((1, more), (-1, fewer)) if most and differs(sign * most)
    ]
    return min(found, key=abs, default=None)


def of_funnel(way: Way, unit: Unit, place: Callable[[Figure], FunnelVerdict | None]) -> Change | None:
    """How many events would move a unit to another part of the funnel; the middle stays where it is."""
    if unit.funnel is None or unit.figure.numerator is None:
        return None
    now = unit.funnel.position

    def differs(events: int) -> bool:
        found = place(_with(unit.figure, way, events))
        return found is not None and found.position != now

    events = fewest(differs, *room(way, unit.figure))
    if events is None:
        said = f"{unit.name}: however many were counted, it would stay {PLACES[now]}."
        return _change("answers", (unit.key,), False, said)
    moved = place(_with(unit.figure, way, events))
    assert moved is not None
    said = f"{unit.name}: {_events(events)} counted would make it {PLACES[moved.position]} instead of {PLACES[now]}."
    return _change("answers", (unit.key,), True, said, abs(events))


def of_overdispersion(unit: Unit) -> Change | None:
    """Whether a unit's verdict hangs on how the funnel allows for units that differ beyond chance."""
    if unit.funnel is None or unit.funnel.plain == unit.funnel.position:
        return None
    said = (
        f"{unit.name}: {PLACES[unit.funnel.position]}, but {PLACES[unit.funnel.plain]} "
        "if all were taken to differ by chance alone."
    )
    return _change("overdispersion", (unit.key,), True, said)


def of_pair(way: Way, pair: Pair, figures: Mapping[str, Figure], names: Mapping[str, str]) -> Change:
    """How many events at the first of two units would change whether they can be told apart."""
    one, other = figures[pair.one], figures[pair.other]

    def differs(events: int) -> bool:
        again = _pair(pair, {pair.one: _with(one, way, events), pair.other: other})
        return again is not None and again.told_apart != pair.told_apart

    keys = (pair.one, pair.other)
    fewer, more = room(way, one)
    if pair.told_apart:
        # Beyond the point at which the two are equal they would be told apart again, the other way round.
        equal = round((other.value or 0) * (one.denominator or 0) / way.per) - int(one.numerator or 0)
        fewer, more = (0, min(equal, more)) if equal > 0 else (min(-equal, fewer), 0)
    events = fewest(differs, fewer, more)
    if events is None:
        said = f"However many were counted at {names[pair.one]}, that would not change."
        return _change("answers", keys, False, said)
    then = "could not be told apart any more" if pair.told_apart else "could be told apart"
    said = f"With {_events(events)} counted at {names[pair.one]}, it and {names[pair.other]} {then}."
    return _change("answers", keys, True, said, abs(events))


class Parts(msgspec.Struct, frozen=True):
    """Numerator and denominator of one unit in each step of time."""

    steps: Mapping[date, tuple[float, float]]

    def total(self, steps: Sequence[date]) -> tuple[float, float]:
        """Over some of the steps."""
        known = [self.steps[step] for step in steps if step in self.steps]
        return sum(above for above, _ in known), sum(below for _, below in known)


def of_periods_left_out(way: Way, pair: Pair, parts: Mapping[str, Parts], steps: Sequence[date]) -> Change:
    """Whether the verdict on two units hangs on one of these steps of time."""
    keys = (pair.one, pair.other)
    if len(steps) < 2:
        return _change("a period left out", keys, None, "There is one period only, so none can be left out.")
    again = {left_out: _again(way, pair, parts, [s for s in steps if s != left_out]) for left_out in steps}
    deciding = [in_words(step) for step, found in again.items() if found and found.told_apart != pair.told_apart]
    if not deciding:
        return _change("a period left out", keys, False, "Whichever period is left out, it stays the same.")
    said = f"It hangs on one period: without that of {' or that of '.join(deciding)} it changes."
    return _change("a period left out", keys, True, said)


def of_each_period(way: Way, pair: Pair, parts: Mapping[str, Parts], steps: Sequence[date]) -> Change:
    """How the verdict on two units would be in each of these steps by itself, where they do not add up."""
    keys = (pair.one, pair.other)
    found = [pair_then for step in steps if (pair_then := _again(way, pair, parts, [step]))]
    if not found:
        return _change("a period left out", keys, None, "There is no period in which both reported.")
    apart = sum(one.told_apart for one in found)
    said = f"In the periods by themselves, the two can be told apart in {apart} of {len(found)}."
    return _change("a period left out", keys, any(one.told_apart != pair.told_apart for one in found), said)


def of_another_period(way: Way, pair: Pair, parts: Mapping[str, Parts], steps: Sequence[date], when: str) -> Change:
    """Whether the verdict on two units was the same in other steps of time."""
    keys = (pair.one, pair.other)
    again = _again(way, pair, parts, steps if way.adds_up else _last_of_both(keys, parts, steps))
    if again is None:
        return _change("another period", keys, None, f"{when} they cannot be compared: one of them has no figure.")
    now = "could be told apart" if again.told_apart else "could not be told apart"
    turned = again.told_apart and pair.told_apart and (again.difference > 0) != (pair.difference > 0)
    way_round = ", the other way round" if turned else ""
    changes = again.told_apart != pair.told_apart or turned
    return _change("another period", keys, changes, f"{when} they {now}{way_round}.")


def _last_of_both(keys: Sequence[str], parts: Mapping[str, Parts], steps: Sequence[date]) -> list[date]:
    return [step for step in steps if all(step in parts[key].steps for key in keys)][-1:]


def _again(way: Way, pair: Pair, parts: Mapping[str, Parts], steps: Sequence[date]) -> Pair | None:
    totals = {key: parts[key].total(steps) for key in (pair.one, pair.other)}
    return _pair(pair, {key: counted(way, *total, NOBODY) for key, total in totals.items() if total[1]})


def _pair(pair: Pair, figures: Mapping[str, Figure]) -> Pair | None:
    known = estimates(figures)
    if len(known) < 2:
        return None
    return pair_of((pair.one, known[pair.one]), (pair.other, known[pair.other]))


def _with(figure: Figure, way: Way, events: int) -> Figure:
    assert figure.numerator is not None
    assert figure.denominator is not None
    return counted(way, figure.numerator + events, figure.denominator, NOBODY)


def _first(differs: Callable[[int], bool], sign: int, at: int) -> int:
    """The first number from which on it differs, up to `at`, where it does."""
    below = 0
    while at - below > 1:
        middle = (below + at) // 2
        if differs(sign * middle):
            at = middle
        else:
            below = middle
    return at


def _events(events: int) -> str:
    return f"{abs(events):,} {'more' if events > 0 else 'fewer'}"


def _change(
    about: About, units: tuple[str, ...], changes: bool | None, said: str, events: int | None = None
) -> Change:
    return Change(about=about, units=units, changes=changes, said=said, events=events)
