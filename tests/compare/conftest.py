"""A warehouse built from a small sample, with the registers that fit it."""

import pytest

from candour.archive import Archive
from candour.operations.build import build_warehouse
from candour.operations.home import Home
from candour.sample import write, write_outcomes, write_registers
from candour.sources.tables import recognise


@pytest.fixture(scope="session")
def home(tmp_path_factory):
    folder = tmp_path_factory.mktemp("compare")
    write(folder / "notices", n=240, seed=11, form="packages")
    home = Home(folder)
    archive = Archive.at(home.archive)
    for path in sorted((folder / "notices").iterdir()):
        archive.add(path, source="fictional-sample", name=path.name)
    for path in (*write_registers(folder / "registers"), *write_outcomes(folder / "outcomes")):
        with path.open("rb") as file:
            archive.add(path, source=recognise(file, name=path.name), name=path.name)
    build_warehouse(home, workers=1)
    return home
