"""How a metric is computed from rows: what a row holds, which rows count, and what is made of them."""
