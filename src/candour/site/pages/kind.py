"""A kind of page: one for each kind of thing that people look at."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from candour.operations.changes import Changes
from candour.site.components.form.form import Form
from candour.site.pages.asked import Asked
from candour.site.pages.easy import Part
from candour.site.pages.page import Page
from candour.site.pages.page_file import PageFile
from candour.site.pages.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class PageKind:
    """`id` is the first part of its addresses, and the folder of `explore` that holds it and its template.

    `key` says in a few words what names the thing, such as "an ocid"; it is empty where there is one page of the
    kind. `answer` is the type of the page's `answer`, from which the API's description is made. `make` makes the
    page; it raises NotFoundError where nothing has that key, and CandourError where it cannot be asked like that
    (AnswerError where it is one answer of the form that is of no use). `form` makes the form that asks for the page,
    with fields named as those of `asked`; it is filled by itself, and templates know it as `form`.
    `easy` says the page in Easy Read.
    """

    id: str
    about: str
    """What one finds there, in one sentence: it stands in the API's documentation."""
    key: str
    answer: Any
    make: Callable[[Reading[Any]], Page]
    asked: type[Asked] = Asked
    worth_seeing: str = ""
    """A query for things of this kind that there is much to see of, best first: a column `key`, and one for each
    field of `asked` that it takes, by its name. Examples in documentation, tests and measurements look at these."""
    form: Callable[[Reading[Any]], Form] | None = None
    easy: Callable[[Page], tuple[Part, ...]] | None = None
    feed: Callable[[Reading[Any]], Changes] | None = None
    """What is new about the thing: with it, the page has a feed at `/feed.atom`."""
    beside: Callable[[Reading[Any], str], str] | None = None
    """What its pages tell that is not in the tables of that data version, in a few letters: they are made again when
    it changes."""
    files: tuple[PageFile, ...] = ()
    """Files beside each page of the kind; a page names them in its `files`."""

    @property
    def template(self) -> str:
        """Of the page's body."""
        return f"explore/{self.id}/page.html"
