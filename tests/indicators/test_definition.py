import runpy
from collections import Counter
from pathlib import Path

import pytest

from candour.care import service_type
from candour.definitions import FOLDER, DefinitionError
from candour.indicators.definition import indicators, metrics, questions
from candour.indicators.indicator_parts import THEMES
from candour.ocds.description import describe

from .reading_age import reading_age

REPOSITORY = Path(__file__).parents[2]
INDICATOR = FOLDER / "indicators" / "award-value.yaml"
# Find a Tender publishes it; `parties.details` is open to any member, and no extension that we describe has this one.
UNDESCRIBED = {"parties.details.scale"}
IDENTICAL = FOLDER / "indicators" / "identical-bid-prices-share.yaml"
METRIC = FOLDER / "metrics" / "missed-visits.yaml"
LICENSED = FOLDER / "metrics" / "ascot-quality-of-life.yaml"


def test_every_file_is_a_definition_named_for_its_file():
    for folder, found in (("indicators", indicators()), ("metrics", metrics())):
        assert set(found) == {path.stem for path in (FOLDER / folder).iterdir()}


def test_no_indicator_has_the_id_of_a_metric():
    assert len(questions()) == len(indicators()) + len(metrics())


def test_every_metric_asks_for_itself():
    for name, metric in metrics().items():
        assert f"contracts.implementation.metrics[{name}]" in metric.needs.fields()


def test_questions_are_questions():
    for item in (*indicators().values(), *metrics().values()):
        assert item.question.endswith("?")


def test_every_question_can_be_read_at_twelve():
    for name, item in (indicators() | metrics()).items():
        assert reading_age(item.question) <= 12, name
        assert len(item.question.split()) <= 16, name


def test_there_are_thirty_indicators_or_more_and_two_for_every_theme():
    assert len(indicators()) >= 30
    themes = Counter(indicator.theme for indicator in indicators().values())
    assert {theme for theme in THEMES if themes[theme] >= 2} == {*THEMES}


def test_cardinals_codes_are_known():
    codes = {other.code for one in indicators().values() for other in one.known_as if other.system == "Cardinal"}
    assert codes == {"R003", "R018", "R024", "R028", "R030", "R035", "R036", "R038", "R058"}


def test_reading_age_tells_plain_words_from_others():
    assert reading_age("How many planned visits did not happen?") < 12
    assert reading_age("What proportion of scheduled domiciliary appointments remained undelivered?") > 16


def test_the_library_has_forty_metrics_or_more():
    assert len(metrics()) >= 40


def test_a_metric_of_visits_applies_to_home_care_and_to_no_care_home():
    applies = metrics()["missed-visits"].applies_to
    assert applies.includes("home care")
    assert not applies.includes("care home")
    assert metrics()["complaints-resolved"].applies_to.includes("care home"), "any is every kind of care"


def test_every_kind_of_care_has_metrics_of_its_own_contracts():
    for service in service_type.DEFINITIONS:
        found = [m.id for m in metrics().values() if m.applies_to.includes(service)]
        assert len(found) >= 5, service


def test_a_public_measure_that_a_metric_names_is_one_that_we_define():
    named = {other.council_outcome for metric in metrics().values() for other in metric.comparable_with} - {""}
    assert named
    assert named <= {path.stem for path in (FOLDER / "council_outcomes").iterdir()}


def test_what_belongs_to_somebody_is_named_and_not_shipped():
    licensed = {name: metric.instrument for name, metric in metrics().items() if metric.instrument}
    assert set(licensed) == {"ascot-quality-of-life", "ascot-carers-quality-of-life"}
    for name, instrument in licensed.items():
        assert "licence" in instrument.not_shipped
        assert list(metrics()[name].recipe.fields) == ["points"], "only points that the owner's weights gave"


@pytest.mark.parametrize(
    ("load", "original", "old", "new", "said"),
    [
        (indicators, INDICATOR, "version: 1", "version: first", r"award-value\.yaml: .*int.*version"),
        (indicators, INDICATOR, "version: 1", "version: 0", r"award-value\.yaml: version: found 0, expected 1"),
        (indicators, INDICATOR, "unit: money", "unit: pounds", r"award-value\.yaml: .*pounds.*unit"),
        (indicators, INDICATOR, "unit: money", "colour: red", r"award-value\.yaml: .*(colour|unit)"),
        (indicators, INDICATOR, "id: award-value", "id: other", r"award-value\.yaml: id: found 'other'"),
        (indicators, INDICATOR, "title: Award value", 'title: ""', r"award-value\.yaml: title: found nothing"),
        (indicators, INDICATOR, "awards.value.currency", "awards/value", r"award-value\.yaml: needs: found"),
        (indicators, INDICATOR, "title: Award value", "title: [", r"award-value\.yaml: not YAML"),
        (indicators, INDICATOR, "theme: price", "theme: fairness", r"award-value\.yaml: .*fairness.*theme"),
        (indicators, INDICATOR, "grain: award", "grain: bag", r"award-value\.yaml: .*bag.*grain"),
        (indicators, INDICATOR, "assumptions:", "presumptions:", r"award-value\.yaml: .*(assumptions|presumptions)"),
        (
            indicators,
            INDICATOR,
            "exclusions:",
            'exclusions:\n  - ""',
            r"award-value\.yaml: exclusions: found an empty",
        ),
        (indicators, IDENTICAL, "system: Cardinal", "system: Ordinal", r"identical.*: .*Ordinal.*known_as.*system"),
        (indicators, IDENTICAL, "same: true", "same: false", r"identical.*: R028: expected either.*known_as"),
        (indicators, IDENTICAL, "code: R028", 'code: ""', r"identical.*: code: found nothing.*known_as"),
        (metrics, METRIC, "minimum_n: 30", "minimum_n: 0", r"missed-visits\.yaml: minimum_n: found 0"),
        (metrics, METRIC, "unit: share", "unit: days", r"missed-visits\.yaml: unit: found days, which is not what"),
        (metrics, METRIC, "unit: share", "unit: smiles", r"missed-visits\.yaml: .*smiles.*unit"),
        (metrics, METRIC, "period: quarter", "period: moon", r"missed-visits\.yaml: .*moon.*period"),
        (
            metrics,
            METRIC,
            "[home care,",
            "[gardening,",
            r"missed-visits\.yaml: services: gardening: expected some of",
        ),
        (metrics, METRIC, "[home care,", "[any,", r"missed-visits\.yaml: services: any already means.*applies_to"),
        (metrics, METRIC, "for: contract", "for: everybody", r"missed-visits\.yaml: .*everybody.*reported_for"),
        (metrics, METRIC, "by: visit log", "by: survey", r"missed-visits\.yaml: proxy: a survey says.*collected"),
        (metrics, METRIC, "how: share", "how: guess", r"missed-visits\.yaml: .*guess.*recipe.compute"),
        (
            metrics,
            METRIC,
            "one_of: [missed]",
            "one_of: [late]",
            r"missed-visits\.yaml: outcome: expected one_of.*recipe",
        ),
        (
            metrics,
            METRIC,
            "means: what became of it",
            'means: ""',
            r"missed-visits\.yaml: a choice: expected what it means",
        ),
        (
            metrics,
            LICENSED,
            "CC BY 4.0; the instrument needs its owner's licence",
            "CC BY 4.0",
            r"licence: expected that",
        ),
    ],
)
def test_a_fault_is_said_in_one_line_that_names_file_and_field(
    tmp_path: Path, load, original: Path, old: str, new: str, said: str
):
    text = original.read_text("utf-8")
    assert old in text
    (tmp_path / original.name).write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(DefinitionError, match=said) as caught:
        load(tmp_path)
    assert "\n" not in str(caught.value)


def test_a_definition_that_needs_nothing_is_refused(tmp_path: Path):
    text = INDICATOR.read_text("utf-8")
    start, end = text.index("needs:"), text.index("sources:")
    (tmp_path / INDICATOR.name).write_text(text[:start] + "needs: {}\n" + text[end:], "utf-8")
    with pytest.raises(DefinitionError, match="needs: found nothing"):
        indicators(tmp_path)


def test_every_field_that_a_question_needs_is_in_the_standard_or_its_extensions():
    known = {".".join(path) for path, _ in describe().walk()} | UNDESCRIBED
    for name, needs in questions().items():
        fields = {field for field in needs.fields() if not field.endswith("]")}
        assert fields <= known, name


def test_the_reference_page_is_true():
    page = runpy.run_path(str(REPOSITORY / "docs" / "generators" / "indicators_and_metrics.py"))
    assert page["PAGE"].read_text("utf-8") == page["text"](), "run `make docs` and commit what it writes"
