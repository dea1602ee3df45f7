"""The merge routine as native code, made of a copy of the source with the compiler of this machine."""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]
_found = importlib.util.spec_from_file_location("compile", REPOSITORY / "native" / "compile.py")
assert _found
assert _found.loader
native = importlib.util.module_from_spec(_found)
_found.loader.exec_module(native)

DEEP = """
from candour.ocds.merge import MergeError, compiled_release
for below in ({}, {"id": "1"}):
    for levels in (190, 250, 200_000):
        inside = {"id": "1"}
        for _ in range(levels):
            inside = {**below, "a": [inside] if below else inside}
        releases = [{"ocid": "o", "id": day, "date": f"2026-01-0{day}T00:00:00Z", "b": inside} for day in "12"]
        for given in (releases[:1], releases):
            try:
                print(len(compiled_release(given)))
            except MergeError as error:
                print(error)
"""


def run(source: Path, *command: str) -> str:
    done = subprocess.run(
        [sys.executable, *command],
        cwd=REPOSITORY,
        env={**os.environ, "PYTHONPATH": str(source)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    return done.stdout


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package with native code in it."""
    if missing := native.missing_here():
        pytest.skip(f"native code cannot be made here: there is no {missing}")
    source = tmp_path_factory.mktemp("native") / "src"
    shutil.copytree(native.SOURCE, source, ignore=shutil.ignore_patterns("site", "__pycache__", "*.so"))
    (source.parent / "definitions").symlink_to(REPOSITORY / "definitions")
    native.compile_native(source)
    return source


def test_all_that_is_tested_of_merging_holds_of_native_code(source):
    where = "from candour.ocds.merge import objects, settled; print(objects.__file__, settled.__file__)"
    files = run(source, "-c", where).split()
    assert {Path(file).suffix for file in files} == {".so"}
    assert all(file.startswith(str(source)) for file in files)
    tests = ("tests/ocds/merge", "tests/ocds/test_merge_by_process.py", "tests/peers/test_ocdsmerge.py")
    assert " passed" in run(source, "-m", "pytest", "-o", f"pythonpath={source}", "-p", "no:cacheprovider", *tests)


def test_what_nests_too_deeply_is_refused_alike(source):
    said = run(source, "-c", DEEP)
    assert said == run(native.SOURCE, "-c", DEEP)
    assert said.count("nested too deeply") == 8


def test_tables_are_of_the_same_data_version_with_and_without_it(source):
    made_from = "from candour.warehouse.fingerprint import fingerprint; print(fingerprint())"
    assert run(source, "-c", made_from) == run(native.SOURCE, "-c", made_from)


def test_it_can_be_taken_away_again(source, tmp_path):
    copy = tmp_path / "src"
    shutil.copytree(source, copy)
    assert len(native.native_files(copy)) == len(native.MODULES) + 1
    native.remove(copy)
    assert not list(copy.rglob("*.so"))


def test_native_code_that_is_here_is_of_the_source_that_is_here():
    for module in native.MODULES:
        written = native.SOURCE / module
        for made in native.native_of(written):
            assert made.stat().st_mtime >= written.stat().st_mtime, f"{made} is old: run `make native` again"


def test_without_a_compiler_it_says_what_is_missing(monkeypatch):
    monkeypatch.setenv("CC", "no-such-compiler")
    with pytest.raises(native.NotCompiledError, match="there is no C compiler here"):
        native.compile_native(native.SOURCE)
