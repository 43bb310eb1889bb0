"""What all environments share; the table at the top is all that can be set from outside."""

from pathlib import Path

from django.utils.translation import gettext_lazy as _

from .environment import Variable, database, read_all

BASE_DIR = Path(__file__).resolve().parent.parent.parent
DEFAULT_SECRET_KEY = "insecure-development-key-never-for-production"  # noqa: S105 production refuses it

ENVIRONMENT = (
    Variable("SECRET_KEY", str, DEFAULT_SECRET_KEY, "Signs sessions and links; long, random and secret."),
    Variable("DEBUG", bool, False, "Shows errors in the browser; only for development."),
    Variable("ALLOWED_HOSTS", list, [], "Host names the site answers to, separated by commas."),
    Variable("BASE_URL", str, "", "Address of the site, in mail, feeds and cards; empty: from PORT or ALLOWED_HOSTS."),
    Variable("PORT", int, 8000, "Port that `make run` serves on, on 127.0.0.1."),
    Variable("DATA_DIR", Path, BASE_DIR / "var", "Folder of the database, the media files and the search index."),
    Variable("DATABASE_URL", str, "", "postgres://user:password@host:port/name; empty: SQLite in DATA_DIR."),
    Variable("SEARCH_ENGINE", str, "embedded", "embedded, or elasticsearch."),
    Variable("ELASTICSEARCH_URL", str, "", "Address of Elasticsearch, when SEARCH_ENGINE asks for it."),
    Variable("REDIS_URL", str, "", "Cache in Redis, for several application servers; empty: local memory."),
    Variable("ADMIN_LANGUAGE", str, "fr", "Language of the admin for people who have not chosen one."),
    Variable("EMAIL_HOST", str, "", "Mail server; empty: mail is printed on the console."),
    Variable("EMAIL_PORT", int, 587, "Port of the mail server."),
    Variable("EMAIL_USER", str, "", "Account on the mail server."),
    Variable("EMAIL_PASSWORD", str, "", "Password of that account."),
    Variable("EMAIL_TLS", bool, True, "Encrypts the connection to the mail server (STARTTLS)."),
    Variable("DEFAULT_FROM_EMAIL", str, "presse@example.org", "Sender of the site's mail."),
    Variable("SECURE", bool, False, "Cookies and redirects for HTTPS; production sets it."),
)
env = read_all(ENVIRONMENT)

SECRET_KEY = env["SECRET_KEY"]
DEBUG = env["DEBUG"]
ALLOWED_HOSTS = env["ALLOWED_HOSTS"]
DATA_DIR = env["DATA_DIR"].resolve()
PORT = env["PORT"]
DATABASES = {"default": database(env["DATABASE_URL"], DATA_DIR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "mission_site",
    "people",
    "importer",
    "home",
    "news",
    "contacts",
    "programmes",
    "search",
    "pages",
    "library",
    "languages",
    "modeltranslation",
    "wagtail.contrib.redirects",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.settings",
    "wagtail.contrib.table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "axes",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    # Wagtail says "6 minutes ago" with its words.
    "django.contrib.humanize",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "mission_site.page_cache.PageCache",
    "mission_site.middleware.SecurityHeaders",
    "mission_site.light.LightMode",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "mission_site.middleware.AdminLanguage",
    "search.admin_boxes.CleanSearchBoxes",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "people.sessions.IdleTime",
    "django_otp.middleware.OTPMiddleware",
    "people.second_factor.SecondFactor",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "languages.old_addresses.OldAddresses",
    "axes.middleware.AxesMiddleware",
    "languages.editing.turns.OneAfterAnother",
]

ROOT_URLCONF = "mission_site.urls"
WSGI_APPLICATION = "mission_site.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "mission_site.context.site",
            ],
        },
    },
]

# Languages: adding one is a line here and in WAGTAIL_CONTENT_LANGUAGES, migrations and a catalogue.
LANGUAGE_CODE = "fr"
LANGUAGES = [("fr", _("French")), ("en", _("English"))]
ADMIN_LANGUAGE = env["ADMIN_LANGUAGE"]
MODELTRANSLATION_DEFAULT_LANGUAGE = LANGUAGE_CODE
MODELTRANSLATION_FALLBACK_LANGUAGES = {"default": tuple(code for code, _name in LANGUAGES)}
MODELTRANSLATION_CUSTOM_FIELDS = ("StreamField", "RichTextField", "BodyField")
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = ["mission_site.formats"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Africa/Casablanca"

STATIC_URL = "/static/"
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "mission_site.static_join.JoinedStylesFinder",
]
STATIC_ROOT = DATA_DIR / "static"
MEDIA_URL = "/media/"
MEDIA_ROOT = DATA_DIR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    "renditions": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "renditions",
        "TIMEOUT": None,
        "OPTIONS": {"MAX_ENTRIES": 20000},
    },
}
# Pages are kept in the memory of each process until content changes (pages/changes.py); a commit is seen at once.
PAGE_CACHE = True
# What all processes of the site must see alike: lock-outs, counters.
CACHES["shared"] = {"BACKEND": "django.core.cache.backends.filebased.FileBasedCache", "LOCATION": DATA_DIR / "cache"}
if env["REDIS_URL"]:
    CACHES = {
        name: {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": env["REDIS_URL"]}
        for name in CACHES
    }

# Five failed logins lock the pair of account and address for a quarter of an hour.
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_CALLABLE = "people.sign_in.locked_out"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]
SESSION_COOKIE_AGE = 8 * 3600
IDLE_SECONDS = 15 * 60
# Whoever publishes needs a code besides the password; on in production.
SECOND_FACTOR = False
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = env["SECURE"]
SECURE_SSL_REDIRECT = env["SECURE"]
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"
# The editor shows previews in a frame of the same site, so DENY (security.W019) cannot be.
SILENCED_SYSTEM_CHECKS = ["security.W019"]

# With a mail server, messages wait in the database for the worker: no request waits for or fails with the server.
EMAIL_BACKEND = "people.mail.Outbox" if env["EMAIL_HOST"] else "django.core.mail.backends.console.EmailBackend"
EMAIL_HOST, EMAIL_PORT = env["EMAIL_HOST"], env["EMAIL_PORT"]
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = env["EMAIL_USER"], env["EMAIL_PASSWORD"]
EMAIL_USE_TLS, EMAIL_TIMEOUT = env["EMAIL_TLS"], 10
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env["DEFAULT_FROM_EMAIL"]

WAGTAIL_SITE_NAME = OTP_TOTP_ISSUER = "OIM Maroc"
WAGTAIL_PAGE_MODEL = "pages.BasePage"
WAGTAILADMIN_BASE_URL = env["BASE_URL"] or f"http://127.0.0.1:{PORT}"
WAGTAILADMIN_USER_LOGIN_FORM = "people.sign_in.LoginForm"
WAGTAILADMIN_USER_PASSWORD_RESET_FORM = "people.sign_in.PasswordResetForm"  # noqa: S105  # a class, no password
WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS = False
WAGTAIL_I18N_ENABLED = False
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAILREDIRECTS_AUTO_CREATE = False
WAGTAILIMAGES_IMAGE_MODEL = "library.SitePicture"
WAGTAILDOCS_DOCUMENT_MODEL = "library.SiteDocument"
WAGTAILIMAGES_IMAGE_FORM_BASE = "library.forms.PictureForm"
# More files than the import takes at once reach it, so that it can say so in words.
DATA_UPLOAD_MAX_NUMBER_FILES = 500
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 30 * 2**20
WAGTAILDOCS_DOCUMENT_FORM_BASE = "library.forms.DocumentForm"
WAGTAILDOCS_EXTENSIONS = [
    *("csv", "docx", "key", "odt", "pdf", "pptx", "rtf", "txt", "xlsx", "zip"),
    *("mp4", "webm", "vtt"),
]
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "search.admin_boxes"}}
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]
TAGGIT_CASE_INSENSITIVE = True

SEARCH_ENGINE = env["SEARCH_ENGINE"]
SEARCH_INDEX_DIR = DATA_DIR / "index"
ELASTICSEARCH_URL = env["ELASTICSEARCH_URL"]
