"""JSON Schemas (draft 4) made from the description, for any set of extensions."""

from collections.abc import Iterable, Mapping
from typing import Any

from candour.ocds.codelists import Codelist, title
from candour.ocds.description import EXTENSIONS, Description, describe
from candour.ocds.fields import Definition, Field
from candour.ocds.parts import extension, packages

Schema = dict[str, Any]

DRAFT = "http://json-schema.org/draft-04/schema#"

# A language tag of BCP 47, as it may follow a field's name: `title_cy`.
LANGUAGE_TAG = (
    "(((([A-Za-z]{2,3}(-([A-Za-z]{3}(-[A-Za-z]{3}){0,2}))?)|[A-Za-z]{4}|[A-Za-z]{5,8})(-([A-Za-z]{4}))?"
    "(-([A-Za-z]{2}|[0-9]{3}))?(-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*(-([0-9A-WY-Za-wy-z](-[A-Za-z0-9]{2,8})+))*"
    "(-(x(-[A-Za-z0-9]{1,8})+))?)|(x(-[A-Za-z0-9]{1,8})+))"
)


def release_schema(extensions: Iterable[str] = EXTENSIONS) -> Schema:
    """What one release must satisfy. Raises ValueError for an extension that is not described."""
    return described_schema(describe(extensions))


def described_schema(description: Description) -> Schema:
    """What one release, or what else stands in its place in a description, must satisfy."""
    return {
        "$schema": DRAFT,
        **object_schema(description.release, description.codelists),
        "definitions": _definitions(description),
    }


def release_package_schema(extensions: Iterable[str] = EXTENSIONS) -> Schema:
    """What a release package must satisfy, releases included."""
    description = describe(extensions)
    return _package("ReleasePackage", description, {})


def record_package_schema(extensions: Iterable[str] = EXTENSIONS) -> Schema:
    """What a record package must satisfy, releases included.

    Versioned releases are taken as they come: they follow from the releases.
    """
    description = describe(extensions)
    linked = packages()["LinkedRelease"]
    record = object_schema(packages()["Record"], description.codelists)
    record["properties"]["versionedRelease"] = {"type": "object"}
    record["properties"]["releases"] = {
        "oneOf": [
            {"type": "array", "minItems": 1, "items": object_schema(linked, description.codelists)},
            {"type": "array", "minItems": 1, "items": {"$ref": "#/definitions/Release"}},
        ]
    }
    return _package("RecordPackage", description, {"Record": record})


def extension_schema(name: str) -> Schema:
    """What one extension adds, as a JSON merge patch of the release schema. Raises ValueError for an unknown name."""
    part, codelists = extension(name), describe().codelists
    definitions = {key: object_schema(definition, codelists) for key, definition in part.definitions.items()}
    return {**_members(part.release, codelists), "definitions": definitions}


def _package(name: str, description: Description, more: Mapping[str, Schema]) -> Schema:
    definitions = {
        "Release": object_schema(description.release, description.codelists),
        **more,
        **_definitions(description),
    }
    top = object_schema(packages()[name], description.codelists)
    return {"$schema": DRAFT, **top, "definitions": definitions}


def _definitions(description: Description) -> dict[str, Schema]:
    """Every definition, and an empty one for each that is referred to and brought by none of the extensions."""
    known = {
        name: object_schema(definition, description.codelists) for name, definition in description.definitions.items()
    }
    absent: dict[str, Schema] = {
        field.reference: {} for field in description.all_fields() if field.reference not in {"", *known}
    }
    return {**known, **absent}


def object_schema(definition: Definition, codelists: Mapping[str, Codelist]) -> Schema:
    """The schema of one kind of object."""
    schema: Schema = {}
    if definition.text:  # else only extensions speak of it, and none of these brings the definition itself
        schema.update(title=title(definition.name), description=definition.text, type="object")
    if definition.filled:
        schema["minProperties"] = 1
    return {**schema, **_members(definition.fields, codelists)}


def _members(fields: Mapping[str, Field], codelists: Mapping[str, Codelist]) -> Schema:
    schema: Schema = {"properties": {name: _field_schema(field, codelists) for name, field in fields.items()}}
    required = [name for name, field in fields.items() if field.required]
    if required:
        schema["required"] = required
    translations = {
        f"^({name}_{LANGUAGE_TAG})$": {"type": ["string", "null"]}
        for name, field in fields.items()
        if field.translated
    }
    if translations:
        schema["patternProperties"] = translations
    return schema


def _field_schema(field: Field, codelists: Mapping[str, Codelist]) -> Schema:
    schema: Schema = {"title": title(field.name), "description": field.text}
    value = _value_schema(field, codelists)
    if field.is_array:
        schema.update(_types(field.types), items=value, **_restrictions(field))
    else:
        schema.update(_types(field.types), **value, **_restrictions(field))
    if field.codelist:
        schema.update(codelist=f"{field.codelist}.csv", openCodelist=not field.closed)
    if field.merge:
        schema[field.merge] = True
    if field.default:
        schema["default"] = field.default
    if field.deprecated:
        schema["deprecated"] = {"deprecatedVersion": field.deprecated, "description": field.text}
    return schema


def _value_schema(field: Field, codelists: Mapping[str, Codelist]) -> Schema:
    """The schema of the value or, for an array, of each item."""
    schema: Schema = _types(field.item_types)
    if field.reference:
        schema["$ref"] = f"#/definitions/{field.reference}"
    if field.format:
        schema["format"] = field.format
    if field.fields:
        schema.update(_members(field.fields, codelists))
    if field.every:
        schema["patternProperties"] = {"^.*": _field_schema(field.every, codelists)}
    if field.closed:
        schema["enum"] = [*codelists[field.codelist], *([None] if field.nullable and not field.is_array else [])]
    if field.filled_items:
        schema["minLength"] = 1
    return schema


def _restrictions(field: Field) -> Schema:
    schema: Schema = {}
    if field.filled:
        schema[_SMALLEST[next(kind for kind in field.types if kind in _SMALLEST)]] = 1
    if field.unique:
        schema["uniqueItems"] = True
    if field.pattern:
        schema["pattern"] = field.pattern
    if field.above is not None:
        schema.update(minimum=field.above, exclusiveMinimum=True)
    if field.at_least is not None:
        schema["minimum"] = field.at_least
    if field.at_most is not None:
        schema["maximum"] = field.at_most
    return schema


_SMALLEST = {"array": "minItems", "object": "minProperties", "string": "minLength"}


def _types(types: tuple[str, ...]) -> Schema:
    if not types:
        return {}
    return {"type": types[0] if len(types) == 1 else list(types)}
