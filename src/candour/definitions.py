"""Where the definitions that people may edit are kept: inside an installed package, or in the repository."""

from pathlib import Path

_INSTALLED = Path(__file__).parent / "_definitions"
FOLDER = _INSTALLED if _INSTALLED.is_dir() else Path(__file__).parents[2] / "definitions"
