"""Every ocid begins with a prefix of the registered form: `ocds-` and six lower-case letters or digits."""

import re

from candour.ocds.checks.process import Process
from candour.ocds.checks.result import Check, Outcome
from candour.ocds.problems import Rule

RULE = Rule(
    id="ocids-have-prefixes",
    level="warning",
    title="Ocids begin with a registered prefix",
    publisher="Begin {path} with the prefix that the Open Contracting Partnership registered for you, such as "
    "ocds-a1b2c3: found {found}. Asking for a prefix costs nothing.",
    reader="The ocid {found} has no prefix of its publisher. Two publishers may use it for different procurements, "
    "which then look like one.",
)

_PREFIX = re.compile(r"ocds-[a-z0-9]{6}")


def look(process: Process) -> Outcome:
    """Look at the form alone, as other tools do: whether the prefix is registered is not asked."""
    if not process.ocid:
        return "there is no ocid"
    if _PREFIX.match(process.ocid):
        return None
    return [process.problem(RULE, "ocid", found=process.ocid)]


CHECK = Check(RULE, look)
