"""Where the editor of several languages meets Wagtail's admin."""

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, path
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.auth import user_has_any_page_permission
from wagtail.admin.menu import MenuItem

from . import views
from .comparable import label_of
from .dashboard import TranslationsPanel, report_address
from .menu import languages_in_menu
from .names import listed
from .reports import TranslationsReport


@hooks.register("register_admin_urls")
def addresses_of_the_editor() -> list[URLPattern]:
    """The editor's own addresses; Wagtail asks for access to the admin before each."""
    return [
        path("reports/translations/", TranslationsReport.as_view(), name="languages_report"),
        path(
            "reports/translations/results/",
            TranslationsReport.as_view(results_only=True),
            name="languages_report_results",
        ),
        path("languages/slug/", views.slug, name="languages_slug"),
        path("languages/<int:page_id>/<str:code>/unpublish/", views.unpublish_language, name="languages_unpublish"),
    ]


@hooks.register("insert_global_admin_css")
def style_of_language_states() -> str:
    """The labels of languages are shown all over the admin."""
    return format_html('<link rel="stylesheet" href="{}">', static("languages/states.css"))


@hooks.register("construct_page_action_menu")
def name_languages_in_the_action_menu(items: list[Any], request: HttpRequest, context: dict[str, Any]) -> None:
    """Offer every publication by the languages it is about."""
    languages_in_menu(items, context)


class _TranslationsMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(user_has_any_page_permission(request.user))


@hooks.register("register_reports_menu_item")
def report_of_translations() -> MenuItem:
    """List the report among Wagtail's own."""
    return _TranslationsMenuItem(
        gettext_lazy("Translations"), report_address(), name="translations", icon_name="globe", order=50
    )


@hooks.register("construct_homepage_panels")
def translations_to_do(request: HttpRequest, panels: list[Any]) -> None:
    """Show on the admin's home what is to be translated."""
    if user_has_any_page_permission(request.user):
        panels.append(TranslationsPanel())


@hooks.register("after_edit_page")
def tell_what_another_person_saved(request: HttpRequest, page: Any) -> None:
    """Say that another person's texts were kept beside one's own."""
    kept = getattr(page, "kept_of_others", None)
    if kept is None:
        return
    text = _("%(who)s saved this page while you wrote; both are kept. Theirs: %(fields)s.")
    if kept.is_by(request.user):
        text = _("You saved this page in another window while you wrote here; both are kept. From there: %(fields)s.")
    fields = listed(label_of(type(page), name) for name in kept.kept)
    messages.info(request, text % {"who": kept.author or _("Somebody else"), "fields": fields})
