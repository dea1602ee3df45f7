"""What a publisher's data can answer, what is wrong with it, what was received and what was corrected."""

from typing import Any

from django.utils.translation import gettext as _

from candour.operations.check import Question
from candour.operations.day import uk_day
from candour.operations.publisher.answer import PublisherPage
from candour.operations.publisher.found import ProblemKind
from candour.site.components.link import Link
from candour.site.components.table.table import Column, Table
from candour.site.pages.reading import Reading, address_of

_ORDER = ("yes", "partly", "no", "never arises")
_METRICS = "contracts.implementation.metrics"


def questions_table(answer: PublisherPage, reading: Reading[Any], asked_by: str) -> Table:
    """The questions of indicators, or of metrics, those that can be answered first."""
    id = f"{asked_by}-questions"
    caption = _("Questions about buying") if asked_by == "indicator" else _("Questions about how it went")
    chosen = sorted(
        (one for one in answer.answerable.questions if one.asked_by == asked_by),
        key=lambda one: (_ORDER.index(one.state), one.question),
    )
    return Table(
        id=id,
        caption=caption,
        columns=(
            Column("question", _("Question")),
            Column("state", _("Can its data answer it?")),
            Column(
                "answerable", _("For how many"), _("processes that say enough, of those where the question arises")
            ),
            Column("lacking", _("What is missing most often")),
            Column("every_lacking", _("All that is missing"), in_file_only=True),
            Column("for_publisher", _("What its publisher can do"), in_file_only=True),
            Column("id", _("Indicator or metric"), in_file_only=True),
        ),
        rows=tuple(map(_question, chosen)),
        address=reading.table(id),
    )


def _question(one: Question) -> tuple[object, ...]:
    state = {
        "yes": _("Yes"),
        "partly": _("In part"),
        "no": _("No"),
        "never arises": _("It has nothing of the kind"),
    }[one.state]
    told = {"answerable": one.answer.answerable, "arises": one.answer.arises}
    lacking = [f"{lack.fields} ({lack.processes:,})" for lack in one.answer.lacking]
    return (
        Link(one.question, address_of(one.asked_by, one.id)),
        state,
        _("%(answerable)s of %(arises)s") % told if one.answer.arises else _("none"),
        _most_often(one) or _("nothing"),
        "; ".join(lacking),
        one.for_publisher,
        one.id,
    )


def _most_often(one: Question) -> str:
    """What is lacking most often; everything that is stands in the file."""
    if not one.answer.lacking:
        return ""
    most = one.answer.lacking[0]
    if most.fields.startswith(f"{_METRICS}["):
        fields = _("a result of this kind")
    elif most.fields.startswith(_METRICS):
        fields = _("any result that was measured")
    else:
        fields = most.fields
    return f"{fields} ({most.processes:,})"


def problems_table(answer: PublisherPage, reading: Reading[Any]) -> Table:
    """What is wrong, equal problems together."""
    return Table(
        id="problems",
        caption=_("Problems found, the worst first"),
        columns=(
            Column("title", _("Problem")),
            Column("level", _("How bad")),
            Column("times", _("How often"), numeric=True),
            Column("processes", _("In how many processes"), numeric=True),
            Column("for_reader", _("What it means for a reader (one case)")),
            Column("example", _("For example")),
            Column("for_publisher", _("What its publisher can do"), in_file_only=True),
            Column("rule", _("Rule"), in_file_only=True),
        ),
        rows=tuple(map(_problem, answer.problems)),
        address=reading.table("problems"),
    )


def _problem(one: ProblemKind) -> tuple[object, ...]:
    level = {
        "refused": _("could not be used"),
        "error": _("breaks the standard"),
        "warning": _("may mislead"),
        "note": _("worth knowing"),
    }[one.level]
    return (
        one.title,
        level,
        one.times,
        one.processes,
        one.for_reader,
        Link(one.example, address_of("contract", one.example)) if one.example else _("no process"),
        one.for_publisher,
        one.rule,
    )


def rows_table(answer: PublisherPage, reading: Reading[Any]) -> Table:
    """What became of the rows of its tables."""
    return Table(
        id="rows",
        caption=_("What became of its rows"),
        columns=(
            Column("outcome", _("Outcome")),
            Column("reason", _("As what, or why not")),
            Column("rows", _("Rows"), numeric=True),
            Column("files", _("In how many files"), numeric=True),
        ),
        rows=tuple((one.outcome, one.reason, one.rows, one.files) for one in answer.rows),
        address=reading.table("rows"),
    )


def receipts_table(answer: PublisherPage, reading: Reading[Any]) -> Table:
    """What was received when."""
    return Table(
        id="receipts",
        caption=_("What was received, the newest first"),
        columns=(
            Column("name", _("File")),
            Column("received", _("Received")),
            Column("size", _("Size in bytes"), numeric=True),
            Column("licence", _("Licence")),
            Column("withdrawn", _("Still used?")),
            Column("receipt", _("Receipt"), in_file_only=True),
            Column("sha256", _("SHA-256"), in_file_only=True),
        ),
        rows=tuple(
            (
                row["name"] or row["receipt"],
                uk_day(row["received"]),
                row["size"],
                row["licence"],
                _("no, it was withdrawn") if row["withdrawn"] else _("yes"),
                row["receipt"],
                row["sha256"],
            )
            for row in answer.receipts
        ),
        address=reading.table("receipts"),
        shown=20,
    )


def corrections_table(answer: PublisherPage, reading: Reading[Any]) -> Table:
    """What was corrected, why and by whom."""
    return Table(
        id="corrections",
        caption=_("Corrections applied"),
        columns=(
            Column("name", _("File")),
            Column("made", _("When")),
            Column("reason", _("Why")),
            Column("change", _("What it changes")),
            Column("made_by", _("Who answers for it")),
            Column("counts", _("Does it count now?")),
            Column("receipt", _("Receipt"), in_file_only=True),
        ),
        rows=tuple(
            (
                row["name"] or row["receipt"],
                uk_day(row["made"]),
                row["reason"],
                row["change"],
                row["made_by"],
                _("yes") if row["counts"] else _("no, it was undone"),
                row["receipt"],
            )
            for row in answer.corrections
        ),
        address=reading.table("corrections"),
    )
