"""Documents of a kind, made up from the columns that it has."""

from decimal import Decimal
from functools import cache
from typing import Any

from hypothesis import strategies as st

from candour.templates.choices import choices_of
from candour.templates.kind import Column, Form, Kind, Table

Json = Any
CHARACTERS = st.characters(codec="utf-8", exclude_characters="\ufffe\uffff", exclude_categories=["Cs"])
LIKE_SOMETHING_ELSE = (
    "=1+1", "+44 1422", "@SUM(A1)", "-", "–", "007", "1E5", "31/03/2027", "TRUE", "#N/A", "a\nb", " spaced ",
    "_x000D_", "x\ry", "Café ✓ ‫", "0.10", "12345678901234567890", "'quoted'", "{=A1}",
)  # fmt: skip
TEXTS = st.text(CHARACTERS, min_size=1, max_size=12).filter(str.strip) | st.sampled_from(LIKE_SOMETHING_ELSE)
WORDS = st.integers(0, 10**6).map(lambda number: f"Word {number}") | st.sampled_from(["007", "A.b_c-d", "É"])
DAYS = st.dates().map(lambda day: f"{max(day.year, 1000)}-{day.month:02}-{min(day.day, 28):02}T00:00:00Z")
MOMENTS = DAYS | st.sampled_from(["2026-04-01T23:59:59Z", "2026-04-01T09:30:00.5+01:00"])
NUMBERS = st.integers(0, 10**20) | st.decimals(0, 10**15, places=2) | st.decimals(0, 1, places=9)


@cache
def values(column: Column) -> st.SearchStrategy[Json]:
    """What the field of a column may be."""
    if column.holds in ("code", "codes"):
        known = [each.code for each in choices_of([column.list])[column.list].choices] or ["own-metric", "falls"]
        codes = st.sampled_from(known)
        return codes if column.holds == "code" else st.lists(codes, min_size=1, max_size=3, unique=True)
    return {
        "text": TEXTS,
        "id": WORDS,
        "uri": st.just("https://example.org/a?b=c#d"),
        "texts": st.lists(WORDS, min_size=1, max_size=3, unique=True),
        "day": MOMENTS,
        "number": NUMBERS,
        "whole": st.integers(0, 10**9),
        "share": st.decimals(0, 1, places=4),
        "yes": st.booleans(),
        "pairs": st.dictionaries(WORDS, WORDS, min_size=1, max_size=2),
        "ocid prefix": st.just("ocds-abc123-x"),
        "ocid reference": st.just("ocds-abc123-x"),
    }[column.holds]


def put(value: Json, path: str, leaf: Json) -> None:
    """Write a value at a path; `[]` is the first of a list."""
    *before, last = path.split(".")
    for name in before:
        value = value.setdefault(name[:-2], [{}])[0] if name.endswith("[]") else value.setdefault(name, {})
    value[last] = leaf


@st.composite
def document(draw: Any, kind: Kind) -> Json:
    """A document of which every field has a column."""
    made: Json = {}
    for tab in kind.tabs:
        for block in tab.blocks:
            if isinstance(block, Form):
                _answers(draw, made, block)
            else:
                _rows(draw, made, block)
    for path, value in kind.always.items():
        put(made, path, value)
    return made


def _answers(draw: Any, made: Json, form: Form) -> None:
    for column in form.columns:
        if column.required or column.path.endswith((".id", ".awardID")) or draw(st.integers(0, 2)) == 0:
            put(made, column.path, draw(values(column)))


def _rows(draw: Any, made: Json, table: Table) -> None:
    for path in table.lists.values():
        if draw(st.booleans()):
            continue
        outer = [column for column in table.columns if column.outer]
        own = [column for column in table.columns if not column.outer]
        found = []
        for number in range(draw(st.integers(1, 3))):
            each = _object(draw, outer if table.inner else own, f"{number}-x")
            if table.inner:
                inner = [_object(draw, own, f"i{at}") for at in range(draw(st.integers(0, 3)))]
                if inner:
                    each[table.inner.removesuffix("[]")] = inner
            found.append(each)
        if table.inner and not table.keeps_outer:
            continue
        put(made, path.removesuffix("[]"), found)


def _object(draw: Any, columns: list[Column], identifier: str) -> Json:
    each: Json = {}
    for column in columns:
        if column.path == "id":
            each["id"] = identifier
        elif column.path.endswith(".id") or column.required or draw(st.booleans()):
            put(each, column.path, draw(values(column)))
    return each


def plain(value: Json) -> Json:
    """Equal numbers alike, true and 1 apart: what equality of JSON means."""
    if isinstance(value, dict):
        return {name: plain(each) for name, each in value.items()}
    if isinstance(value, list):
        return [plain(each) for each in value]
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return value
    return Decimal(value).normalize()
