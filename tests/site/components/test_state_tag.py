"""What is absent is said in words, the same everywhere."""

from typing import get_args

import pytest

from candour.site.components.figure.figure import Figure
from candour.site.components.state_tag.state_tag import State, StateTag


@pytest.mark.parametrize("state", get_args(State))
def test_a_state_is_said_in_words(state):
    assert StateTag(state).plain in str(StateTag(state))


@pytest.mark.parametrize("state", [state for state in get_args(State) if state != "value"])
def test_a_figure_says_its_state_in_the_same_words(state):
    assert StateTag(state).plain in str(Figure(sentence="Visits on time.", state=state))
