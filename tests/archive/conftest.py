"""An archive to try things on."""

from pathlib import Path

import pytest

from candour.archive import Archive


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive.at(tmp_path / "archive")
