"""Charts: each form in a module of its own, laid out here to the pixel, drawn by Altair and written as SVG.

A form (`Dots`, `Funnel`, `Series`, …) is made of typed rows and is the `draw` of a chart: it knows its size before it
is drawn, and how it is read on a narrow screen. `look` holds what all of them share.
"""
