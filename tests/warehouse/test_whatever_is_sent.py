"""Whatever JSON stands in a release, the build goes on and says what it could not use."""

import orjson
from hypothesis import given, settings
from hypothesis import strategies as st

from candour.archive import Archive
from candour.warehouse.building import build
from candour.warehouse.warehouse import Warehouse

NAMES = st.sampled_from(
    [
        "id",
        "name",
        "title",
        "value",
        "amount",
        "currency",
        "items",
        "lots",
        "awards",
        "suppliers",
        "contracts",
        "implementation",
        "metrics",
        "observations",
        "targets",
        "tender",
        "buyer",
        "parties",
        "documents",
        "bids",
        "details",
        "statistics",
        "period",
        "startDate",
        "date",
        "identifier",
        "scheme",
        "roles",
        "classification",
        "criteria",
        "awardCriteria",
        "numbers",
        "performanceFailures",
        "measure",
        "dimensions",
        "awardID",
        "tag",
    ]
)
LEAVES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(max_size=5),
    st.sampled_from(["GBP", "2026-01-01T00:00:00Z", "9999-12-31", "1", "GB-COH"]),
)
ANYTHING = st.recursive(
    LEAVES,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(NAMES, inner, max_size=5)),
    max_leaves=20,
)
RELEASES = st.lists(st.dictionaries(NAMES, ANYTHING, max_size=6), min_size=1, max_size=4)


@settings(max_examples=60, deadline=None)
@given(releases=RELEASES)
def test_every_process_is_in_the_tables_or_in_the_problems(releases, tmp_path_factory):
    folder = tmp_path_factory.mktemp("any")
    archive = Archive.at(folder / "archive")
    lines = [orjson.dumps({**release, "ocid": f"ocds-f1ct10-{n % 2}"}) for n, release in enumerate(releases)]
    archive.add(b"\n".join(lines), source="test", name="any.jsonl")
    build(archive, folder / "warehouse", workers=1)
    engine = Warehouse.open(folder / "warehouse")
    sent = {f"ocds-f1ct10-{n % 2}" for n in range(len(releases))}
    found = engine.query(
        "SELECT ocid FROM processes UNION SELECT ocid FROM problems WHERE level IN ('error', 'refused')"
    )
    assert sent <= {row.ocid for row in found}
    assert engine.query("SELECT count(*) FROM problems WHERE rule = 'process-not-processed'").rows == [(0,)]


def test_half_a_surrogate_pair_is_no_text(archive, ask):
    archive.add(rb'{"ocid":"ocds-f1ct10-1","id":"1","tender":{"title":"\ud800"}}', source="test", name="x.json")
    assert ask("SELECT count(*) FROM problems WHERE level IN ('error', 'refused')")[0][0] > 0
