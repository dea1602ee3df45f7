"""Charts: each form in a module of its own, drawn by Altair and written as SVG."""
