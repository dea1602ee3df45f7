"""What is worth a word in a release although it breaks no rule.

Names and codes that nothing describes, translations that are no text, fields that the standard is giving up, and
fields that are there and say nothing. The JSON Schema lets all of it pass, so that one walk beside it finds them.
"""

from typing import Any, NamedTuple

from candour.ocds import validation_rules as rules
from candour.ocds.known import Known, Member
from candour.ocds.problems import Rule
from candour.ocds.repeats import Position


class Remark(NamedTuple):
    """One thing worth a word: what kind of thing, where, and the value there."""

    rule: Rule
    position: Position
    value: Any


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
