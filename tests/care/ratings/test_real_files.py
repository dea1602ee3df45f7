"""The real register files: every word is understood, and CQC's overall rating is what its rules say it is."""

from collections import Counter
from itertools import chain

import pytest

from candour.care.ratings.overall import predict, predict_overall

from .register_files import api_locations, directory_of_locations, directory_with_ratings, scottish_register


def account_of(reports):
    """How often the rules give the published overall rating, where they apply and where they do not."""
    where_they_apply, elsewhere, disagreements, obstacles = Counter(), Counter(), Counter(), Counter()
    for ratings in reports:
        overall = next((rating.grade for rating in ratings if rating.key_question == "overall"), None)
        if overall is None:
            continue
        found = predict_overall(ratings)
        grades = {rating.key_question: rating.grade for rating in ratings if rating.key_question != "overall"}
        if found.state == "value":
            where_they_apply[found.grade == overall] += 1
            if found.grade != overall:
                disagreements[f"predicted {found.grade} ({found.rule}), published {overall}"] += 1
        else:
            obstacles[found.because.split(":")[0].split(",")[0]] += 1
            if "another framework" in found.because:
                elsewhere[predict(grades).grade == overall] += 1
    return where_they_apply, elsewhere, disagreements, obstacles


@pytest.mark.parametrize(
    ("read", "dated"), [(api_locations, True), (directory_of_locations, False), (directory_with_ratings, True)]
)
def test_the_overall_rating_follows_the_rules(shared_data, read, dated):
    where_they_apply, elsewhere, disagreements, obstacles = account_of(read(shared_data))
    print(f"\n{read.__name__}: agree {where_they_apply[True]} of {where_they_apply.total()} where the rules apply")
    print(f"  had they applied elsewhere: {elsewhere[True]} of {elsewhere.total()}")
    print(f"  disagreements: {dict(disagreements)}\n  not computable: {dict(obstacles)}")
    if dated:
        assert where_they_apply[True] / where_they_apply.total() > 0.99
    assert not dated or where_they_apply.total() > 300
    assert elsewhere[True] / elsewhere.total() > 0.99


def test_every_word_of_the_real_files_is_understood(shared_data):
    files = (api_locations, directory_of_locations, directory_with_ratings, scottish_register)
    states = {
        read.__name__: Counter(rating.state for rating in chain.from_iterable(read(shared_data))) for read in files
    }
    for name, counted in states.items():
        print(f"\n{name}: {dict(counted)}")
        assert counted["rated"] > counted.total() / 3
    assert states["directory_with_ratings"].total() == 4_159
    assert states["scottish_register"].total() == 6 * 10_566
