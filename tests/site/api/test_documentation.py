"""What the pages about the API show runs as it stands."""

import html
import re
import shutil
import subprocess
import sys
import urllib.request

import pytest

from candour.site.api.api import OPERATIONS


def shown(address: str, operation, language: str) -> str:
    """An example, as somebody copies it from the page."""
    with urllib.request.urlopen(f"{address}/api/v1/docs/{operation.id}") as page:
        found = re.search(rf'<code id="{language}">(.*?)</code>', page.read().decode(), re.DOTALL)
    return html.unescape(found[1]) if found else ""


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.id)
def test_the_examples_of_an_operation_run(address, operation):
    python, curl = shown(address, operation, "python"), shown(address, operation, "curl")
    if not python:
        pytest.skip("the demo has nothing of this kind")

    done = subprocess.run([sys.executable, "-c", python], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("[")
    if shutil.which("curl"):
        assert subprocess.run(["sh", "-c", curl], capture_output=True, check=True).stdout.startswith(b"{")


def test_the_contents_name_every_operation(client):
    page = client.get("/api/v1/docs").content.decode()

    for operation in OPERATIONS:
        assert f"/api/v1/docs/{operation.id}" in page
    assert "<script" not in page
    assert client.get("/api/v1/docs/none").status_code == 404
