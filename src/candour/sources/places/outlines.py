"""Outlines of councils in GeoJSON: a collection of features, each with a GSS code and a name."""

from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

import orjson

from candour.care import councils
from candour.care.places.said import Outline
from candour.ocds.problems import Problem
from candour.sources.account import Tally
from candour.sources.places import rules
from candour.sources.tabular import rules as table_rules
from candour.sources.tabular.record import records
from candour.sources.tabular.record_layout import RecordLayout
from candour.sources.tabular.rules import problem

_SHAPES = {"Polygon", "MultiPolygon"}


def read_outlines(stream: BinaryIO, *, name: str, layout: RecordLayout, tally: Tally) -> Iterator[Outline | Problem]:
    """An outline for each feature; whatever is none is told, and nothing around it lost."""
    for record in records(stream, name=name, tally=tally):
        if isinstance(record, Problem):
            yield record
            continue
        features = record.fields.get("features")
        if not layout.fits(record.fields) or not isinstance(features, list):
            record.tell(rules.OUTLINES_BROKEN, "features", "it has no list of features")
            record.refused(rules.OUTLINES_BROKEN.title.lower())
        else:
            for path in layout.unknown(record.fields):
                record.tell(table_rules.FIELD_UNKNOWN, path)
            for number, feature in enumerate(features, 1):
                yield _outline(feature, f"feature {number}", tally)
        yield from record.problems


def _outline(feature: object, position: str, tally: Tally) -> Outline | Problem:
    properties, geometry = _parts(feature)
    code = _said(properties, "CD")
    council = councils.by_gss(code)
    if council is None:
        tally.refused("", position, rules.COUNCIL_NOT_IN_TABLE.title.lower())
        return problem(rules.COUNCIL_NOT_IN_TABLE, position, path="code", found=code or "nothing")
    if geometry.get("type") not in _SHAPES or not geometry.get("coordinates"):
        tally.refused("", position, rules.OUTLINES_BROKEN.title.lower())
        return problem(rules.OUTLINES_BROKEN, position, found=f"{council.name} has no polygon")
    tally.used("", position, "an outline")
    return Outline(
        council=council.organisation_id,
        code=code,
        name=_said(properties, "NM"),
        geometry=orjson.dumps(geometry).decode(),
    )


def _parts(feature: object) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    """The properties and the geometry of a feature; empty ones where it is none."""
    if not isinstance(feature, dict):
        return {}, {}
    properties, geometry = feature.get("properties"), feature.get("geometry")
    return properties if isinstance(properties, dict) else {}, geometry if isinstance(geometry, dict) else {}


def _said(properties: Mapping[str, Any], ending: str) -> str:
    """The first property whose name ends so: CTYUA23CD is a code, CTYUA23NM a name, in whatever year."""
    return next((str(value) for name, value in properties.items() if name.endswith(ending)), "")
