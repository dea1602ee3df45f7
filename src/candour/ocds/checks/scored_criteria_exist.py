"""Every score of a bid is about a criterion by which the tender said that bids would be judged."""

from candour.ocds.checks.process import Process
from candour.ocds.checks.result import Check, Outcome
from candour.ocds.checks.values import objects
from candour.ocds.problems import Problem, Rule

RULE = Rule(
    id="scored-criteria-exist",
    level="warning",
    title="Scores are about criteria that were published",
    publisher="Correct {path}, or publish the criterion in the awardCriteria of the lot: none has the id or name "
    "{found}.",
    reader="{path} scores {found}, which is not among the criteria that were published. The bid may have been judged "
    "by something that bidders did not know.",
)


def look(process: Process) -> Outcome:
    """Look up the criterion of each score, by id or by name, among those of all lots."""
    problems: list[Problem] = []
    criteria: set[str] | None = None
    for bid_index, bid in enumerate(objects(process.bids.get("details"))):
        if "scores" not in bid:
            continue
        if criteria is None:
            criteria = _criteria(process)
            if not criteria:
                return "no criteria are published"
        for index, score in enumerate(objects(bid["scores"])):
            found = score.get("criterion")
            if type(found) is str and found not in criteria:
                at = (bid_index, index)
                problems.append(process.problem(RULE, "bids.details.scores.criterion", found=found, at=at))
    return problems or (None if criteria else "no bid has scores")


def _criteria(process: Process) -> set[str]:
    published = (lot.get("awardCriteria") for lot in process.lots)
    criteria = (entry for part in published if type(part) is dict for entry in objects(part.get("criteria")))
    return {name for entry in criteria for key in ("id", "name") if type(name := entry.get(key)) is str}


CHECK = Check(RULE, look)
