"""A warehouse of made processes, built once."""

from datetime import date

import orjson
import pytest

from candour.archive import Archive
from candour.operations.build import build_warehouse
from candour.operations.contract.view import contract_view
from candour.operations.home import Home

from . import releases

DAY = date(2026, 6, 1)


@pytest.fixture(scope="session")
def home(tmp_path_factory):
    home = Home(tmp_path_factory.mktemp("contracts"))
    archive = Archive.at(home.archive)
    council = [*releases.before(), *releases.states(), *releases.others(), *releases.everything()[:-1]]
    for publisher, said in (
        ("Ambermere Council", council),
        ("Lantern Care Co-operative (fictional)", releases.everything()[-1:]),
    ):
        archive.add(
            b"\n".join(map(orjson.dumps, said)), source="test", publisher=publisher, name=f"{publisher}.jsonl"
        )
    build_warehouse(home, workers=1)
    return home


@pytest.fixture(scope="session")
def view(home):
    """The only contract of a process."""

    def of(ocid, contract_id=None):
        (found,) = contract_view(home, ocid, DAY, contract_id).contracts
        return found

    return of
