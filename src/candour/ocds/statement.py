"""A provider's statement of its outcomes: what it may hold, and its JSON Schema.

Its metrics, observations and organisations are those of releases, so that a figure means the same in both.
"""

from collections.abc import Mapping
from functools import cache

import msgspec

from candour.ocds.description import Description, describe
from candour.ocds.fields import Definition, Field
from candour.ocds.parts import statement
from candour.ocds.schema import Schema, described_schema

EXTENSIONS_IN_STATEMENTS = ("metrics", "organizationClassification", "socialCare")


def statement_schema() -> Schema:
    """What a statement must satisfy, as a JSON Schema (draft 4)."""
    return described_schema(statement_description())


@cache
def statement_description() -> Description:
    """What a statement can hold, at any depth, with the statement in the place of the release."""
    description = describe(EXTENSIONS_IN_STATEMENTS)
    own = dict(statement())
    top = own.pop("Statement")
    kinds = {**description.definitions, **own}
    needed = {name: kinds[name] for name in sorted(_needed(top, kinds))}
    return msgspec.structs.replace(description, release=top, definitions=needed)


def _needed(top: Definition, kinds: Mapping[str, Definition]) -> set[str]:
    found: set[str] = set()
    stack: list[Field] = list(top.fields.values())
    while stack:
        field = stack.pop()
        stack.extend(field.fields.values())
        if field.reference and field.reference not in found:
            found.add(field.reference)
            stack.extend(kinds[field.reference].fields.values())
    return found
