"""What pages are put together from: a folder each, with what it is told, how it is written down, and how it looks."""
