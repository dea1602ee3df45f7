"""What a server runs: `candour.site.config.wsgi:application`."""

import os
from threading import Thread

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "candour.site.config.settings")

application = get_wsgi_application()

from candour.site.charts.svg import warm  # noqa: E402  (after Django's settings)

# What draws takes seconds to load: beside the first pages, instead of with the first picture.
Thread(target=warm, daemon=True).start()
