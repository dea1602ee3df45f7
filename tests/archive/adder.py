"""Adds for as long as it lives. Run by test_crash.py, which kills it.

For each line on standard input (an archive's folder and a seed) it forks a child that opens the archive and adds
without end; the child writes `start PID`, then `receipt ID SHA256` or `correction ID -` after each is acknowledged.
"""

import hashlib
import os
import random
import sys

from candour.archive import Archive, Replace


def say(*words: object) -> None:
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def content_of(random_: random.Random) -> bytes:
    kind = random_.randrange(3)
    if kind == 0:
        return b"often the same %d" % random_.randrange(5)
    return random_.randbytes(random_.choice((10, 5_000, 300_000)))


def add_without_end(folder: str, random_: random.Random) -> None:
    say("start", os.getpid())
    archive = Archive.at(folder)
    while True:
        content = content_of(random_)
        receipt = archive.add(content, source="adder", name="n")
        say("receipt", receipt.id, hashlib.sha256(content).hexdigest())
        if random_.randrange(3) == 0:
            change = Replace(0, content[:1], b"")
            say("correction", archive.correct(receipt.id, change, reason="trial", by="adder").id, "-")


def main() -> None:
    for line in sys.stdin:
        folder, seed = line.split()
        if (child := os.fork()) == 0:
            try:
                add_without_end(folder, random.Random(seed))
            except Exception as error:
                say("failed", repr(error).replace("\n", " "))
            os._exit(1)
        os.waitpid(child, 0)
        say("dead")


main()
