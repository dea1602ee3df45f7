from hypothesis import given
from hypothesis import strategies as st

from candour.ocds.problems import Problem, Rule
from candour.ocds.summary import Summary


def rule(name: str, level: str) -> Rule:
    return Rule(id=name, level=level, title=name, publisher="Mend {path}: {found}.", reader="Doubt {path}: {found}.")


RULES = [
    rule("z-refused", "refused"),
    rule("an-error", "error"),
    rule("a-warning", "warning"),
    rule("a-note", "note"),
]
problems = st.builds(
    Problem, rule=st.sampled_from(RULES), path=st.sampled_from(["a", "b"]), found=st.sampled_from(["1", "2"]),
    position=st.sampled_from(["a/0", "a/1", "a/2"]),
)  # fmt: skip
processes = st.lists(st.lists(problems, max_size=5), max_size=6)


def of_process(number: int, found: list[Problem]) -> list[Problem]:
    return [
        Problem(rule=one.rule, path=one.path, found=one.found, position=one.position, ocid=f"ocds-{number}")
        for one in found
    ]


def summed(batches: list[list[Problem]]) -> Summary:
    summary = Summary()
    for batch in batches:
        summary.add(batch)
    return summary


@given(processes)
def test_lines_say_how_many_and_in_how_many_processes(found):
    batches = [of_process(number, batch) for number, batch in enumerate(found)]
    everything = [problem for batch in batches for problem in batch]
    lines = summed(batches).lines()
    assert {(line.rule.id, line.path) for line in lines} == {(one.rule.id, one.path) for one in everything}
    for line in lines:
        same = [one for one in everything if (one.rule, one.path) == (line.rule, line.path)]
        assert line.count == len(same)
        assert line.processes == len({one.ocid for one in same})
        assert len(line.examples) == min(3, len(same))
        assert all(example in same for example in line.examples)
        assert len({example.ocid for example in line.examples}) == min(3, line.processes)
    assert sum(summed(batches).counts().values()) == len(everything)


@given(processes, st.integers(0, 6), st.randoms())
def test_order_and_parts_change_nothing(found, cut, random):
    batches = [of_process(number, batch) for number, batch in enumerate(found)]
    expected = summed(batches).lines()
    for batch in batches:
        random.shuffle(batch)
    random.shuffle(batches)
    left, right = summed(batches[:cut]), summed(batches[cut:])
    left.merge(right)
    assert left.lines() == expected


def test_what_to_mend_first_comes_first():
    note, warning, error, refused = (Problem(rule=one, path="a", ocid="o") for one in reversed(RULES))
    often = Problem(rule=RULES[1], path="often", ocid="o")
    elsewhere = Problem(rule=RULES[1], path="often", ocid="p")
    lines = summed([[note, warning, error, often, refused], [elsewhere]]).lines()
    assert [(line.rule.level, line.path) for line in lines] == [
        ("refused", "a"),
        ("error", "often"),
        ("error", "a"),
        ("warning", "a"),
        ("note", "a"),
    ]


def test_a_line_says_how_often():
    broken = [Problem(rule=RULES[1], path="a", found=str(number), ocid="o") for number in range(10_000)]
    (line,) = summed([broken]).lines()
    assert line.for_publisher() == "Mend a: 0. (10,000 times, in 1 process)"
    assert line.for_reader() == "Doubt a: 0. (10,000 times, in 1 process)"
    (line,) = summed([[Problem(rule=RULES[0], path="file")]]).lines()
    assert line.for_publisher() == "Mend file: . (once)"
