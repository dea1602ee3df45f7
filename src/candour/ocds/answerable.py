"""Which questions can a publisher's data answer, for how many processes, and what is missing for the others?"""

from collections import Counter
from collections.abc import Collection, Mapping
from typing import Literal

import msgspec

State = Literal["yes", "partly", "no", "never arises"]


class Needs(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The fields without which a question cannot be answered for a process, as OCDS paths (`awards.value.amount`).

    Every field of `all_of` is needed, and every field of at least one alternative of `any_of`. The question arises
    only for processes that have the field `among` (for every process where it is empty). A path counts as there when
    at least one value under it is not empty. `contracts.implementation.metrics[missed-visits]` asks for a metric by
    its id.
    """

    all_of: tuple[str, ...] = ()
    any_of: tuple[tuple[str, ...], ...] = ()
    among: str = ""

    def fields(self) -> frozenset[str]:
        """Every path that is named."""
        named = {*self.all_of, *(field for alternative in self.any_of for field in alternative)}
        return frozenset(named | {self.among} - {""})

    def arises(self, present: Collection[str]) -> bool:
        """Whether the question can be asked of a process with these fields."""
        return not self.among or self.among in present

    def lacking(self, present: Collection[str]) -> list[str]:
        """What a process with these fields lacks, each as text; empty when it can answer."""
        missing = [field for field in self.all_of if field not in present]
        if self.any_of and not any(all(field in present for field in alternative) for alternative in self.any_of):
            missing.append(" or ".join(" with ".join(alternative) for alternative in self.any_of))
        return missing


class Lacking(msgspec.Struct, frozen=True):
    """A field, or a choice of fields, that some processes lack."""

    fields: str
    processes: int


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """For how many processes a question can be answered, and what the others lack, most often lacking first."""

    answerable: int
    arises: int
    processes: int
    lacking: tuple[Lacking, ...]

    @property
    def state(self) -> State:
        """`never arises` when no process has what the question is about."""
        if not self.arises:
            return "never arises"
        if not self.answerable:
            return "no"
        return "yes" if self.answerable == self.arises else "partly"

    def for_publisher(self, question: str) -> str:
        """What to publish so that the question can be answered."""
        if self.state == "never arises":
            return f"“{question}” does not arise: no process here has reached that stage."
        if self.state == "yes":
            return f"“{question}” can be answered for {_all(self.arises)}: nothing to add."
        fields = "; ".join(f"{lack.fields} (absent from {lack.processes:,})" for lack in self.lacking)
        return f"To let “{question}” be answered for {_all(self.arises)}, publish {fields}."

    def for_reader(self, question: str) -> str:
        """What somebody who reads the data may conclude."""
        if self.state == "never arises":
            return f"“{question}” cannot be asked of this data: no process in it has reached that stage."
        if self.state == "yes":
            return f"This data can answer “{question}” for {_all(self.arises)} it applies to."
        because = f"most often because {self.lacking[0].fields} is not published"
        if self.state == "no":
            return f"This data cannot answer “{question}” for any of {_processes(self.arises)}, {because}."
        return (
            f"This data can answer “{question}” for {self.answerable:,} of {_processes(self.arises)}; for the others "
            f"it is not computable, {because}. Do not read the answer as if it covered them."
        )


class Answerability:
    """Counts, process by process, which questions can be answered; counts of two parts add up by `merge`."""

    def __init__(self, questions: Mapping[str, Needs]) -> None:
        self._questions = dict(questions)
        self._fields = frozenset[str]().union(*(needs.fields() for needs in self._questions.values()))
        self._processes: Counter[frozenset[str]] = Counter()

    def add(self, present: Collection[str]) -> None:
        """Count one process, of which `present` are the paths with a value (what `Coverage.add` returns)."""
        self._processes[self._fields.intersection(present)] += 1

    def merge(self, other: "Answerability") -> None:
        """Add the counts of `other`.

        Raises:
            ValueError: the two were asked different questions.
        """
        if other._questions != self._questions:
            raise ValueError("these counts answer different questions: count both parts with the same definitions")
        self._processes.update(other._processes)

    def answers(self) -> dict[str, Answer]:
        """The answer to every question, by its id."""
        return {name: self._answer(needs) for name, needs in self._questions.items()}

    def _answer(self, needs: Needs) -> Answer:
        lacking: Counter[str] = Counter()
        arises = answerable = 0
        for present, processes in self._processes.items():
            if not needs.arises(present):
                continue
            arises += processes
            missing = needs.lacking(present)
            answerable += 0 if missing else processes
            for fields in missing:
                lacking[fields] += processes
        ordered = sorted(lacking.items(), key=lambda item: (-item[1], item[0]))
        return Answer(
            answerable=answerable,
            arises=arises,
            processes=self._processes.total(),
            lacking=tuple(Lacking(fields, processes) for fields, processes in ordered),
        )


def _all(count: int) -> str:
    return "the one process" if count == 1 else f"all {count:,} processes"


def _processes(count: int) -> str:
    return f"{count:,} process" if count == 1 else f"{count:,} processes"
