"""The public website and API: Django over the operations that the command line calls, too."""
