"""Make docs/reference/rating-frameworks.md from the frameworks and words of the four regulators."""

from pathlib import Path

from candour.care.ratings.crosswalk import MEANINGS as AT_OR_ABOVE_GOOD
from candour.care.ratings.framework import REGISTERS, Framework, frameworks_of
from candour.care.ratings.overall import RULES
from candour.care.ratings.state import MEANINGS as STATES
from candour.care.ratings.words import WORDS

PAGE = Path(__file__).parents[1] / "reference" / "rating-frameworks.md"

OPENING = """\
# Frameworks of ratings

This page is generated from the files under `src/candour/care/ratings/`: `make docs` writes it again. What it means,
and what may be compared, is told in [how ratings are kept](../explanation/ratings.md).

Every rating carries the id of its framework. A day between two dates may be under either framework: they were
brought in by region or by kind of service, and then the rating says that its framework is not sure.
"""

RULES_OPENING = """
## CQC's rules of 2022 for the overall rating

Tried in this order, the breach last. They hold "normally": a published rating outweighs a predicted one.

| rule | says |
|---|---|
"""


def text() -> str:
    """The whole page."""
    return "".join([OPENING, *map(_register, REGISTERS), _rules(), _states()])


def _register(register: str) -> str:
    known = REGISTERS[register]
    heading = f"\n## {known.nation}: {known.regulator} (`{register}`)\n\n"
    return (
        f"{heading}At or above good: {AT_OR_ABOVE_GOOD[register]}.\n"
        + "".join(map(_framework, frameworks_of(register)))
        + _words(register)
    )


def _framework(framework: Framework) -> str:
    good = ", ".join(_grade(framework, grade) for grade in framework.at_or_above_good)
    grades = ", ".join(_grade(framework, grade) for grade in framework.grades)
    rows = {
        "used from": _start(framework),
        "until": str(framework.ends) if framework.ends else "still in use",
        "key questions": ", ".join(framework.key_questions),
        "the register also shows its grades under": ", ".join(framework.shown_as),
        "grades, best first": grades,
        "of these at or above good": good,
        "overall rating": "yes" if framework.overall else "no",
        "only for": ", ".join(framework.only_for),
        "not for": ", ".join(framework.not_for),
        "published by the regulator": "" if framework.public else "no",
    }
    table = "".join(f"| {name} | {value} |\n" for name, value in rows.items() if value)
    sources = "".join(f"- {source}\n" for source in framework.sources)
    heading = f"\n### {framework.title}\n\n`{framework.id}`\n\n"
    return f"{heading}| | |\n|---|---|\n{table}\n{framework.notes}\n\nFrom:\n\n{sources}"


def _start(framework: Framework) -> str:
    formats = {"day": "%Y-%m-%d", "month": "%Y-%m", "year": "%Y"}
    return framework.starts.strftime(formats[framework.starts_known_to])


def _grade(framework: Framework, grade: str) -> str:
    words = dict(zip(framework.grades, framework.grade_words, strict=bool(framework.grade_words)))
    return f"{grade} ({words[grade]})" if words else grade


def _words(register: str) -> str:
    written = {f"`{word}`" if word else "an empty field": state for word, state in WORDS[register].items()}
    rows = "".join(f"| {word} | {state} |\n" for word, state in written.items())
    return f"\n### What stands where a grade would stand (`{register}`)\n\n| written | means |\n|---|---|\n{rows}"


def _rules() -> str:
    rows = "".join(f"| {name} | {meaning} |\n" for name, meaning in RULES.items())
    return f"{RULES_OPENING}{rows}"


def _states() -> str:
    rows = "".join(f"| {state} | {meaning} |\n" for state, meaning in STATES.items())
    return f"\n## The six states of a rating\n\n| state | means |\n|---|---|\n{rows}"


if __name__ == "__main__":
    PAGE.write_text(text(), "utf-8")
