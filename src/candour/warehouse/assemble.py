"""One process from its releases: checked, merged and classified, ready to become rows."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from candour.care import contract_model, social_care
from candour.ocds.checks import check_process
from candour.ocds.description import EXTENSIONS, all_described, extensions_named
from candour.ocds.merge import MergeError, merger
from candour.ocds.problems import Problem, shorten
from candour.ocds.validate import Validator
from candour.ocds.validation_rules import MISSING_DATE, MISSING_RELEASE_ID
from candour.warehouse import rules
from candour.warehouse.gather import Received
from candour.warehouse.organisation import organisation_of
from candour.warehouse.tables.process import Answer, ProblemFound, Process
from candour.warehouse.timeline import LEFT_OUT, MERGED, Step, timeline

SAID_BY_READING = frozenset({MISSING_DATE.id, MISSING_RELEASE_ID.id})
"""What the reader has reported of a release before validation sees it."""


OUR_FAULTS = (ValueError, TypeError, LookupError, AttributeError, ArithmeticError, RecursionError)
"""What odd data may raise in code that did not expect it; a full disk or no memory is none of these."""


def assemble(ocid: str, received: list[Received], *, number: int) -> Process | list[ProblemFound]:
    """The process; only its problems where there is nothing left of it that can be worked on."""
    try:
        return _assemble(ocid, received, number)
    except OUR_FAULTS as error:
        return [not_processed(ocid, error)]


def not_processed(ocid: str, error: Exception) -> ProblemFound:
    """A process that is left out because our code fails on it."""
    found = shorten(f"{type(error).__name__}: {error}")
    return ProblemFound(Problem(rule=rules.NOT_PROCESSED, path="", found=found, ocid=ocid), receipt="")


def _assemble(ocid: str, received: list[Received], number: int) -> Process:
    problems: list[ProblemFound] = []
    steps = timeline(received, problems)
    merged = [step for step in steps if step.state == MERGED]
    problems += _held_against_the_standard(merged)
    compiled = _merge(merged, problems)
    problems += _incoherent(compiled, [step.release for step in merged])
    care, model = social_care.classify(compiled), contract_model.of(compiled, others=False)
    return Process(
        {**compiled, "ocid": ocid},
        number=number,
        organisation_of=organisation_of,
        releases=tuple(step.seen() for step in steps),
        problems=tuple(problems),
        social_care=Answer(care.answer, care.reason),
        contract_model=Answer(model.name, model.reason),
    )


def _held_against_the_standard(steps: list[Step]) -> Iterator[ProblemFound]:
    """Every error of every release; what is merely worth a word, once for a process that says it in each release."""
    said: set[tuple[str, str, str]] = set()
    for step in steps:
        judge, remarking = _validators(step.received.package.extensions)
        errors = [] if judge.is_valid(step.release) else judge.errors(step.release)
        yield from (step.found(problem) for problem in errors if problem.rule.id not in SAID_BY_READING)
        for problem in remarking.remarks(step.release, besides=errors):
            same = problem.rule.id, problem.path, problem.found
            if same not in said:
                said.add(same)
                yield step.found(problem)


@cache
def _validators(urls: tuple[str, ...]) -> tuple[Validator, Validator]:
    """Who judges by the extensions that the package declares, and who remarks on what breaks no rule.

    A release on its own may use all extensions that we know. So may one whose package declares some that we do not:
    what they describe may be what ours do.
    """
    declared = Validator(extensions_named(urls) if urls else EXTENSIONS)
    return declared, declared if all_described(urls) else Validator()


def _incoherent(compiled: dict[str, Any], releases: list[dict[str, Any]]) -> Iterator[ProblemFound]:
    for result in check_process(compiled, releases):
        for problem in result.problems:
            yield ProblemFound(problem, receipt="")


def _merge(steps: list[Step], problems: list[ProblemFound]) -> dict[str, Any]:
    """The compiled release; where releases cannot go together, those that fit, oldest first."""
    merge = merger().compiled
    try:
        return merge([step.dated for step in steps])
    except MergeError:
        pass
    fitting: list[dict[str, Any]] = []
    compiled: dict[str, Any] = {}
    for step in steps:
        try:
            compiled = merge([*fitting, step.dated])
            fitting.append(step.dated)
        except MergeError as error:
            step.state = LEFT_OUT
            problems.append(step.problem(rules.CANNOT_MERGE, found=str(error)))
    return compiled
