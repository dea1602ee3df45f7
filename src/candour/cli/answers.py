"""`candour answers`: what a role asks of a contract, answered or turned into a letter."""

from datetime import UTC, datetime
from typing import Annotated

import typer

from candour.cli.options import DEFAULT_DATA, AsJson, Data
from candour.cli.output import print_json, say
from candour.cli.selection import DAY
from candour.cli.sentences import LEGEND, Footnotes, heading, paragraph, sentence
from candour.operations.answers.answering import Answered, Answers
from candour.operations.answers.answering import answers as answers_of
from candour.operations.answers.questions import Whom
from candour.operations.answers.words import listed
from candour.operations.home import Home


def answers(
    ocid: Annotated[str, typer.Argument(metavar="PROCESS", help="The ocid of a process.")],
    role: Annotated[
        str, typer.Option("--as", metavar="ROLE", help="Who asks: a file's name under definitions/questions.")
    ] = "family",
    contract_id: Annotated[
        str | None, typer.Option("--contract", metavar="ID", help="The contract, or award, with this id.")
    ] = None,
    on: Annotated[
        datetime | None, typer.Option(help="Ratings and what is overdue as of this day; else today.", **DAY)
    ] = None,
    data: Data = DEFAULT_DATA,
    as_json: AsJson = False,
) -> None:
    """Answer what people in a role ask of a contract; for what nobody published, say what to ask and whom."""
    day = on.date() if on else datetime.now(UTC).date()
    found = answers_of(Home(data), ocid, role, day, contract_id)
    if as_json:
        print_json(found)
    else:
        _print(found)


def _print(found: Answers) -> None:
    heading(f"{found.role_title} asks about {found.title or found.ocid}")
    paragraph(
        f"{found.answered} of {len(found.questions)} questions can be answered from what was published. What was "
        "promised and is missing or missed comes first, because that is what one can act upon."
    )
    footnotes = Footnotes()
    groups = (
        (
            "First: promised and missing, missed, or below a floor",
            [one for one in found.questions if one.answer.alert],
        ),
        ("Answered", [one for one in found.questions if one.answer.state == "value" and not one.answer.alert]),
        ("Not answered", [one for one in found.questions if one.answer.state != "value" and not one.answer.alert]),
    )
    for title, questions in groups:
        if questions:
            heading(title)
        for one in questions:
            _print_question(found, one, footnotes)
    footnotes.show()
    say()
    say(LEGEND)
    say(f"As of {found.day}. Data version {found.data_version}. More: --json, `candour contract {found.ocid}`.")


def _print_question(found: Answers, one: Answered, footnotes: Footnotes) -> None:
    paragraph(one.question.question)
    sentence(one.answer, footnotes, indent=2)
    if one.answer.state != "value":
        paragraph(f"Ask {_name(found, one.question.ask_whom)}: “{one.question.ask}”", indent=4)


def _name(found: Answers, whom: Whom) -> str:
    """By name where it is known."""
    if whom == "council":
        return found.buyer or "the buyer"
    if whom == "provider":
        return listed(found.suppliers) if found.suppliers else "the provider"
    return "the regulator of care"
