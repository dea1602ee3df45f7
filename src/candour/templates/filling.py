"""From a document to a workbook, and what the workbook cannot hold."""

import io
from collections.abc import Iterable
from decimal import Decimal
from typing import Literal

import msgspec

from candour.definitions import FOLDER
from candour.ocds.problems import shorten
from candour.templates.choices import Choice, choices_of
from candour.templates.error import TemplateError
from candour.templates.flatten import flatten
from candour.templates.kind import Kind, kinds
from candour.templates.path import Json
from candour.templates.reading import gathered_from
from candour.templates.rest import Rest, difference
from candour.templates.write import written

STATEMENT = "candour-statement"


class Filled(msgspec.Struct, frozen=True, kw_only=True):
    """A workbook, and what of the document is not in it."""

    kind: Kind
    workbook: bytes
    rest: Rest


def blank_workbook(kind: Kind, metrics: Iterable[Choice]) -> bytes:
    """An empty workbook with guidance. `metrics` are those that its drop-downs offer."""
    return written(kind, choices_of(kind.lists, metrics), None)


def example_workbook(kind: Kind, metrics: Iterable[Choice]) -> bytes:
    """A workbook of a kind with a fictional example filled in."""
    content = (FOLDER / "templates" / "examples" / f"{kind.id}.json").read_bytes()
    return filled_workbook(msgspec.json.Decoder(float_hook=Decimal).decode(content), metrics).workbook


def filled_workbook(document: Json, metrics: Iterable[Choice]) -> Filled:
    """The workbook that says what a release package, a release or a statement says.

    Numbers of the document are int or Decimal. The workbook is read again before it is given, and every difference to
    the document is in the rest: with it, reading gives the same document.

    Raises:
        TemplateError: the document is of no kind for which there is a template.
    """
    kind = kinds()[_kind_of(document)]
    alone = "ocid" in document
    whole = {"releases": [document]} if alone else document
    choices = choices_of(kind.lists, metrics)
    workbook = written(kind, choices, flatten(whole, kind, choices))
    _, gathered, _ = gathered_from(io.BytesIO(workbook), f"a {kind.id} workbook")
    held = gathered.document
    if alone:
        whole, held = {"releases": whole["releases"]}, {"releases": held["releases"]}
    firsts = {"releases", *_first_lists(kind)}
    return Filled(kind=kind, workbook=workbook, rest=Rest(kind=kind.id, kept=difference(whole, held, firsts)))


def _kind_of(document: Json) -> Literal["contract", "statement"]:
    if isinstance(document, dict):
        if document.get("format") == STATEMENT:
            return "statement"
        if document.get("releases") or "ocid" in document:
            return "contract"
    what = f"a JSON object with {', '.join(document)}" if isinstance(document, dict) else "no JSON object"
    raise TemplateError(f"found {shorten(what)}, expected a release package, a release, or a statement")


def _first_lists(kind: Kind) -> set[str]:
    """The lists of which a form holds the first object."""
    return {
        step.removesuffix("[]")
        for _, _, column in kind.columns()
        for step in column.path.split(".")[:-1]
        if step.endswith("[]")
    }
