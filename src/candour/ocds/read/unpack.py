"""Opens whatever a file is packed in, layer by layer, down to the texts inside."""

from collections.abc import Iterator

from candour.ocds.read.byte_source import ByteSource
from candour.ocds.read.decompress import decompressor_for
from candour.ocds.read.intake import Intake
from candour.ocds.read.problems import ARCHIVE_UNSUPPORTED, problem_at
from candour.ocds.read.zip_members import EMPTY_ZIP, ZIP, zip_members

Named = tuple[str, Iterator[bytes]]


def unpack(chunks: Iterator[bytes], name: str, intake: Intake, layer: int = 0) -> Iterator[Named]:
    """The name and the chunks of every text inside, in order.

    Chunks just end where the data is damaged or grows too large; that is then a problem of `intake`.
    """
    source = ByteSource(chunks)
    start = source.peek(4)
    decompress = decompressor_for(start)
    if not decompress and start not in (ZIP, EMPTY_ZIP):
        yield name, source.chunks()
    elif layer == intake.limits.archives:
        intake.problems.append(problem_at(ARCHIVE_UNSUPPORTED, name, f"{layer} archives inside one another"))
    elif decompress:
        yield from unpack(intake.guard(decompress(source, intake), name), name, intake, layer + 1)
    else:
        for label, content in zip_members(source, intake, name):
            yield from unpack(content, label, intake, layer + 1)
