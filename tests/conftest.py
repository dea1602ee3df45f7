"""What every test may use."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

# A busy machine is no failure of the code.
settings.register_profile("candour", deadline=None)
settings.load_profile("candour")

REPOSITORY = Path(__file__).parents[1]
SITE_DATA = "CANDOUR_TEST_SITE"
"""Names the folder of the fictional data that all tests of the site share, whichever process runs them."""

os.environ["SPARK_CONF_DIR"] = str(REPOSITORY / "tests" / "spark")

if "PYTEST_XDIST_WORKER" not in os.environ:
    # The processes that run tests beside this one get it with their surroundings.
    os.environ[SITE_DATA] = tempfile.mkdtemp(prefix="candour-site-")


def pytest_unconfigure() -> None:
    """Take it away when all of them have ended."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        shutil.rmtree(os.environ.pop(SITE_DATA), ignore_errors=True)


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real data, which is not part of the repository."""
    folder = Path(os.environ.get("CANDOUR_SHARED_DATA", REPOSITORY.parent / "shared" / "data"))
    if not folder.is_dir():
        pytest.skip(f"real data is not here: {folder} does not exist (set CANDOUR_SHARED_DATA to use it)")
    return folder
