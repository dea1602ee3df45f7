"""In production the site is as strict as Django would have it, and says what is wrong with its settings."""

import os
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest

from candour.errors import CandourError
from candour.site.config.surroundings import Surroundings, surroundings

PRODUCTION = {
    "CANDOUR_ADDRESS": "https://candour.example",
    "CANDOUR_HOSTS": "candour.example",
    "CANDOUR_SECRET_KEY": "made up for this test, and as long as a secret has to be: 0123456789abcdef",
    "CANDOUR_HTTPS": "yes",
    "CANDOUR_BEHIND_PROXY": "yes",
}


def surroundings_of_a_server() -> dict[str, str]:
    """Without what tests in a browser need."""
    return {name: value for name, value in os.environ.items() if not name.startswith("DJANGO_")}


def test_nothing_is_left_to_harden(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "candour.site", "check", "--deploy", "--fail-level", "WARNING"],
        env={**surroundings_of_a_server(), **PRODUCTION, "CANDOUR_DATA": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr


def test_what_is_not_said_suits_a_demo_on_this_machine(tmp_path):
    here = surroundings({"CANDOUR_DATA": str(tmp_path)})

    assert here.hosts == ()
    assert here.database_url == f"sqlite:///{tmp_path}/site.sqlite3"
    assert not here.https
    assert here.secret_key != surroundings({}).secret_key


@pytest.mark.parametrize(
    ("name", "found"),
    [("CANDOUR_HTTPS", "perhaps"), ("CANDOUR_ADDRESS", "candour.example"), ("CANDOUR_BEHIND_PROXY", "1")],
)
def test_a_setting_that_cannot_be_is_refused_by_its_name(name, found):
    with pytest.raises(CandourError, match=f"{name}: found '{found}', expected"):
        surroundings({name: found})


def test_each_setting_is_explained_where_one_reads_how_to_deploy():
    page = (Path(__file__).parents[2] / "docs/how-to/deploy.md").read_text("utf-8")

    for field in fields(Surroundings):
        name = "DATABASE_URL" if field.name == "database_url" else f"CANDOUR_{field.name.upper()}"
        assert f"`{name}`" in page
