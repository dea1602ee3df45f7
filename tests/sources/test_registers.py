"""What the registers' files give: golden pairs, renamed columns, hostile files, and the real ones."""

import csv
import io
import json
import zipfile
from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from candour.care.ratings.rating import Rating
from candour.care.register import Location, RegisteredProvider, RegistrationSuccession
from candour.ocds.problems import Problem
from candour.sources.account import Tally
from candour.sources.tables import recognise, tables_sources

from .tabular.writing import FORMATS, as_csv, as_ods, ods_of, ods_table

GOLDEN = Path(__file__).parent / "golden"
REGISTERS = ("care_inspectorate", "ciw", "cqc", "rqia")
LAYOUTS = {layout.id: source for source in REGISTERS for layout in tables_sources()[source].definition.layouts}


class Found(msgspec.Struct):
    """Everything that reading a file gives."""

    things: list[msgspec.Struct]
    problems: list[Problem]
    accounts: dict[tuple[str, str], int]

    def told(self) -> list[str]:
        for each in self.problems:
            assert "\n" not in each.for_publisher()
            assert "\n" not in each.for_reader()
        return [each.rule.id for each in self.problems if each.rule.id != "number-of-rows"]


def read(source: str, content: bytes, name: str = "file") -> Found:
    tally = Tally()
    found = list(tables_sources()[source].read(io.BytesIO(content), name=name, tally=tally))
    accounts = Counter[tuple[str, str]]()
    for account in tally.accounts():
        accounts[account.outcome, account.reason] += account.rows
    return Found(
        [each for each in found if not isinstance(each, Problem)],
        [each for each in found if isinstance(each, Problem)],
        dict(accounts),
    )


def shown(thing: msgspec.Struct) -> dict[str, object]:
    """What a thing says, without what it leaves open."""
    said = {
        field.name: getattr(thing, field.name)
        for field in msgspec.structs.fields(thing)
        if getattr(thing, field.name) != field.default
    }
    return {"type": type(thing).__name__, **said}


def rows_of(layout: str) -> list[list[str]]:
    return list(csv.reader((GOLDEN / f"{layout}.csv").read_text("utf-8").splitlines()))


@pytest.mark.parametrize("path", sorted([*GOLDEN.glob("*.csv"), *GOLDEN.glob("*.jsonl")]), ids=lambda path: path.stem)
def test_each_golden_file_gives_what_stands_beside_it(path: Path) -> None:
    source = LAYOUTS.get(path.stem, "cqc")
    found = read(source, path.read_bytes(), path.name)
    given = {
        "things": [shown(each) for each in found.things],
        "problems": [[each.rule.id, each.position, each.path, each.found, each.expected] for each in found.problems],
        "accounts": [[*fate, rows] for fate, rows in found.accounts.items()],
    }
    assert json.loads(msgspec.json.encode(given)) == json.loads(path.with_suffix(".json").read_text("utf-8"))
    with path.open("rb") as stream:
        assert recognise(stream, path.name) == source


@pytest.mark.parametrize("format", ["ods", "xlsx"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_workbook_says_what_the_csv_says(layout: str, format: str) -> None:
    notes = [("About this file",), ("", "nothing of use")]
    rows = rows_of(layout)
    plain = read(LAYOUTS[layout], as_csv(rows))
    found = read(LAYOUTS[layout], FORMATS[format]([*notes, *rows]))
    assert found.things == plain.things
    assert found.told() == plain.told()
    assert found.accounts == plain.accounts | {("ignored", "above the heading"): 2}


def test_the_table_is_found_among_other_sheets() -> None:
    rows = rows_of("cqc-directory-of-ratings")
    content = ods_of(ods_table("README", [("About",)] * 20), ods_table("Ratings", rows), ods_table("Empty", []))
    found = read("cqc", content)
    assert found.things == read("cqc", as_csv(rows)).things
    assert found.accounts["ignored", "the sheet is no table of a known layout"] == 20


@cache
def written(format: str, layout: str) -> bytes:
    """A golden file in another format, the same bytes every time."""
    return FORMATS[format](rows_of(layout))


def renamed() -> list[tuple[str, str]]:
    """Every mapped column of every layout, except what a row cannot do without."""
    return [
        (layout.id, column)
        for source in REGISTERS
        for layout in tables_sources()[source].definition.layouts
        for column, field in layout.columns.items()
        if field not in layout.key
    ]


@pytest.mark.parametrize(("layout", "column"), renamed())
def test_a_renamed_column_is_caught_and_everything_else_loads(layout: str, column: str) -> None:
    heading, *rows = rows_of(layout)
    definition = next(each for each in tables_sources()[LAYOUTS[layout]].definition.layouts if each.id == layout)
    new = f"{column} (revised)"
    found = read(LAYOUTS[layout], as_csv([[new if each == column else each for each in heading], *rows]))
    told = {each.rule.id: each for each in found.problems}
    assert told["column-unknown"].path == new
    assert f"perhaps renamed from {column}" in told["column-unknown"].for_publisher()
    if column not in definition.optional:
        assert told["column-missing"].path == column
        assert f"perhaps now called {new}" in told["column-missing"].for_publisher()
    assert len(found.problems) == len({(each.rule.id, each.path, each.position) for each in found.problems})
    plain = read(LAYOUTS[layout], as_csv([heading, *rows]))
    lost = len(plain.things) - len(found.things)
    whole = sum(isinstance(each, Location) for each in plain.things)
    assert sum(isinstance(each, Location) for each in found.things) == whole
    of_ratings = sum(isinstance(each, Rating | RegisteredProvider) for each in plain.things)
    assert lost <= of_ratings


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_next_year_s_columns_are_known(layout: str) -> None:
    heading, *rows = rows_of(layout)
    later = [name.replace("2627", "2728").replace("Dec26", "Dec27") for name in heading]
    both = [*heading, *(name for name in later if name not in heading)]
    assert (
        read(LAYOUTS[layout], as_csv([later, *rows])).told() == read(LAYOUTS[layout], as_csv([heading, *rows])).told()
    )
    wide = [[*row, *[""] * (len(both) - len(heading))] for row in rows]
    assert not {"column-unknown", "column-missing"} & {*read(LAYOUTS[layout], as_csv([both, *wide])).told()}


@settings(max_examples=40)
@given(st.sampled_from(sorted(LAYOUTS)), st.data())
def test_the_order_of_columns_means_nothing(layout: str, data: st.DataObject) -> None:
    rows = rows_of(layout)
    order = data.draw(st.permutations(range(len(rows[0]))))
    found = read(LAYOUTS[layout], as_csv([[row[at] for at in order] for row in rows]))
    plain = read(LAYOUTS[layout], as_csv(rows))
    assert (found.things, found.accounts) == (plain.things, plain.accounts)


@settings(max_examples=60)
@given(st.sampled_from(sorted(LAYOUTS)), st.data())
def test_nonsense_in_one_cell_costs_no_other_row(layout: str, data: st.DataObject) -> None:
    heading, *rows = rows_of(layout)
    row = data.draw(st.integers(0, len(rows) - 1))
    column = data.draw(st.integers(0, len(heading) - 1))
    nonsense = data.draw(
        st.one_of(
            st.sampled_from(["#REF!", "#N/A", "Err:502", "31/31/2026", "9" * 40, "-1", "\x00", '"', "=1+1"]),
            st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=20),
        )
    )
    changed = [list(each) for each in rows]
    changed[row][column] = nonsense
    found = read(LAYOUTS[layout], as_csv([heading, *changed]))
    without = read(LAYOUTS[layout], as_csv([heading, *rows[:row], *rows[row + 1 :]]))
    assert sum(found.accounts.values()) == 1 + len(rows)
    ids = {str(getattr(each, "id", None)) for each in without.things}
    assert ids <= {str(getattr(each, "id", None)) for each in found.things}
    found.told()


@pytest.mark.parametrize("source", REGISTERS)
@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n\n",
        b"<!doctype html><html><title>503</title></html>",
        bytes(range(256)) * 9,
        b"PK\x03\x04" + bytes(100),
        as_ods([("a", "b")])[:-200],
        b"a,b\n1,2\n",
        b"\x1f\x8b\x08" + bytes(40),
    ],
    ids=["nothing", "blank", "html", "binary", "zip header", "cut short", "another table", "gzip header"],
)
def test_what_is_no_register_is_refused_in_one_line(source: str, content: bytes) -> None:
    found = read(source, content)
    assert found.things == []
    assert found.problems
    assert "refused" in {each.rule.level for each in found.problems}
    assert not [fate for fate, _ in found.accounts if fate == "used"]
    found.told()


def test_the_line_that_refuses_names_what_each_layout_lacked() -> None:
    (problem,) = read("cqc", b"Location ID,Location Name,Size\n1,Example House,2\n").problems
    assert (
        "cqc-directory-of-ratings lacks Service / Population Group, Domain, Latest Rating" in problem.for_publisher()
    )


def test_json_in_a_list_alone_and_packed_reads_the_same() -> None:
    lines = (GOLDEN / "cqc-api.jsonl").read_bytes().splitlines()[:3]
    plain = read("cqc", b"\n".join(lines))
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("records.json", b"[" + b",\n".join(lines) + b"]")
    for content in (
        b"[" + b",".join(lines) + b"]",
        b"\xef\xbb\xbf[\n" + b",\n".join(lines) + b"\n]",
        archive.getvalue(),
    ):
        assert read("cqc", content).things == plain.things
    pretty = json.dumps(json.loads(lines[0]), indent=2).encode()
    assert read("cqc", pretty).things == read("cqc", lines[0]).things


@settings(max_examples=60)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=4), inside, max_size=3),
        max_leaves=6,
    ),
    st.data(),
)
def test_any_json_in_any_field_costs_only_that_field(value: object, data: st.DataObject) -> None:
    line = (GOLDEN / "cqc-api.jsonl").read_bytes().splitlines()[0]
    record = json.loads(line)
    field = data.draw(st.sampled_from(sorted(set(record) - {"locationId", "providerId", "name"})))
    record[field] = value
    found = read("cqc", json.dumps(record).encode())
    assert [type(each) for each in found.things].count(Location) == 1
    assert sum(found.accounts.values()) == 1
    found.told()


def account(found: Found, outcome: str) -> int:
    return sum(rows for (fate, _), rows in found.accounts.items() if fate == outcome)


def count(things: Sequence[msgspec.Struct], kind: type) -> int:
    return sum(isinstance(each, kind) for each in things)


@pytest.mark.parametrize(
    ("path", "used", "ignored", "providers", "locations", "ratings", "successions", "told"),
    [
        ("care_inspectorate/datastore_2026-05-31.csv", 10566, 1, 5382, 10566, 39083, 0, []),
        ("rqia/rqia_2025-12.csv", 1526, 1, 771, 1526, 0, 0, []),
        ("cqc/directory_locations_2025.csv", 999, 1, 771, 999, 4741, 0, []),
        ("cqc/directory_ratings_lincolnshire_2026.csv", 4159, 1, 342, 478, 4159, 0, []),
        ("cqc/api_locations_oldham.jsonl", 451, 0, 0, 451, 4491, 254, []),
        ("cqc/api_providers_oldham.jsonl", 20, 0, 20, 0, 0, 2, []),
    ],
)
def test_the_real_files_load_and_every_row_is_counted_once(
    shared_data: Path, path: str, used: int, ignored: int, providers: int, locations: int, ratings: int,
    successions: int, told: list[str],
) -> None:  # fmt: skip
    content = (shared_data / "registers" / path).read_bytes()
    source = recognise(io.BytesIO(content), path)
    assert source is not None
    found = read(source, content)
    assert (account(found, "used"), account(found, "ignored"), account(found, "refused")) == (used, ignored, 0)
    assert count(found.things, RegisteredProvider) == providers
    assert count(found.things, Location) == locations
    assert count(found.things, Rating) == ratings
    assert count(found.things, RegistrationSuccession) == successions
    assert found.told() == told


@settings(max_examples=120)
@given(st.sampled_from(sorted(FORMATS)), st.sampled_from(sorted(LAYOUTS)), st.data())
def test_damage_anywhere_is_told_and_never_raised(format: str, layout: str, data: st.DataObject) -> None:
    content = bytearray(written(format, layout))
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    found = read(LAYOUTS[layout], bytes(content[: data.draw(st.integers(1, len(content)))]))
    found.told()
