"""From releases to a comparison: what is published of an observation decides beside what it may stand."""

import json

import msgspec
import pytest
from typer.testing import CliRunner

from candour.archive import Archive
from candour.cli.app import app
from candour.compare.measured.answer import MeasuredComparison
from candour.operations.build import build_warehouse
from candour.operations.home import Home

RUN = CliRunner()


def observation(number, quarter, **said):
    start, end = [("2024-01-01", "2024-03-31"), ("2024-04-01", "2024-06-30"), ("2024-03-01", "2024-05-31")][quarter]
    return {
        "id": str(number),
        "period": {"startDate": f"{start}T00:00:00Z", "endDate": f"{end}T23:59:59Z"},
        "unit": {"name": "share"},
        **said,
    }


def release(number, suppliers, observations, metric="missed-visits", **of_metric):
    parties = [
        {"id": "buyer", "name": "Fictional Council", "roles": ["buyer"]},
        *({"id": name, "name": f"{name} Care Ltd", "roles": ["supplier"]} for name in suppliers),
    ]
    return {
        "ocid": f"ocds-f1ct10-fair-{number}",
        "id": f"{number}",
        "date": "2024-08-01T00:00:00Z",
        "tag": ["implementation"],
        "initiationType": "tender",
        "parties": parties,
        "buyer": {"id": "buyer", "name": "Fictional Council"},
        "tender": {"id": "1", "title": "Home care", "items": [{"id": "1", "classification": CPV}]},
        "awards": [
            {"id": "a", "status": "active", "suppliers": [{"id": s, "name": f"{s} Care Ltd"} for s in suppliers]}
        ],
        "contracts": [
            {
                "id": "c",
                "awardID": "a",
                "implementation": {"metrics": [{"id": metric, **of_metric, "observations": observations}]},
            }
        ],
    }


CPV = {"scheme": "CPV", "id": "85312400"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("fair")
    counted = {"numerator": 5, "denominator": 100, "measure": 0.05}
    releases = [
        release(1, ["Ash"], [observation(1, 0, **counted), observation(2, 1, **counted)]),
        release(2, ["Birch", "Cedar"], [observation(1, 0, **counted, verifiedBy={"role": "commissioner"})]),
        release(3, ["Dogwood"], [observation(1, 0, **counted), observation(2, 2, **counted)]),
        release(4, ["Elm"], [observation(1, 0, **counted)], version=2),
        release(5, ["Fir"], [observation(1, 0, state="suppressed")]),
        release(
            6,
            ["Gorse"],
            [
                observation(n, 0, **counted, dimensions={"setting": s})
                for n, s in enumerate(("own home", "care home"))
            ],
        ),
        release(7, ["Hazel"], [observation(1, 0, measure=0.05, dimensions={"denominator": "100"})]),
    ]
    package = {
        "uri": "https://example.org/fair",
        "version": "1.1",
        "publishedDate": "2024-08-01T00:00:00Z",
        "publisher": {"name": "Fictional portal"},
        "releases": releases,
    }
    path = folder / "package.json"
    path.write_text(json.dumps(package))
    home = Home(folder / "data")
    Archive.at(home.archive).add(path, source="fictional-sample", name=path.name)
    build_warehouse(home, workers=1)
    return home.folder


def compare(folder, *words, code=0):
    done = RUN.invoke(app, ["compare", *words, "--data", str(folder)], env={"NO_COLOR": "1"})
    assert (0 if done.exit_code == 0 else 3) == code, done.output
    return done


def answer(folder, *words):
    output = compare(folder, *words, "--json").stdout
    return msgspec.json.decode(output, type=MeasuredComparison, strict=False)


MISSED = ("--metric", "missed-visits", "--care", "any")


def test_what_is_published_decides(folder):
    found = answer(folder, "providers", *MISSED)
    units = {unit.name: unit for unit in found.units}
    assert set(units) == {f"{name} Care Ltd" for name in ("Ash", "Birch", "Cedar", "Dogwood", "Fir", "Hazel")}
    assert units["Ash Care Ltd"].figure.denominator == 200
    assert units["Birch Care Ltd"].figure.denominator == units["Cedar Care Ltd"].figure.denominator == 100
    assert (units["Birch Care Ltd"].verified, units["Ash Care Ltd"].verified) == (1, 0)
    assert (units["Dogwood Care Ltd"].figures, units["Dogwood Care Ltd"].figure.denominator) == (1, 100)
    assert units["Fir Care Ltd"].figure.state == "suppressed"
    assert units["Hazel Care Ltd"].notes == ("numerator of 1 worked out from the value and the denominator",)
    assert units["Ash Care Ltd"].publishers == ("Fictional portal",)
    assert len(units["Ash Care Ltd"].sources[0].sha256) == 64
    (elm,) = found.set_aside
    assert (elm.name, elm.differs_in) == ("Elm Care Ltd", ("version of the metric",))
    assert "setting=care home" in found.case_mix
    council = answer(folder, "councils", *MISSED).units[0]
    assert council.figure.denominator == 200 + 100 + 100 + 100


def test_contracts_of_a_council_and_one_group_of_people(folder):
    found = answer(folder, "contracts", "--council", "Fictional Council", *MISSED)
    assert "ocds-f1ct10-fair-1 c" in [unit.name for unit in found.units]
    assert len(next(u for u in found.units if u.name == "ocds-f1ct10-fair-1 c").over_time.points) == 2
    grouped = answer(folder, "providers", *MISSED, "--group", "setting=own home")
    assert [unit.name for unit in grouped.units] == ["Gorse Care Ltd"]
    adjusted = answer(folder, "providers", *MISSED, "--standardise", "setting", "--weight", "own home=3",
                      "--weight", "care home=1")  # fmt: skip
    assert adjusted.units[0].figure.value == pytest.approx(0.05)
    assert "own home 75%" in adjusted.case_mix


def test_the_page_says_what_the_object_says(folder):
    page = compare(folder, "providers", *MISSED).stdout
    for said in (
        "How many planned visits did not happen?",
        "Elm Care Ltd, 1 figure: version of the metric is 2, and not said for the others",
        "10 of 200",
        "any of them could be the best",
        "What would change this:",
        "●",
        "Not adjusted for who is supported",
    ):
        assert said in page


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("providers", "--metric", "no-such-metric"), "no metric is called 'no-such-metric'; there are"),
        (("contracts", "--metric", "falls"), "add --council"),
        (("contracts",), "need --metric"),
        (("councils", "--among", "x"), "need --metric"),
        (("providers", *MISSED, "Nobody Ltd"), "no providers among those selected have 'Nobody Ltd'"),
        (("providers", *MISSED, "--with", "neighbours"), "only councils have neighbours"),
        (("providers", *MISSED, "--outcome", "ascof-1a"), "give one of them"),
        (("providers", "--outcome", "ascof-1a"), "`candour compare councils --outcome ID`"),
        (("providers", *MISSED, "--indicator", "award-value"), "do not go with --metric"),
        (("providers", *MISSED, "--weight", "x=1"), "--weight needs --standardise"),
        (("providers", *MISSED, "--standardise", "setting", "--weight", "x"), "expected a group and a number"),
        (("providers", *MISSED, "--standardise", "age"), "no figure is broken down by 'age' alone"),
    ],
)
def test_what_cannot_be_compared_is_refused_with_the_next_step(folder, words, says):
    assert says in str(compare(folder, *words, code=3).exception)
