"""From answers and visits to figures that may be published: nothing of one person can be worked out from them."""
