"""What was published before, and what may be published after it.

Two figures of the same people can be subtracted from each other, and what is left is about the few who make the
difference: one more answer, one person who left, the month by which a quarter is longer. Nothing but what everybody
can see of the earlier figures is needed to prevent it.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import msgspec
from msgspec.structs import replace

from candour.care.figures.asked import FiguresError
from candour.care.figures.shown import Shown, without_group
from candour.care.period import Period
from candour.statistics.disclosure.counts import ROUNDED_TO, SMALLEST_SHOWN

MOVED: Final = SMALLEST_SHOWN + 2 * (ROUNDED_TO // 2)
"""If two rounded counts are this far apart, the counts themselves are at least 8 apart."""

MOVED_BETWEEN: Final = SMALLEST_SHOWN + 4 * (ROUNDED_TO // 2)
"""The same for who is not counted, who are the difference of two rounded counts."""

NOT_THEN: Final = "it was not published with the first figures of this period, from which it could be subtracted"

HIDDEN_THEN: Final = "it was hidden when figures of this period were first published, and stays so"


class Earlier(msgspec.Struct, frozen=True, kw_only=True):
    """The figures of one metric as they were published for a period and a population."""

    metric: str
    version: int
    population: str
    period: Period
    figures: tuple[Shown, ...]

    @property
    def breakdowns(self) -> frozenset[frozenset[str]]:
        """By what it was broken down, everybody included."""
        return frozenset(frozenset(figure.group) for figure in self.figures)

    def is_of(self, population: str, period: Period) -> bool:
        """Whether it is of the same people in the same time."""
        return (self.population, self.period) == (population, period)

    def meets(self, period: Period) -> bool:
        """Whether a day belongs to both periods."""
        return self.period.start <= period.end and period.start <= self.period.end


class Before(msgspec.Struct, frozen=True, kw_only=True):
    """What was published before, in that order.

    `others_apart` says that no other population shares a person with this one.
    """

    figures: tuple[Earlier, ...] = ()
    others_apart: bool = False

    def same(
        self, metric: str, version: int, breakdowns: Iterable[frozenset[str]], population: str, period: Period
    ) -> Earlier | None:
        """The last publication of these very figures, if there is one.

        Raises FiguresError where it had another version or other breakdowns, which could be subtracted from these.
        """
        found = [each for each in self.figures if each.metric == metric and each.is_of(population, period)]
        for each in found:
            if each.version != version:
                raise FiguresError(
                    f"{metric}: version {each.version} of it was published for the same people and period; "
                    f"expected the same, found version {version}"
                )
            if each.breakdowns != frozenset(breakdowns):
                said = " and ".join(", ".join(sorted(one)) for one in sorted(each.breakdowns, key=sorted) if one)
                raise FiguresError(
                    f"{metric}: it was published for the same people and period by {said or 'nothing'}; ask for the "
                    "same breakdowns, because another table of the same people can be subtracted from the first"
                )
        return found[-1] if found else None

    def stands_against(self, metric: str, population: str, period: Period) -> str:
        """Why a metric cannot be published now; empty where nothing stands against it."""
        for each in self.figures:
            if each.metric != metric or not each.meets(period) or each.is_of(population, period):
                continue
            if each.population == population:
                return (
                    f"it was published for {each.period.label}, which overlaps: the two subtracted would tell about "
                    "the time between"
                )
            if not self.others_apart:
                return (
                    f"it was published for other people ({each.population}) in a period that overlaps: if some are "
                    "the same people, the two could be subtracted"
                )
        return ""

    def of_the_same_people(self, population: str, period: Period) -> tuple[Shown, ...]:
        """All figures of these people in this period, whatever the metric."""
        return tuple(figure for each in self.figures if each.is_of(population, period) for figure in each.figures)


def again(earlier: Earlier, now: Sequence[Shown], count_people: bool) -> tuple[Shown, ...]:
    """The figures as they may be published once more; `count_people` says that they are shares of people.

    Nothing changes before everybody together are at least 8 more or fewer than at the last change. Then a number of
    respondents changes if it has moved by at least 8, and a value if everything in it has: who is counted, and who is
    not. Otherwise it stands as it was. What was hidden stays hidden, and what would now be hidden stays as it was.
    Figures that are no share of people never change: nobody can tell from them how many people are behind a change.
    """
    before: Mapping[object, Shown] = {figure.key: figure for figure in earlier.figures}
    changing = {
        figure.who: count_people and _moved(before[figure.key].respondents, figure.respondents)
        for figure in now
        if not figure.group and figure.key in before
    }
    keys = {figure.key for figure in now}
    gone = (replace(figure, repeated=True) for figure in earlier.figures if figure.key not in keys)
    return (
        *(
            _next(before[figure.key], figure, changing.get(figure.who, False))
            if figure.key in before
            else replace(without_group(figure), because=NOT_THEN)
            for figure in now
        ),
        *gone,
    )


def _next(old: Shown, new: Shown, changing: bool) -> Shown:
    repeated = replace(old, repeated=True)
    if not changing or old.state == "not computable" or not _moved(old.respondents, new.respondents):
        return repeated
    if _value_moved(old, new):
        return new
    because = HIDDEN_THEN if old.state == "suppressed" else ""
    return replace(repeated, respondents=new.respondents, because=because)


def _value_moved(old: Shown, new: Shown) -> bool:
    if old.numerator is None or old.denominator is None or new.numerator is None or new.denominator is None:
        return False
    not_counted = abs((new.denominator - new.numerator) - (old.denominator - old.numerator))
    all_moved = new.denominator == old.denominator or _moved(old.denominator, new.denominator)
    return all_moved and _moved(old.numerator, new.numerator) and not_counted >= MOVED_BETWEEN


def _moved(old: int | None, new: int | None) -> bool:
    return old is not None and new is not None and abs(new - old) >= MOVED
