"""A build may swap in at any moment: every reader gets a whole page, from one version of the data or the next."""

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx

from candour.operations.add import add_files
from candour.operations.build import build_warehouse
from candour.operations.home import Home
from candour.sample import write

from .served import served

READERS = 4
BUILDS = 3


def receive(home: Home, folder: Path, seed: int) -> None:
    write(folder, n=20, seed=seed)
    list(add_files(home, [folder], source="fictional-sample", licence="CC0-1.0"))
    build_warehouse(home)


def test_pages_go_on_while_builds_swap_in(tmp_path):
    home = Home(tmp_path / "data")
    receive(home, tmp_path / "notices-0", seed=1)
    done = threading.Event()

    def read(address: str) -> tuple[set[int], set[str]]:
        codes, versions = set(), set()
        with httpx.Client(base_url=address, timeout=60) as reader:
            while not done.is_set():
                answer = reader.get("/indicator/single-bid-share/data.json")
                codes.add(answer.status_code)
                versions.add(answer.json().get("data_version", ""))
        return codes, versions

    with served(home.folder, workers=2) as address, ThreadPoolExecutor(READERS) as readers:
        reading = [readers.submit(read, address) for _ in range(READERS)]
        for build in range(1, BUILDS + 1):
            receive(home, tmp_path / f"notices-{build}", seed=build + 1)
            with home.tables() as tables:
                # The new version is answered from before the next one is built.
                now = httpx.get(f"{address}/health/ready", timeout=60).json()["data_version"]
                assert now == tables.data_version
        done.set()
        found = [each.result() for each in reading]

    assert {code for codes, _ in found for code in codes} == {200}
    assert len({version for _, versions in found for version in versions}) > 1
