from candour.ocds.problems import Problem, Rule, shorten

RULE = Rule(
    id="example",
    level="error",
    title="Example",
    publisher="Change {path} from {found} to {expected}.",
    reader="You cannot rely on {path}.",
)


def test_a_problem_speaks_to_both_of_its_readers():
    problem = Problem(rule=RULE, path="tender.id", found="7", expected="a string")
    assert problem.for_publisher() == "Change tender.id from 7 to a string."
    assert problem.for_reader() == "You cannot rely on tender.id."


def test_long_values_are_shown_on_one_short_line():
    assert shorten("a\nb " + "x" * 200) == "a b " + "x" * 75 + "…"
    assert shorten(12) == "12"
