"""A warehouse built from a small sample."""

import pytest

from candour.archive import Archive
from candour.operations.build import build_warehouse
from candour.operations.home import Home
from candour.sample import write


@pytest.fixture(scope="session")
def home(tmp_path_factory):
    folder = tmp_path_factory.mktemp("compare")
    write(folder / "notices", n=240, seed=11, form="packages")
    home = Home(folder)
    archive = Archive.at(home.archive)
    for path in sorted((folder / "notices").iterdir()):
        archive.add(path, source="fictional-sample", name=path.name)
    build_warehouse(home, workers=1)
    return home
