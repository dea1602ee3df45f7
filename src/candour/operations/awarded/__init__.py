"""An award as it was published: its scores, whether they give its result, and what would have changed it."""
