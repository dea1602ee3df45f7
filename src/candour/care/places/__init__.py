"""Places: which councils stand for an area on a day, areas that several councils share, postcodes, the tile map."""
