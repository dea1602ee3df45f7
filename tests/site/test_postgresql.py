"""The site's database may be PostgreSQL."""

import os
import subprocess
import sys

from .postgresql import postgresql


def test_its_tables_are_made(tmp_path):
    with postgresql() as address:
        for command in (["migrate"], ["migrate", "--check"]):
            subprocess.run(
                [sys.executable, "-m", "candour.site", *command],
                env={**os.environ, "DATABASE_URL": address, "CANDOUR_DATA": str(tmp_path)},
                check=True,
                capture_output=True,
            )
