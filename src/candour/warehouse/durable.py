"""Files and folders that survive a power cut."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

_AT_ONCE = 8


def sync(path: Path) -> None:
    """What is in the file, or which names are in the folder, is on the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_with_files(folder: Path) -> None:
    """The same for a folder and every file in it, at once: disks are slow to answer, but answer many together."""
    with ThreadPoolExecutor(_AT_ONCE) as threads:
        list(threads.map(sync, folder.iterdir()))
    sync(folder)


def write(path: Path, content: bytes) -> None:
    """A new file, on the disk when this returns."""
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def replace(path: Path, content: bytes) -> None:
    """Give a small file a new content: after a crash there is the old or the new one, whole."""
    unfinished = path.with_name(f"{path.name}.part")
    write(unfinished, content)
    unfinished.replace(path)
    sync(path.parent)
