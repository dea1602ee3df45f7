"""The demo, and that everything it says to go on with works."""

import shlex


def test_everything_that_the_demo_names_has_an_answer(candour) -> None:
    shown = candour("demo")
    assert shown.code == 0, shown.err
    assert "Every council, provider and figure here is fictional." in shown.out
    named = [line.strip() for line in shown.out.split("Go on with")[1].splitlines()[1:] if line.strip()]
    commands = [shlex.split(line)[1:] for line in named if line.strip().startswith("candour ")]
    assert {words[0] for words in commands} >= {"compare", "contract", "answers", "provider", "council", "links"}
    for words in commands:
        answer = candour(*words)
        assert answer.code in (0, 1), (words, answer.err)
        assert answer.out.strip(), words
