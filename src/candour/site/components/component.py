"""What every component has: it writes itself down as HTML wherever a template names it."""

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe


class Component:
    """A frozen dataclass beside a template: both are called as their folder, and the template calls it `it`."""

    __slots__ = ()

    def __str__(self) -> SafeString:
        folder = type(self).__module__.split(".")[-2]
        # The template escapes what it is given; what it gives is therefore HTML.
        return mark_safe(render_to_string(f"components/{folder}/{folder}.html", {"it": self}).strip())  # noqa: S308

    __html__ = __str__
