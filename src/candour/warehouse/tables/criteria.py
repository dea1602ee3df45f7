"""Criteria: by what bidders were let in, and by what bids were compared."""

import re
from collections.abc import Iterator
from typing import Any

from candour.warehouse.tables.columns import OCID_COLUMN, plain
from candour.warehouse.tables.definition import Column, Entry, Table, derived, of_parent
from candour.warehouse.tables.kinds import AMOUNT, TEXT
from candour.warehouse.tables.process import Process, piece, pieces

_NUMBER_ONLY = re.compile(r"\s*(\d{1,3}(?:\.\d+)?)\s*%?\s*")
_AWARD = "awardCriteria"
_SELECTION = "selectionCriteria"


def _entries(process: Process) -> Iterator[Entry]:
    holders: list[tuple[dict[str, Any], dict[str, Any], str]] = [({}, process.tender, "tender")]
    holders += [(lot, lot, "tender.lots") for lot in pieces(process.tender, "lots")]
    for parent, holder, path in holders:
        for kind in (_AWARD, _SELECTION):
            for criterion in pieces(piece(holder, kind), "criteria"):
                for number in pieces(criterion, "numbers") or [{}]:
                    node = {**criterion, "number": number}
                    stage = "award" if kind == _AWARD else "selection"
                    yield Entry(process, node, f"{path}.{kind}.criteria", parent, stage=stage)


def _weight_in_description(entry: Entry) -> float | int | None:
    """Older notices put the weight of an award criterion, as digits, into its description."""
    description = entry.node.get("description")
    if entry.stage != "award" or entry.node["number"] or not isinstance(description, str):
        return None
    return weight_alone(description)


def weight_alone(description: str) -> float | int | None:
    """The number that a description is, where it is nothing else."""
    found = _NUMBER_ONLY.fullmatch(description)
    return _number(found[1]) if found else None


def _number(text: str) -> Any:
    return float(text) if "." in text else int(text)


TABLE = Table(
    "criteria",
    "one number of one selection or award criterion (one row too where it has no number)",
    _entries,
    (
        OCID_COLUMN,
        Column("lot_id", TEXT, "id of the lot; null where it is of the whole tender", of_parent("id")),
        Column("use", TEXT, "award or selection", derived(lambda entry: entry.stage)),
        plain(
            "type", TEXT, "type", "price, cost, quality for an award; suitability, economic, technical for selection"
        ),
        plain("name", TEXT, "name", "name"),
        plain("description", TEXT, "description", "description"),
        plain("number", AMOUNT, "number.number", "the number, such as a weight"),
        plain("weight", TEXT, "number.weight", "how the number weighs: percentageExact, pointsExact, order…"),
        plain("fixed", TEXT, "number.fixed", "whether the number is a fixed total or unit price"),
        plain(
            "threshold",
            TEXT,
            "number.threshold",
            "whether the number is a least score or a greatest number of bidders",
        ),
        Column(
            "weight_in_description",
            AMOUNT,
            "the description, where it is nothing but a number and no number is published: likely a weight",
            derived(_weight_in_description),
        ),
        plain("minimum", TEXT, "minimum", "what is required at least, of a selection criterion"),
    ),
)
