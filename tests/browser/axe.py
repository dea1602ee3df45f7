"""The rules of axe-core, asked of a page as it stands in a browser."""

from functools import lru_cache
from pathlib import Path

from playwright.sync_api import Page

import candour.site.look

SCRIPT = Path(candour.site.look.__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
"""WCAG 2.2 AA, and what is good besides."""
OF_SIZE = ["target-size", "scrollable-region-focusable", "color-contrast"]
"""The rules that a smaller screen may break."""


@lru_cache
def _script() -> str:
    return SCRIPT.read_text()


def violations(page: Page, rules: list[str] = RULES) -> list[str]:
    """Each rule that is broken, with the elements that break it; `rules` are axe's own names, or tags of many."""
    page.evaluate(f"() => {{ if (!window.axe) {{ {_script()} }} }}")
    found = page.evaluate(
        "([type, values]) => axe.run({runOnly: {type, values}, resultTypes: ['violations']})",
        ["tag" if rules is RULES else "rule", rules],
    )
    return [
        f"{rule['id']}: {rule['help']}: {[node['html'][:200] for node in rule['nodes']][:5]}"
        for rule in found["violations"]
    ]
