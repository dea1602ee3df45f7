"""The releases of one process as received: which of them count, under which id, in which order."""

from hashlib import sha256
from typing import Any

import msgspec
import orjson

from candour.ocds.merge.order import positions
from candour.ocds.problems import Problem, Rule
from candour.ocds.upgrade import is_1_0, upgrade_1_0
from candour.warehouse import rules
from candour.warehouse.gather import Received
from candour.warehouse.tables.process import ProblemFound, ReleaseSeen

MERGED, REPEAT, LEFT_OUT = "merged", "repeat", "left out"
OLDEST = ""
"""Stands for the date of a release without one: it sorts before all others."""


class Step(msgspec.Struct):
    """One release on its way into the tables: as received, as an object of OCDS 1.1, and its state.

    Merging shares parts of the release with the compiled one, so it must not be changed.
    """

    received: Received
    release: dict[str, Any]
    content: str
    release_id: str
    id_made: bool
    state: str = MERGED

    @property
    def dated(self) -> dict[str, Any]:
        """The release as it is merged: always with a date."""
        return self.release if self.received.staged.date else {**self.release, "date": OLDEST}

    def problem(self, rule: Rule, path: str = "", found: str = "", expected: str = "") -> ProblemFound:
        """A problem of this release."""
        staged = self.received.staged
        return self.found(Problem(rule=rule, path=path, found=found, expected=expected, position=staged.position))

    def found(self, problem: Problem) -> ProblemFound:
        """A problem that says of which release it is."""
        staged = self.received.staged
        where = (
            problem.position
            if problem.position.startswith(staged.position)
            else f"{staged.position}, {problem.position}"
        )
        whose = msgspec.structs.replace(problem, ocid=staged.ocid, release_id=self.release_id, position=where)
        return ProblemFound(whose, self.received.receipt.id)

    def seen(self) -> ReleaseSeen:
        """The row that the timeline shows."""
        staged, receipt = self.received.staged, self.received.receipt
        return ReleaseSeen(
            ocid=staged.ocid,
            release_id=self.release_id,
            id_made=self.id_made,
            date=staged.date,
            tags=staged.tag,
            state=self.state,
            content=self.content,
            publisher=self.received.publisher,
            licence=self.received.package.licence or receipt.licence,
            receipt=receipt.id,
            source=receipt.source,
            position=staged.position,
            extensions=self.received.package.extensions,
            data=staged.data,
        )


def timeline(received: list[Received], problems: list[ProblemFound]) -> list[Step]:
    """The steps in the order of merging; equal releases count once, and what is odd goes to `problems`."""
    steps: list[Step] = []
    known: dict[str, list[Step]] = {}
    for one in received:
        step = _step(one)
        earlier = known.setdefault(step.release_id, [])
        equal = [other for other in earlier if step.content == other.content or step.release == other.release]
        if equal:
            step.state = REPEAT
            if any(other.received.receipt.id == step.received.receipt.id for other in equal):
                problems.append(step.problem(rules.SENT_TWICE, "id", found=step.release_id))
        earlier.append(step)
        steps.append(step)
    _note_publishers(steps, problems)
    dates = [step.received.staged.date or OLDEST for step in steps]
    return [steps[position] for position in positions(dates)]


def _step(received: Received) -> Step:
    staged = received.staged
    release = msgspec.json.decode(staged.data)
    if is_1_0(release, received.package.version):
        release = upgrade_1_0(release)
    return Step(
        received=received,
        release=release,
        content=sha256(staged.data).hexdigest(),
        release_id=staged.release_id or _made_id(release),
        id_made=not staged.release_id,
    )


def _made_id(release: dict[str, Any]) -> str:
    """An id for a release without one: the same however its publisher orders and spaces the same content."""
    return f"made-{sha256(orjson.dumps(release, option=orjson.OPT_SORT_KEYS)).hexdigest()[:16]}"


def _note_publishers(steps: list[Step], problems: list[ProblemFound]) -> None:
    publishers = dict.fromkeys(step.received.publisher for step in steps if step.received.publisher)
    if len(publishers) > 1:
        problems.append(steps[0].problem(rules.SEVERAL_PUBLISHERS, "ocid", ", ".join(publishers)))
