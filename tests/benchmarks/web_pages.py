"""Which pages are measured: those that there is much to see on, of each kind."""

import os
from pathlib import Path


def addresses(data: Path, a_kind: int) -> dict[str, list[tuple[str, str]]]:
    """So many pages of each kind over the data of a folder, by their kind: each with its kind and its address."""
    os.environ["CANDOUR_DATA"] = str(data.resolve())
    os.environ["DJANGO_SETTINGS_MODULE"] = "candour.site.config.settings"
    import django

    django.setup()
    from candour.operations.home import Home
    from candour.site.explore import KINDS
    from candour.site.pages.worth_seeing import worth_seeing

    with Home(data).tables() as tables:
        return {kind.id: [(kind.id, path) for path in worth_seeing(tables, kind, a_kind)] for kind in KINDS}
