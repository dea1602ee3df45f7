"""What queries have to know that no publisher says: which way a metric is better, and which grades are good."""

from collections import defaultdict
from collections.abc import Iterable

from candour.care.ratings.framework import FRAMEWORKS
from candour.indicators.definition import metrics

_REGISTERS = {"cqc": "cqc", "care_inspectorate": "careInspectorate", "ciw": "ciw"}
"""The registers that rate, by our ids of them, as the social care extension names them."""

_VALUES = """\
SELECT {columns}
FROM (VALUES {rows}) AS known ({columns})"""


def known_words() -> dict[str, str]:
    """Queries by the name under which others read them.

    `metric_library` gives `metric_id` and `direction` of every metric that we define. `rating_words` gives
    `register`, `word` (in lower case) and `at_or_above_good` of every grade that means the same in all frameworks of
    its register.
    """
    directions = [(metric.id, metric.direction) for metric in metrics().values()]
    return {
        "metric_library": _values("metric_id, direction", (f"'{name}', '{way}'" for name, way in directions)),
        "rating_words": _values(
            "register, word, at_or_above_good",
            (f"'{register}', '{word}', {good}" for register, word, good in _grades()),
        ),
    }


def _grades() -> list[tuple[str, str, str]]:
    meanings: dict[tuple[str, str], set[bool]] = defaultdict(set)
    for framework in FRAMEWORKS.values():
        if register := _REGISTERS.get(framework.register):
            for words in (framework.grades, framework.grade_words):
                for grade, word in zip(framework.grades, words, strict=False):
                    meanings[register, word.lower()].add(grade in framework.at_or_above_good)
    return sorted((*key, str(good).upper()) for key, (good, *others) in meanings.items() if not others)


def _values(columns: str, rows: Iterable[str]) -> str:
    return _VALUES.format(columns=columns, rows=", ".join(f"({row})" for row in rows))
