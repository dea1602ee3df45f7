"""The warehouse of many observations is what it says, in small, and every comparison of it is answered."""

import sys
from pathlib import Path


def test_a_small_one_has_the_sizes_asked_for_and_answers_everything(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "path", [str(Path(__file__).parent), *sys.path])
    import observations
    import observations_home

    home = observations_home.make(tmp_path, 500, 90)
    sizes = observations_home.sizes(home)
    assert (sizes["compared_observations"], sizes["releases"], sizes["locations"]) == (500, 90, 60_000)
    assert observations_home.make(tmp_path, 500, 90) == home
    for words in observations.comparisons().values():
        assert list(observations.answer(str(home), words, 500)) == [None, 500]
