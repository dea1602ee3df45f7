"""Publishers, one module each: what they publish, as it was sent, and what their tables say. Nothing is kept here."""
