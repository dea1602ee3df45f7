"""What a server runs: `candour.site.config.wsgi:application`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "candour.site.config.settings")

application = get_wsgi_application()
