"""Make docs/reference/questions.md from the sets of questions and the kinds of answer."""

from pathlib import Path

from candour.indicators.definition import metrics
from candour.operations.answers.kinds import KINDS, METRIC
from candour.operations.answers.questions import Question, Role, roles

PAGE = Path(__file__).parents[1] / "reference" / "questions.md"

OPENING = """\
# Questions, and kinds of answer

This page is generated from the files under `definitions/questions/` and from the kinds of answer: `make docs`
writes it again. [How to look at one contract](../how-to/look-at-a-contract.md) says how they are asked.

**The questions are ours.** Some forty people (care workers, people who get care, families, commissioners, social
workers) said in workshops in 2021 what they want to know of a contract; what they said was never published. So
these are our reading of who they are, and every file is yours to edit: add a question, take one out, say it in
other words. A file is checked when it is read, and a fault names the file, the question and the field.

A question has an `id` and a `version` (which goes up when an answer of before would no longer answer it), the
`question` in words that a child of twelve reads with ease, `why` it matters to this role, the kinds of answer that
it is `answered_from` (it is answered where one of them has a value), whom to ask where none has and what to `ask`
them, as a sentence for a letter, and a `review_date`.
"""


def text() -> str:
    """The whole page."""
    return "".join([OPENING, *map(_role, roles().values()), _kinds()])


def _role(role: Role) -> str:
    lines = [f"\n## {role.title}\n", f"`--as {role.id}` · {len(role.questions)} questions. {role.about}\n"]
    return "\n".join(lines) + "\n" + "\n".join(map(_question, role.questions)) + "\n"


def _question(one: Question) -> str:
    return (
        f"- **{one.question}** {one.why} <br> `{one.id}`, version {one.version}; answered from "
        f"{', '.join(map(_link, one.answered_from))}. <br> Ask the {one.ask_whom}: “{one.ask}” "
        f"<br> To be reviewed by {one.review_date}."
    )


def _link(name: str) -> str:
    kind, colon, metric = name.partition(":")
    if not colon:
        return f"[`{kind}`](#{kind})"
    return f"[{metrics()[metric].title}](indicators-and-metrics.md#{metric})"


def _kinds() -> str:
    lines = [
        "\n## Kinds of answer\n",
        "This list is closed: a question can be answered from nothing else. `candour contract` prints all of them, "
        "section by section. Each ends in one of the four states.\n",
        "| kind | section | what it tells |",
        "|---|---|---|",
        *(f'| <a id="{name}"></a>`{name}` | {kind.section} | {kind.says} |' for name, kind in KINDS.items()),
        f"| `{METRIC}:ID` | outcomes | The last reported value of one metric of the library, beside its promise. |",
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    PAGE.write_text(text(), "utf-8")
