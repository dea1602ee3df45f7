"""There is something to see of every kind of page in the demo, and it is all there: page, data, tables, charts."""

import pytest

from candour.site.explore import KINDS
from candour.site.pages.worth_seeing import worth_seeing
from tests.site.taken_away import DATA, offered


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_there_is_something_to_see_of_every_kind(kind, client, home):
    with home.tables() as tables:
        addresses = worth_seeing(tables, kind, at_most=3)

    assert addresses, f"name what is worth seeing of {kind.id}"
    for address in addresses:
        page = client.get(address)
        assert page.status_code == 200
        assert client.get(offered(page.content, DATA)).json()["answer"] is not None
