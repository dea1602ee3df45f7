"""Components can be seen in one place."""

from pathlib import Path

import candour.site.components
from candour.site.components.gallery import examples

FOLDER = Path(candour.site.components.__file__).parent


def test_every_example_is_of_the_component_that_it_is_called_after():
    assert all((FOLDER / name / f"{name}.html").exists() for name in examples())


def test_the_gallery_shows_each(client):
    page = client.get("/look").content.decode()

    assert all(f'id="part-{name}"' in page for name in examples())
    assert "{{" not in page
