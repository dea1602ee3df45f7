"""What was learned, what people asked for and what changed, and which service took over from which."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from candour.operations.answers.words import code, people
from candour.operations.lessons import MOST, Lessons, TookPart, lessons
from candour.site.components.table.table import Column, Table
from candour.site.explore.lessons.asked import LessonsAsked, care_of, form
from candour.site.explore.lessons.easy import easy
from candour.site.pages.kind import PageKind
from candour.site.pages.page import Page
from candour.site.pages.reading import Reading
from candour.site.pages.successions import successions_table
from candour.site.pages.voices import became, contributions_table, lessons_table


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What the template shows; `outcomes` says what became of how many contributions."""

    lessons: Table
    outcomes: tuple[tuple[str, str], ...]
    contributions: Table
    took_part: Table
    successions: Table
    asked: bool


def make(reading: Reading[LessonsAsked]) -> Page:
    """The page of lessons that fit the words and the kind of care."""
    asked = reading.asked
    answer = lessons(reading.home, tuple(asked.q.split()), care_of(asked))
    body = Body(
        lessons=lessons_table(answer.lessons, reading.table("lessons"), 25),
        outcomes=tuple((became(outcome), f"{number:,}") for outcome, number in answer.outcomes.items()),
        contributions=contributions_table(answer.contributions, reading.table("asked-for"), 25),
        took_part=_took_part_table(answer, reading),
        successions=successions_table(
            answer.successions, _("Which service took over from which, the newest first"), reading.table("services")
        ),
        asked=bool(asked.query()),
    )
    every = (body.lessons, body.contributions, body.took_part, body.successions)
    return Page(
        title=_("Lessons"),
        lead=_lead(answer),
        data_version=answer.data_version,
        answer=answer,
        body=body,
        tables=tuple(table for table in every if table.rows),
        caveats=(
            _("A lesson is what somebody wrote down. Others may have seen it in another way."),
            _("Few contracts publish what was learned. Silence of the others does not mean that all went well."),
        ),
        source_note=_("Each row leads to its contract, whose page names the files that it rests on."),
    )


def _lead(answer: Lessons) -> str:
    if not (answer.lessons or answer.contributions or answer.successions):
        return _("Nothing that fits was published.")
    found = ngettext(
        "People who gave, bought or used care wrote down %(number)s lesson.",
        "People who gave, bought or used care wrote down %(number)s lessons.",
        answer.found,
    ) % {"number": f"{answer.found:,}"}
    asked = sum(answer.outcomes.values())
    done = answer.outcomes.get("adopted", 0)
    if not asked:
        return found
    changed = ngettext(
        "Of %(asked)s things that people asked for, %(done)s was done.",
        "Of %(asked)s things that people asked for, %(done)s were done.",
        done,
    )
    return f"{found} {changed % {'asked': f'{asked:,}', 'done': f'{done:,}'}}"


def _took_part_table(answer: Lessons, reading: Reading[Any]) -> Table:
    return Table(
        id="took-part",
        caption=_("Who took part, and when"),
        columns=(
            Column("stage", _("When")),
            Column("people", _("Who"), _("somebody who took part several times is counted each time")),
            Column("processes", _("In how many contracts"), numeric=True),
            Column("number", _("Number of people"), in_file_only=True),
        ),
        rows=tuple(_took_part(one) for one in answer.took_part),
        address=reading.table("took-part"),
    )


def _took_part(one: TookPart) -> tuple[object, ...]:
    return (code(one.stage) if one.stage else None, people(one.people, one.role), one.processes, one.people)


LESSONS = PageKind(
    id="lessons",
    about=f"Lessons, what people asked for and what came of it, services that took over; {MOST:,} rows of each.",
    key="",
    answer=Lessons,
    make=make,
    easy=easy,
    asked=LessonsAsked,
    form=form,
    worth_seeing="SELECT '' AS q UNION ALL SELECT 'home' AS q ORDER BY q",
)
