"""Small made processes, and how to ask for a view of them."""
