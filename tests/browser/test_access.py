"""Every type of page can be read by everybody: WCAG 2.2 AA, on a telephone, enlarged, and by ear."""

from itertools import pairwise

import pytest
from django.test import RequestFactory
from playwright.sync_api import Page

from candour.errors import NotBuiltError
from candour.site.pages.refused import refusal_of, refused

from .axe import OF_SIZE, violations
from .conftest import DESK, TELEPHONE
from .page_types import FRAMELESS, TYPES, address_of_type

NAMED = {
    "link",
    "button",
    "textbox",
    "searchbox",
    "combobox",
    "listbox",
    "radio",
    "checkbox",
    "region",
    "img",
    "form",
}
LANDMARKS = {"banner", "navigation", "main", "contentinfo"}


@pytest.mark.parametrize("name", [*TYPES, *FRAMELESS])
def test_no_rule_of_access_is_broken(name, looked_at, home):
    looked_at.goto(address_of_type(name, home))

    assert violations(looked_at) == []

    _size(looked_at, *TELEPHONE)

    assert violations(looked_at, OF_SIZE) == []


def test_no_rule_is_broken_where_nothing_is_built_yet(looked_at, home):
    # A site begins with something built, so that its words for nothing are put at an address of it.
    refusal = refusal_of(NotBuiltError("there are no tables yet"))
    said = refused(RequestFactory().get("/search"), refusal).content
    looked_at.route("**/search", lambda asked: asked.fulfill(body=said, content_type="text/html"))
    looked_at.goto("/search")

    assert "nothing to show yet" in looked_at.locator("h1").inner_text()
    assert violations(looked_at) == []


@pytest.mark.parametrize("name", [*TYPES, *FRAMELESS])
def test_nothing_is_wider_than_the_screen(name, looked_at, home):
    looked_at.goto(address_of_type(name, home))
    # A screen of 320 pixels is that of a small telephone, and that of a desk at 400%.
    for width, height in (TELEPHONE, (DESK[0] // 2, DESK[1] // 2), (DESK[0] // 4, DESK[1] // 4)):
        _size(looked_at, width, height)
        assert _too_wide(looked_at) == []
    # Letters of twice the size alone, as a browser's own setting makes them.
    _size(looked_at, DESK[0] // 2, DESK[1] // 2)
    looked_at.evaluate("document.documentElement.style.fontSize = '200%'")
    assert _too_wide(looked_at) == []


@pytest.mark.parametrize("name", TYPES)
def test_whoever_hears_the_page_knows_where_everything_is(name, looked_at, home):
    looked_at.goto(address_of_type(name, home))
    nodes = _heard(looked_at)
    levels = [level for role, _, level in nodes if role == "heading"]

    assert {role for role, _, _ in nodes} >= LANDMARKS
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels)), levels
    assert [role for role, said, _ in nodes if role in NAMED and not said] == []


def test_the_keyboard_reaches_everything_and_always_sees_where_it_is(looked_at):
    looked_at.goto("/look")
    reachable = looked_at.locator("a[href], button, input, select, summary, [tabindex='0']").count()
    seen = set()
    for _ in range(reachable + 5):
        looked_at.keyboard.press("Tab")
        what, visible = looked_at.evaluate(
            """() => {
                const here = document.activeElement, box = here.getBoundingClientRect()
                // A radio or a box to tick is drawn by its label.
                const drawn = here.matches('[type=radio], [type=checkbox]')
                const style = drawn ? getComputedStyle(here.labels[0], '::before') : getComputedStyle(here)
                const line = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
                const shadow = style.boxShadow !== 'none'
                return [here.outerHTML.slice(0, 200) + box.top, (line || shadow) && box.width > 0]
            }"""
        )
        if what.startswith("<body"):
            break
        assert visible, what
        seen.add(what)
    # Of several answers of which one is chosen, the keyboard reaches that one, and arrows the others.
    assert len(seen) >= reachable - 3


def test_the_first_key_leads_past_the_menu(looked_at):
    looked_at.goto("/look")
    looked_at.locator("body").press("Tab")
    assert looked_at.evaluate("document.activeElement.textContent") == "Skip to main content"
    looked_at.keyboard.press("Enter")

    assert looked_at.evaluate("document.activeElement.id") == "main"


def _size(page: Page, width: int, height: int) -> None:
    page.set_viewport_size({"width": width, "height": height})


def _too_wide(page: Page) -> list[str]:
    """The elements that make a page scroll sideways; none where it does not."""
    return page.evaluate(
        """() => document.documentElement.scrollWidth <= innerWidth ? [] :
            [innerWidth + ' < ' + document.documentElement.scrollWidth, ...[...document.querySelectorAll('main *')]
                .filter(one => one.getBoundingClientRect().right > innerWidth && !one.closest('.candour-table'))
                .map(one => one.outerHTML.slice(0, 150))]"""
    )


def _heard(page: Page) -> list[tuple[str, str, int]]:
    """What a screen reader is told: of each thing its role, its name, and of a heading its level."""
    session = page.context.new_cdp_session(page)
    heard = []
    for node in session.send("Accessibility.getFullAXTree")["nodes"]:
        if node.get("ignored"):
            continue
        level = next((one["value"]["value"] for one in node.get("properties", []) if one["name"] == "level"), 0)
        heard.append((node["role"]["value"], node.get("name", {}).get("value", ""), level))
    return heard
