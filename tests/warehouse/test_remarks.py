"""What the table of problems says of releases that break no rule."""

import orjson

SAID = "SELECT rule, path, release_id, position FROM problems WHERE level IN ('note', 'warning') ORDER BY rule, path"
METRICS = "https://raw.githubusercontent.com/open-contracting-extensions/ocds_metrics_extension/master/extension.json"
NOT_DESCRIBED_HERE = "https://tracker.example/ocds_tracking_extension/extension.json"
LOTS = {"id": "t", "lots": [{"id": "1"}], "lotz": []}


def test_a_process_that_says_it_in_each_release_is_remarked_on_once(add, release, ask):
    odd = {"id": "t", "title": " ", "submissionMethod": ["pigeon"]}
    add(release(tender=odd), release(release_id="2", date="2026-02-01T00:00:00Z", tender=odd))
    assert ask(SAID) == [
        ("open-code", "tender.submissionMethod", "1", "releases.jsonl: line 1, tender.submissionMethod[0]"),
        ("says-nothing", "tender.title", "1", "releases.jsonl: line 1, tender.title"),
    ]


def test_an_error_is_not_a_remark_besides(add, release, ask):
    add(release(tender={"id": "t", "status": ""}))
    assert ask("SELECT rule FROM problems WHERE path = 'tender.status'") == [("closed-code",)]


def test_what_only_extensions_describe_that_are_not_declared_is_remarked_on(archive, release, ask):
    package = {"extensions": [METRICS], "releases": [release(tender=LOTS)]}
    archive.add(orjson.dumps(package), source="s", name="package.json")
    assert [path for _, path, *_ in ask(SAID)] == ["tender.lots", "tender.lotz"]


def test_extensions_that_are_not_described_here_may_describe_what_others_do(archive, release, ask):
    package = {"extensions": [METRICS, NOT_DESCRIBED_HERE], "releases": [release(tender=LOTS)]}
    archive.add(orjson.dumps(package), source="s", name="package.json")
    assert [path for _, path, *_ in ask(SAID)] == ["tender.lotz"]
