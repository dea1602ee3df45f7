"""What a check says of one process: passed, failed with problems, or not applicable because…"""

from collections.abc import Callable
from typing import Literal

import msgspec

from candour.ocds.checks.process import Process
from candour.ocds.problems import Problem, Rule

# What a check's function returns: None when the rule is kept, the problems where it is broken, or, as text, why the
# rule does not apply.
Outcome = list[Problem] | str | None


class Result(msgspec.Struct, frozen=True):
    """One check's verdict on one process, with `problems` when it failed and `because` when it is not applicable."""

    rule: Rule
    outcome: Literal["passed", "failed", "not applicable"]
    problems: tuple[Problem, ...] = ()
    because: str = ""


class Check(msgspec.Struct, frozen=True):
    """A rule and the function that looks at a process for it."""

    rule: Rule
    look: Callable[[Process], Outcome]
