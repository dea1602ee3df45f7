"""Attack sums and shares: how near can a hidden sum, one person's part, or a numerator be told?"""

from decimal import Decimal

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from candour.care.figures.publication import publish

from .people import answered, falls, numbered, question, yes_or_no

fallen = st.one_of(st.just(0), st.integers(0, 3), st.integers(0, 60))


def sums_of(rows, group):
    """What everybody of a group adds, the largest first."""
    names = ("area", "age")
    inside = [row for row in rows if all(row.kind[names.index(name)] == group[name] for name in group)]
    return sorted((row.rows["falls"]["falls"] for row in inside), reverse=True)


def most_of(figures, rows, group):
    """The most that a group can come to, for one who knows every sum that is shown, exactly."""
    kinds = sorted({row.kind for row in rows})
    names = ("area", "age")

    def is_in(which):
        return [float(all(kind[names.index(name)] == which[name] for name in which)) for kind in kinds]

    shown = [figure for figure in figures if figure.state == "value"]
    known = [float(sum(sums_of(rows, figure.group))) for figure in shown]
    found = linprog(
        -np.array(is_in(group)), A_eq=[is_in(figure.group) for figure in shown] or None, b_eq=known or None
    )
    return float("inf") if found.status == 3 else -found.fun


@settings(max_examples=40)
@given(
    st.dictionaries(
        st.tuples(st.sampled_from(["north", "south", "west"]), st.sampled_from(["old", "older"])),
        st.lists(fallen, min_size=1, max_size=30),
        min_size=2,
        max_size=6,
    ),
    st.sampled_from([(("area",),), (("area",), ("age",)), (("area", "age"),)]),
)
def test_nobody_s_part_can_be_told_to_within_fifteen_per_cent(groups, breakdowns):
    """The person who adds second most takes their own part from the most that all can come to."""
    contributions = [(kind, number) for kind, numbers in groups.items() for number in numbers]
    rows = numbered(contributions, "falls", "falls", days=Decimal(90))
    figures = publish(question(falls(), dimensions=("area", "age"), breakdowns=breakdowns), rows).figures["falls"]
    for figure in figures:
        first, second, *others = [float(part) for part in (*sums_of(rows, figure.group), 0, 0)]
        if not first:
            continue
        told = first + sum(others) if figure.state == "value" else most_of(figures, rows, figure.group) - second
        assert told >= 1.15 * first - 1e-6, (figure.group, figure.state, first, second, told)


def test_a_share_and_its_denominator_tell_the_numerator_to_five_at_best():
    figure = only(47, 65)
    alike = [(yes, people) for people in range(61, 70) for yes in range(40, 52) if only(yes, people) == figure]
    assert len({yes for yes, _ in alike}) == len({people for _, people in alike}) == 5


def only(yes, people):
    """What is shown of so many people."""
    rows = answered({((), "yes"): yes, ((), "no"): people - yes})
    return publish(question(yes_or_no()), rows).figures["content"][0]
