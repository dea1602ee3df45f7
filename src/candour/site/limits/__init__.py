"""How much one reader may ask of the site in a time, counted together by all processes that serve it."""
