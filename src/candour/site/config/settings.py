"""Django's settings. There is one set: what differs between a demo and production comes from the surroundings."""

from pathlib import Path

import dj_database_url

from candour.site.config.surroundings import surroundings

_HERE = surroundings()
SITE = Path(__file__).parents[1]

DEBUG = False
SECRET_KEY = _HERE.secret_key
# Whoever watches over the site on its own machine has no other name for it.
ALLOWED_HOSTS = [*_HERE.hosts, "127.0.0.1", "localhost", "[::1]"]
CANDOUR_DATA = _HERE.data
CANDOUR_ADDRESS = _HERE.address
CANDOUR_BEHIND_PROXY = _HERE.behind_proxy
CANDOUR_REQUESTS_A_MINUTE = _HERE.requests_a_minute
CANDOUR_KEPT_A_MINUTE = _HERE.kept_a_minute
CANDOUR_KEPT_MEGABYTES = _HERE.kept_megabytes

ROOT_URLCONF = "candour.site.config.urls"
WSGI_APPLICATION = "candour.site.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
INSTALLED_APPS = ["django.contrib.staticfiles", "candour.site.kept", "candour.site.limits"]
MIDDLEWARE = [
    "candour.site.config.timing.ServerTiming",
    "django.middleware.security.SecurityMiddleware",
    "candour.site.config.headers.SecurityHeaders",
    "candour.site.api.answers.ApiAnswers",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "candour.site.config.compression.Compression",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "candour.site.pages.refused.Refusing",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [SITE],
        "OPTIONS": {
            "builtins": ["django.templatetags.i18n", "django.templatetags.static"],
            "context_processors": ["candour.site.pages.around.around"],
            "loaders": [
                ("django.template.loaders.cached.Loader", ["django.template.loaders.filesystem.Loader"]),
            ],
        },
    }
]
DATABASES = {"default": dj_database_url.parse(_HERE.database_url, conn_max_age=600)}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # Several processes write into it, each a little: they wait for one another instead of failing.
    DATABASES["default"]["OPTIONS"] = {
        "init_command": "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;",
        "transaction_mode": "IMMEDIATE",
        "timeout": 5,
    }

LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", "English"), ("cy", "Cymraeg")]
LOCALE_PATHS = [SITE / "locale"]
USE_I18N = True
TIME_ZONE = "Europe/London"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = SITE / "built"
STATICFILES_DIRS = [SITE / "look" / "made", SITE / "look" / "pictures"]
STORAGES = {
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# There is no session and nobody is signed in, so that there is no request to forge; and who may frame a page is said
# by its policy (headers.py).
SILENCED_SYSTEM_CHECKS = ["security.W002", "security.W003"]
SECURE_SSL_REDIRECT = _HERE.https
SECURE_REDIRECT_EXEMPT = ["^health/"]
SECURE_HSTS_SECONDS = 63_072_000 if _HERE.https else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = _HERE.https
SECURE_HSTS_PRELOAD = _HERE.https
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _HERE.behind_proxy else None

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
