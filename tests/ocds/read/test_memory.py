"""Memory stays bounded whatever comes, measured in a process of its own that reads from a pipe."""

import subprocess
import sys
from collections.abc import Iterator

import pytest
import zstandard

from .reading import compact, release

# The kernel's high-water mark of this program alone: `ru_maxrss` would count what the test runner held at the fork.
READ = """
import re, sys
from pathlib import Path
from candour.ocds.read import RawRelease, read
found = sum(isinstance(item, RawRelease) for item in read(sys.stdin.buffer, name="pipe"))
print(found, int(re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())[1]) // 1024)
"""
ONE = compact(release(1, items=[{"id": str(n), "description": 'fictional "care"'} for n in range(100)]))
HUNDRED = b",".join([ONE] * 100)
MEGABYTE = 1_000_000


def read_from_pipe(chunks: Iterator[bytes]) -> tuple[int, int]:
    """How many releases were found, and the most memory that took, in megabytes."""
    reader = subprocess.Popen([sys.executable, "-c", READ], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    with reader.stdin as pipe:
        for chunk in chunks:
            pipe.write(chunk)
    found, memory = reader.stdout.read().split()
    reader.stdout.close()
    assert reader.wait() == 0
    return int(found), int(memory)


def package(hundreds: int) -> Iterator[bytes]:
    yield b'{"releases":[' + ONE
    for _ in range(hundreds):
        yield b"," + HUNDRED
    yield b'],"version":"1.1"}'


def endless_text(megabytes: int) -> Iterator[bytes]:
    yield ONE + b'\n{"ocid":"ocds-fiction-2","title":"'
    for _ in range(megabytes):
        yield b"x" * MEGABYTE
    yield b'"}\n' + ONE


def endless_nesting(megabytes: int) -> Iterator[bytes]:
    yield ONE + b"\n"
    for _ in range(megabytes):
        yield b"[" * MEGABYTE


def bomb(megabytes: int) -> Iterator[bytes]:
    compressor = zstandard.ZstdCompressor().compressobj()
    yield compressor.compress(ONE + b"\n")
    for _ in range(megabytes):
        yield compressor.compress(b" " * MEGABYTE)
    yield compressor.flush()


HUNDREDS = 300


def test_one_package_on_one_line_is_read_in_little_memory():
    found, memory = read_from_pipe(package(HUNDREDS))
    assert len(HUNDRED) * HUNDREDS > 100 * MEGABYTE
    assert found == 100 * HUNDREDS + 1
    assert memory < 200


@pytest.mark.parametrize(("content", "expected"), [(endless_text(200), 2), (bomb(300), 1)])
def test_a_line_without_end_and_a_bomb_take_a_few_releases_worth_of_memory(content, expected):
    found, memory = read_from_pipe(content)
    assert found == expected
    assert memory < 400


def test_nesting_without_end_is_not_followed():
    found, memory = read_from_pipe(endless_nesting(10))
    assert found == 1
    assert memory < 300


def test_a_package_that_describes_itself_without_end_is_not_remembered():
    members = b',"releases":[],"extensions":["https://example.org/extension.json"]' * 1000
    found, memory = read_from_pipe(iter([b'{"releases":[' + ONE + b"]", *[members] * 10, b"}"]))
    assert found == 1
    assert memory < 200
