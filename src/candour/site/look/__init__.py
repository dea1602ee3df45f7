"""How the site looks: the theme, and the programs that make it."""
