"""Make docs/pictures/tiles.svg, the tile map of the councils, from the table of tiles."""

from html import escape
from math import cos, pi, sin, sqrt
from pathlib import Path

from candour.care.council_table import Council
from candour.care.places.tiles import Tile, tiles

PAGE = Path(__file__).parents[2] / "docs" / "pictures" / "tiles.svg"

WIDTH = 34.0
MARGIN = 24.0
COLOURS = {
    "North East": "#f4c7c3",
    "North West": "#cfe8c9",
    "Yorkshire and The Humber": "#c9d7f0",
    "East Midlands": "#f7e9b0",
    "West Midlands": "#e6cdea",
    "East of England": "#c5e8e6",
    "London": "#f2b49b",
    "South East": "#fadcb0",
    "South West": "#d9d2ee",
    "Scotland": "#bcd4e6",
    "Wales": "#c8dcc0",
    "Northern Ireland": "#e4e4e4",
}
STYLE = "font: 9px sans-serif; text-anchor: middle; fill: #212529"
TITLE = "Tile map: the councils of the four nations, each one tile, coloured by region or nation"


def text() -> str:
    """The whole picture. Each tile carries its council's name as its title."""
    placed = sorted(tiles().items(), key=lambda known: known[1])
    columns = max(tile.centre[0] for _, tile in placed)
    rows = max(tile.centre[1] for _, tile in placed)
    size = f"{columns * WIDTH + 2 * MARGIN:.0f} {rows * WIDTH + 2 * MARGIN:.0f}"
    drawn = "".join(_drawn(council, tile) for council, tile in placed)
    return (
        f'<svg viewBox="0 0 {size}" xmlns="http://www.w3.org/2000/svg" role="img" style="{STYLE}">\n'
        f'<title>{TITLE}</title>\n<rect width="100%" height="100%" fill="#ffffff"/>\n{drawn}</svg>\n'
    )


def _drawn(council: Council, tile: Tile) -> str:
    x, y = (MARGIN + way * WIDTH for way in tile.centre)
    radius = WIDTH / sqrt(3) * 0.97
    corners = " ".join(f"{x + radius * sin(k * pi / 3):.1f},{y - radius * cos(k * pi / 3):.1f}" for k in range(6))
    colour = COLOURS[council.region or council.nation]
    label = council.organisation_id.rsplit("-", 1)[1]
    return (
        f'<g><title>{escape(council.name)}</title><polygon points="{corners}" fill="{colour}"/>'
        f'<text x="{x:.1f}" y="{y + 3:.1f}">{label}</text></g>\n'
    )


if __name__ == "__main__":
    PAGE.write_text(text(), "utf-8")
