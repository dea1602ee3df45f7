"""Checks releases against the standard's schema and codelists, with libcoveocds's verdicts; and statements."""

from collections.abc import Iterable
from functools import cache
from typing import Any

import jsonschema_rs
from msgspec.structs import replace

from candour.ocds.checking_schema import plain, thorough
from candour.ocds.description import EXTENSIONS, Description, describe
from candour.ocds.explain import explain, explain_repeat
from candour.ocds.problems import Problem
from candour.ocds.repeats import Tree, any_repeat, repeats, tree
from candour.ocds.schema import described_schema
from candour.ocds.statement import statement_description


class Validator:
    """Validates releases against OCDS 1.1.5 with some extensions. Raises ValueError for unknown extensions.

    It holds no state between releases, and building one for extensions that were used before costs nothing.
    """

    def __init__(self, extensions: Iterable[str] = EXTENSIONS) -> None:
        names = frozenset(extensions)
        self.description = describe(names)
        self._plain, self._thorough, self._tree = _compiled(names)

    def is_valid(self, release: Any) -> bool:
        """Whether a release breaks no rule of level error. Codes of open lists and unknown fields break none."""
        return self._plain.is_valid(release) and not any_repeat(release, self._tree)

    def problems(self, release: Any) -> list[Problem]:
        """Everything to be said about a release: errors, warnings and notes, in the order of the schema.

        Raises ValueError for objects or lists within one another several hundred deep, which the reader refuses.
        """
        found: list[Problem] = []
        if not self._thorough.is_valid(release):
            for error in self._thorough.iter_errors(release):
                found.extend(explain(error, self.description))
        if not isinstance(release, dict):
            return found
        found.extend(map(explain_repeat, repeats(release, self._tree)))
        ocid, release_id = (value if isinstance(value := release.get(key), str) else "" for key in ("ocid", "id"))
        return [replace(problem, ocid=ocid, release_id=release_id) for problem in found]


class StatementValidator(Validator):
    """Validates providers' statements, in the same way and with the same messages."""

    def __init__(self) -> None:
        self.description = statement_description()
        self._plain, self._thorough, self._tree = _compiled_for_statements()


_Compiled = tuple[Any, Any, Tree]


@cache
def _compiled(names: frozenset[str]) -> _Compiled:
    return _compile(describe(names))


@cache
def _compiled_for_statements() -> _Compiled:
    return _compile(statement_description())


def _compile(description: Description) -> _Compiled:
    schema = described_schema(description)
    linear = jsonschema_rs.RegexOptions()  # no pattern of the standard needs backtracking
    return (
        jsonschema_rs.Draft4Validator(plain(schema), pattern_options=linear),
        jsonschema_rs.Draft4Validator(
            thorough(schema, description.codelists), pattern_options=linear, mask="this value"
        ),
        tree(description),
    )
