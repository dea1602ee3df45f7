"""The ratings in a location's record: current, earlier, and by the framework of 2023."""

from collections.abc import Iterator
from datetime import date

import msgspec

from candour.care.ratings.rating import Rating
from candour.sources.cqc.api_fields import REGISTER
from candour.sources.rated import rating
from candour.sources.tabular.record import Record

_SITE = "https://www.cqc.org.uk"
_OF_2023 = "cqc-single-assessment-2023"


class _Report(msgspec.Struct, frozen=True):
    """Where a report is, and when the inspection behind it began."""

    url: str | None = None
    visited: date | None = None


class _Said(msgspec.Struct, frozen=True, kw_only=True):
    """What ratings that stand together have in common."""

    location: str
    services: dict[str, str]
    reports: dict[str, _Report]
    inspected: bool


def ratings(record: Record) -> Iterator[Rating]:
    """Every rating of a location's record.

    A registered location whose record has no current ratings is unrated, or not yet inspected if no inspection is
    known; both are said as an overall rating without a grade.
    """
    said = _said(record)
    current = record.inside("currentRatings")
    if current.fields:
        yield from _group(current, said, "currentRatings")
    elif record.text("registrationStatus") == "Registered":
        yield from _rating(record, said, "currentRatings", "overall", None, "", None, "", "")
    for earlier in record.each("historicRatings"):
        yield from _group(earlier, said, "historicRatings")
    for assessment in record.each("assessment"):
        published = assessment.day("assessmentPlanPublishedDateTime")
        for service in assessment.inside("ratings").each("asgRatings"):
            yield from _assessed(service, said, published)


def _said(record: Record) -> _Said:
    areas = {
        each.text("inspectionAreaId"): each.text("inspectionAreaName") for each in record.each("inspectionAreas")
    }
    reports = {each.text("linkId"): _report(each) for each in record.each("reports")}
    return _Said(
        location=record.text("locationId"),
        services=areas,
        reports=reports,
        inspected=bool(reports or record.inside("lastInspection").text("date")),
    )


def _report(record: Record) -> _Report:
    path = record.text("reportUri")
    return _Report(f"{_SITE}{path}" if path.startswith("/") else None, record.day("firstVisitDate"))


def _group(group: Record, said: _Said, field: str) -> Iterator[Rating]:
    """The overall ratings and those by service that were published together."""
    overall = group.inside("overall")
    if overall.fields:
        yield from _with_key_questions(overall, group, said, field, None)
    for service in group.each("serviceRatings"):
        name = service.text("name")
        yield from _with_key_questions(service, group, said, field, said.services.get(name) or name)


def _with_key_questions(
    rated: Record, group: Record, said: _Said, field: str, service: str | None
) -> Iterator[Rating]:
    """An overall rating and its key questions; what one of them does not say, those around it do."""
    published = rated.day("reportDate") or group.day("reportDate")
    report = rated.text("reportLinkId") or group.text("reportLinkId")
    source = rated.text("organisationId") or group.text("organisationId")
    questions = list(rated.each("keyQuestionRatings"))
    whole = source or _of_all(questions)
    yield from _rating(rated, said, field, "overall", service, rated.text("rating"), published, report, whole)
    for question in questions:
        own = question.day("reportDate")
        yield from _rating(
            question,
            said,
            field,
            question.text("name"),
            service,
            question.text("rating"),
            own or published,
            question.text("reportLinkId") or ("" if own else report),
            question.text("organisationId") or source,
        )


def _of_all(questions: list[Record]) -> str:
    """The predecessor that every key question is inherited from, if it is one and the same."""
    sources = {question.text("organisationId") for question in questions}
    return sources.pop() if len(sources) == 1 else ""


def _rating(
    record: Record,
    said: _Said,
    field: str,
    question: str,
    service: str | None,
    word: str,
    published: date | None,
    report: str,
    source: str,
) -> Iterator[Rating]:
    known = said.reports.get(report, _Report())
    inherited = bool(source) and source != said.location
    found = rating(
        record,
        field,
        register=REGISTER,
        subject="location",
        subject_id=said.location,
        service=service,
        key_question=question,
        as_published=word,
        published=published,
        inspected=known.visited,
        ever_inspected=said.inspected or inherited or published is not None,
        inherited=inherited,
        inherited_from=source if inherited else None,
        report_url=known.url,
    )
    if found is not None:
        yield found


def _assessed(service: Record, said: _Said, published: date | None) -> Iterator[Rating]:
    """Ratings by the framework of 2023, which are always of one service."""
    day = service.day("assessmentDate")
    words = [("overall", service.text("rating"))]
    words += [(each.text("name"), each.text("rating")) for each in service.each("keyQuestionRatings")]
    for question, word in words:
        found = rating(
            service,
            "assessment",
            register=REGISTER,
            subject="location",
            subject_id=said.location,
            service=service.text("name") or None,
            key_question=question,
            as_published=word,
            published=published,
            inspected=day,
            framework=_OF_2023,
            inherited=False,
        )
        if found is not None:
            yield found
