"""The schema to check with, made from the one that describes.

It decides validity as libcoveocds does: formats count, translations (`title_cy`) are not looked into.
"""

from candour.ocds.formats import PATTERNS
from candour.ocds.schema import Schema

_SCHEMA_MAPS = ("properties", "definitions")
_SAYING_NOTHING_OF_VALIDITY = ("title", "description", "deprecated", "default", "patternProperties")


def checking_schema(schema: Schema) -> Schema:
    """A copy by which a release is valid or not, in which every format is its pattern."""
    copy: Schema = {}
    for key, value in schema.items():
        if key in _SCHEMA_MAPS:
            copy[key] = {name: checking_schema(part) for name, part in value.items()}
        elif key == "items":
            copy[key] = checking_schema(value)
        elif key not in _SAYING_NOTHING_OF_VALIDITY:
            copy[key] = value
    if "items" in copy and "type" not in copy["items"]:
        copy.pop("uniqueItems", None)  # lists of objects: candour.ocds.repeats counts them by id
    if "format" in copy:
        copy["pattern"] = PATTERNS[copy.pop("format")]
    return copy
