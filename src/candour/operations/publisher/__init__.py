"""One publisher: what its data can answer and what not, what was received when, what is wrong with it."""
