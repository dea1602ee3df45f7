"""A tiny run from end to end."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

RUN = Path(__file__).parent / "run.py"


def run(folder: Path, *arguments: object) -> dict:
    figures = folder / "figures.json"
    sizes = ("--releases", "90", "--slow", "30", "--runs", "1", "--folder", folder, "--json", figures)
    subprocess.run([sys.executable, RUN, *map(str, (*sizes, *arguments))], check=True, capture_output=True)
    return {section["title"]: section["rows"] for section in json.loads(figures.read_text())["sections"]}


def test_each_tool_works_on_the_same_file(tmp_path, shared_data):
    sections = run(tmp_path, "--only", "load", "--only", "merge", "--only", "coverage", "--only", "checks")
    assert len(sections) == 4
    for rows in sections.values():
        assert all(row["releases"] and row["per_second"] > 0 and row["megabytes"] > 0 for row in rows.values())


def test_all_indicators_are_measured_from_a_warehouse(tmp_path):
    (rows,) = run(tmp_path, "--only", "indicators").values()
    assert len(rows) == 5
    (processes,) = {row["releases"] for name, row in rows.items() if name.startswith("all")}
    assert 20 < processes < 90


def test_weightings_are_counted_with_numpy_and_exactly(tmp_path):
    (rows,) = run(tmp_path, "--only", "evaluation").values()
    fast, exact, _ = rows.values()
    assert (fast["releases"], exact["releases"]) == (100_000, 300)
    assert fast["per_second"] > exact["per_second"]


def test_without_the_official_schema_the_others_are_not_measured_and_it_says_why(tmp_path, monkeypatch):
    monkeypatch.setenv("CANDOUR_SHARED_DATA", str(tmp_path / "nowhere"))
    rows = run(tmp_path, "--only", "validation")["Validation, one core"]
    assert rows["Candour"]["releases"] == 90
    assert "is not here" in rows["libcoveocds"]["because"]


def test_the_tables_go_between_the_markers_of_a_page(tmp_path):
    page = tmp_path / "performance.md"
    page.write_text("# Title\n\nBefore.\n")
    for _ in range(2):
        run(tmp_path, "--only", "reading", "--markdown", page)
    text = page.read_text()
    assert text.startswith("# Title\n\nBefore.\n")
    assert text.count("| Candour |") == 1


def test_a_large_file_is_loaded_and_compared_over(tmp_path):
    sections = run(tmp_path, "--only", "scale", "--large", "60")
    assert list(sections) == [
        "From 6 to 60 releases",
        "Comparisons over 60 releases",
        "All indicators over the processes of 60 releases",
    ]
    assert len(sections["Comparisons over 60 releases"]) == 6


def test_sizes_are_checked(tmp_path):
    with pytest.raises(subprocess.CalledProcessError):
        run(tmp_path, "--runs", "0")
