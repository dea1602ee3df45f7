"""One operation of the API: where it is, what it is asked, and what it answers."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from inspect import Parameter, Signature
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI, Path

from candour.site.api.parameters import parameters_of
from candour.site.api.problems import (
    CANNOT_BE_ASKED,
    NOT_ACCEPTABLE,
    NOT_FOUND,
    NOT_READY,
    NOT_UNDERSTOOD,
    STALE_CURSOR,
    TOO_MANY,
    Fault,
    Problem,
    problem_answer,
)
from candour.site.pages.asked import Asked
from candour.warehouse.engine import Engine

View = Callable[..., HttpResponse]
PATH = "/api/v1"
JSON = "application/json"
_PROBLEMS = (NOT_UNDERSTOOD, NOT_FOUND, NOT_ACCEPTABLE, CANNOT_BE_ASKED, TOO_MANY, NOT_READY)
_SLUG = "^[-a-zA-Z0-9_]+$"
_CONVERTER = re.compile(r"\{\w+:")


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """`path` is below the API's, with parameters of the path as ninja writes them; `view` is called with them.

    `answer` is the name of the schema of its answer. `of_path` tells the meaning of each parameter of the path.
    """

    id: str
    path: str
    summary: str
    about: str
    tag: str
    asked: tuple[type[Asked], ...]
    answer: str
    view: View
    of_path: Mapping[str, str]
    example: Callable[[Engine], str]
    """Its address below the API's for something in the tables, empty where they have nothing of the kind."""
    by_cursor: bool = False

    @property
    def shown_path(self) -> str:
        """The path as one reads it."""
        return _CONVERTER.sub("{", self.path)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The problems that it may tell of."""
        return (*_PROBLEMS, STALE_CURSOR) if self.by_cursor else _PROBLEMS

    def add_to(self, api: NinjaAPI) -> None:
        """Make it one of the API's."""
        api.api_operation(
            ["GET"],
            self.path,
            operation_id=self.id,
            summary=self.summary,
            description=self.about,
            tags=[self.tag],
            openapi_extra={"parameters": self._in_query(), "responses": self._responses()},
        )(self._careful())

    def _careful(self) -> View:
        """The view, for requests that ask for nothing else than it knows."""
        known = {name for one in self.asked for name in one.model_fields}

        def view(request: HttpRequest, **of_path: str) -> HttpResponse:
            unknown = sorted({*request.GET} - known)
            if unknown:
                told = f"there is no such parameter; there are {', '.join(sorted(known)) or 'none'}"
                faults = tuple(Fault(name, told) for name in unknown)
                return problem_answer(request, NOT_UNDERSTOOD, errors=faults)
            if not request.accepts(JSON):
                return problem_answer(request, NOT_ACCEPTABLE)
            return self.view(request, **of_path)

        view.__name__ = self.id
        view.__signature__ = self._in_path()  # type: ignore[attr-defined]
        return view

    def _in_query(self) -> list[dict[str, Any]]:
        return [parameter for one in self.asked for parameter in parameters_of(one)]

    def _in_path(self) -> Signature:
        """A signature from which ninja takes what stands in the path, and describes it."""
        where = Parameter.POSITIONAL_OR_KEYWORD
        found = [Parameter("request", where, annotation=HttpRequest)]
        for name, meaning in self.of_path.items():
            pattern = _SLUG if f"{{slug:{name}}}" in self.path else None
            told = Path(..., description=meaning, min_length=1, pattern=pattern)  # type: ignore[type-arg]
            found.append(Parameter(name, where, annotation=str, default=told))
        return Signature(found)

    def _responses(self) -> dict[int | str, Any]:
        found = {"schema": {"$ref": f"#/components/schemas/{self.answer}"}}
        return {
            200: {"description": "The answer.", "content": {JSON: found}, "headers": _HEADERS},
            "304": {"description": "What was read already has not changed."},
            **{str(problem.status): _response(problem) for problem in self.problems},
        }


_HEADERS = {
    "ETag": {"description": "Send it back in If-None-Match: 304 means no change.", "schema": {"type": "string"}},
    "RateLimit": {"description": "What is left in this minute.", "schema": {"type": "string"}},
    "RateLimit-Policy": {"description": "How much there is in a minute.", "schema": {"type": "string"}},
}


def _response(problem: Problem) -> dict[str, Any]:
    schema = {"$ref": "#/components/schemas/ProblemDetails"}
    return {"description": f"{problem.title}.", "content": {"application/problem+json": {"schema": schema}}}
