"""Every real process with a contract or an award has a view, and every role an answer about each."""

from datetime import date

import msgspec
import pytest

from candour.archive import Archive
from candour.operations.answers.answering import answer_all
from candour.operations.answers.questions import roles
from candour.operations.build import build_warehouse
from candour.operations.contract.view import view_from
from candour.operations.home import Home

DAY = date(2026, 11, 1)


@pytest.fixture(scope="module")
def real(shared_data, tmp_path_factory):
    home = Home(tmp_path_factory.mktemp("real"))
    archive = Archive.at(home.archive)
    for folder in ("contracts_finder", "find_a_tender", "public_contracts_scotland", "sell2wales"):
        for file in sorted((shared_data / "ocds" / folder).iterdir()):
            if not file.name.startswith("search"):
                archive.add(file, source=folder, name=file.name)
    build_warehouse(home, workers=1)
    return home


def test_every_process_with_a_contract_or_an_award_has_a_view(real):
    with real.tables() as tables:
        found = tables.query(
            "SELECT ocid FROM processes WHERE number_of_contracts > 0 OR number_of_awards > 0 ORDER BY ocid"
        ).rows
        assert found
        for row in found:
            process = view_from(tables, row.ocid, DAY)
            assert msgspec.json.encode(process)
            assert process.contracts
            for view in process.contracts[:3]:
                assert view.about.said_by["contract"], row.ocid
                for role in roles().values():
                    assert all(one.answer.text for one in answer_all(role, view)), row.ocid
