"""The OCDS merge routine: the releases of one process become one that says how things stand, or how they went."""

from candour.ocds.merge.error import MergeError
from candour.ocds.merge.merger import Merger, compiled_bytes, compiled_release, merger, versioned_release

__all__ = ["MergeError", "Merger", "compiled_bytes", "compiled_release", "merger", "versioned_release"]
