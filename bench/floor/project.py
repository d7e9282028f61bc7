"""The floor: the thinnest sensible Django project for each busy path, to be held against the portal's.

One flat table of matters, three joins, the usual middleware and token authentication; no scope, no audit, no
clock. It is served beside the portal on the same database server, from a database of its own.
"""

import os

import django
from django.conf import settings

from config.servers import database

_USUAL = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
_APPS = ["contenttypes", "auth", "sessions", "messages"]

if not settings.configured:
    settings.configure(
        SECRET_KEY="a floor has no secrets, it lives for one measurement on loopback",
        ALLOWED_HOSTS=["127.0.0.1"],
        ROOT_URLCONF="bench.floor.addresses",
        INSTALLED_APPS=[
            *(f"django.contrib.{app}" for app in _APPS),
            "rest_framework",
            "rest_framework.authtoken",
        ],
        MIDDLEWARE=_USUAL,
        DATABASES={"default": database(os.environ["DATABASE_URL"], os.curdir)},
        USE_TZ=True,
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        REST_FRAMEWORK={
            "DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework.authentication.TokenAuthentication"],
            "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
            "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
        },
    )
    django.setup()
