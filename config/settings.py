"""Settings: the environment in, typed; nonsense stops the start.

Domain thresholds are not here: they live in the database or in an app's `enums.py`.
"""

from datetime import timedelta
from pathlib import Path

from django.utils.translation import gettext_lazy as _
from environs import Env, validate

from config import servers
from config.channels import channels, webhooks
from config.description import DESCRIPTION
from config.logs import logging_of
from config.navigation import NAVIGATION, PHONE_TABS  # noqa: F401 — settings, read by the frame
from config.registrations import (  # noqa: F401 — settings, read by the apps
    CASE_KINDS,
    COMPOUND_PANELS,
    FOLLOW_UPS,
    HANDOVER,
    INBOX,
    INDICATORS,
    INTEGRITY,
    LADDERS,
    NOTICES,
    OF_THE_PRIMARY,
    REMINDERS,
    REPLICA_ROOMS,
    SCHEDULE,
    TABLES,
)

BASE_DIR = Path(__file__).resolve().parent.parent
env = Env()
env.read_env(BASE_DIR / ".env")

VAR_DIR = env.path("VAR_DIR", BASE_DIR / "var")
DEMO_MODE = env.bool("DEMO_MODE", servers.is_demo(VAR_DIR))
DEBUG = env.bool("DEBUG", False)
SECRET_KEY = env.str("SECRET_KEY", "") or servers.local_secret(VAR_DIR, "secret_key")
# What residents are told: the address on posters (as this one unless set), who runs the portal, its filing number
# under 国办函〔2026〕12号, and the telephone that helps where a grid has none.
PUBLIC_URL = env.str("PUBLIC_URL", "")
PORTAL_OPERATOR = env.str("PORTAL_OPERATOR", "")
PORTAL_FILING = env.str("PORTAL_FILING", "")
PUBLIC_HOTLINE = env.str("PUBLIC_HOTLINE", "12345")
# The address the office types, in messages that leave the portal; and what the ways out need.
OFFICE_URL = env.str("OFFICE_URL", "") or PUBLIC_URL
CHANNELS = channels(env)
WEBHOOK_NETWORKS, WEBHOOK_CA = webhooks(env)
# How many may speak for one side of a group (信访工作条例 allows five).
MOST_REPRESENTATIVES = env.int("MOST_REPRESENTATIVES", 5, validate=validate.Range(min=1, max=20))
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", ["127.0.0.1", "localhost", "[::1]"])

INSTALLED_APPS = [
    "config",
    "demo",
    "disputes",
    "property",
    "deeds",
    "grids",
    "governance.dispatch",
    "governance.casework",
    "governance.party",
    "governance.integrity",
    "governance.walls",
    "governance.statistics",
    "governance.files",
    "governance.operations",
    "governance.people",
    "governance.areas",
    "governance.audit",
    "governance.kernel",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "django.forms",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "pgtrigger",
    "axes",
    "csp",
    "django_filters",
    "django_htmx",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "governance.kernel.packing.PackedStaticMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "governance.kernel.middleware.RequestContextMiddleware",
    "governance.kernel.watching.WatchMiddleware",
    "django.middleware.locale.LocaleMiddleware",  # first of all that speak: the next refuses with a sentence
    "governance.kernel.middleware.HostileInputMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "governance.audit.middleware.DenialMiddleware",
    "governance.people.middleware.SessionLimitMiddleware",
    "governance.people.middleware.LoginRequiredMiddleware",
    "governance.people.middleware.FirstPasswordMiddleware",
    "governance.people.middleware.TokenUseMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "governance.kernel.middleware.RefusalMiddleware",
    "axes.middleware.AxesMiddleware",
    "governance.kernel.replica.ReplicaMiddleware",
]

ROOT_URLCONF = "config.urls"
FORM_RENDERER = "governance.kernel.rendering.PageRenderer"
WSGI_APPLICATION = "config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "governance.people.context.frame",
            ],
        },
    },
]

DATABASES = servers.databases(env.str("DATABASE_URL", ""), env.str("DATABASE_REPLICA_URL", ""), VAR_DIR)
DATABASE_ROUTERS = ["governance.kernel.replica.ReplicaRouter"]
REPLICA_MAX_LAG = env.float("REPLICA_MAX_LAG", 10.0, validate=validate.Range(min=0))
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
REDIS_URL = env.str("REDIS_URL", "") or servers.valkey_url(VAR_DIR)
CACHES = {"default": servers.cache(REDIS_URL)}

AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
LOGIN_URL = "people:login"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = LOGIN_URL
SESSION_ENGINE = "django.contrib.sessions.backends.cached_db"
PASSWORD_MIN_LENGTH = env.int("PASSWORD_MIN_LENGTH", 12)
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": PASSWORD_MIN_LENGTH},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "中文"), ("en", "English")]
FILTERS_EMPTY_CHOICE_LABEL = _("不限")
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Asia/Shanghai"

LOGGING = logging_of(servers.process_kind(), env.str("LOG_LEVEL", ""))

STATIC_URL = "static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = VAR_DIR / "static"
# whitenoise warns of a missing folder; it stays empty with finders
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
WHITENOISE_USE_FINDERS = True

MEDIA_ROOT = env.path("MEDIA_ROOT", VAR_DIR / "media")
FILE_UPLOAD_PERMISSIONS = 0o640
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
UPLOAD_MAX_SIZE = 20 * 1024 * 1024

# Personal fields: a ring of random master keys (32 characters or more) by id; the present key seals, all may open.
FIELD_CIPHER = env.str("FIELD_CIPHER", "aes", validate=validate.OneOf(["aes", "sm4"]))
FIELD_KEYS = env.dict("FIELD_KEYS", {}) or {"k1": servers.local_secret(VAR_DIR, "field_key")}
FIELD_KEY_ID = env.str("FIELD_KEY_ID", "k1")
FIELD_INDEX_KEY_ID = env.str("FIELD_INDEX_KEY_ID", "k1")
AUDIT_HEADS_FILE = env.path("AUDIT_HEADS_FILE", VAR_DIR / "audit" / "heads")

SILENCED_SYSTEM_CHECKS = [
    "axes.W006",  # addresses have their own, higher limit: offices share one
    "security.W005",  # sub-domains and the browsers' preload list are the domain owner's to decide
    "security.W021",
    "security.W008",  # the proxy redirects to HTTPS
]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = ["username"]
AXES_RESET_ON_SUCCESS = True
AXES_ENABLE_ACCESS_FAILURE_LOG = True
AXES_LOCKOUT_CALLABLE = "governance.people.lockout.answer_locked"
LOGIN_FAILURES_PER_ADDRESS = env.int("LOGIN_FAILURES_PER_ADDRESS", 100)

HEARTBEAT_STALE_AFTER = env.int("HEARTBEAT_STALE_AFTER", 60)
METRICS_TOKEN = env.str("METRICS_TOKEN", "", validate=validate.Regexp(r"^$|^\S{24,}$"))  # for /metrics
BACKUP_MARK = env.str("BACKUP_MARK", "")  # the file a backup touches when it has gone well
SLOW_STATEMENT_MS = env.int("SLOW_STATEMENT_MS", 200, validate=validate.Range(min=1))

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        **{rule: ["'none'"] for rule in ("object-src", "base-uri", "frame-ancestors")},
        "form-action": ["'self'"],
    }
}
HTTPS = env.bool("HTTPS", False)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
# How many proxies of ours stand in front; what a client writes into X-Forwarded-For beyond them is not believed.
PROXY_HOPS = env.int("PROXY_HOPS", 1 if HTTPS else 0)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "governance.people.authentication.TokenAuthentication",
        "rest_framework.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["governance.kernel.permissions.HasRight"],
    "DEFAULT_PARSER_CLASSES": ["governance.kernel.parsers.StrictJSONParser"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_FILTER_BACKENDS": ["governance.kernel.backends.StrictFilterBackend"],
    "DEFAULT_PAGINATION_CLASS": "governance.kernel.pagination.KeysetPagination",
    "DEFAULT_SCHEMA_CLASS": "governance.kernel.describing.PlainSchema",
    "DEFAULT_THROTTLE_CLASSES": ["governance.kernel.throttling.ClientThrottle"],
    "DEFAULT_THROTTLE_RATES": {"user": env.str("API_RATE", "1200/min")},
    "DEFAULT_CONTENT_NEGOTIATION_CLASS": "governance.kernel.negotiation.StrictNegotiation",
    "EXCEPTION_HANDLER": "governance.kernel.answers.answer_error",
}
HEAVY_CALLS_AT_ONCE = env.int("API_HEAVY_AT_ONCE", 2)
SPECTACULAR_SETTINGS = {
    **DESCRIPTION,
    "SERVE_PERMISSIONS": [f"rest_framework.permissions.{'AllowAny' if DEMO_MODE else 'IsAuthenticated'}"],
}
