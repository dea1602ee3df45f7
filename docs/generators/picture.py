"""Make docs/pictures/compare.svg, the picture of the front page: the demo's comparison of fictional councils."""

import io
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.terminal_theme import TerminalTheme

from candour.cli import compare, output
from candour.compare.selection import Selection
from candour.operations.compare import compare_published
from candour.operations.demo import make_demo
from candour.operations.home import Home

PAGE = Path(__file__).parents[2] / "docs" / "pictures" / "compare.svg"

COLUMNS = 104
INDICATORS = (
    "number-of-awards",
    "award-value",
    "bids-per-lot",
    "tender-close-to-award-days",
    "performance-published-share",
)
ON_WHITE = TerminalTheme((255, 255, 255), (33, 37, 41), [(33, 37, 41)] * 8)
SVG = """\
<svg viewBox="0 0 {terminal_width} {terminal_height}" xmlns="http://www.w3.org/2000/svg" role="img">
<title>A comparison of five fictional councils, as Candour prints it</title>
<style>
.{unique_id}-matrix {{ font-family: Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: {char_height}px; }}
{styles}
</style>
<defs>{lines}</defs>
<rect width="100%" height="100%" fill="#ffffff"/>
<g class="{unique_id}-matrix">
{matrix}
</g>
</svg>
"""


def text() -> str:
    """The whole picture, without fonts or links to anywhere."""
    with TemporaryDirectory() as folder:
        home = Home(Path(folder))
        make_demo(home)
        comparison = compare_published(home, "councils", selection=Selection(), indicator_ids=INDICATORS, limit=5)
    page = output.page
    output.page = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True, highlight=False)
    try:
        output.say("Every council here is fictional, and so in no list of councils.")
        output.say()
        compare.print_figures(comparison)
        output.say("Below a figure: the middle half of the values, or a share's 95% interval; then what it rests on.")
        output.say()
        return output.page.export_svg(code_format=SVG, theme=ON_WHITE, unique_id="compare")
    finally:
        output.page = page


if __name__ == "__main__":
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(text(), "utf-8")
