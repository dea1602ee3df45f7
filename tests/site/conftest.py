"""The site over fictional data: asked directly, or by its address as a browser does."""

import fcntl
import os
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import django
import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import translation

from candour.operations.demo import make_demo
from candour.operations.home import Home

from .served import served

DATA = Path(os.environ["CANDOUR_TEST_SITE"])

# Django reads its settings once, so they are read here; commands that other tests run must not see this folder.
with patch.dict(os.environ, {"CANDOUR_DATA": str(DATA), "DJANGO_SETTINGS_MODULE": "candour.site.config.settings"}):
    django.setup()


@pytest.fixture(scope="session")
def home() -> Home:
    """The demo's data, made by whichever process needs them first."""
    with (DATA / "made.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        made = DATA / "made"
        if not made.exists():
            make_demo(Home(DATA))
            call_command("migrate", verbosity=0)
            made.touch()
    return Home(DATA)


@pytest.fixture
def client(home: Home) -> Iterator[Client]:
    """A reader who asks without a browser; the language of what is read ends with the test."""
    with translation.override("en-gb"):
        yield Client(headers={"host": "127.0.0.1"})


@pytest.fixture(scope="session")
def address(home: Home) -> Iterator[str]:
    """The address of the site, served as `candour serve` does."""
    with served(DATA) as address:
        yield address
