"""`candour figures` from end to end, and that nothing of a file with people's answers stays anywhere."""

import csv
import json
import subprocess
import sys
from functools import partial

import msgspec
import pytest
import xlsxwriter

from candour.ocds.build.common import Identifier, Period
from candour.ocds.build.metric import Metric
from candour.ocds.build.package import Publisher
from candour.ocds.build.statement import Provider, Statement, statement_bytes
from candour.sample import write_answers

QUARTER = ("--period", "2026-07-01/2026-09-30", "--population", "Contract 1", "--by", "area", "--people", "person")
VISITS = ("figures", "answers/visits.csv", "--metric", "missed-visits", "--metric", "visit-time-given", *QUARTER)
SURVEY = ("figures", "answers/survey.csv", "--metric", "feeling-safe", "--metric", "dignity", *QUARTER)
SECRET = "fictional-"

WATCHED = """
import os, sys
written = []
def watch(event, given):
    if event == "open" and given[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
        written.append(str(given[0]))
sys.dont_write_bytecode = True
sys.addaudithook(watch)
from candour.cli.app import main
try:
    main()
finally:
    print("WRITTEN", *sorted(set(written)), file=sys.stderr)
"""


@pytest.fixture
def answers(tmp_path):
    """The folder of the fictional visit log and survey."""
    write_answers(tmp_path / "answers")
    return tmp_path / "answers"


def test_a_visit_log(candour, answers, tmp_path):
    ran = candour(*VISITS, "--to", "figures.json")
    assert (ran.code, ran.err) == (0, "")
    assert "│ area Thistleford │  3.5% │     45 │ value" in ran.out
    assert "suppressed: it could show how few people these are" in ran.out
    written = json.loads((tmp_path / "figures.json").read_text())
    assert (written["format"], written["version"]) == ("candour-figures", "1.0")
    everybody = written["metrics"][0]["observations"][0]
    assert everybody["numerator"] % 5 == everybody["denominator"] % 5 == everybody["respondents"] % 5 == 0
    assert (everybody["method"], everybody["state"], everybody["measure"]) == ("visitLog", "value", 0.0317)


def test_a_survey_with_proxies_and_a_response_rate(candour, answers):
    found = candour(*SURVEY, "--invited", 170, "--json").json
    metrics = {metric["id"]: metric["observations"] for metric in found["metrics"]}
    assert metrics["response-rate"][0]["measure"] == 0.8235
    everybody = {each["answeredBy"]: each for each in metrics["feeling-safe"] if "dimensions" not in each}
    assert everybody["themselves"]["invited"] == 170
    assert everybody["proxy"]["stateReason"] == "it rests on fewer than 30 answers or rows"


def test_figures_are_ready_for_a_statement(candour, answers):
    found = msgspec.convert(candour(*SURVEY, "--json").json["metrics"], tuple[Metric, ...])
    statement = Statement(
        id="1",
        published_date="2026-11-01T00:00:00Z",
        publisher=Publisher(name="Fictional Care"),
        provider=Provider(id="p", name="Fictional Care", identifier=Identifier(scheme="GB-COH", id="00000000")),
        period=Period(),
        metrics=found,
    )
    assert b"feeling-safe" in statement_bytes(statement)


def test_before(candour, answers):
    assert candour(*SURVEY, "--to", "first.json").code == 0
    with (answers / "survey.csv").open("a", newline="") as file:
        csv.writer(file).writerow(["fictional-999", "Ambermere", "themselves", "not safe at all", "worse"])
    first = candour(*SURVEY, "--json").json
    second = candour(*SURVEY, "--before", "first.json", "--json").json
    for old, new in zip(first["metrics"], second["metrics"], strict=True):
        assert [each.get("measure") for each in old["observations"]] == [
            each.get("measure") for each in new["observations"]
        ]
    assert candour(*SURVEY, "--before", "first.json", "--to", "second.json").code == 0
    third = candour(*SURVEY, "--before", "second.json", "--before", "first.json", "--json").json
    assert third["metrics"] == second["metrics"]
    assert "first.json is there already" in candour(*SURVEY, "--before", "first.json", "--to", "first.json").err
    year = ("--period", "2026", *SURVEY[8:])
    held = candour(*SURVEY[:6], *year, "--before", "first.json")
    assert held.code == 1
    assert "held back, because it was published for 2026-07-01/2026-09-30, which overlaps" in held.out


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_blank_is_filled_in_and_read(candour, tmp_path, kind):
    assert candour("figures", "--blank", f"blank.{kind}", "--metric", "missed-visits", "--by", "area").code == 0
    header = ["person", "area", "outcome"]
    rows = [[f"p{at}", "north", "made" if at % 3 else "missed"] for at in range(60)]
    if kind == "csv":
        assert (tmp_path / "blank.csv").read_text().strip().split(",") == header
        with (tmp_path / "blank.csv").open("a", newline="") as file:
            csv.writer(file).writerows(rows)
    else:
        with xlsxwriter.Workbook(tmp_path / "blank.xlsx") as book:
            sheet = book.add_worksheet()
            for at, row in enumerate([header, *rows]):
                sheet.write_row(at, 0, row)
    ran = candour("figures", f"blank.{kind}", "--metric", "missed-visits", *QUARTER)
    assert "33.3%" in ran.out


def test_a_blank_never_overwrites(candour, tmp_path):
    (tmp_path / "visits.csv").write_text("mine")
    assert "is there already" in candour("figures", "--blank", "visits.csv", "--metric", "falls").err
    assert (tmp_path / "visits.csv").read_text() == "mine"


def test_bad_rows_are_named_and_never_quoted(candour, answers):
    with (answers / "visits.csv").open("a", newline="") as file:
        csv.writer(file).writerow(["fictional-7", "Ambermere", "Mrs Secret fell", "30", "a lot"])
    ran = candour(*VISITS, "--to", "figures.json")
    assert ran.code == 3
    assert "row 2597, outcome: expected one of made, missed, cancelled by the person, or nothing" in ran.err
    assert "row 2597, minutes_given: expected a number from 0 to 1440, or nothing" in ran.err
    assert "2 places cannot be read; mend them, or add --leave-out-bad-rows" in ran.err
    without = candour(*VISITS, "--leave-out-bad-rows")
    assert without.code == 1
    assert "2,595 rows read" in without.out
    for said in (ran.err, ran.out, without.err, without.out):
        assert not any(secret in said for secret in ("Secret", "a lot", SECRET))


def test_nothing_of_the_file_is_written_but_the_figures(tmp_path, answers):
    """A file of more than 16 MB, which other tables would be put on the disk for."""
    with (answers / "visits.csv").open() as file:
        rows = list(csv.reader(file))
    with (answers / "visits.csv").open("w", newline="") as file:
        csv.writer(file).writerows([*row, "padding" if at == 0 else SECRET * 700] for at, row in enumerate(rows))
    assert (answers / "visits.csv").stat().st_size > 17_000_000
    ran = subprocess.run(
        [sys.executable, "-c", WATCHED, *VISITS, "--to", "figures.json"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    _, _, written = ran.stderr.rpartition("WRITTEN")
    assert written.split() == ["figures.json.part"]
    assert {path.name for path in tmp_path.iterdir()} == {"answers", "figures.json"}
    assert SECRET not in (tmp_path / "figures.json").read_text() + ran.stdout + ran.stderr


def test_what_is_asked_in_vain(candour, answers, tmp_path):
    """Each message names the option or column, and what to do next."""
    (tmp_path / "no.json").write_text("{}")
    one = partial(candour, "figures", "answers/visits.csv", "--period", "2026", "--population", "x")
    for given, said in (
        (("--metric", "missed-visits"), "a row is one visit in the plan, and it is people who are protected"),
        (("--metric", "missed-visits", "--each-row-a-person"), "say with --people COLUMN whose each row is"),
        (("--metric", "falls"), "nothing says whose each row is; say --people COLUMN, or --each-row-a-person"),
        (("--metric", "none"), "--metric none: no such metric"),
        (("--metric", "late-visits", "--people", "person"), "no column minutes_late (a number from -1440 to 1440"),
        (("--metric", "missed-visits", "--people", "person", "--by", "outcome"), "is used for something else"),
        (("--metric", "missed-visits", "--people", "person", "--by", "person"), "is used for something else"),
        (("--metric", "missed-visits", "--people", "nobody"), "no column nobody. Found the columns person, area"),
        (("--metric", "missed-visits", "--people", "person", "--before", "no.json"), "is no file of figures"),
        (("--metric", "missed-visits", "--people", "person", "--column", "x"), "expected FIELD=THEIR COLUMN"),
    ):
        ran = one(*given)
        assert ran.code == 3, given
        assert said in ran.err
        assert len(ran.err.strip().splitlines()) == 1
