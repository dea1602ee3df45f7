"""The REST API: what pages show, for programs. Its operations come from the kinds of pages."""
