"""How to use an operation: what it is asked, what it answers, and two examples that run as they stand."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _

from candour.site.api.operation import PATH, Operation
from candour.site.api.parameters import parameters_of
from candour.site.components.table.table import Column, Table
from candour.site.pages.made import home


@dataclass(frozen=True, slots=True)
class Documentation:
    """One operation, as its page shows it; the examples are empty where the data have nothing to show."""

    operation: Operation
    path: str
    parameters: Table
    problems: Table
    address: str
    curl: str
    python: str


def documentation_of(operation: Operation) -> Documentation:
    """What is to be said of an operation, with an example from the data in force."""
    with home().tables() as tables:
        example = operation.example(tables)
    address = f"{settings.CANDOUR_ADDRESS}{PATH}{example}" if example else ""
    return Documentation(
        operation=operation,
        path=f"{PATH}{operation.shown_path}",
        parameters=_parameters(operation),
        problems=_problems(operation),
        address=address,
        curl=f"curl --fail --silent '{address}'" if address else "",
        python=_PYTHON.format(address=address) if address else "",
    )


_PYTHON = """\
import json
from urllib.request import urlopen

with urlopen("{address}") as answer:
    found = json.load(answer)
print(sorted(found))
"""


def _parameters(operation: Operation) -> Table:
    in_path = [(name, _("path"), _("text"), meaning) for name, meaning in operation.of_path.items()]
    in_query = [
        (one["name"], _("query"), _kind(one["schema"]), _meaning(one["description"], one["schema"]))
        for asked in operation.asked
        for one in parameters_of(asked)
    ]
    columns = (
        Column("name", _("Name")),
        Column("where", _("Where")),
        Column("kind", _("Kind")),
        Column("meaning", _("Meaning")),
    )
    return Table(
        id="parameters", caption=_("Parameters"), columns=columns, rows=(*in_path, *in_query), caption_hidden=True
    )


def _kind(schema: dict[str, object]) -> str:
    """In words, what a value is."""
    if "enum" in schema or "const" in schema:
        found = schema.get("enum", [schema.get("const")])
        return _("one of %(values)s") % {"values": ", ".join(map(str, found if isinstance(found, list) else [found]))}
    if "anyOf" in schema:
        choices = schema["anyOf"]
        assert isinstance(choices, list)
        return _(" or ").join(_kind(one) for one in choices)
    if schema.get("type") == "array":
        items = schema.get("items", {})
        assert isinstance(items, dict)
        return _("several: %(kind)s") % {"kind": _kind(items)}
    known = {"integer": _("whole number"), "number": _("number"), "boolean": _("true or false"), "string": _("text")}
    formats = {"date": _("day, such as 2026-04-01"), "date-time": _("time")}
    return formats.get(str(schema.get("format")), known.get(str(schema.get("type")), _("anything")))


def _meaning(meaning: str, schema: dict[str, object]) -> str:
    default = schema.get("default")
    told = _("%(default)s unless it is said.") % {"default": default} if default not in (None, "", [], False) else ""
    return " ".join(filter(None, (meaning, told)))


def _problems(operation: Operation) -> Table:
    return Table(
        id="problems",
        caption=_("Problems"),
        columns=(Column("status", _("Status")), Column("title", _("Problem")), Column("step", _("What to do"))),
        rows=tuple((str(one.status), one.title, one.next_step) for one in operation.problems),
        caption_hidden=True,
    )
