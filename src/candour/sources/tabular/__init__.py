"""Tables as they are published (CSV, ODS, XLSX), streamed, and what their columns mean."""
