"""What the command line, the API and the pages all call: one module an operation."""
