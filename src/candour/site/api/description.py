"""The description of the API, as OpenAPI 3.1 has it."""

from functools import cache
from typing import Any

import msgspec
from django.conf import settings
from ninja import NinjaAPI

from candour.site.api.of_kinds import schema_name
from candour.site.api.problems import ProblemDetails
from candour.site.api.rows import Rows
from candour.site.explore import KINDS
from candour.site.pages.formats import PageData

REF = "#/components/schemas/{name}"


def description(api: NinjaAPI, path: str) -> dict[str, Any]:
    """All operations of an API that is at a path, with the schemas of what they answer."""
    told: dict[str, Any] = {**api.get_openapi_schema(path_prefix=path)}
    told["components"] = {"schemas": {**_of_packages(), **_schemas()}}
    told["servers"] = [{"url": settings.CANDOUR_ADDRESS}]
    return told


@cache
def _schemas() -> dict[str, Any]:
    """Of what pages answer: from the types of the answers themselves."""
    types = [ProblemDetails, PageData, Rows, *(kind.answer for kind in KINDS)]
    (_, data, _, *answers), components = msgspec.json.schema_components(types, ref_template=REF)
    pages = {
        schema_name(kind): {
            "description": kind.about,
            "allOf": [data, {"type": "object", "properties": {"answer": answer}}],
        }
        for kind, answer in zip(KINDS, answers, strict=True)
    }
    return {name: _as_sent(schema) for name, schema in (components | pages).items()}


def _of_packages() -> dict[str, Any]:
    return {"OcdsReleasePackage": _package("releases"), "OcdsRecordPackage": _package("records")}


def _package(member: str) -> dict[str, Any]:
    return {
        "type": "object",
        "description": f"A package of {member} as the Open Contracting Data Standard 1.1 has it.",
        "required": ["uri", "version", "publishedDate", "publisher", member],
        "properties": {
            "uri": {"type": "string", "format": "uri"},
            "version": {"type": "string"},
            "publishedDate": {"type": "string", "format": "date-time"},
            "publisher": {"type": "object"},
            "license": {"type": "string", "description": "Where all of it has the same licence."},
            "sources": {
                "type": "array",
                "description": "Who published what is in it, and under which licence.",
                "items": {
                    "type": "object",
                    "properties": {"publisher": {"type": "string"}, "license": {"type": "string"}},
                },
            },
            "extensions": {"type": "array", "items": {"type": "string"}},
            "links": {"type": "object", "properties": {"next": {"type": "string", "format": "uri"}}},
            member: {"type": "array", "items": {"type": "object", "required": ["ocid"]}},
        },
    }


def _as_sent(schema: Any) -> Any:
    """Exact numbers are sent as JSON numbers, where msgspec's own schema has them as text."""
    if isinstance(schema, list):
        return [_as_sent(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    if schema.get("format") == "decimal":
        return {**{name: value for name, value in schema.items() if name != "format"}, "type": "number"}
    return {name: _as_sent(value) for name, value in schema.items()}
