"""Ten thousand of the same problem as one line: a count, the processes affected, and three examples."""

from collections import Counter
from collections.abc import Iterable

import msgspec

from candour.ocds.problems import Problem, Rule

EXAMPLES = 3

_ORDER = {"refused": 0, "error": 1, "warning": 2, "note": 3}
# Which occurrence it is within its process, then where: so that examples come from different processes first, and are
# the same whatever the order in which processes were added.
_Rank = tuple[int, str, str, str, str]


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One rule broken at one path: how often, in how many processes, and up to three of the places."""

    rule: Rule
    path: str
    count: int
    processes: int
    examples: tuple[Problem, ...]

    def for_publisher(self) -> str:
        """What to mend, with how often it occurs."""
        return f"{self.examples[0].for_publisher()} {self._how_often()}"

    def for_reader(self) -> str:
        """What cannot be concluded, with how often it occurs."""
        return f"{self.examples[0].for_reader()} {self._how_often()}"

    def _how_often(self) -> str:
        times = "once" if self.count == 1 else f"{self.count:,} times"
        if not self.processes:
            return f"({times})"
        return f"({times}, in {self.processes:,} {'process' if self.processes == 1 else 'processes'})"


class Summary:
    """Collects problems, process by process; two summaries of different processes add up by `merge`."""

    def __init__(self) -> None:
        self._lines: dict[tuple[str, str], _Tally] = {}

    def add(self, problems: Iterable[Problem]) -> None:
        """Add all the problems of one process, or of a file that gave no process.

        Adding one process in two parts would count it twice.
        """
        together: dict[tuple[str, str], list[Problem]] = {}
        for problem in problems:
            together.setdefault((problem.rule.id, problem.path), []).append(problem)
        for key, same in together.items():
            self._tally(key, same[0].rule).add(same)

    def merge(self, other: "Summary") -> None:
        """Add the problems of `other`, which summed up other processes."""
        for key, tally in other._lines.items():
            self._tally(key, tally.rule).merge(tally)

    def lines(self) -> list[Line]:
        """What to mend first comes first: what loses most data, then what affects most processes."""
        lines = [tally.line(path) for (_, path), tally in self._lines.items()]
        return sorted(lines, key=lambda line: (_ORDER[line.rule.level], -line.processes, -line.count, _name(line)))

    def counts(self) -> dict[str, int]:
        """How many problems there are of each level."""
        counts: Counter[str] = Counter()
        for tally in self._lines.values():
            counts[tally.rule.level] += tally.count
        return {level: counts[level] for level in _ORDER if counts[level]}

    def _tally(self, key: tuple[str, str], rule: Rule) -> "_Tally":
        tally = self._lines.get(key)
        if tally is None:
            tally = self._lines[key] = _Tally(rule)
        return tally


class _Tally:
    __slots__ = ("count", "examples", "processes", "rule")

    def __init__(self, rule: Rule) -> None:
        self.rule = rule
        self.count = 0
        self.processes = 0
        self.examples: list[tuple[_Rank, Problem]] = []

    def add(self, same: list[Problem]) -> None:
        self.count += len(same)
        self.processes += 1 if any(problem.ocid for problem in same) else 0
        same.sort(key=_place)
        self._keep([((nth, *_place(problem)), problem) for nth, problem in enumerate(same[:EXAMPLES])])

    def merge(self, other: "_Tally") -> None:
        self.count += other.count
        self.processes += other.processes
        self._keep(other.examples)

    def _keep(self, more: list[tuple[_Rank, Problem]]) -> None:
        if len(self.examples) < EXAMPLES or more[0][0] < self.examples[-1][0]:
            self.examples = sorted(self.examples + more, key=lambda example: example[0])[:EXAMPLES]

    def line(self, path: str) -> Line:
        examples = tuple(problem for _, problem in self.examples)
        return Line(rule=self.rule, path=path, count=self.count, processes=self.processes, examples=examples)


def _place(problem: Problem) -> tuple[str, str, str, str]:
    return problem.ocid, problem.release_id, problem.position, problem.found


def _name(line: Line) -> tuple[str, str]:
    return line.rule.id, line.path
