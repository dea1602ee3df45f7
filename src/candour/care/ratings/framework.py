"""Under which framework a regulator rated: its key questions, its grades, and from when to when it was used."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

import msgspec
import msgspec.yaml

from candour.care.days import in_words

OVERALL = "overall"
"""The key question of a rating that sums the others up, where a framework has one."""

REPORTS_FOLLOW_WITHIN = timedelta(days=183)
"""How long before its report an inspection is taken to have been, where only the report has a date. Our assumption:
of 777 reports on locations of one council, 766 came out sooner."""


class Register(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A regulator's register: whose it is, for which nation, and whether it rates at all."""

    nation: str
    regulator: str
    rates: bool


class Framework(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One version of the rules by which a regulator rates.

    `grades` are best first. `shown_as` are other names under which the register shows grades of this framework.
    `only_for` and `not_for` are kinds of service in the register's words. `ends` is the first day on which no
    inspection is known to have been under it, None while it is used.
    """

    id: str = ""
    title: str
    register: str
    starts: date
    starts_known_to: Literal["day", "month", "year"] = "day"
    ends: date | None = None
    key_questions: tuple[str, ...]
    grades: tuple[str, ...]
    grade_words: tuple[str, ...] = ()
    at_or_above_good: tuple[str, ...]
    overall: bool
    overall_by_rules_of_2022: bool = False
    public: bool = True
    shown_as: tuple[str, ...] = ()
    only_for: tuple[str, ...] = ()
    not_for: tuple[str, ...] = ()
    notes: str
    sources: tuple[str, ...]

    def asks(self, key_question: str) -> bool:
        """Whether a rating under this framework can stand under that name."""
        if key_question == OVERALL:
            return self.overall
        return key_question in self.key_questions or key_question in self.shown_as

    def used_between(self, first: date, last: date) -> bool:
        """Whether an inspection of those days, both included, may have been under this framework."""
        return self.starts <= last and (self.ends is None or first < self.ends)

    def used_for(self, kind: str | None) -> bool:
        """Whether it is for that kind of service, named as the register does; None is any."""
        return kind is None or (kind not in self.not_for and (not self.only_for or kind in self.only_for))


class FrameworkOn(msgspec.Struct, frozen=True):
    """Which framework a rating of a day is under: the likeliest, all that are possible, and why.

    `framework` is None where the nation has no ratings, or none began so early; `sure` says that nothing else can be.
    """

    framework: Framework | None
    possible: tuple[Framework, ...]
    sure: bool
    reason: str


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    registers: dict[str, Register]
    frameworks: dict[str, Framework]


_READ = msgspec.yaml.decode((Path(__file__).parent / "frameworks.yaml").read_bytes(), type=_File)

REGISTERS: Mapping[str, Register] = _READ.registers
"""The four registers by the id of the source."""

FRAMEWORKS: Mapping[str, Framework] = {
    name: msgspec.structs.replace(known, id=name) for name, known in _READ.frameworks.items()
}
"""Every framework by its id, those of one register from the earliest on."""


def frameworks_of(register: str) -> tuple[Framework, ...]:
    """The frameworks of a register, from the earliest on. Raises KeyError for a register that is not in
    `REGISTERS`."""
    if register not in REGISTERS:
        raise KeyError(f"{register} is no register of ratings; known are {', '.join(REGISTERS)}")
    return tuple(known for known in FRAMEWORKS.values() if known.register == register)


@cache
def gives_overall(register: str) -> bool:
    """Whether any framework of a register has an overall rating. Raises KeyError as `frameworks_of`."""
    return any(framework.overall for framework in frameworks_of(register))


@lru_cache(maxsize=20_000)
def framework_on(
    register: str, *, inspected: date | None = None, published: date | None = None, kind: str | None = None
) -> FrameworkOn:
    """The framework of a rating by its dates; the day of the inspection decides, where it is known.

    With the day of publication alone, an inspection up to `REPORTS_FOLLOW_WITHIN` earlier is possible. Without any
    date every framework of the register is possible. What was published is under a framework whose ratings are
    public. `kind` is the kind of service in the register's words. Of several the latest is given as the likeliest.
    """
    nation = REGISTERS[register].nation if register in REGISTERS else ""
    every = tuple(known for known in frameworks_of(register) if known.used_for(kind))
    if published is not None:
        every = tuple(known for known in every if known.public)
    if not every:
        return FrameworkOn(None, (), True, f"there are no ratings in {nation}")
    if inspected is not None:
        return _between(every, inspected, inspected, f"inspected on {in_words(inspected)}")
    if published is not None:
        return _between(every, published - REPORTS_FOLLOW_WITHIN, published, f"published on {in_words(published)}")
    return FrameworkOn(every[-1], every, len(every) == 1, "there is no date; the latest framework is likeliest")


def _between(every: tuple[Framework, ...], first: date, last: date, dated: str) -> FrameworkOn:
    possible = tuple(known for known in every if known.used_between(first, last))
    if not possible:
        return FrameworkOn(None, (), True, f"{dated}, before the first framework known here ({every[0].title})")
    if len(possible) == 1:
        return FrameworkOn(possible[0], possible, True, f"{dated}, when only this framework was used")
    titles = " or ".join(known.title for known in possible)
    return FrameworkOn(possible[-1], possible, False, f"{dated}, which may be under {titles}")
