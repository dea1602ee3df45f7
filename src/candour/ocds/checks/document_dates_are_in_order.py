"""No document is published after it was last modified, and neither is after the last release, which reports it."""

from candour.ocds.checks.process import Process
from candour.ocds.checks.result import Check, Outcome
from candour.ocds.checks.values import day, objects
from candour.ocds.problems import Problem, Rule

RULE = Rule(
    id="document-dates-are-in-order",
    level="warning",
    title="Dates of documents are in order",
    publisher="Correct {path} ({found}) or {expected}: the first is later than the second. For a document that came "
    "or changed after a release, publish a new release.",
    reader="{path} is {found}, later than {expected}. The document may be announced, or may have been added without "
    "a new release, or a date is wrong: do not conclude from these dates what people could read when.",
)


def look(process: Process) -> Outcome:
    """Look at the documents of every stage and of what was done under each contract; name one fault of each."""
    released = process.released
    if not released:
        return "the release has no date"
    problems: list[Problem] = []
    dated = False
    for path, at, section in process.sections:
        if "documents" not in section:
            continue
        for index, document in enumerate(objects(section["documents"])):
            published = day(document["datePublished"]) if "datePublished" in document else ""
            modified = day(document["dateModified"]) if "dateModified" in document else ""
            if published or modified:
                dated = True
                if published > released or modified > released or published > modified > "":
                    name, found, expected = _fault(published, modified, released)
                    where, place = f"{path}.documents.{name}", (*at, index)
                    problems.append(process.problem(RULE, where, found=found, expected=expected, at=place))
    return problems or (None if dated else "no document has a date")


def _fault(published: str, modified: str, released: str) -> tuple[str, str, str]:
    """The field at fault, its day, and what it is later than."""
    if published > released:
        return "datePublished", published, f"the date of the release ({released})"
    if modified > released:
        return "dateModified", modified, f"the date of the release ({released})"
    return "datePublished", published, f"its dateModified ({modified})"


CHECK = Check(RULE, look)
