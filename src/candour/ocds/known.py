"""What a description of the standard knows of each kind of object, ready to hold releases against it."""

import re
from collections.abc import Iterable

import msgspec

from candour.ocds.description import Description
from candour.ocds.fields import Definition, Field
from candour.ocds.schema import LANGUAGE_TAG


class Member(msgspec.Struct, frozen=True):
    """What is known of one member: the codes of its open codelist, and the kind of objects that it holds.

    `merged_by_id` are the entries of a list that releases are merged by, although the standard does not demand an id.
    """

    codes: frozenset[str] | None
    below: "Known | None"
    deprecated: bool
    merged_by_id: bool


class Known(msgspec.Struct, frozen=True):
    """What a description knows of one kind of object.

    `plain` are names of members of which nothing further is to be known. `translations` are names that translations
    of members may have. Where names are free, every value is to be text.
    """

    plain: set[str]
    others: dict[str, Member]
    translations: re.Pattern[str] | None
    names_are_free: bool


def known(description: Description) -> Known:
    """What a description knows of a release, or of what else stands in its place."""
    return _Knowing(description).of(description.release)


class _Knowing:
    """Makes each definition once, and names it before its members, because some refer to themselves."""

    def __init__(self, description: Description) -> None:
        self._description = description
        self._made: dict[str, Known] = {}

    def of(self, definition: Definition) -> Known:
        made = self._made.get(definition.name)
        if made is None:
            made = self._made[definition.name] = Known(set(), {}, _translations(definition.fields.values()), False)
            self._fill(made, definition.fields.values())
        return made

    def _in_place(self, field: Field) -> Known | None:
        if field.reference or not (field.fields or field.every):
            return None
        made = Known(set(), {}, _translations(field.fields.values()), field.every is not None)
        self._fill(made, field.fields.values())
        return made

    def _fill(self, made: Known, fields: Iterable[Field]) -> None:
        for field in fields:
            codelist = None if field.closed else self._description.codelists.get(field.codelist)
            definition = self._description.definitions.get(field.reference)
            identifier = self._description.members(field).get("id")
            member = Member(
                codes=frozenset(codelist) if codelist else None,
                below=self.of(definition) if definition else self._in_place(field),
                deprecated=bool(field.deprecated),
                merged_by_id=field.is_array
                and field.merge != "wholeListMerge"
                and identifier is not None
                and not identifier.required,
            )
            if member.codes is None and member.below is None and not member.deprecated:
                made.plain.add(field.name)
            else:
                made.others[field.name] = member


def _translations(fields: Iterable[Field]) -> re.Pattern[str] | None:
    names = [re.escape(field.name) for field in fields if field.translated]
    return re.compile(f"(?:{'|'.join(names)})_{LANGUAGE_TAG}") if names else None
