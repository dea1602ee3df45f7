"""Makes native code of the merge routine's innermost modules, with mypyc and a C compiler.

    python native/compile.py            beside their source in src/, where Python finds it first
    python native/compile.py --remove   back to the source alone

Both give the same; merging, with reading and writing JSON, takes a quarter less time. Nothing needs native code: a
newcomer may have no C compiler. `make` takes it away when the source has changed since, because Python would go on
running it.
"""

import argparse
import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).parents[1] / "src"
MODULES = ("candour/ocds/merge/settled.py", "candour/ocds/merge/objects.py")


class NotCompiledError(Exception):
    """The message is what the compiler says, or what is missing."""


def compile_native(source: Path) -> None:
    """Make native code beside these modules in a folder that holds the package. Raises NotCompiledError."""
    if missing := missing_here():
        raise NotCompiledError(f"there is no {missing} here: install gcc and Python's headers, or do without")
    with tempfile.TemporaryDirectory() as temporary:
        aside = Path(temporary) / "src"
        shutil.copytree(source, aside, ignore=shutil.ignore_patterns("site", "__pycache__", "*.so"))
        made = subprocess.run(
            [sys.executable, "-m", "mypyc", "--ignore-missing-imports", "--follow-imports=silent", *MODULES],
            cwd=aside,
            env={**os.environ, "MYPYPATH": "."},
            capture_output=True,
            text=True,
        )
        if made.returncode:
            raise NotCompiledError(f"the native code could not be made:\n{made.stdout[-2000:]}{made.stderr[-2000:]}")
        remove(source)
        for file in native_files(aside):
            shutil.copy(file, source / file.relative_to(aside))


def missing_here() -> str:
    """What native code needs and this machine lacks; empty where it lacks nothing."""
    if shutil.which(os.environ.get("CC", "cc")) is None:
        return "C compiler"
    return "" if Path(sysconfig.get_path("include"), "Python.h").exists() else "Python.h"


def remove(source: Path) -> None:
    """Take the native code away."""
    for file in native_files(source):
        file.unlink()


def native_files(source: Path) -> list[Path]:
    """The native code in a folder that holds the package: a file for each module, and one that they share."""
    beside = (file for module in MODULES for file in native_of(source / module))
    return [*beside, *source.glob("*__mypyc.*.so")]


def native_of(written: Path) -> Iterator[Path]:
    """The native code beside one module."""
    return written.parent.glob(f"{written.stem}.*.so")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--remove", action="store_true", help="take the native code away")
    parser.add_argument("--where-possible", action="store_true", help="end well where something is missing for it")
    options = parser.parse_args()
    if options.remove:
        remove(SOURCE)
        return
    if options.where_possible and (missing := missing_here()):
        print(f"without native code, because there is no {missing} here")
        return
    try:
        compile_native(SOURCE)
    except NotCompiledError as error:
        sys.exit(str(error))
    print(f"made native code of {' and '.join(MODULES)}")


if __name__ == "__main__":
    main()
