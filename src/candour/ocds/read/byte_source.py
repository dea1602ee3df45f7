"""Bytes that come in chunks, taken in whatever sizes a format wants."""

from collections.abc import Iterator


class ByteSource:
    """A stream of chunks with look-ahead; `position` counts the bytes taken."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks = chunks
        self._ready = b""
        self._used = 0
        self.position = 0

    def peek(self, size: int) -> bytes:
        """The next `size` bytes, or as many as there are, without taking them."""
        while len(self._ready) - self._used < size and (chunk := next(self._chunks, b"")):
            self._ready = self._ready[self._used :] + chunk
            self._used = 0
        return self._ready[self._used : self._used + size]

    def take(self, size: int) -> bytes:
        """The next `size` bytes, or as many as there are."""
        taken = self.peek(size)
        self._used += len(taken)
        self.position += len(taken)
        return taken

    def some(self, most: int) -> bytes:
        """The next bytes, as many as are at hand but no more than `most`; empty only at the end."""
        self.peek(1)
        return self.take(min(most, len(self._ready) - self._used))

    def give_back(self, unused: bytes) -> None:
        """Put back the end of what was taken last."""
        self._used -= len(unused)
        self.position -= len(unused)

    def chunks(self) -> Iterator[bytes]:
        """All that is left."""
        if rest := self.take(len(self._ready) - self._used):
            yield rest
        for chunk in self._chunks:
            self.position += len(chunk)
            yield chunk

    def skip_to(self, mark: bytes) -> bool:
        """Go to the next `mark`; False, and to the end, when there is none."""
        while len(self.peek(len(mark))) == len(mark):
            found = self._ready.find(mark, self._used)
            if found >= 0:
                self.take(found - self._used)
                return True
            self.take(len(self._ready) - self._used - len(mark) + 1)
        self.take(len(mark))
        return False
