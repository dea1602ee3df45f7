"""`candour contract` and `candour answers`, as people call them."""

import pytest

from candour import sample
from candour.archive import Archive
from candour.operations.build import build_warehouse
from candour.operations.home import Home


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder with the tables of some fictional notices."""
    folder = tmp_path_factory.mktemp("contract")
    sample.write(folder / "made", n=60, seed=7, form="packages", faults=False)
    home = Home(folder / "candour-data")
    archive = Archive.at(home.archive)
    for file in sorted((folder / "made").iterdir()):
        archive.add(file, source="sample", name=file.name)
    build_warehouse(home, workers=1)
    return folder


@pytest.fixture(scope="module")
def reported(folder):
    """A process with one contract that was reported on, and one with several contracts."""
    with Home(folder / "candour-data").tables() as tables:
        one = tables.query(
            "SELECT ocid FROM processes WHERE has_deliveries AND number_of_contracts = 1 AND number_of_awards = 1 "
            "ORDER BY ocid LIMIT 1"
        ).rows[0]
        many = tables.query("SELECT ocid FROM processes WHERE number_of_awards > 1 ORDER BY ocid LIMIT 1").rows[0]
    return one.ocid, many.ocid


SECTIONS = [
    "What it is",
    "Price",
    "Quality",
    "Outcomes",
    "Pay",
    "Voice",
    "Before and after",
    "Sources",
    "Who says so",
]


def test_a_contract_is_a_page_of_eighty_columns_with_every_section(run_candour, folder, reported):
    ran = run_candour(folder, "contract", reported[0], "--on", "2026-06-01")
    assert ran.code == 0, ran.err
    lines = ran.out.splitlines()
    assert [line for line in lines if line in SECTIONS] == SECTIONS
    assert "[1]" in ran.out
    assert "not met" in ran.out or "met" in ran.out
    assert all(len(line) <= 80 for line in lines[: lines.index("Who says so")])


def test_a_contract_as_json_has_the_same_facts(run_candour, folder, reported):
    found = run_candour(folder, "contract", reported[0], "--on", "2026-06-01", "--json").json
    (contract,) = found["contracts"]
    assert found["ocid"] == reported[0]
    assert found["day"] == "2026-06-01"
    assert {"about", "price", "quality", "outcomes", "pay", "voice", "continuity", "releases"} <= set(contract)
    assert all(one["standing"] for one in contract["outcomes"])


def test_several_contracts_are_a_list_of_which_one_can_be_chosen(run_candour, folder, reported):
    ran = run_candour(folder, "contract", reported[1])
    assert ran.code == 0, ran.err
    assert "contracts and awards of" in ran.out
    ids = [
        one["contract_id"] or one["award_id"]
        for one in run_candour(folder, "contract", reported[1], "--json").json["contracts"]
    ]
    assert "What it is" in run_candour(folder, "contract", reported[1], "--contract", ids[0]).out


def test_answers_count_what_can_be_answered_and_say_what_to_ask(run_candour, folder, reported):
    ran = run_candour(folder, "answers", reported[0], "--as", "family", "--on", "2026-06-01")
    assert ran.code == 0, ran.err
    as_json = run_candour(folder, "answers", reported[0], "--as", "family", "--on", "2026-06-01", "--json").json
    assert f"{as_json['answered']} of {len(as_json['questions'])} questions can be answered" in ran.out
    assert ran.out.count("Ask ") >= len(as_json["questions"]) - as_json["answered"]
    assert all(one["question"]["question"] in " ".join(ran.out.split()) for one in as_json["questions"])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("contract", "ocds-nowhere"), "there is no process 'ocds-nowhere'"),
        (("answers", "ocds-nowhere", "--as", "aunt"), "there is no role 'aunt'; say one of care-worker"),
        (("answers", "ocds-nowhere", "--as", "family"), "there is no process 'ocds-nowhere'"),
    ],
)
def test_what_cannot_be_done_is_one_line(run_candour, folder, arguments, said):
    ran = run_candour(folder, *arguments)
    assert (ran.code, ran.out) == (3, "")
    assert said in ran.err
    assert ran.err.count("\n") == 1


def test_before_anything_is_built_the_next_step_is_said(candour):
    ran = candour("contract", "ocds-nowhere")
    assert ran.code == 3
    assert "candour build" in ran.err
