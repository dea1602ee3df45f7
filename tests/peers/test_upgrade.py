"""Our upgrade from OCDS 1.0 against ocdskit's."""

import copy
import json

from hypothesis import given, settings
from hypothesis import strategies as st
from ocdskit.upgrade import upgrade_release_10_11

from candour.ocds.upgrade import upgrade_1_0

SMALL = st.text("ab", max_size=2)
IDENTIFIER = st.fixed_dictionaries({}, optional={"scheme": SMALL, "id": SMALL, "legalName": SMALL})
ORGANISATION = st.fixed_dictionaries(
    {},
    optional={
        "id": SMALL,
        "name": SMALL,
        "identifier": IDENTIFIER,
        "address": st.fixed_dictionaries({}, optional={"locality": SMALL, "postalCode": SMALL}),
        "contactPoint": st.fixed_dictionaries({}, optional={"name": SMALL, "url": SMALL}),
    },
)
AMENDED = {
    "amendment": st.fixed_dictionaries({"id": SMALL}),
    "amendments": st.lists(st.fixed_dictionaries({"id": SMALL})),
}
TENDER = st.fixed_dictionaries(
    {}, optional={"procuringEntity": ORGANISATION, "tenderers": st.lists(ORGANISATION, max_size=2), **AMENDED}
)
AWARD = st.fixed_dictionaries({}, optional={"suppliers": st.lists(ORGANISATION, max_size=3), **AMENDED})
TRANSACTION = st.fixed_dictionaries(
    {"amount": st.fixed_dictionaries({"amount": st.integers(0, 9)})},
    optional={"providerOrganization": IDENTIFIER, "receiverOrganization": IDENTIFIER},
)
IMPLEMENTATION = st.fixed_dictionaries({}, optional={"transactions": st.lists(TRANSACTION, max_size=2)})
CONTRACT = st.fixed_dictionaries({}, optional={"implementation": IMPLEMENTATION, **AMENDED})
RELEASE = st.fixed_dictionaries(
    {"ocid": st.just("ocds-fiction-1")},
    optional={
        "buyer": ORGANISATION,
        "tender": TENDER,
        "awards": st.lists(AWARD, max_size=2),
        "contracts": st.lists(CONTRACT, max_size=2),
        "parties": st.lists(ORGANISATION, max_size=2, unique_by=lambda o: json.dumps(o.get("id"))),
    },
)


@settings(deadline=None, max_examples=300)
@given(RELEASE)
def test_the_result_is_ocdskits(release):
    theirs = copy.deepcopy(release)
    upgrade_release_10_11(theirs, reorder=False)
    assert comparable(upgrade_1_0(release)) == comparable(theirs)


def comparable(release):
    """Roles in one order, and without parties that stand only in transactions: ocdskit does not list those."""
    parties = [{**p, "roles": sorted(p["roles"])} if "roles" in p else p for p in release.get("parties", [])]
    return {**release, "parties": [p for p in parties if not set(p.get("roles", ["other"])) <= {"payer", "payee"}]}
