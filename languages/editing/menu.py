"""The action menu: every publication and submission names its languages."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.action_menu import (
    PublishMenuItem,
    SubmitForModerationMenuItem,
    UnpublishMenuItem,
    WorkflowMenuItem,
)

from languages import registry
from languages.publishing import carried_choice
from languages.publishing.choice import codes_of

from .choice import combinations


def name_of(codes: tuple[str, ...]) -> str:
    """Return the name of a choice of languages: their own names, or "both" or "all" when it is every one."""
    if len(codes) > 1 and codes == registry.codes():
        both = 2
        return _("both languages") if len(codes) == both else _("all languages")
    return ", ".join(registry.language(code).name for code in codes)


class _ForLanguages:
    """What the items that name languages have in common."""

    template_name = "languages/action_menu/button.html"

    def __init__(self, codes: tuple[str, ...], order: int) -> None:
        super().__init__(order=order)  # type: ignore[call-arg]
        self.codes = codes

    def labelled(self, context: dict[str, Any], label: str, progress: str) -> dict[str, Any]:
        """Return the context with label, value and the words shown while it runs."""
        context.update(value=" ".join(self.codes), label=label, progress=progress)
        return context


class PublishLanguages(_ForLanguages, PublishMenuItem):
    """Publishes, or schedules, some languages."""

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        context = super().get_context_data(parent_context)
        languages = {"languages": name_of(self.codes)}
        if context["is_scheduled"]:
            return self.labelled(context, _("Schedule: %(languages)s") % languages, _("Scheduling…"))
        if context["is_revision"]:
            return self.labelled(context, _("Publish this version: %(languages)s") % languages, _("Publishing…"))
        return self.labelled(context, _("Publish: %(languages)s") % languages, _("Publishing…"))


class SubmitLanguages(_ForLanguages, SubmitForModerationMenuItem):
    """Submits some languages for approval."""

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        context = super().get_context_data(parent_context)
        label = _("%(action)s: %(languages)s") % {"action": context["label"], "languages": name_of(self.codes)}
        return self.labelled(context, label, _("Submitting…"))


class UnpublishLanguage(UnpublishMenuItem):
    """Takes one language from the readers; offered where another one stays."""

    name = "action-unpublish-language"

    def __init__(self, code: str, order: int) -> None:
        super().__init__(order=order)
        self.code = code

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        context = super().get_context_data(parent_context)
        context["label"] = _("Unpublish: %(language)s") % {"language": registry.language(self.code).name}
        return context

    def get_url(self, context: dict[str, Any]) -> str:
        return reverse("languages_unpublish", args=[context["page"].pk, self.code])


def languages_in_menu(items: list[Any], context: dict[str, Any]) -> None:
    """Put, in the place of each item that publishes, submits or unpublishes, one for every choice of languages."""
    page = context.get("page")
    public = getattr(page, "public_languages", ()) if page else ()
    result: list[Any] = []
    for item in items:
        if type(item) is PublishMenuItem:
            result += [PublishLanguages(codes, item.order) for codes in combinations()]
        elif type(item) is SubmitForModerationMenuItem:
            result += [SubmitLanguages(codes, item.order) for codes in combinations()]
        elif type(item) is WorkflowMenuItem and item.name == "approve" and (codes := codes_of(carried_choice(page))):
            labels = {"action": item.label, "languages": name_of(codes)}
            item.label = _("%(action)s: %(languages)s") % labels
            result.append(item)
        elif type(item) is UnpublishMenuItem and len(public) > 1:
            result += [*(UnpublishLanguage(code, item.order) for code in public), item]
        else:
            result.append(item)
    items[:] = result
