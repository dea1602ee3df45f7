"""A real browser at the site. Whatever it does, nothing is asked of others, nothing is stored, nothing fails."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.site.conftest import address, home

__all__ = ["address", "home"]

# Playwright keeps a loop in this thread, which Django takes for asynchronous code that might ask its database twice
# at once. Nothing here does.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

CHROMIUM = os.environ.get("CANDOUR_TEST_CHROMIUM") or shutil.which("chromium")
OPTIONS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
DESK = (1280, 900)
TELEPHONE = (320, 640)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests of a process."""
    if CHROMIUM is None or not Path(CHROMIUM).exists():
        pytest.skip(
            "no browser: install Debian's chromium (`apt-get install chromium`), or set CANDOUR_TEST_CHROMIUM"
        )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(OPTIONS))
        yield browser
        browser.close()


def watched(context: BrowserContext, address: str) -> tuple[Page, list[str]]:
    """A page, and a list that everything comes onto which no page of ours does."""
    page = context.new_page()
    page.set_default_timeout(15_000)
    faults: list[str] = []
    page.on("console", lambda said: faults.append(said.text) if _is_fault(said.type, said.text) else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on(
        "request", lambda asked: None if asked.url.startswith((f"{address}/", "data:")) else faults.append(asked.url)
    )
    return page, faults


def _is_fault(kind: str, text: str) -> bool:
    # A refused page has a status of 400 or more, which Chromium says in the console, too.
    return kind in ("error", "warning") and "the server responded with a status of 4" not in text


@pytest.fixture
def reader(browser: Browser, address: str) -> Iterator[Page]:
    """A reader at a desk, whose browser runs no script."""
    yield from _reader(browser, address, script=False)


@pytest.fixture
def looked_at(browser: Browser, address: str) -> Iterator[Page]:
    """A page that tests look into by scripts of theirs."""
    yield from _reader(browser, address, script=True)


def _reader(browser: Browser, address: str, *, script: bool) -> Iterator[Page]:
    size = {"width": DESK[0], "height": DESK[1]}
    context = browser.new_context(
        base_url=address, java_script_enabled=script, viewport=size, locale="en-GB", accept_downloads=True
    )
    page, faults = watched(context, address)
    yield page
    cookies = context.cookies()
    context.close()
    assert not faults, faults
    assert not cookies, cookies
