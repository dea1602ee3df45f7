"""Django's own commands for the site, such as `python -m candour.site migrate`."""

import os
import sys

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "candour.site.config.settings")
execute_from_command_line(sys.argv)
