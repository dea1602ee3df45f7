"""What people may edit about fitting: the facts of a process, and the metrics to begin with."""

import re
from pathlib import Path

import pytest

from candour.care import service_type
from candour.care.contract_model import BY_CODE as CONTRACT_MODELS
from candour.care.service_type import BY_CODE as SERVICES
from candour.definitions import FOLDER, DefinitionError
from candour.indicators.definition import metrics
from candour.indicators.fit.first_metrics import first_metrics
from candour.indicators.fit.process_fact import process_facts
from candour.ocds.description import describe
from candour.ocds.validate import Validator

FACT = FOLDER / "process_facts" / "contract.yaml"
FIRST = FOLDER / "first_metrics" / "care-homes.yaml"


def test_every_file_is_read_and_facts_have_an_order():
    facts = process_facts()
    assert set(facts) == {path.stem for path in (FOLDER / "process_facts").iterdir()}
    orders = [fact.order for fact in facts.values()]
    assert orders == sorted(set(orders))


def test_what_a_metric_also_needs_is_a_fact():
    needed = {name for metric in metrics().values() for name in metric.applies_to.also_needs}
    assert needed
    assert needed <= set(process_facts())


def test_facts_are_looked_for_in_fields_of_the_standard():
    known = {".".join(path) for path, _ in describe().walk()}
    for fact in process_facts().values():
        for path in fact.found_in:
            assert re.sub(r"\[\w+\]", "", path) in known, path


@pytest.mark.parametrize("fact", process_facts().values(), ids=list(process_facts()))
def test_the_example_of_a_fact_can_be_published_where_it_says(fact):
    where = re.split(r", or | \(", fact.say_at)[0]
    release = {"ocid": "ocds-f1ct10-1", "id": "1", "date": "2026-11-22T12:00:00Z", "tag": ["tender"]}
    put_at(release | {"initiationType": "tender"}, where.split("."), fact.example)


def put_at(release, steps, example):
    holder = release
    for number, step in enumerate(steps, 1):
        name, last = step.removesuffix("[]"), number == len(steps)
        new = {"id": "x", "awardID": "x"} if name == "contracts" else {"id": "x"}
        new = {} if name in ("socialCare", "implementation") else new
        if last:
            new = example | new if isinstance(example, dict) and name == "contracts" else example
        holder[name] = [new] if step.endswith("[]") else new
        holder = new
    assert [
        problem.for_publisher() for problem in Validator().problems(release) if problem.rule.level == "error"
    ] == []


def test_every_kind_of_care_has_a_few_metrics_to_begin_with():
    chosen = first_metrics()
    assert set(chosen) == {*service_type.DEFINITIONS, service_type.UNKNOWN}
    files = list((FOLDER / "first_metrics").iterdir())
    assert {one.id for one in chosen.values()} == {path.stem for path in files}
    assert sum(len(one.services) for one in {one.id: one for one in chosen.values()}.values()) == len(chosen)
    for one in chosen.values():
        assert 5 <= len(set(one.metrics)) == len(one.metrics) <= 7


def test_our_words_and_the_codes_of_the_extension_are_the_same():
    codelists = describe().codelists
    assert set(SERVICES) == set(codelists["careServiceType"])
    assert set(CONTRACT_MODELS) == set(codelists["careContractModel"])


@pytest.mark.parametrize(
    ("load", "original", "old", "new", "said"),
    [
        (process_facts, FACT, "use: report", "use: admire", r"contract\.yaml: .*admire.*use"),
        (process_facts, FACT, "found_in: [contracts.id]", "found_in: []", r"contract\.yaml: found_in: found nothing"),
        (first_metrics, FIRST, "[care home,", "[inn,", r"care-homes\.yaml: services: found inn, expected some of"),
        (
            first_metrics,
            FIRST,
            "[quality-of-life,",
            "[bliss,",
            r"metrics: found bliss, which is no file",
        ),
        (
            first_metrics,
            FIRST,
            "[quality-of-life,",
            "[late-visits,",
            r"late-visits does not apply to all of",
        ),
        (first_metrics, FIRST, "[quality-of-life,", "[provider-exits,", r"provider-exits is not reported for one"),
    ],
)
def test_a_fault_is_said_in_one_line(tmp_path: Path, load, original: Path, old: str, new: str, said: str):
    text = original.read_text("utf-8")
    assert old in text
    (tmp_path / original.name).write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(DefinitionError, match=said) as caught:
        load(tmp_path)
    assert "\n" not in str(caught.value)
