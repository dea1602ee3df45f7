"""Compiled releases (how a process stands now) and versioned releases (every value that each field had)."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

import msgspec

from candour.ocds.description import EXTENSIONS
from candour.ocds.merge.error import MergeError
from candour.ocds.merge.fields import Field, assemble, fields_of
from candour.ocds.merge.objects import Merging, Unusual
from candour.ocds.merge.order import in_order
from candour.ocds.merge_rules import Rule, RuleTree, merge_rules

_COMPILED = ["compiled"]
_TOO_DEEP = "a release is nested too deeply to be merged"
_IDENTITY_RULES: RuleTree = {"id": Rule.WHOLE, "date": Rule.WHOLE, "ocid": Rule.WHOLE}

_decode = msgspec.json.Decoder().decode
_encode = msgspec.json.Encoder().encode


class Merger:
    """Merges the releases of one process at a time, by the rules of one schema."""

    def __init__(self, rules: RuleTree) -> None:
        self._rules = rules
        self._omitted = {"tag", *(name for name, rule in rules.items() if rule is Rule.OMIT)}
        self._fast_rules = {**rules, **dict.fromkeys(self._omitted, Rule.WHOLE)}
        self._has_fast_way = self._omitted >= {"id", "date"} and not any(
            _omits(rule) for rule in rules.values() if not isinstance(rule, Rule)
        )

    def compiled(self, releases: Sequence[dict[str, Any]]) -> dict[str, Any]:
        """How the process stands after its releases, given in any order.

        They are not changed, but the result shares parts with them: change neither. Raises MergeError.
        """
        try:
            ordered = in_order(releases)
            try:
                return self._compiled_fast(ordered)
            except Unusual:
                return _compiled_by_fields(ordered, self._rules)
        except RecursionError:
            raise MergeError(_TOO_DEEP) from None

    def compiled_bytes(self, releases: Sequence[bytes]) -> bytes:
        """The same from UTF-8 JSON to JSON. Raises MergeError."""
        return _encode(self.compiled(_parse(releases)))

    def versioned(self, releases: Sequence[dict[str, Any]]) -> dict[str, Any]:
        """Every value that each field of the process had, and which release gave it. Raises MergeError."""
        try:
            return _versioned(in_order(releases), self._rules)
        except RecursionError:
            raise MergeError(_TOO_DEEP) from None

    def _compiled_fast(self, ordered: Sequence[dict[str, Any]]) -> dict[str, Any]:
        """The compiled release of releases in order. Raises Unusual."""
        if not self._has_fast_way:
            raise Unusual
        merging = Merging()
        for release in ordered:
            if type(release.get("ocid")) is not str or type(release.get("date")) is not str:
                raise Unusual
            merging.add(release, self._fast_rules)
        compiled = merging.result
        for name in self._omitted:
            compiled.pop(name, None)
        return {**compiled, **_identity(ordered[-1]), "tag": _COMPILED}


def compiled_release(releases: Sequence[dict[str, Any]], extensions: Iterable[str] = EXTENSIONS) -> dict[str, Any]:
    """The compiled release of one process, from its releases in any order.

    Raises MergeError when something is not a release, has no date, or when releases contradict each other in shape.
    """
    return merger(frozenset(extensions)).compiled(releases)


def compiled_bytes(releases: Sequence[bytes], extensions: Iterable[str] = EXTENSIONS) -> bytes:
    """The same from releases as they were sent, in UTF-8 JSON, to JSON. Raises MergeError."""
    return merger(frozenset(extensions)).compiled_bytes(releases)


def versioned_release(releases: Sequence[dict[str, Any]], extensions: Iterable[str] = EXTENSIONS) -> dict[str, Any]:
    """The versioned release of one process, from its releases in any order. Raises MergeError, as above."""
    return merger(frozenset(extensions)).versioned(releases)


@cache
def merger(extensions: frozenset[str] = frozenset(EXTENSIONS)) -> Merger:
    """The merger for OCDS 1.1.5 with some extensions."""
    return Merger(merge_rules(extensions))


def _omits(rules: RuleTree) -> bool:
    return any(rule is Rule.OMIT or (not isinstance(rule, Rule) and _omits(rule)) for rule in rules.values())


def _parse(releases: Sequence[bytes]) -> list[Any]:
    try:
        return [_decode(release) for release in releases]
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise MergeError(f"expected a release in UTF-8 JSON: {error}") from None
    except RecursionError:
        raise MergeError(_TOO_DEEP) from None


def _identity(release: dict[str, Any]) -> dict[str, Any]:
    """What a compiled release says of itself after this release."""
    ocid, date = release.get("ocid"), release.get("date")
    return {"id": f"{ocid}-{date}", "date": date, "ocid": ocid}


def _without_tag(release: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in release.items() if name != "tag"}


def _compiled_by_fields(ordered: Sequence[dict[str, Any]], rules: RuleTree) -> dict[str, Any]:
    latest = fields_of({"tag": _COMPILED}, {})
    for release in ordered:
        for part in (fields_of(_identity(release), _IDENTITY_RULES), fields_of(_without_tag(release), rules)):
            for path, field in part.items():
                latest.setdefault(path, field).value = field.value
    return assemble((path, field.shape, field.value) for path, field in latest.items())


def _versioned(ordered: Sequence[dict[str, Any]], rules: RuleTree) -> dict[str, Any]:
    process = {"ocid": ordered[-1].get("ocid")} if ordered else {}
    history = fields_of(process, _IDENTITY_RULES)
    for release in ordered:
        source = {
            "releaseID": release.get("id"),
            "releaseDate": release.get("date"),
            "releaseTag": release.get("tag"),
        }
        fields = fields_of(_without_tag(release), rules)
        fields.pop(("ocid",), None)
        for path, field in fields.items():
            known = history.setdefault(path, Field(field.shape, []))
            if not known.value or known.value[-1]["value"] != field.value:
                known.value.append({**source, "value": field.value})
    return assemble((path, field.shape, field.value) for path, field in history.items())
