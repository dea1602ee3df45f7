"""Publishers, one module each."""
