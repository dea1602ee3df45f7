"""The real register files: every word is understood, and CQC's overall rating is what its rules say it is."""

from collections import Counter
from datetime import date
from itertools import chain

import pytest

from candour.care.ratings.history import History
from candour.care.ratings.on_the_day import rating_on
from candour.care.ratings.overall import predict, predict_overall
from candour.care.ratings.share import share_at_or_above_good

from .register_files import (
    api_histories,
    api_locations,
    directory_of_locations,
    directory_with_ratings,
    lowest_scottish_grades,
    scottish_register,
)


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


def histories(register, reports):
    together = {}
    for rating in chain.from_iterable(reports):
        together.setdefault(rating.subject_id, []).append(rating)
    return [History(register=register, subject_id=number, ratings=tuple(known)) for number, known in together.items()]


def test_the_scottish_share_agrees_with_the_registers_own_lowest_grades(shared_data):
    (share,) = share_at_or_above_good(
        histories("care_inspectorate", scottish_register(shared_data)), date(2026, 5, 31)
    )
    lowest = [grade for _, grade in lowest_scottish_grades(shared_data) if grade is not None]
    assert (share.numerator, share.denominator) == (sum(grade >= 4 for grade in lowest), len(lowest))
    assert share.denominator + sum(share.lacking.values()) == 10_566


def test_on_the_day_of_each_report_its_grade_is_in_force(shared_data):
    asked = Counter()
    for history in api_histories(shared_data):
        for rating in history.timeline():
            if rating.grade is None or (history.deregistered and rating.published >= history.deregistered):
                continue
            found = rating_on(history, rating.published)
            asked[found.state] += 1
            if found.state == "value":
                assert (found.rating, found.age_days) == (rating, 0)
            else:
                assert "different ratings were published on" in found.because
    print(f"\ndays of reports: {dict(asked)}")
    assert asked["value"] > 300
    assert asked["not computable"] < 0.02 * asked["value"]


def test_the_rating_of_a_predecessor_is_found_and_named(shared_data):
    """Asked on the day of registration, when a location cannot have a rating of its own."""
    answers = [rating_on(history, history.registered) for history in api_histories(shared_data)]
    states = Counter((answer.state, answer.rating_state) for answer in answers)
    foreign = [answer for answer in answers if answer.through]
    assert not [
        answer
        for answer in answers
        if answer.rating and answer.whose == answer.rating.subject_id and not answer.through
    ]
    print(f"\non the day of registration: {dict(states)}, by a predecessor: {len(foreign)}")
    assert foreign
    assert all(answer.whose != answer.through[0].new and answer.through[-1].evidence for answer in foreign)


def test_locations_rated_by_service_only_are_not_lost(shared_data):
    (share,) = share_at_or_above_good(histories("cqc", directory_with_ratings(shared_data)), date(2026, 6, 30))
    assert share.denominator + sum(share.lacking.values()) == 478
    assert share.lacking["not computable"] == 7


def test_undated_ratings_hold_from_the_day_of_the_file(shared_data):
    reports = histories("cqc", directory_of_locations(shared_data))
    (share,) = share_at_or_above_good(reports, date(2025, 8, 1))
    assert share.denominator > 740
    assert (share.ages_known, share.median_age_days) == (0, None)
    (before,) = share_at_or_above_good(reports, date(2025, 7, 31))
    assert before.state == "not computable"
