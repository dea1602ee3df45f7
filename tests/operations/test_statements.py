"""Providers' statements: received, named, kept, checked, and made into rows that join with contracts."""

import orjson
import pytest

from candour.errors import CandourError
from candour.operations.add import add_files
from candour.operations.build import build_warehouse
from candour.operations.check import check_files
from candour.operations.home import Home


def statement(id_="s-2025", published="2026-06-15T00:00:00Z", measure=0.9, **others):
    observation = {"id": "1", "measure": measure, "numerator": 45, "denominator": 50, "method": "survey"}
    return {
        "format": "candour-statement",
        "version": "1.0",
        "id": id_,
        "publishedDate": published,
        "publisher": {"name": "Fictional Care Ltd"},
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "provider": {
            "id": "p",
            "name": "Fictional Care Ltd",
            "identifier": {"scheme": "GB-COH", "id": "99000037"},
            "careRegistrations": [{"id": "1", "register": "cqc", "number": "1-001", "providerNumber": "1-000"}],
        },
        "period": {"startDate": "2025-04-01T00:00:00Z", "endDate": "2026-03-31T23:59:59Z"},
        "fundedBy": ["council", "selfFunded"],
        "peopleSupported": 168,
        "metrics": [{"id": "satisfaction", "title": "Satisfaction", "version": 1, "observations": [observation]}],
        **others,
    }


@pytest.fixture
def home(tmp_path):
    return Home(tmp_path / "home")


@pytest.fixture
def received(home, tmp_path):
    """Adds a file, builds, and asks the table of statements."""

    def received(*contents, columns="statement_id, latest, measure"):
        for number, content in enumerate(contents):
            path = tmp_path / f"statement-{number}.json"
            path.write_bytes(content if isinstance(content, bytes) else orjson.dumps(content))
            list(add_files(home, [path]))
        build_warehouse(home)
        with home.tables() as tables:
            rows = tables.query(f"SELECT {columns} FROM statements ORDER BY published, statement_id").rows
        return [tuple(row) for row in rows]

    return received


def test_a_statement_becomes_rows_under_the_key_of_a_supplier(received):
    columns = (
        "statement_id, provider_key, publisher, registration_numbers, funded_by, people_supported, metric_id, "
        "numerator, denominator, method, state"
    )
    assert received(statement(), columns=columns) == [
        (
            *("s-2025", "GB-COH-99000037", "Fictional Care Ltd", ["1-000", "1-001"], ["council", "selfFunded"], 168),
            *("satisfaction", 45, 50, "survey", "value"),
        )
    ]


def test_licence_and_publisher_are_those_of_the_statement_unless_somebody_says_otherwise(home, tmp_path):
    path = tmp_path / "s.json"
    path.write_bytes(orjson.dumps(statement()))
    (said,) = add_files(home, [path])
    assert said.things == {"statements": 1}
    assert (said.receipt.publisher, said.receipt.licence) == (
        "Fictional Care Ltd",
        "https://creativecommons.org/licenses/by/4.0/",
    )
    (told,) = add_files(home, [path], publisher="Somebody", licence="CC0-1.0")
    assert (told.receipt.publisher, told.receipt.licence) == ("Somebody", "CC0-1.0")


@pytest.mark.parametrize("form", ["array", "lines", "indented", "with a byte order mark"])
def test_arrays_and_lines_of_statements_are_read(received, form):
    both = [statement("a"), statement("b")]
    content = {
        "array": orjson.dumps(both),
        "lines": b"\n".join(map(orjson.dumps, both)) + b"\n\n",
        "indented": orjson.dumps(both, option=orjson.OPT_INDENT_2),
        "with a byte order mark": b"\xef\xbb\xbf" + orjson.dumps(both),
    }[form]
    assert [row[0] for row in received(content)] == ["a", "b"]


def test_the_last_published_of_an_id_is_the_latest_and_all_are_kept(received):
    first, corrected = statement(), statement(published="2026-07-01T00:00:00Z", measure=0.8)
    rows = received(corrected, first, statement("other"))
    assert [(id_, latest, float(measure)) for id_, latest, measure in rows] == [
        ("other", True, 0.9),
        ("s-2025", False, 0.9),
        ("s-2025", True, 0.8),
    ]


def test_another_provider_may_use_the_same_id(received):
    other = statement() | {"provider": {"id": "q", "name": "Another Fictional Ltd"}}
    assert [row[1] for row in received(statement(), other)] == [True, True]


def test_a_statement_without_metrics_is_a_row_with_its_reason(received):
    silent = statement(metrics=[], noMetricsRationale="We began in May.")
    silent.pop("metrics")
    assert received(silent, columns="statement_id, metric_id, no_metrics_rationale") == [
        ("s-2025", None, "We began in May.")
    ]


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"version": "2.0"}, "its version is 2.0"),
        ({"version": None}, "its version is"),
        ({"format": "candour-statements"}, None),
    ],
)
def test_an_unknown_version_is_refused_in_one_line(home, tmp_path, wrong, words):
    path = tmp_path / "s.json"
    path.write_bytes(orjson.dumps([statement("known"), statement() | wrong]))
    (added,) = add_files(home, [path])
    assert (added.things, added.refused) == ({"statements": 1}, 1)
    (line,) = added.examples
    assert "\n" not in line
    assert line.startswith("s.json: statement 2: ")
    assert words is None or words in line


def test_a_broken_line_costs_none_of_the_others(home, tmp_path):
    path = tmp_path / "s.jsonl"
    path.write_bytes(
        orjson.dumps(statement("a")) + b'\n{"format": "candour-statement", \n' + orjson.dumps(statement("b"))
    )
    (added,) = add_files(home, [path])
    assert (added.things, added.refused) == ({"statements": 2}, 1)
    assert added.examples[0].startswith("s.jsonl: line 2: ")


def test_check_names_what_is_wrong_and_the_row_is_there_all_the_same(received, tmp_path):
    odd = statement(peopleSupported="many")
    path = tmp_path / "odd.json"
    path.write_bytes(orjson.dumps(odd))
    checked = check_files([path], workers=1)
    assert (checked.statements, checked.releases) == (1, 0)
    assert [(line.path, line.level) for line in checked.problems] == [("peopleSupported", "error")]
    assert "peopleSupported" in checked.problems[0].for_publisher
    assert checked.problems[0].for_reader
    assert [row[0] for row in received(odd)] == ["s-2025"]


def test_a_source_for_statements_is_not_chosen(home, tmp_path):
    path = tmp_path / "s.json"
    path.write_bytes(orjson.dumps(statement()))
    with pytest.raises(CandourError, match="leave out --source"):
        list(add_files(home, [path], source="mine"))
