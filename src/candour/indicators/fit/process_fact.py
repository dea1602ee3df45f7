"""What a process has to say before its outcomes can be reported, compared and understood: one YAML file each."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal

import msgspec

from candour.definitions import FOLDER, definitions_in
from candour.indicators.metric_parts import Role

Stage = Literal["tender", "award"]


class ProcessFact(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One thing that a process should say.

    `use` says what cannot be done without it, `from_stage` from when on it can be known, `why` and to whom it
    matters.
    It is said where one of the paths `found_in` has a value (`parties[supplier].identifier` is that of parties with
    that role). `counts_only` leaves out values that are of no use; where nothing is said, `judged_by` names what can
    be judged from the words and codes of the notice. `say_at` and `example` show how to say it.
    """

    id: str
    order: int
    title: str
    use: Literal["report", "compare", "understand"]
    from_stage: Stage
    why: str
    matters_to: tuple[Role | Literal["researcher"], ...]
    found_in: tuple[str, ...]
    counts_only: Literal["anything", "register numbers", "one for each award"] = "anything"
    judged_by: Literal["", "service type", "contract model", "age group"] = ""
    say_at: str
    example: Any


@cache
def process_facts(folder: Path = FOLDER / "process_facts") -> Mapping[str, ProcessFact]:
    """Every fact by its id, in the order in which they are shown.

    Raises:
        DefinitionError: a file is not a valid definition.
    """
    found = definitions_in(folder, ProcessFact, _fault)
    return dict(sorted(found.items(), key=lambda item: item[1].order))


def _fault(fact: ProcessFact) -> str:
    for name in ("title", "why", "matters_to", "found_in", "say_at", "example"):
        if not getattr(fact, name):
            return f"{name}: found nothing, expected something to read"
    return ""
