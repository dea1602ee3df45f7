"""What the description of the standard is made of: fields and definitions, parsed once and then only read."""

from collections.abc import Mapping
from typing import Literal

import msgspec

MergeRule = Literal["", "omitWhenMerged", "wholeListMerge", "versionId"]


class Field(msgspec.Struct, frozen=True, kw_only=True):
    """One field: its name, what it holds and what its values must satisfy.

    `types` are JSON types and include `null` where the standard allows it. Where the value is an array, `is_array`
    is true and `item_types`, `reference`, `format` and `fields` speak of its items. `fields` are the members of an
    object that is described in place, and `every` is what each member must be where any name is allowed.
    """

    name: str
    text: str
    extension: str
    types: tuple[str, ...] = ()
    item_types: tuple[str, ...] = ()
    is_array: bool = False
    reference: str = ""
    format: str = ""
    fields: "Mapping[str, Field]" = {}
    every: "Field | None" = None
    codelist: str = ""
    closed: bool = False
    required: bool = False
    filled: bool = False
    filled_items: bool = False
    unique: bool = False
    translated: bool = False
    merge: MergeRule = ""
    default: str = ""
    pattern: str = ""
    above: float | None = None
    at_least: float | None = None
    at_most: float | None = None
    deprecated: str = ""

    @property
    def nullable(self) -> bool:
        """Whether the standard allows null."""
        return "null" in self.types

    @property
    def extends(self) -> bool:
        """Whether the field only adds members to one that is described elsewhere."""
        return not self.types and not self.reference and bool(self.fields)

    def with_members_of(self, addition: "Field") -> "Field":
        """This field, with the members that an extension adds to it."""
        return msgspec.structs.replace(self, fields=merged(self.fields, addition.fields))


class Definition(msgspec.Struct, frozen=True, kw_only=True):
    """A kind of object that fields refer to by name. `filled` demands at least one member."""

    name: str
    text: str
    extension: str
    fields: Mapping[str, Field]
    filled: bool = False

    def with_patch(self, patch: "Definition") -> "Definition":
        """This definition, with the fields that an extension adds or restates."""
        return msgspec.structs.replace(
            self,
            text=self.text or patch.text,
            fields=merged(self.fields, patch.fields),
            filled=self.filled or patch.filled,
        )


def merged(fields: Mapping[str, Field], additions: Mapping[str, Field]) -> Mapping[str, Field]:
    """Fields in their order, then additions; a field of the same name is restated or extended."""
    together = dict(fields)
    for name, field in additions.items():
        known = together.get(name)
        together[name] = known.with_members_of(field) if known is not None and field.extends else field
    return together
