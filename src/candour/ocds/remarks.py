"""What is worth a word in a release although it breaks no rule.

Names and codes that nothing describes, translations that are no text, fields that the standard is giving up, and
fields that are there and say nothing. The JSON Schema lets all of it pass, so that one walk beside it finds them.
"""

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

import msgspec

from candour.ocds import validation_rules as rules
from candour.ocds.description import Description
from candour.ocds.fields import Definition, Field
from candour.ocds.problems import Rule
from candour.ocds.repeats import Position
from candour.ocds.schema import LANGUAGE_TAG


class Remark(NamedTuple):
    """One thing worth a word: what kind of thing, where, and the value there."""

    rule: Rule
    position: Position
    value: Any


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


def remarks(release: dict[str, Any], of: Known) -> list[Remark]:
    """Everything worth a word in a release, in the order in which it is written."""
    found: list[Remark] = []
    _look(release, of, (), found)
    return found


def _look(value: dict[str, Any], here: Known, position: Position, found: list[Remark]) -> None:
    """Every field of every release passes here: one that is as it should be has to cost next to nothing."""
    plain = here.plain
    for name, child in value.items():
        kind = type(child)
        if name in plain:
            if kind is str:
                if not child or child.isspace():
                    found.append(Remark(rules.SAYS_NOTHING, (*position, name), child))
            elif not child and (kind is list or kind is dict):
                found.append(Remark(rules.SAYS_NOTHING, (*position, name), child))
            elif kind is list:
                _elements(child, None, (*position, name), found)
        elif name in here.others:
            _other(child, here.others[name], (*position, name), found)
        else:
            _unknown(name, child, here, position, found)


def _other(value: Any, member: Member, position: Position, found: list[Remark]) -> None:
    kind = type(value)
    if member.deprecated and value is not None:
        found.append(Remark(rules.DEPRECATED_FIELD, position, value))
    if kind is str:
        _text(value, member.codes, position, found)
    elif not value and (kind is list or kind is dict):
        found.append(Remark(rules.SAYS_NOTHING, position, value))
    elif kind is list:
        _elements(value, member, position, found)
    elif kind is dict and member.below is not None:
        _look(value, member.below, position, found)


def _elements(elements: list[Any], member: Member | None, position: Position, found: list[Remark]) -> None:
    codes, below, merged_by_id = (member.codes, member.below, member.merged_by_id) if member else (None, None, False)
    for index, element in enumerate(elements):
        kind = type(element)
        if kind is dict:
            if below is not None:
                _look(element, below, (*position, index), found)
            if merged_by_id and element.get("id") is None:
                found.append(Remark(rules.NO_ID_TO_MERGE_BY, (*position, index), element))
        elif kind is str:
            _text(element, codes, (*position, index), found)


def _text(text: str, codes: frozenset[str] | None, position: Position, found: list[Remark]) -> None:
    if not text or text.isspace():
        found.append(Remark(rules.SAYS_NOTHING, position, text))
    elif codes is not None and text not in codes:
        found.append(Remark(rules.OPEN_CODE, position, text))


def _unknown(name: str, value: Any, here: Known, position: Position, found: list[Remark]) -> None:
    if here.names_are_free or (here.translations and here.translations.fullmatch(name)):
        if value is not None and type(value) is not str:
            found.append(Remark(rules.NOT_TEXT, (*position, name), value))
    else:
        found.append(Remark(rules.ADDITIONAL_FIELD, (*position, name), value))
