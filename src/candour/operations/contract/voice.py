"""Who was heard: who took part, what they asked for and what became of it, and how many answered when asked."""

from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from candour.operations.contract.observed import Observed
from candour.operations.contract.outcomes import Outcome
from candour.operations.contract.published import day, text, texts, whole
from candour.operations.contract.received import Received
from candour.operations.contract.scope import Scope
from candour.operations.contract.source import Source
from candour.warehouse.tables.process import pieces


class Role(msgspec.Struct, frozen=True):
    """So many people of a role took part; None where the number is not published."""

    role: str | None
    number: int | None


class TookPart(msgspec.Struct, frozen=True, kw_only=True):
    """One time that people took part, by role and number; never who."""

    id: str | None
    stage: str | None
    start: date | None
    end: date | None
    method: str | None
    roles: tuple[Role, ...]
    source: Source | None


class Contribution(msgspec.Struct, frozen=True, kw_only=True):
    """Something that people asked for, what became of it (None: nothing is said), why, and in which metrics."""

    stage: str | None
    role: str | None
    asked: str | None
    outcome: str | None
    reason: str | None
    metrics: tuple[str, ...]
    source: Source | None


class Response(msgspec.Struct, frozen=True, kw_only=True):
    """How many were asked for a reported value, and how many answered."""

    metric: str
    title: str
    observed: Observed


class Lesson(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody says has been learned."""

    date: date | None
    role: str | None
    title: str | None
    description: str | None
    metrics: tuple[str, ...]
    source: Source | None


class Voice(msgspec.Struct, frozen=True, kw_only=True):
    """What is published of those who were heard."""

    took_part: tuple[TookPart, ...]
    contributions: tuple[Contribution, ...]
    responses: tuple[Response, ...]
    lessons: tuple[Lesson, ...]


def voice(process: Received, scope: Scope, outcomes: Sequence[Outcome]) -> Voice:
    """Participation is of the whole process; answers and lessons are of this contract."""
    return Voice(
        took_part=tuple(_took_part(process)),
        contributions=tuple(_contributions(process)),
        responses=tuple(_responses(outcomes)),
        lessons=tuple(_lessons(process, scope)),
    )


def _took_part(process: Received) -> Iterator[TookPart]:
    for said in pieces(process.compiled, "participation"):
        yield TookPart(
            id=text(said, "id"),
            stage=text(said, "stage"),
            start=day(said, "period", "startDate"),
            end=day(said, "period", "endDate"),
            method=text(said, "method"),
            roles=tuple(Role(text(one, "role"), whole(one, "number")) for one in pieces(said, "participants")),
            source=process.releases.last("participation", said.get("id")),
        )


def _contributions(process: Received) -> Iterator[Contribution]:
    for said in pieces(process.compiled, "participation"):
        for one in pieces(said, "contributions"):
            yield Contribution(
                stage=text(said, "stage"),
                role=text(one, "role"),
                asked=text(one, "asked"),
                outcome=text(one, "outcome"),
                reason=text(one, "reason"),
                metrics=texts(one, "relatedMetrics"),
                source=process.releases.last("participation", said.get("id"), "contributions", one.get("id")),
            )


def _responses(outcomes: Sequence[Outcome]) -> Iterator[Response]:
    for outcome in outcomes:
        for one in (outcome.latest, *outcome.beside):
            if one is not None and (one.respondents is not None or one.invited is not None):
                yield Response(metric=outcome.metric, title=outcome.title, observed=one)


def _lessons(process: Received, scope: Scope) -> Iterator[Lesson]:
    for said in pieces(process.compiled, "lessons"):
        if text(said, "contractID") in (None, scope.contract_id):
            yield Lesson(
                date=day(said, "date"),
                role=text(said, "role"),
                title=text(said, "title"),
                description=text(said, "description"),
                metrics=texts(said, "relatedMetrics"),
                source=process.releases.last("lessons", said.get("id")),
            )
