"""No contract is its own predecessor or successor."""

from candour.ocds.checks.process import Process
from candour.ocds.checks.result import Check, Outcome
from candour.ocds.checks.values import identifier, objects
from candour.ocds.problems import Problem, Rule

RULE = Rule(
    id="successions-lead-elsewhere",
    level="error",
    title="The service before or after is another one",
    publisher="Correct {path}: it names {found}, which is the contract that it stands in.",
    reader="{path} says that the contract {found} follows itself. What came before or after it is not known.",
)

_DIRECTIONS = ("predecessors", "successors")


def look(process: Process) -> Outcome:
    """Compare the process and contract that each entry names with those that it stands in."""
    problems: list[Problem] = []
    named = 0
    for index, contract in enumerate(process.contracts):
        for direction in _DIRECTIONS:
            if direction not in contract:
                continue
            for place, succession in enumerate(objects(contract[direction])):
                ocid, other = succession.get("ocid"), identifier(succession.get("contractID"))
                if type(ocid) is not str or not other:
                    continue
                named += 1
                if ocid == process.ocid and other == identifier(contract.get("id")):
                    path, at = f"contracts.{direction}.contractID", (index, place)
                    problems.append(process.problem(RULE, path, found=other, at=at))
    return problems or (None if named else "no contract names the one before or after it")


CHECK = Check(RULE, look)
