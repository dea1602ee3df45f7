import pytest
from hypothesis import given
from hypothesis import strategies as st

from candour.ocds.answerable import Answerability, Lacking, Needs

FIELDS = ["a", "b", "c", "d"]
fields = st.sets(st.sampled_from(FIELDS), max_size=3).map(sorted).map(tuple)
needs = st.builds(
    Needs,
    all_of=fields,
    any_of=st.lists(fields.filter(bool), max_size=2).map(tuple),
    among=st.sampled_from(["", *FIELDS]),
)
processes = st.lists(st.sets(st.sampled_from([*FIELDS, "unrelated"])), max_size=12)


def count(question: Needs, present: list[set[str]]):
    counts = Answerability({"q": question})
    for process in present:
        counts.add(process)
    return counts


@given(needs, processes)
def test_counts_are_those_of_asking_each_process(question, present):
    answer = count(question, present).answers()["q"]
    asked = [process for process in present if not question.among or question.among in process]
    can = [
        process
        for process in asked
        if set(question.all_of) <= process
        and (not question.any_of or any(set(alternative) <= process for alternative in question.any_of))
    ]
    assert (answer.answerable, answer.arises, answer.processes) == (len(can), len(asked), len(present))
    assert bool(answer.lacking) == (len(can) < len(asked))


@given(needs, processes, st.integers(0, 12))
def test_parts_add_up_to_the_whole(question, present, cut):
    whole, left, right = (count(question, part) for part in (present, present[:cut], present[cut:]))
    left.merge(right)
    assert left.answers() == whole.answers()


def test_parts_that_were_asked_different_questions_do_not_add_up():
    with pytest.raises(ValueError, match="different questions"):
        Answerability({"q": Needs(all_of=("a",))}).merge(Answerability({"q": Needs(all_of=("b",))}))


QUESTION = Needs(among="awards.id", all_of=("awards.date",), any_of=(("a", "b"), ("c",)))


@pytest.mark.parametrize(
    ("present", "state", "publisher", "reader"),
    [
        ([{"tender.id"}], "never arises", "“How?” does not arise", "“How?” cannot be asked of this data"),
        ([{"awards.id", "awards.date", "c"}], "yes", "for the one process: nothing to add", "for the one process it"),
        (
            [{"awards.id", "awards.date"}],
            "no",
            "publish a with b or c (absent from 1).",
            "for any of 1 process, most often because a with b or c is not published",
        ),
        (
            [{"awards.id", "awards.date", "a", "b"}, {"awards.id", "a", "b"}],
            "partly",
            "publish awards.date (absent from 1).",
            "for 1 of 2 processes; for the others it is not computable, most often because awards.date is not",
        ),
    ],
)
def test_each_state_is_a_sentence_for_each_audience(present, state, publisher, reader):
    answer = count(QUESTION, present).answers()["q"]
    assert answer.state == state
    assert publisher in answer.for_publisher("How?")
    assert reader in answer.for_reader("How?")


def test_what_most_processes_lack_comes_first():
    answer = count(QUESTION, [{"awards.id"}, {"awards.id", "awards.date"}]).answers()["q"]
    assert answer.lacking == (Lacking("a with b or c", 2), Lacking("awards.date", 1))
