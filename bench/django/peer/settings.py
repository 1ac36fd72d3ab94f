"""Everything that Django needs, and nothing more."""

import os
from pathlib import Path

HERE = Path(__file__).parent

DEBUG = False
SECRET_KEY = "nothing is signed"
ALLOWED_HOSTS = ["127.0.0.1"]
INSTALLED_APPS = ["peer"]
MIDDLEWARE = []
ROOT_URLCONF = "peer.urls"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_I18N = False
USE_TZ = True

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": os.environ["PEER_DATABASE"],
        "CONN_MAX_AGE": None,
        "OPTIONS": {"init_command": "PRAGMA journal_mode=WAL"},
    }
}

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [("django.template.loaders.filesystem.Loader", [HERE / "templates"])],
                )
            ]
        },
    }
]
