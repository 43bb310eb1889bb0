"""The report of translations: which page stands how in which language, filtered and exported."""

from typing import Any

import django_filters
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import ContentTypeFilter, WagtailFilterSet
from wagtail.admin.views.reports.base import PageReportView
from wagtail.coreutils import get_content_type_label
from wagtail.models import get_page_content_types, get_page_models
from wagtail.query import PageQuerySet

from languages import paths, registry
from languages.page_fields import TranslationStatus

from .status import BEGUN, standing, states, ways

BASE = get_page_models()[0].base_page_model
TO_DO = (TranslationStatus.MISSING.value, BEGUN, TranslationStatus.STALE.value)


def to_do() -> Q:
    """Return the condition of a page that some language misses or is behind in."""
    condition = Q()
    for code in registry.codes():
        condition |= Q(
            **{f"{registry.field('translation', code)}__in": (TranslationStatus.MISSING, TranslationStatus.STALE)}
        )
    return condition


def editable_pages(policy: Any, user: Any) -> PageQuerySet:
    """Return the pages a person may change, without the roots of sites' trees and aliases, which follow theirs."""
    pages = policy.instances_user_has_permission_for(user, "change")
    return pages.filter(depth__gte=paths.SITE_ROOT_DEPTH, alias_of__isnull=True)


class _TranslationsFilterSet(WagtailFilterSet):
    visible_in = django_filters.ChoiceFilter(
        label=_("Public in"),
        choices=lambda: [(one.code, one.name) for one in registry.all_languages()],
        method="filter_visible",
    )
    content_type = ContentTypeFilter(
        label=_("Type"), queryset=lambda request: get_page_content_types(include_base_page_type=False)
    )

    class Meta:
        model = BASE
        fields: list[str] = []

    def filter_visible(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        """Keep the pages that readers see in a language."""
        return queryset.filter(live=True, **{registry.field("published", value): True})


class _StandingFilter(django_filters.MultipleChoiceFilter):
    """How the text of one language stands, an unfinished one told from none."""

    def __init__(self, code: str) -> None:
        super().__init__(label=registry.language(code).name, choices=ways)
        self.code = code

    def filter(self, qs: QuerySet, value: list[str]) -> QuerySet:
        """Keep the pages that stand in one of the chosen ways; all when none is chosen."""
        return qs.filter(standing(self.code, value)) if value else qs


def _status_filters() -> dict[str, Any]:
    return {registry.field("translation", code): _StandingFilter(code) for code in registry.codes()}


TranslationsFilterSet = type(
    "TranslationsFilterSet", (_TranslationsFilterSet,), {"__module__": __name__, **_status_filters()}
)


class TranslationsReport(PageReportView):
    """All pages a person may change, with the state of each language; those with something to do come first."""

    page_title = _("Translations")
    header_icon = "globe"
    results_template_name = "languages/report_results.html"
    filterset_class = TranslationsFilterSet
    index_url_name = "languages_report"
    index_results_url_name = "languages_report_results"
    any_permission_required = ["add", "change", "publish"]
    is_searchable = False

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        label = {self.FORMAT_CSV: get_content_type_label, self.FORMAT_XLSX: get_content_type_label}
        self.custom_field_preprocess: dict[str, Any] = {**self.custom_field_preprocess, "content_type": label}
        self.list_export = ["title", "content_type", "status_string", "latest_revision_created_at"]
        self.export_headings: dict[str, Any] = {
            "title": _("Title"),
            "content_type": _("Type"),
            "status_string": _("Status"),
            "latest_revision_created_at": _("Updated"),
        }
        for one in registry.all_languages():
            shown = f"get_{registry.field('translation', one.code)}_display"
            self.list_export += [shown, registry.field("published", one.code), registry.field("stale_since", one.code)]
            self.export_headings[shown] = _("%(language)s: text") % {"language": one.name}
            self.export_headings[registry.field("published", one.code)] = _("%(language)s: public") % {
                "language": one.name
            }
            self.export_headings[registry.field("stale_since", one.code)] = _("%(language)s: behind since") % {
                "language": one.name
            }

    def to_row_dict(self, item: Any) -> dict[str, Any]:
        """Return the row of a page, an unfinished text told from none."""
        row = super().to_row_dict(item)
        for found in states(item):
            row[f"get_{registry.field('translation', found.language.code)}_display"] = found.translation_label
        return row

    def get_filename(self) -> str:
        """Name the exported file after the day."""
        return f"translations-{timezone.localdate():%Y-%m-%d}"

    def get_queryset(self) -> QuerySet:
        """Return the pages in the order of their last change."""
        pages = editable_pages(self.permission_policy, self.request.user)
        pages = pages.select_related("content_type").prefetch_workflow_states().annotate_approved_schedule()
        self.queryset = pages.order_by("-latest_revision_created_at", "pk")
        return super().get_queryset()
