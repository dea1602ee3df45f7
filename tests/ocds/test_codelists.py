import csv

import pytest

from candour.ocds.codelists import title
from candour.ocds.description import EXTENSIONS, describe
from candour.ocds.parts import core, extension

from . import official


# The profile of the European Union is published without its codelists.
@pytest.mark.parametrize("name", ["core", *(name for name in EXTENSIONS if name != "eu")])
def test_codelists_equal_the_official_ones_code_for_code(shared_data, name):
    part = core() if name == "core" else extension(name)
    folder = shared_data / "ocds/standard-1.1.5" if name == "core" else official.folder(shared_data, name)
    theirs = {file.stem: codes(file) for file in sorted((folder / "codelists").glob("*.csv"))}
    ours = {key: list(value) for key, value in part.codelists.items()}
    ours.update({f"+{key}": list(value) for key, value in part.code_additions.items()})
    assert ours == theirs


def codes(file):
    with file.open(encoding="utf-8", newline="") as lines:
        return [row["Code"] for row in csv.DictReader(lines)]


def test_closed_codelists_are_the_enums_of_the_schema():
    status = describe([]).codelists["tenderStatus"]
    assert "cancelled" in status
    assert "canceled" not in status


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("contractAmendment", "Contract amendment"),
        ("awardID", "Award ID"),
        ("economic.localEconomyPromotion", "Economic, local economy promotion"),
        ("notMet", "Not met"),
        ("CPV", "CPV"),
        ("date-time", "Date-time"),
    ],
)
def test_a_code_reads_as_plain_english(code, words):
    assert title(code) == words
