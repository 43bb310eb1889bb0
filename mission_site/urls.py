"""Addresses: admin and files without language, everything for readers under its language."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib.sitemaps import views as sitemap_views
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from languages.views import choose_language
from mission_site import health, media, well_known
from mission_site.sitemap import sitemaps
from search import metrics

urlpatterns = [
    path("", choose_language, name="choose_language"),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/<int:document_id>/<path:document_filename>", media.document),
    path("documents/", include(wagtaildocs_urls)),
    path("media/<path:path>", media.media, name="media"),
    path("health/", health.page, name="health"),
    path("metrics/", metrics.page, name="metrics"),
    path("robots.txt", well_known.robots, name="robots"),
    path(".well-known/security.txt", well_known.security, name="security_txt"),
    path(
        "sitemap.xml", sitemap_views.index, {"sitemaps": sitemaps, "sitemap_url_name": "sitemap_part"}, name="sitemap"
    ),
    path("sitemap-<section>.xml", sitemap_views.sitemap, {"sitemaps": sitemaps}, name="sitemap_part"),
    *i18n_patterns(
        path("", include("news.urls")),
        path("", include("contacts.urls")),
        path("", include("search.urls")),
        path("", include(wagtail_urls)),
        prefix_default_language=True,
    ),
]
