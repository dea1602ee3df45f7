"""All words of the site, for translators: `python -m candour.site.look.messages > candour.pot`."""

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import write_po
from django.conf import settings
from django.utils.translation.template import templatize

SITE = Path(__file__).parents[1]
_FUNCTIONS: dict[str, Any] = {"_": None, "gettext": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}


def messages(folder: Path = SITE) -> Catalog:
    """Every sentence of the templates and modules in a folder, with where it stands."""
    catalog = Catalog(project="Candour", charset="utf-8")
    for file, line, text, context in _found(folder):
        catalog.add(text, locations=[(str(file.relative_to(SITE)), line)], context=context)
    return catalog


def _found(folder: Path) -> Iterator[tuple[Path, int, str | tuple[str, ...], str | None]]:
    for file in sorted((*folder.rglob("*.py"), *folder.rglob("*.html"))):
        if "node_modules" in file.parts:
            continue
        source = templatize(file.read_text()) if file.suffix == ".html" else file.read_text()
        for line, text, _, context in extract("python", BytesIO(source.encode()), _FUNCTIONS):
            yield file, line, text, context


if __name__ == "__main__":
    # Templates are read by Django, which asks whether languages are in use at all.
    settings.configure(USE_I18N=True)
    write_po(sys.stdout.buffer, messages(), sort_by_file=True)
