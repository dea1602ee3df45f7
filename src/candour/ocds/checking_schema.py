"""Two schemas to check with, made from the one that describes: what is an error, and what is worth a word besides.

`plain` decides validity as libcoveocds does: formats count, translations (`title_cy`) are not looked into. `thorough`
also turns unknown codes of open codelists and fields that nothing describes into violations, so that one pass finds
everything there is to say.
"""

from collections.abc import Callable, Mapping

from candour.ocds.codelists import Codelist
from candour.ocds.formats import PATTERNS
from candour.ocds.schema import Schema

_SCHEMA_MAPS = ("properties", "patternProperties", "definitions")


def plain(schema: Schema) -> Schema:
    """The schema by which a release is valid or not."""

    def without_translations(part: Schema) -> Schema:
        part.pop("patternProperties", None)
        return part

    return _changed(schema, without_translations)


def thorough(schema: Schema, codelists: Mapping[str, Codelist]) -> Schema:
    """The schema whose violations are everything worth saying about a release."""

    def stricter(part: Schema) -> Schema:
        if "properties" in part:
            part["additionalProperties"] = False
        codelist = codelists.get(part.get("codelist", "").removesuffix(".csv"))
        if codelist and part["openCodelist"]:
            _close(part, codelist)
        return part

    return _changed(schema, stricter)


def _close(part: Schema, codelist: Codelist) -> None:
    if "items" in part:
        part["items"] = {**part["items"], "enum": list(codelist)}
    else:
        part["enum"] = [*codelist, *([None] if "null" in part["type"] else [])]


def _changed(schema: Schema, change: Callable[[Schema], Schema]) -> Schema:
    """A copy in which every part is changed and every format is its pattern."""
    copy: Schema = {}
    for key, value in schema.items():
        if key in _SCHEMA_MAPS:
            copy[key] = {name: _changed(part, change) for name, part in value.items()}
        elif key == "items":
            copy[key] = _changed(value, change)
        elif key not in ("title", "description", "deprecated", "default"):
            copy[key] = value
    if "items" in copy and "type" not in copy["items"]:
        copy.pop("uniqueItems", None)  # lists of objects: candour.ocds.repeats counts them by id
    if "format" in copy:
        copy["pattern"] = PATTERNS[copy.pop("format")]
    return change(copy)
