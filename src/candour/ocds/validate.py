"""Checks releases against the standard's schema and codelists, with libcoveocds's verdicts; and statements."""

from collections.abc import Iterable
from functools import cache
from typing import Any

import jsonschema_rs
from msgspec.structs import replace

from candour.ocds.checking_schema import checking_schema
from candour.ocds.description import EXTENSIONS, Description, describe
from candour.ocds.explain import explain, explain_remark, explain_repeat
from candour.ocds.known import Known, known
from candour.ocds.problems import Problem
from candour.ocds.remarks import remarks
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
        self._schema, self._tree, self._known = _compiled(names)

    def is_valid(self, release: Any) -> bool:
        """Whether a release breaks no rule of level error. Codes of open lists and unknown fields break none."""
        return self._schema.is_valid(release) and not any_repeat(release, self._tree)

    def problems(self, release: Any) -> list[Problem]:
        """Everything to be said about a release: its errors, and then the remarks on what is not wrong besides.

        Raises ValueError for objects or lists within one another several hundred deep, which the reader refuses.
        """
        errors = self.errors(release)
        return [*errors, *self.remarks(release, besides=errors)] if isinstance(release, dict) else errors

    def errors(self, release: Any) -> list[Problem]:
        """What makes a release invalid, in the order of the schema. Raises ValueError as above."""
        found = [
            problem for error in self._schema.iter_errors(release) for problem in explain(error, self.description)
        ]
        if not isinstance(release, dict):
            return found
        return _of(release, [*found, *map(explain_repeat, repeats(release, self._tree))])

    def remarks(self, release: dict[str, Any], *, besides: Iterable[Problem] = ()) -> list[Problem]:
        """What is worth a word about a release, valid or not, besides what these errors say: warnings and notes."""
        wrong = {problem.position for problem in besides}
        found = (explain_remark(remark, self.description) for remark in remarks(release, self._known))
        return _of(release, [problem for problem in found if problem.position not in wrong])


def _of(release: dict[str, Any], problems: list[Problem]) -> list[Problem]:
    """The problems, with the process and the release that they are of."""
    ocid, release_id = (value if isinstance(value := release.get(key), str) else "" for key in ("ocid", "id"))
    return [replace(problem, ocid=ocid, release_id=release_id) for problem in problems]


class StatementValidator(Validator):
    """Validates providers' statements, in the same way and with the same messages."""

    def __init__(self) -> None:
        self.description = statement_description()
        self._schema, self._tree, self._known = _compiled_for_statements()


_Compiled = tuple[Any, Tree, Known]


@cache
def _compiled(names: frozenset[str]) -> _Compiled:
    return _compile(describe(names))


@cache
def _compiled_for_statements() -> _Compiled:
    return _compile(statement_description())


def _compile(description: Description) -> _Compiled:
    schema = checking_schema(described_schema(description))
    linear = jsonschema_rs.RegexOptions()  # no pattern of the standard needs backtracking
    validator = jsonschema_rs.Draft4Validator(schema, pattern_options=linear, mask="this value")
    return validator, tree(description), known(description)
