"""Compiled releases (how a process stands now) and versioned releases (every value that each field had)."""

from collections.abc import Iterable, Sequence
from typing import Any

from candour.ocds.merge.error import MergeError
from candour.ocds.merge.fields import Field, assemble, fields_of
from candour.ocds.merge.objects import Unusual, add
from candour.ocds.merge.order import in_order
from candour.ocds.merge_rules import EXTENSIONS, Rule, RuleTree, merge_rules

_COMPILED = ["compiled"]


class Merger:
    """Merges releases by the rules of one schema. Results may share lists with the releases: do not change them."""

    def __init__(self, rules: RuleTree) -> None:
        self._rules = rules

    def compiled(self, releases: Sequence[dict[str, Any]]) -> dict[str, Any]:
        """How the process stands after its releases, given in any order. Raises MergeError."""
        ordered = in_order(releases)
        try:
            return _compiled_fast(ordered, self._rules)
        except Unusual:
            return _compiled_by_fields(ordered, self._rules)
        except RecursionError:
            raise MergeError("a release is nested too deeply to be merged") from None

    def versioned(self, releases: Sequence[dict[str, Any]]) -> dict[str, Any]:
        """Every value that each field of the process had, and which release gave it. Raises MergeError."""
        try:
            return _versioned(in_order(releases), self._rules)
        except RecursionError:
            raise MergeError("a release is nested too deeply to be merged") from None


def compiled_release(releases: Sequence[dict[str, Any]], extensions: Iterable[str] = EXTENSIONS) -> dict[str, Any]:
    """The compiled release of one process, from its releases in any order.

    Raises MergeError when something is not a release, has no date, or when releases contradict each other in shape.
    """
    return Merger(merge_rules(extensions)).compiled(releases)


def versioned_release(releases: Sequence[dict[str, Any]], extensions: Iterable[str] = EXTENSIONS) -> dict[str, Any]:
    """The versioned release of one process, from its releases in any order. Raises MergeError, as above."""
    return Merger(merge_rules(extensions)).versioned(releases)


_WHOLE_IDENTITY: RuleTree = {"id": Rule.WHOLE, "date": Rule.WHOLE, "ocid": Rule.WHOLE}


def _identity(release: dict[str, Any]) -> dict[str, Any]:
    """What a compiled release says of itself after this release."""
    ocid, date = release.get("ocid"), release.get("date")
    return {"id": f"{ocid}-{date}", "date": date, "ocid": ocid}


def _compiled_fast(ordered: Sequence[dict[str, Any]], rules: RuleTree) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for release in ordered:
        identity = _identity(release)
        if type(identity["ocid"]) is not str or type(identity["date"]) is not str:
            raise Unusual
        result.update(identity)
        add(result, release, rules)
    result["tag"] = _COMPILED.copy()
    return result


def _without_tag(release: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in release.items() if name != "tag"}


def _compiled_by_fields(ordered: Sequence[dict[str, Any]], rules: RuleTree) -> dict[str, Any]:
    latest = fields_of({"tag": _COMPILED}, {})
    for release in ordered:
        for part in (fields_of(_identity(release), _WHOLE_IDENTITY), fields_of(_without_tag(release), rules)):
            for path, field in part.items():
                latest.setdefault(path, field).value = field.value
    return assemble((path, field.shape, field.value) for path, field in latest.items())


def _versioned(ordered: Sequence[dict[str, Any]], rules: RuleTree) -> dict[str, Any]:
    process = {"ocid": ordered[-1].get("ocid")} if ordered else {}
    history = fields_of(process, _WHOLE_IDENTITY)
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
