"""A page comes whole with one style sheet, is light, and does not move while it is read."""

import gzip

import pytest

from .page_types import TYPES, address_of_type

LIGHT = 100_000
"""Bytes of the page and its style as they are sent; charts and pictures come after it, each by itself."""


@pytest.mark.parametrize("name", TYPES)
def test_a_page_is_light_and_stands_still(name, looked_at, home):
    asked = []
    looked_at.on("request", lambda request: asked.append(request.resource_type))
    page = looked_at.goto(address_of_type(name, home))
    style = looked_at.locator("link[rel=stylesheet]").get_attribute("href")
    moved = looked_at.evaluate(
        """() => new Promise(done => {
            let moved = 0
            new PerformanceObserver(list => list.getEntries().forEach(one => { moved += one.value }))
                .observe({type: 'layout-shift', buffered: true})
            requestAnimationFrame(() => setTimeout(() => done(moved), 0))
        })"""
    )
    sent = sum(len(gzip.compress(body)) for body in (page.body(), looked_at.request.get(style).body()))

    assert sent < LIGHT
    assert asked.count("document") == asked.count("stylesheet") == 1
    assert {"script", "font", "xhr", "fetch"}.isdisjoint(asked)
    assert moved == 0
