"""The source of receipts that hold providers' statements."""

SOURCE = "candour-statement"
