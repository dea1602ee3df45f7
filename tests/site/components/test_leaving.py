"""An address that others published becomes a link only where it is one of the web."""

import pytest
from django.utils.safestring import SafeString

from candour.site.components.leaving import Leaving
from candour.site.components.several import Several


@pytest.mark.parametrize("address", ["https://council.example/a", "HTTP://council.example/?a=1&b=2"])
def test_an_address_of_the_web_is_a_link_that_says_that_it_leaves(address):
    assert "<a " in str(Leaving("Notice", address))
    assert "leaves this site" in str(Leaving("Notice", address))


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", " https://a.example", "//a.example", ""]
)
def test_any_other_is_text(address):
    assert "<a " not in str(Leaving("Notice", address))


def test_what_others_wrote_is_escaped():
    shown = Leaving("<b>", 'https://a.example/"><script>')
    assert "<script>" not in str(shown)
    assert "<b>" not in str(Several(("<b>", shown)))
    assert isinstance(str(Several(("a",))), SafeString | str)
