"""The description of OCDS 1.1.5 with some of its extensions.

From it come the JSON Schemas, the merge rules, the codelists and the reference pages. The facts (names, types, codes,
rules) are the standard's; the words are ours.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

import msgspec

from candour.ocds.codelists import Codelist
from candour.ocds.fields import Definition, Field, merged
from candour.ocds.parts import EXTENSIONS, core, extension

__all__ = ["EU_PROFILE", "EXTENSIONS", "Description", "Path", "all_described", "describe", "extensions_named"]

Path = tuple[str, ...]


class Description(msgspec.Struct, frozen=True, kw_only=True):
    """The standard with some extensions, put together."""

    extensions: frozenset[str]
    release: Definition
    definitions: Mapping[str, Definition]
    codelists: Mapping[str, Codelist]

    def members(self, field: Field) -> Mapping[str, Field]:
        """The fields of the object, or of each object, that a field holds; none for plain values.

        A reference to a definition that none of the extensions brings has no known members.
        """
        if field.reference:
            definition = self.definitions.get(field.reference)
            return definition.fields if definition else {}
        return field.fields

    def walk(self) -> Iterator[tuple[Path, Field]]:
        """Every field of a release with its path, array positions left out, parents first."""
        yield from self._walk(self.release.fields, ())

    def _walk(self, fields: Mapping[str, Field], parent: Path) -> Iterator[tuple[Path, Field]]:
        for name, field in fields.items():
            path = (*parent, name)
            yield path, field
            yield from self._walk(self.members(field), path)

    def all_fields(self) -> Iterator[Field]:
        """Every field once, wherever it may occur in a release."""
        stack = [self.release.fields, *(definition.fields for definition in self.definitions.values())]
        while stack:
            for field in stack.pop().values():
                yield field
                stack.append(field.fields)

    def field(self, path: Iterable[str]) -> Field | None:
        """The field at a path without array positions, or None where nothing is described there."""
        fields: Mapping[str, Field] = self.release.fields
        found = None
        for name in path:
            found = fields.get(name)
            if found is None:
                return None
            fields = self.members(found)
        return found


def describe(extensions: Iterable[str] = EXTENSIONS) -> Description:
    """The standard with these extensions, applied in the order of EXTENSIONS. Raises ValueError for unknown names."""
    return _describe(frozenset(extensions))


@cache
def _describe(names: frozenset[str]) -> Description:
    unknown = names.difference(EXTENSIONS)
    if unknown:
        extension(min(unknown))
    base = core()
    release, definitions, lists = base.release, dict(base.definitions), dict(base.codelists)
    for part in (extension(name) for name in EXTENSIONS if name in names):
        release = merged(release, part.release)
        for name, patch in part.definitions.items():
            definitions[name] = definitions[name].with_patch(patch) if name in definitions else patch
        lists.update(part.codelists)
    for part in (extension(name) for name in EXTENSIONS if name in names):
        for name, addition in part.code_additions.items():
            lists[name] = lists[name].with_codes_of(addition) if name in lists else addition
    together = Description(
        extensions=names,
        release=Definition(name="Release", text=_RELEASE, extension="core", fields=release),
        definitions=definitions,
        codelists=lists,
    )
    return msgspec.structs.replace(together, codelists={**_borrowed_codelists(together), **lists})


def _borrowed_codelists(description: Description) -> dict[str, Codelist]:
    """Codelists that some extension uses and another, which is not among these, brings."""
    used = {field.codelist for field in description.all_fields() if field.codelist}
    return {
        name: codelist
        for part in map(extension, EXTENSIONS)
        for name, codelist in part.codelists.items()
        if name in used.difference(description.codelists)
    }


_RELEASE = "What one publisher said about one process at one moment: a notice, a change, an award, a report."


def extensions_named(urls: Iterable[str]) -> frozenset[str]:
    """The extensions that a package's `extensions` URLs mean; URLs of extensions not described here mean nothing."""
    return frozenset(name for url in urls for name in _named(url))


def all_described(urls: Iterable[str]) -> bool:
    """Whether every one of a package's `extensions` URLs means an extension that is described here."""
    return all(map(_named, urls))


def _named(url: str) -> frozenset[str]:
    if _EU_PROFILE_URL.search(url):
        return EU_PROFILE
    by_repository = _by_repository()
    return frozenset(by_repository[word] for word in re.split(r"[/?#]+", url) if word in by_repository)


@cache
def _by_repository() -> dict[str, str]:
    return {repository: name for name in EXTENSIONS for repository in extension(name).repositories}


_EU_PROFILE_URL = re.compile(r"standard\.open-contracting\.org/profiles/eu/")
EU_PROFILE = frozenset(
    {
        "eu",
        "awardCriteria",
        "bids",
        "lots",
        "metrics",
        "organizationClassification",
        "otherRequirements",
        "participationFee",
        "selectionCriteria",
        "techniques",
    }
)
