"""The software behind Public Contracts Scotland and Sell2Wales: a month of one notice type at a time, no paging."""

from collections.abc import Iterator

from candour.sources import body
from candour.sources.checkpoint import Span, months_of
from candour.sources.definition import NoticesDefinition
from candour.sources.fetched import Fetched
from candour.sources.task import Task


def fetch(task: Task[NoticesDefinition]) -> Iterator[Fetched]:
    """Every month that the span touches, whole, for every notice type of the definition.

    A month that was not over when it was fetched is fetched again by a later fetch that reaches further.
    """
    units = [(month, kind) for month in months_of(task.span) for kind in task.definition.notice_types]
    for done, (month, kind) in enumerate(units):
        lane = f"type {kind}"
        task.progress(done, len(units), f"{task.definition.title} {month.start:%B %Y}, notice type {kind}")
        asked = Span(max(month.start, task.span.start), min(month.end, task.span.end))
        gap = task.checkpoint.gap(lane, asked)
        if gap is None:
            continue
        answer = task.get(_url(task, month, kind))
        yield task.fetched(answer, f"{month.start:%Y-%m}_type_{kind}")
        known = task.checkpoint.rows_in(lane, month)  # of the part of this month that was fetched before
        task.checkpoint.finish(lane, gap, max(0, body.rows(answer.content) - known))
    task.progress(len(units), len(units), f"{task.definition.title}: done")


def _url(task: Task[NoticesDefinition], month: Span, kind: int) -> str:
    parameters: dict[str, str | int] = {"dateFrom": f"{month.start:%m-%Y}", "noticeType": kind, "outputType": 0}
    if task.definition.locale is not None:
        parameters["locale"] = task.definition.locale
    return task.url("Notices", **parameters)
