"""How regulators rated care, over time: the frameworks, the words, the history, and what may be compared."""
