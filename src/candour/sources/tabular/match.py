"""Which layout a heading has, and what is new, renamed or missing in it."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

import msgspec
from rapidfuzz import fuzz, process

from candour.ocds.problems import Problem, Rule, shorten
from candour.sources.tabular import rules
from candour.sources.tabular.layout import Layout, pattern, plain
from candour.sources.tabular.rules import problem

ENOUGH = 0.6
"""The share of a layout's columns that makes a heading one of it, even if a column it is recognised by is gone."""
_FEWEST = 3
_LIKE = 60.0
"""Out of 100: names less alike than this are not said to be a renamed column."""


class Found(msgspec.Struct, frozen=True):
    """Where a field stands, and which year its column is of, for those whose names have one."""

    index: int
    year: str = ""


class Matched(msgspec.Struct, frozen=True, kw_only=True):
    """A heading understood. `fields` has the first column of each field, `yearly` every one of it."""

    layout: Layout
    heading: tuple[str, ...]
    fields: dict[str, int]
    yearly: dict[str, tuple[Found, ...]]
    problems: tuple[Problem, ...]

    def column(self, field: str) -> str:
        """The published name of a field's column."""
        return self.heading[self.fields[field]]


class _Known(msgspec.Struct, frozen=True):
    """A layout made ready to be looked up in."""

    exact: dict[str, str]
    patterns: tuple[tuple[str, object], ...]

    def name_of(self, heading: str) -> tuple[str, str] | None:
        """The described name that a column has, and the year in it."""
        if (name := self.exact.get(heading)) is not None:
            return name, ""
        for name, found in self.patterns:
            if match := found.fullmatch(heading):  # type: ignore[attr-defined]
                return name, match["year"]
        return None


def match(heading: tuple[str, ...], layouts: Iterable[Layout]) -> Matched | None:
    """The layout that a row of column names fits best, or None if it fits none.

    The problems' positions are empty: who knows the row says it.
    """
    columns = tuple(plain(name) for name in heading)
    fitting = [(share, layout) for layout in layouts if (share := _fit(columns, layout)) > 0]
    if not fitting:
        return None
    _, layout = max(fitting, key=lambda each: each[0])
    return _matched(heading, columns, layout)


def lacking(heading: tuple[str, ...], layout: Layout) -> list[str]:
    """The columns that a heading would need to be recognised as a layout."""
    have = {name for name, _ in _described(tuple(plain(each) for each in heading), layout)}
    return [name for name in layout.recognised_by if name not in have]


def _fit(columns: tuple[str, ...], layout: Layout) -> float:
    """How well a heading fits: 0 is not at all, above 1 is recognised."""
    have = {name for name, _ in _described(columns, layout)}
    described = [*layout.columns, *(name for each in layout.ignored for name in each.columns)]
    must = [name for name in described if name not in layout.optional]
    share = sum(name in have for name in must) / len(must) if must else 1.0
    if all(name in have for name in layout.recognised_by):
        return 1 + share * len(have) / max(1, sum(map(bool, columns)))
    return share if share >= ENOUGH and len(have) >= _FEWEST else 0


def _described(columns: tuple[str, ...], layout: Layout) -> Iterator[tuple[str, str]]:
    known = _known(layout.id, tuple(layout.columns), tuple(name for each in layout.ignored for name in each.columns))
    return (found for column in columns if (found := known.name_of(column)))


@lru_cache
def _known(_: str, mapped: tuple[str, ...], ignored: tuple[str, ...]) -> _Known:
    names = (*mapped, *ignored)
    patterns = tuple((name, found) for name in names if (found := pattern(name)))
    yearly = {name for name, _ in patterns}
    return _Known({plain(name): name for name in names if name not in yearly}, patterns)


def _matched(heading: tuple[str, ...], columns: tuple[str, ...], layout: Layout) -> Matched:
    ignored = tuple(name for each in layout.ignored for name in each.columns)
    known = _known(layout.id, tuple(layout.columns), ignored)
    yearly: dict[str, list[Found]] = {}
    met: set[tuple[str, str]] = set()
    unknown: list[str] = []
    problems: list[Problem] = []
    for index, column in enumerate(columns):
        if not column:
            continue
        found = known.name_of(column)
        if found is None:
            unknown.append(heading[index])
        elif found in met:
            problems.append(problem(rules.COLUMN_TWICE, "", path=heading[index]))
        else:
            met.add(found)
            if field := layout.columns.get(found[0]):
                yearly.setdefault(field, []).append(Found(index, found[1]))
    have = {name for name, _ in met}
    missing = [name for name in (*layout.columns, *ignored) if name not in have]
    problems += _renamed(unknown, missing, layout)
    return Matched(
        layout=layout,
        heading=heading,
        fields={field: found[0].index for field, found in yearly.items()},
        yearly={field: tuple(found) for field, found in yearly.items()},
        problems=tuple(problems),
    )


def _renamed(unknown: list[str], missing: list[str], layout: Layout) -> Iterator[Problem]:
    """An alarm for each new column and each that is gone, each with the name it was, or is now, likely called."""
    for column in unknown:
        old = _nearest(column, missing)
        yield problem(rules.COLUMN_UNKNOWN, "", path=shorten(column), found=_perhaps("renamed from", old))
    for name in missing:
        if name in layout.optional:
            continue
        rule: Rule = rules.COLUMN_MISSING if name in layout.columns else rules.COLUMN_GONE
        yield problem(rule, "", path=name, found=_perhaps("now called", _nearest(name, unknown)))


def _nearest(name: str, others: list[str]) -> str:
    if len(others) > 1 or (others and len(plain(name)) > 200):
        found = process.extractOne(name, others, scorer=fuzz.token_sort_ratio, processor=plain, score_cutoff=_LIKE)
        return str(found[0]) if found else ""
    return others[0] if others and fuzz.token_sort_ratio(name, others[0], processor=plain) >= _LIKE / 2 else ""


def _perhaps(what: str, name: str) -> str:
    return f" (perhaps {what} {shorten(name)})" if name else ""
